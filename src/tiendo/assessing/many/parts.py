"""structure in columns (`kinds/structure.py`): parts of a whole, each with its own direction and goal."""

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.evidence import VALUED, among, beside, has, latest, without
from tiendo.assessing.many.goals import exceeded, reached, sign
from tiendo.assessing.many.path import keeps_up, with_straight_line
from tiendo.assessing.many.verdict import gap, missed, no_figure, outcome, too_old
from tiendo.assessing.records import Basis, Standing

_ASKED = ("series", "closed", "until", "months", "due_on", "begins_on")  # what a part takes from its target


def judge_parts(targets: Table, figures: Table, rivals: Table, components: Table) -> Table:
    """The verdicts on structures."""
    rows = figures.filter(~figures.late)
    targets = beside(targets, _of_components(components))
    shown, chosen = _latest_common(targets, rows, components)
    told = _with_standing(beside(shown, rivals, "no"), targets, components)
    found = targets.join(_gathered(told), "series")
    found = found.join(chosen.select("series", "several"), "series")
    return ibis.union(_judged(found), _incomplete(without(targets, chosen), rows))


def _of_components(components: Table) -> Table:
    """How many parts a target has, what their baselines sum to (null unless all are stated), all met at the start."""
    base = components.baseline
    at_start = reached(components, sign(base, components.low), sign(base, components.high)).fill_null(False)
    return components.group_by("series").agg(
        part_count=components.count(), at_start=at_start.all(),
        base_sum=ibis.ifelse(base.isnull().any(), None, base.sum()),
    )


def _latest_common(targets: Table, rows: Table, components: Table) -> tuple[Table, Table]:
    """The figures of the latest period in which every part has one, and that period.

    The later period is the one whose first part's figure has the later place; `several` where two are equal in that.
    """
    valued = rows.filter(has(rows, VALUED) & (rows.part > 0))
    by_part = latest(valued, "series", "span", "part", place=valued.place.argmax(valued.no))
    by_part = among(by_part, components, "series", "part")
    periods = by_part.group_by("series", "span").agg(
        shown=by_part.count(), place=by_part.place.max(where=by_part.part == 1),
    )
    whole = periods.join(targets.select("series", "part_count"), "series").filter(
        lambda found: found.shown == found.part_count,
    )
    best = whole.group_by("series").agg(span=whole.span.argmax(whole.place), top=whole.place.max())
    equal = whole.join(best.select("series", "top"), "series").filter(lambda found: found.place == found.top)
    chosen = best.join(equal.group_by("series").agg(several=equal.count() > 1), "series")
    return among(by_part, chosen, "series", "span"), chosen


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


def _incomplete(targets: Table, rows: Table) -> Table:
    """No parts, no figure at all, or no period in which all parts are told."""
    valued = rows.filter(has(rows, VALUED)).select("series").distinct()
    lone = targets.filter(targets.part_count.isnull())
    silent = without(targets.filter(targets.part_count.notnull()), valued)
    standing, reason = no_figure(silent)
    partly = among(targets.filter(targets.part_count.notnull()), valued)
    partly = partly.join(latest(rows, "series"), "series")
    old = too_old(partly)
    return ibis.union(
        outcome(lone, standing=ibis.literal(Standing.NOT_ASSESSABLE.value), basis=Basis.PARTS,
            reason="reason_no_parts"),
        outcome(silent, standing=standing, basis=Basis.PARTS, reason=reason),
        outcome(
            partly, basis=Basis.PARTS, reason=ibis.coalesce(old, ibis.literal("reason_parts_incomplete")),
            standing=ibis.ifelse(old.isnull(), Standing.NOT_ASSESSABLE.value, Standing.UNPROVEN.value),
        ),
    )
