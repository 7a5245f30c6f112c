"""annual_repeat, rating and relative_to_assigned in columns (`kinds/yearly.py`, `kinds/assigned.py`)."""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import is_year
from tiendo.assessing.many.evidence import Told, beside
from tiendo.assessing.many.goals import big, exceeded, must, reached, sign
from tiendo.assessing.many.verdict import attainment, outcome, per_unit
from tiendo.assessing.many.years import closed_years, gap, gathered, year_flags, yearly_targets
from tiendo.assessing.records import Basis, Standing
from tiendo.plan import EndRule, Kind

NEAR = 1e-9  # means of shares nearer to the goal than this part of them are left to one.py


def judge_yearly(
    targets: Table, told: Told, rivals: Table, assignments: Table, *, all_begun: bool,
) -> Table:
    """The verdicts on years judged one by one."""
    opened, years = yearly_targets(targets, told, rivals, all_begun=all_begun)
    rows = _with_signs(_with_assigned(closed_years(opened, years), _known(assignments)))
    found = beside(opened, gathered(
        rows, latest_share=rows.share.argmax(rows.year), mean_share=rows.share.mean(), size=rows.share.abs().mean(),
        total=big(rows.value).sum(), plan_gap=rows.plan_gap.argmin(rows.year, where=rows.plan_gap.notnull()),
    ))
    return _judged(beside(found, _reassigned(opened, _known(assignments))))


def _known(assignments: Table) -> Table:
    """The last of the assignments known for each year (they are numbered as they came), and how many there were."""
    yearly = assignments.filter(is_year(assignments.starts_on, assignments.ends_on))
    yearly = yearly.mutate(year=yearly.ends_on.year())
    return yearly.group_by("series", "year").agg(
        assigned=yearly.value.argmax(yearly.seq), times=yearly.count(),
    )


def _reassigned(opened: Table, known: Table) -> Table:
    """Targets of which the plan of some closed year was changed, whether a figure tells of that year or not."""
    rows = opened.select("series", "first_year", "last_year").join(known, "series")
    rows = rows.filter((rows.year >= rows.first_year) & (rows.year <= rows.last_year))
    return rows.group_by("series").agg(changed=(rows.times > 1).any())


def _with_assigned(rows: Table, known: Table) -> Table:
    """The years with what was assigned for them; a missing figure comes before a missing assignment."""
    rows = beside(rows, known, "series", "year")
    to_assigned = rows.kind == Kind.RELATIVE_TO_ASSIGNED.value
    return rows.mutate(
        to_assigned=to_assigned,
        plan_gap=ibis.cases(
            (~to_assigned, ibis.null("string")),
            (rows.assigned.isnull(), "reason_no_assignment"),
            (rows.assigned <= 0, "reason_assignment_not_positive"),
            else_=ibis.null("string"),
        ),
    )


def _with_signs(rows: Table) -> Table:
    """Each year against the goal: its value, or 100 · value against goal · assigned, in whole numbers."""
    held = ibis.ifelse(rows.to_assigned, 100 * big(rows.value) * big(rows.per_unit), big(rows.value))
    low, high = (
        sign(held, ibis.ifelse(rows.to_assigned, big(end) * big(rows.assigned), big(end)))
        for end in (rows.low, rows.high)
    )
    judged = rows.value.notnull() & (~rows.to_assigned | (rows.assigned > 0).fill_null(False))
    share = ibis.ifelse(
        rows.to_assigned, 100 * rows.value.cast("float64") / rows.assigned, per_unit(rows, rows.value),
    )
    return rows.mutate(
        reaches=judged & reached(rows, low, high), exceeds=judged & exceeded(rows, low, high),
        share=ibis.ifelse(judged, share, None),
    )


