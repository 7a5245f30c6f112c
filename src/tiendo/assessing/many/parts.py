"""structure in columns (`kinds/structure.py`): parts of a whole, each with its own direction and goal."""

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.bits import WORD, bit, has_all
from tiendo.assessing.many.evidence import VALUED, Told, beside, has, latest, without
from tiendo.assessing.many.goals import exceeded, reached, sign
from tiendo.assessing.many.path import keeps_up, with_straight_line
from tiendo.assessing.many.verdict import gap, missed, no_figure, outcome, too_old
from tiendo.assessing.records import Basis, Standing

_SPANS = 1 << 31  # numbers of periods lie below
_ASKED = ("series", "closed", "until", "months", "due_on", "begins_on")  # what a part takes from its target


def judge_parts(targets: Table, told: Told, rivals: Table, components: Table) -> Table:
    """The verdicts on structures."""
    targets = beside(targets, _of_components(components))
    chosen = _latest_common(targets, told)
    shown = _with_standing(beside(_of_period(told, chosen), rivals, "no"), targets, components)
    found = targets.join(_gathered(shown), "series")
    found = found.join(chosen.select("series", "several"), "series")
    return ibis.union(_judged(found), _incomplete(without(targets, chosen), told))


def _of_components(components: Table) -> Table:
    """The parts of a target as a set, what their baselines sum to (null unless all are stated), all met at the start.

    `beyond`: more parts than a set holds.
    """
    base = components.baseline
    at_start = reached(components, sign(base, components.low), sign(base, components.high)).fill_null(False)
    return components.group_by("series").agg(
        asked=bit(ibis.least(components.part, WORD) - 1).bit_or(), beyond=components.part.max() > WORD,
        at_start=at_start.all(), base_sum=ibis.ifelse(base.isnull().any(), None, base.sum()),
    )


def _latest_common(targets: Table, told: Told) -> Table:
    """The latest period (`span`) in which every part of a target has a figure with a value.

    The later period is the one whose first part's figure has the later place; `several` where two are equal in that.
    """
    rows = told.usable("span", "part", "place")
    rows = rows.filter(has(rows, VALUED) & rows.part.between(1, WORD))
    periods = rows.group_by("series", "span").agg(
        shown=bit(rows.part - 1).bit_or(), place=rows.place.max(where=rows.part == 1),
    )
    whole = periods.join(targets.filter(~targets.beyond).select("series", "asked"), "series")
    whole = whole.filter(has_all(whole.shown, whole.asked))
    place = whole.place.cast("int64") * _SPANS  # above every number of a period: the greatest sum is of the last place
    ends = whole.group_by("series").agg(last=(place + whole.span).max(), first=(place - whole.span).max())
    span = ends.last & (_SPANS - 1)
    return ends.select("series", span=span.cast("int32"), several=ends.last - ends.first != 2 * span)


def _of_period(told: Told, chosen: Table) -> Table:
    """The latest figure with a value of each part in the period chosen."""
    rows = told.usable("span", "part")
    rows = rows.filter(has(rows, VALUED)).join(chosen.select("series", "span"), ["series", "span"])
    return latest(rows, "series", "part")


def _with_standing(shown: Table, targets: Table, components: Table) -> Table:
    """Each part judged like a level on its straight line, with the reason why its figure proves nothing."""
    rows = shown.join(components, ["series", "part"]).join(targets.select(*_ASKED), "series")
    rows = with_straight_line(rows.mutate(start=rows.baseline))
    low, high = sign(rows.value, rows.low), sign(rows.value, rows.high)
    rows = rows.mutate(gap=gap(rows), missed_count=missed(rows))
    return rows.mutate(standing=ibis.cases(
        (exceeded(rows, low, high), Standing.EXCEEDED.value),
        (reached(rows, low, high), Standing.MET.value),
        (rows.closed, Standing.MISSED.value),
        (rows.span.isnull(), Standing.NOT_ASSESSABLE.value),
        (keeps_up(rows), Standing.ON_PATH.value),
        else_=Standing.BEHIND.value,
    ))


def _gathered(rows: Table) -> Table:
    """One row a target: the sum of its parts, the worst part, the first gap, the facts of the first part's figure."""
    first = rows.part == 1
    facts = {name: rows[name].max(where=first) for name in ("no", "day", "missed_count")}
    yes = {name: rows[name].any(where=first) for name in ("actual", "corrects")}
    is_any = {one.value: (rows.standing == one.value).any() for one in Standing}
    return rows.group_by("series").agg(
        part_sum=rows.value.sum(), part_gap=rows.gap.argmin(rows.part, where=rows.gap.notnull()),
        **facts, **yes, **is_any,
    )


def _judged(rows: Table) -> Table:
    off = ~((rows.part_sum >= rows.low) & (rows.part_sum <= rows.high))
    base_off = ~((rows.base_sum >= rows.low) & (rows.base_sum <= rows.high)).fill_null(True)
    worst = ibis.cases(*(
        (rows[one.value], one.value)
        for one in (Standing.MISSED, Standing.BEHIND, Standing.NOT_ASSESSABLE, Standing.ON_PATH)
    ), else_=Standing.MET.value)
    rows = rows.mutate(gap=rows.part_gap, wrong=ibis.cases(
        (off, "reason_parts_sum"), (base_off, "reason_parts_baseline_sum"), else_=ibis.null("string"),
    ), worst=worst)
    judged = rows.gap.isnull() & rows.wrong.isnull()
    return outcome(
        rows, basis=Basis.PARTS, figure=rows.no, undecided=rows.several,
        standing=ibis.cases(
            (rows.gap.notnull(), Standing.UNPROVEN.value), (rows.wrong.notnull(), Standing.NOT_ASSESSABLE.value),
            else_=rows.worst,
        ),
        reason=ibis.coalesce(rows.gap, rows.wrong, ibis.literal("reason_parts_").concat(rows.worst)),
        early=judged & (rows.worst == Standing.MET.value) & ~rows.closed, met_at_start=judged & rows.at_start,
        estimate=~rows.actual, stale=rows.missed_count > 0, superseded=rows.corrects,
    )


def _incomplete(targets: Table, told: Told) -> Table:
    """No parts, no figure at all, or no period in which all parts are told."""
    rows = told.usable("part").join(targets.select("series"), "series")
    targets = beside(targets, latest(rows, "series", any_valued=has(rows, VALUED).any()))
    lone = targets.filter(targets.asked.isnull())
    silent = targets.filter(targets.asked.notnull() & ~targets.any_valued.fill_null(False))
    standing, reason = no_figure(silent)
    partly = targets.filter(targets.asked.notnull() & targets.any_valued)
    old = too_old(partly)
    return ibis.union(
        outcome(lone, standing=ibis.literal(Standing.NOT_ASSESSABLE.value), basis=Basis.PARTS,
            reason="reason_no_parts"),
        outcome(silent, standing=standing, basis=Basis.PARTS, reason=reason),
        outcome(
            partly, basis=Basis.PARTS, reason=ibis.coalesce(old, ibis.literal("reason_parts_incomplete")),
            standing=ibis.ifelse(old.isnull(), Standing.NOT_ASSESSABLE.value, Standing.UNPROVEN.value),
            undecided=partly.beyond,
        ),
    )
