"""maintain in columns (`kinds/maintain.py`): never broken, in any period of the frequency."""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.bits import WORD, first_bits, has_all, run_bits
from tiendo.assessing.many.calendar import first_part, part_after, part_of
from tiendo.assessing.many.evidence import ACTUAL, Told, beside, has, latest, no_data
from tiendo.assessing.many.goals import must, reached, sign
from tiendo.assessing.many.verdict import attainment, figure_flags, no_figure, outcome, per_unit
from tiendo.assessing.records import Basis, Standing

_ACTUAL_FIRST = 1 << 40  # of one period an actual figure goes before an estimate, whatever their numbers
_WORDS = 2  # sets of so many words hold ten years of months; a longer term is left to one.py
_DAYS, _FIGURES = 1 << 22, 1 << 41  # above every day, above every order of figures


def judge_maintain(targets: Table, told: Told, rivals: Table, *, all_begun: bool) -> Table:
    """The verdicts on levels kept in every period."""
    opened = _with_term(targets, told, all_begun=all_begun)
    rows = told.usable("span", "starts_on", "ends_on")
    order = rows.no + ibis.ifelse(has(rows, ACTUAL), _ACTUAL_FIRST, 0)
    shown = latest(rows, "series", "span", order=order, first=order.min(), starts_on=rows.starts_on.min(),
        ends_on=rows.ends_on.max())
    found = _gathered(_with_breaks(opened.join(beside(shown, rivals, "no"), "series")))
    return _judged(beside(beside(opened, latest(told.usable(), "series")), found))


def _with_term(targets: Table, told: Told, *, all_begun: bool) -> Table:
    """The targets with the first and the last period due (numbers of their frequency).

    Without a beginning of its own a target begins with the first period a figure tells of.
    """
    if not all_begun:
        rows = told.usable("starts_on")
        starts = beside(targets, rows.group_by("series").agg(told_from=rows.starts_on.min()))
        targets = starts.mutate(from_on=starts.begins_on.fill_null(starts.told_from))
    since = targets.begins_on if all_begun else targets.from_on
    return targets.mutate(
        first_due=first_part(since, targets.months), last_due=part_after(targets.until, targets.months) - 1,
    )


def _with_breaks(shown: Table) -> Table:
    """The figures of the periods with whether each breaks the level, and why it cannot be judged."""
    kept = reached(shown, sign(shown.value, shown.low), sign(shown.value, shown.high))
    return shown.mutate(breaks=(~kept).fill_null(False), gap=ibis.cases(
        (shown.value.isnull(), no_data(shown.noted)), (shown.conflict.notnull(), shown.conflict),
        else_=ibis.null("string"),
    ))


def _gathered(shown: Table) -> Table:
    """One row a target: whether a period is broken, the first gap, whether an estimate is left, the periods told.

    A figure answers for the periods its own holds and for the one its own ends in: a run of periods.
    """
    last = part_of(shown.ends_on, shown.months)
    low = ibis.greatest(ibis.least(first_part(shown.starts_on, shown.months), last) - shown.first_due, 0)
    high = ibis.least(last, shown.last_due) - shown.first_due
    words = {f"word_{word}": run_bits(low, high, word).bit_or() for word in range(_WORDS)}
    there = shown.gap.notnull()
    turn = (shown.ends_on.epoch_days().cast("decimal(38,0)") * _DAYS + shown.starts_on.epoch_days()) * _FIGURES
    return shown.group_by("series").agg(
        broken=shown.breaks.any(), estimated=(~shown.actual).any(),
        period_gap=shown.gap.argmin(ibis.ifelse(there, turn + shown["first"], None), where=there), **words,
    )


def _all_told(rows: Table) -> Value:
    """Whether every period due is told."""
    due = rows.last_due - rows.first_due + 1
    words = [has_all(rows[f"word_{word}"].fill_null(0), first_bits(due, word)) for word in range(_WORDS)]
    return (due <= 0).fill_null(True) | ibis.and_(*words).fill_null(False)


def _judged(rows: Table) -> Table:
    silent, unheard = no_figure(rows)
    comes_back = reached(rows, sign(rows.value, rows.low), sign(rows.value, rows.high)) | rows.value.isnull()
    reason = ibis.cases(
        (rows.no.isnull(), unheard),
        (rows.broken & comes_back, "reason_broken_back"),
        (rows.broken, "reason_broken"),
        (rows.period_gap.notnull(), rows.period_gap),
        (~_all_told(rows), "reason_periods_missing"),
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
        undecided=(rows.last_due - rows.first_due >= WORD * _WORDS).fill_null(False),
    )
