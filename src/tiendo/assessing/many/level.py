"""level_end and cumulative in columns (`kinds/level.py`)."""

from dataclasses import replace

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import days_between
from tiendo.assessing.many.evidence import VALUED, Told, beside, day_of, has, latest
from tiendo.assessing.many.goals import aim, exceeded, is_direction, reached, sign
from tiendo.assessing.many.path import asked_end, keeps_up, with_asked
from tiendo.assessing.many.verdict import attainment, figure_flags, gap, no_figure, outcome, per_unit
from tiendo.assessing.records import Basis, Standing
from tiendo.plan import Direction, Kind

DAYS_A_YEAR = 365.25
RUNNING = "total"  # the share of the figures that are running totals: only they can fall


def judge_level(targets: Table, told: Told, rivals: Table, milestones: Table, *, some_closed: bool) -> Table:
    """The verdicts on levels to be reached and running totals to be gathered by the due day."""
    found = beside(targets, latest(told.usable(), "series"))
    found = with_asked(beside(found, rivals, "no"), targets, milestones)
    found = with_early_run(found, told, some_closed=some_closed)
    return _judged(_with_signs(beside(found, _fallen(replace(told, rules=(RUNNING,))))))


def _way(rows: Table) -> Value:
    """The basis on the way: the end when it has come, the plan's own points, or the straight line."""
    return ibis.cases(
        (rows.closed, Basis.END_TARGET.value), (rows.has_milestones, Basis.PATH.value), else_=Basis.TIME_SHARE.value,
    )


def lasting(rows: Table) -> Value:
    """Whether what is once reached stays reached: a running total, unless less of it is better."""
    return (rows.kind == Kind.CUMULATIVE.value) & is_direction(rows, Direction.AT_LEAST)


def _settles_early(rows: Table) -> Value:
    return (rows.kind != Kind.CUMULATIVE.value) | lasting(rows)


def with_early_run(targets: Table, told: Told, *, some_closed: bool) -> Table:
    """The targets with `early_run`: of a closed one, whether the goal was reached before the due day and held since.

    So it was when the figures of the due day all reach it, and so does the last one before.
    """
    if not some_closed:
        return targets.mutate(early_run=ibis.literal(False))
    closed = targets.filter(targets.closed).select("series", "due_on", "direction", "strict", "low", "high")
    rows = told.usable("place").join(closed, "series")
    rows = rows.mutate(
        reaches=has(rows, VALUED) & reached(rows, sign(rows.value, rows.low), sign(rows.value, rows.high)),
        before=day_of(rows) < rows.due_on,
    )
    both = rows.group_by("series").agg(
        before=rows.reaches.argmax(rows.no, where=rows.before), on_day=(rows.reaches | rows.before).all(),
    )
    return beside(targets, both.select("series", early_run=both.before & both.on_day))


def _fallen(told: Told) -> Table:
    """Running totals that were higher before.

    The exchange marks as `lower` the few figures some earlier one of any state exceeds; here an earlier usable one
    must.
    """
    marked, earlier = told.usable("lower"), told.usable("part")
    lower = marked.filter(marked.lower & has(marked, VALUED)).select("series", later="no", less="value")
    pairs = earlier.filter(has(earlier, VALUED)).join(lower, "series")
    fell = pairs.filter((pairs.no < pairs.later) & (pairs.value > pairs.less))
    return fell.select("series").distinct().mutate(fell=True)


def _with_signs(rows: Table) -> Table:
    """The rows with what the value and the baseline are to the goal."""
    low, high = sign(rows.value, rows.low), sign(rows.value, rows.high)
    at_start = reached(rows, sign(rows.start, rows.low), sign(rows.start, rows.high))
    told = rows.mutate(
        reaches=reached(rows, low, high).fill_null(False), exceeds=exceeded(rows, low, high).fill_null(False),
        starts_reached=(at_start & _settles_early(rows)).fill_null(False),
    )
    early = ibis.ifelse(told.day < told.due_on, True, told.early_run.fill_null(False))
    return told.mutate(early=told.reaches & early, gap=gap(told, lasting(told) & told.reaches))


def _standing(rows: Table) -> Value:
    """Gap, goal, due day, path; a total that must stay below a ceiling is settled only on the due day."""
    over = is_direction(rows, Direction.WITHIN) & (rows.value > rows.high)
    on_way = ibis.ifelse(keeps_up(rows), Standing.ON_PATH.value, Standing.BEHIND.value)
    ceiling = ~rows.closed & ~_settles_early(rows) & rows.span.notnull()
    return ibis.cases(
        (rows.gap.notnull(), Standing.UNPROVEN.value),
        (ceiling & over, Standing.BEHIND.value),
        (ceiling, on_way),
        (rows.exceeds, Standing.EXCEEDED.value),
        (rows.reaches, Standing.MET.value),
        (rows.closed, Standing.MISSED.value),
        (rows.span.isnull(), Standing.NOT_ASSESSABLE.value),
        else_=on_way,
    )


def _judged(rows: Table) -> Table:
    silent, unheard = no_figure(rows)
    rows = rows.mutate(standing=ibis.ifelse(rows.no.isnull(), silent, _standing(rows)))
    there = rows.standing.isin([Standing.MET.value, Standing.EXCEEDED.value])
    reason = ibis.cases(
        (rows.no.isnull(), unheard),
        (rows.gap.notnull(), rows.gap),
        (there & rows.early, "reason_early"),
        (there, "reason_reached"),
        (rows.standing == Standing.MISSED.value, "reason_missed"),
        (rows.span.isnull(), "reason_no_path"),
        else_=ibis.literal("reason_").concat(rows.standing),
    )
    judged = rows.gap.isnull() & rows.no.notnull()
    left = days_between(rows.day, rows.due_on)
    step = (aim(rows, rows.value) - rows.value).cast("float64") * DAYS_A_YEAR / left.nullif(0)
    expected = asked_end(rows)
    flags = figure_flags(rows)
    return outcome(
        rows, standing=rows.standing, reason=reason, figure=rows.no, value=per_unit(rows, rows.value),
        basis=ibis.ifelse(there, Basis.END_TARGET.value, _way(rows)),
        attainment=ibis.ifelse(judged, attainment(rows, rows.value), None),
        expected=ibis.ifelse(judged, per_unit(rows, expected), None),
        expected_attainment=ibis.ifelse(judged, attainment(rows, expected), None),
        needed=ibis.ifelse(judged & ~there & ~rows.closed & (left > 0), per_unit(rows, step), None),
        early=there & rows.early, met_at_start=rows.no.notnull() & rows.starts_reached, fallen=rows.fell,
        provisional=(rows.kind == Kind.LEVEL_END.value) & rows.under_way, **flags,
    )