def _judged(rows: Table) -> Table:
    rows = rows.mutate(gap=_gap(rows), averaged=rows.end_rule == EndRule.AVERAGE.value)
    low, high, near = _mean_signs(rows)
    rows = rows.mutate(mean_reaches=reached(rows, low, high), mean_exceeds=exceeded(rows, low, high), near=near)
    reason = _reason(rows)
    rows = rows.mutate(reason=reason, kept=_kept(rows), beyond=ibis.ifelse(
        rows.closed & rows.averaged, rows.mean_exceeds, rows.latest_exceeds,
    ))
    judged = rows.gap.isnull()
    value = ibis.ifelse(rows.closed & rows.averaged, rows.mean_share, rows.latest_share)
    speaks = rows.gap.fill_null("") != "reason_scale_average"
    basis = ibis.cases(
        (rows.kind == Kind.RATING.value, Basis.SCALE.value),
        (rows.kind == Kind.RELATIVE_TO_ASSIGNED.value, Basis.ASSIGNED.value), else_=Basis.ANNUAL.value,
    )
    return outcome(
        rows, standing=_standing(rows), basis=basis, reason=rows.reason, undecided=judged & rows.near,
        figure=ibis.ifelse(judged, rows.latest_no, None), value=ibis.ifelse(judged, value, None),
        attainment=ibis.ifelse(judged, attainment(rows, value * rows.per_unit), None),
        expected=ibis.ifelse(judged, per_unit(rows, must(rows)), None),
        reassigned=rows.changed & (rows.kind == Kind.RELATIVE_TO_ASSIGNED.value),
        **{name: flag & speaks for name, flag in year_flags(rows).items()},
    )


def _gap(rows: Table) -> Value:
    """Why the years cannot be judged; levels of a scale have no average."""
    return ibis.cases(
        ((rows.kind == Kind.RATING.value) & (rows.end_rule == EndRule.AVERAGE.value), "reason_scale_average"),
        else_=ibis.coalesce(gap(rows), rows.plan_gap),
    )


def _mean_signs(rows: Table) -> tuple[Value, Value, Value]:
    """The plain mean against both ends of the goal, and whether it lies too near one for columns to tell.

    Means of values are compared as sums of whole numbers, exactly; means of shares as floating point.
    """
    shares = rows.kind == Kind.RELATIVE_TO_ASSIGNED.value
    ends = [(rows.low, per_unit(rows, rows.low)), (rows.high, per_unit(rows, rows.high))]
    count = rows.told_count
    signs = [
        ibis.ifelse(shares, sign(rows.mean_share, end), sign(rows.total, big(steps) * big(count))) for steps,
        end in ends
    ]
    near = [(rows.mean_share - end).abs() <= NEAR * (rows.size + end.abs()) for _, end in ends]
    return signs[0], signs[1], (shares & rows.averaged & (near[0] | near[1])).fill_null(False)


def _kept(rows: Table) -> Value:
    """What the end rule says at the end."""
    return ibis.cases(
        (rows.end_rule == EndRule.ALL_YEARS.value, rows.reached_count == rows.told_count),
        (rows.averaged, rows.mean_reaches), else_=rows.latest_reaches,
    )


def _reason(rows: Table) -> Value:
    return ibis.cases(
        (rows.gap.notnull(), rows.gap),
        (rows.closed, ibis.literal("reason_end_").concat(rows.end_rule)),
        (rows.reached_count == rows.told_count, "reason_years_met"),
        (~rows.latest_reaches, "reason_year_behind"),
        (rows.end_rule == EndRule.ALL_YEARS.value, "reason_year_broken"),
        (rows.averaged & ~rows.mean_reaches, "reason_average_behind"),
        else_="reason_year_forgiven",
    )


def _standing(rows: Table) -> Value:
    cannot = ["reason_no_closed_year", "reason_scale_average", "reason_no_assignment", "reason_assignment_not_positive"]
    better = ibis.ifelse(rows.beyond, Standing.EXCEEDED.value, Standing.MET.value)
    return ibis.cases(
        (rows.gap.isin(cannot), Standing.NOT_ASSESSABLE.value),
        (rows.gap.notnull(), Standing.UNPROVEN.value),
        (rows.closed & ~rows.kept, Standing.MISSED.value),
        (rows.closed | (rows.reason == "reason_years_met"), better),
        (rows.reason == "reason_year_forgiven", Standing.ON_PATH.value),
        else_=Standing.BEHIND.value,
    )
