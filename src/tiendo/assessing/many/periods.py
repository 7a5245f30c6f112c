"""maintain in columns (`kinds/maintain.py`): never broken, in any period of the frequency."""

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.calendar import first_part, part_after, part_of
from tiendo.assessing.many.evidence import ACTUAL, beside, has, latest, no_data
from tiendo.assessing.many.goals import must, reached, sign
from tiendo.assessing.many.verdict import attainment, figure_flags, no_figure, outcome, per_unit
from tiendo.assessing.records import Basis, Standing

_ACTUAL_FIRST = 1 << 40  # of one period an actual figure goes before an estimate, whatever their numbers
_BEFORE = -1 << 40  # a number before every period


def judge_maintain(targets: Table, figures: Table, rivals: Table) -> Table:
    """The verdicts on levels kept in every period."""
    rows = figures.filter(~figures.late)
    order = rows.no + ibis.ifelse(has(rows, ACTUAL), _ACTUAL_FIRST, 0)
    shown = latest(rows, "series", "span", order=order, first=order.min(), starts_on=rows.starts_on.min())
    shown = _with_breaks(targets.join(beside(shown, rivals, "no"), "series"))
    found = beside(beside(targets, latest(rows, "series")), _gathered(shown))
    return _judged(beside(found, _covered(found, shown)))


def _with_breaks(shown: Table) -> Table:
    """The figures of the periods with whether each breaks the level, and why it cannot be judged."""
    kept = reached(shown, sign(shown.value, shown.low), sign(shown.value, shown.high))
    return shown.mutate(breaks=(~kept).fill_null(False), gap=ibis.cases(
        (shown.value.isnull(), no_data(shown.noted)), (shown.conflict.notnull(), shown.conflict),
        else_=ibis.null("string"),
    ))


def _gathered(shown: Table) -> Table:
    """One row a target: whether a period is broken, the first gap, whether an estimate is left, where it begins."""
    gaps = shown.filter(shown.gap.notnull())
    gaps = gaps.mutate(turn=ibis.row_number().over(
        order_by=[gaps.ends_on, gaps.starts_on, gaps["first"]], group_by=gaps.series,
    ))
    told = shown.group_by("series").agg(
        broken=shown.breaks.any(), estimated=(~shown.actual).any(), told_from=shown.starts_on.min(),
    )
    return beside(told, gaps.group_by("series").agg(period_gap=gaps.gap.argmin(gaps.turn)))


def _covered(found: Table, shown: Table) -> Table:
    """Whether the shown periods answer for every period due, from the first to the last.

    A figure answers for the periods its own holds and for the one its own ends in: a run of periods, `low` to `high`.
    All are covered when the runs, in order, leave no period between them.
    """
    term = found.select(
        series=found.series, months=found.months,
        first=first_part(found.begins_on.fill_null(found.told_from), found.months),
        last=part_after(found.until, found.months) - 1,
    )
    runs = shown.select("series", "starts_on", "ends_on").join(term, "series")
    high = part_of(runs.ends_on, runs.months)
    runs = runs.mutate(high=high, low=ibis.least(first_part(runs.starts_on, runs.months), high))
    runs = runs.filter((runs.high >= runs.first) & (runs.low <= runs.last))
    before = ibis.window(group_by="series", order_by=["low", "high"], rows=(None, -1))
    runs = runs.mutate(reach=ibis.greatest(runs.high.max().over(before).fill_null(_BEFORE), runs["first"] - 1))
    left = runs.group_by("series").agg(
        hole=(runs.low > runs.reach + 1).any(), end=runs.high.max(),
    )
    both = beside(term, left)
    none_due = (both.last < both["first"]).fill_null(True)
    whole = (~both.hole & (both.end >= both.last)).fill_null(False)
    return both.select("series", all_told=none_due | whole)


def _judged(rows: Table) -> Table:
    silent, unheard = no_figure(rows)
    comes_back = reached(rows, sign(rows.value, rows.low), sign(rows.value, rows.high)) | rows.value.isnull()
    reason = ibis.cases(
        (rows.no.isnull(), unheard),
        (rows.broken & comes_back, "reason_broken_back"),
        (rows.broken, "reason_broken"),
        (rows.period_gap.notnull(), rows.period_gap),
        (~rows.all_told, "reason_periods_missing"),
        (rows.closed & rows.estimated, "reason_closing_estimate"),
        else_="reason_kept",
    )
    rows = rows.mutate(reason=reason)
    standing = ibis.cases(
        (rows.no.isnull(), silent),
        (rows.broken & rows.closed, Standing.MISSED.value),
        (rows.broken, Standing.BEHIND.value),
        (rows.reason == "reason_kept", Standing.MET.value),
        else_=Standing.UNPROVEN.value,
    )
    return outcome(
        rows, standing=standing, basis=Basis.EVERY_PERIOD, reason=rows.reason, figure=rows.no, broken=rows.broken,
        value=per_unit(rows, rows.value), expected=ibis.ifelse(rows.no.notnull(), per_unit(rows, must(rows)), None),
        attainment=attainment(rows, rows.value), **figure_flags(rows),
    )
