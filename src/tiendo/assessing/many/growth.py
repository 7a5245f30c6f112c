"""growth_avg in columns (`kinds/growth.py`).

Means of rates in per cent are compared as sums of logarithms. Where the two sums lie nearer than `NEAR`, and the
rates are not all the same, columns do not decide: the row is `undecided` and goes to one.py, which compares whole
fractions.
"""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.evidence import Told, beside
from tiendo.assessing.many.goals import big, exceeded, must, reached, sign
from tiendo.assessing.many.verdict import attainment, outcome, per_unit
from tiendo.assessing.many.years import closed_years, gap, gathered, year_flags, yearly_targets
from tiendo.assessing.records import Basis, Standing

LOWEST = -100
NEAR = 1e-9


def judge_growth(targets: Table, told: Told, rivals: Table, *, all_begun: bool) -> Table:
    """The verdicts on average yearly rates."""
    opened, years = yearly_targets(targets, told, rivals, all_begun=all_begun)
    rows = closed_years(opened, years)
    rows = rows.mutate(reaches=ibis.literal(False), exceeds=ibis.literal(False), rate=per_unit(rows, rows.value))
    found = beside(opened, gathered(
        rows, total=big(rows.value).sum(), logs=_log(rows.rate).sum(), lost=(rows.rate == LOWEST).any(),
        least=rows.value.min(), most=rows.value.max(), plain=rows.rate.mean(),
    ))
    return _judged(found.mutate(gap=ibis.coalesce(gap(found), _impossible(found))))


def _log(rate: Value) -> Value:
    """The logarithm of a rate's factor; 0 where there is none (`lost` tells)."""
    factor = 1 + rate / 100
    return ibis.ifelse(factor > 0, factor, 1.0).ln()


def _impossible(rows: Table) -> Value:
    """A rate below −100 % has no mean."""
    least = ibis.least(rows.least, rows.low, rows.high)
    return ibis.ifelse(rows.compound & (least < LOWEST * rows.per_unit), "reason_growth_impossible", None)


def _judged(rows: Table) -> Table:
    (low, near_low), (high, near_high) = _signs(rows, rows.low), _signs(rows, rows.high)
    rows = rows.mutate(
        reaches=reached(rows, low, high), exceeds=exceeded(rows, low, high),
        near=(near_low | near_high).fill_null(False), needed=_needed(rows), mean=_mean(rows),
    )
    judged = rows.gap.isnull()
    standing = _standing(rows)
    alone = ibis.ifelse(rows.needed.isnull() & ~rows.closed, "_alone", "")
    return outcome(
        rows, standing=standing, basis=Basis.AVERAGE, undecided=judged & rows.near,
        reason=rows.gap.fill_null(ibis.literal("reason_growth_").concat(standing, alone)),
        figure=ibis.ifelse(judged, rows.latest_no, None), value=ibis.ifelse(judged, rows.mean, None),
        attainment=ibis.ifelse(judged, attainment(rows, rows.mean * rows.per_unit), None),
        expected=ibis.ifelse(judged, per_unit(rows, must(rows)), None),
        needed=ibis.ifelse(judged, rows.needed, None), **year_flags(rows),
    )


def _signs(rows: Table, end: Value) -> tuple[Value, Value]:
    """The mean so far against one end of the goal, and whether it lies too near for columns to tell."""
    count, rate = rows.told_count, per_unit(rows, end)
    same = rows.least == rows.most
    away = rows.logs - count * _log(rate)
    by_logs = ibis.cases(
        (same, sign(rows.least, end)),
        (rows.lost, ibis.ifelse(rate == LOWEST, 0, -1)),
        (rate == LOWEST, 1),
        else_=sign(away, ibis.literal(0.0)),
    )
    near = rows.compound & ~same & ~rows.lost & (rate != LOWEST) & (away.abs() <= NEAR)
    return ibis.ifelse(rows.compound, by_logs, sign(rows.total, big(end) * big(count))), near


def _mean(rows: Table) -> Value:
    """The rate that, the same every year, leads to the same place; the plain mean of other units."""
    steady = 100 * ((rows.logs / rows.told_count).exp() - 1)
    compound = ibis.cases((rows.lost, float(LOWEST)), (rows.least == rows.most, rows.plain), else_=steady)
    return ibis.ifelse(rows.compound, compound, rows.plain)


def _needed(rows: Table) -> Value:
    """The rate every remaining year needs for the whole term to average the goal; null when none is left."""
    left = (rows.all_count - rows.told_count).cast("float64")
    goal = per_unit(rows, must(rows))
    steady = 100 * (((rows.all_count * _log(goal) - rows.logs) / left.nullif(0)).exp() - 1)
    compound = ibis.cases((rows.lost, ibis.null("float64")), (goal == LOWEST, float(LOWEST)), else_=steady)
    plain = (rows.all_count * goal - rows.plain * rows.told_count) / left.nullif(0)
    return ibis.ifelse((left > 0) & ~rows.closed, ibis.ifelse(rows.compound, compound, plain), None)


def _standing(rows: Table) -> Value:
    cannot = ["reason_no_closed_year", "reason_growth_impossible"]
    return ibis.cases(
        (rows.gap.isin(cannot), Standing.NOT_ASSESSABLE.value),
        (rows.gap.notnull(), Standing.UNPROVEN.value),
        (~rows.closed & rows.reaches, Standing.ON_PATH.value),
        (~rows.closed, Standing.BEHIND.value),
        (rows.exceeds, Standing.EXCEEDED.value),
        (rows.reaches, Standing.MET.value),
        else_=Standing.MISSED.value,
    )
