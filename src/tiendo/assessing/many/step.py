"""milestone in columns (`kinds/milestone.py`): there or not there by the due day."""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.evidence import Told, beside, latest, without
from tiendo.assessing.many.goals import reached, sign
from tiendo.assessing.many.level import with_early_run
from tiendo.assessing.many.path import keeps_up, with_asked
from tiendo.assessing.many.verdict import figure_flags, gap, no_figure, outcome, per_unit
from tiendo.assessing.records import Basis, Standing

_STANDINGS = {
    "reason_done": Standing.MET.value, "reason_not_done": Standing.MISSED.value,
    "reason_step_kept": Standing.ON_PATH.value, "reason_step_moved": Standing.ON_PATH.value,
    "reason_step_behind": Standing.BEHIND.value, "reason_step_unmoved": Standing.NOT_ASSESSABLE.value,
}  # any other reason says why nothing is proven


def judge_step(targets: Table, told: Told, rivals: Table, milestones: Table, *, some_closed: bool) -> Table:
    """The verdicts on things to be done by a day."""
    in_time = _with_signs(beside(beside(targets, latest(told.usable(), "series")), rivals, "no"))
    after = _with_signs(targets.join(latest(told.usable(late=True), "series"), "series"))
    done = in_time.filter(in_time.reaches).select("series")
    too_late = without(after.filter(after.value.notnull()), done)
    judged = with_early_run(without(in_time, too_late), told, some_closed=some_closed)
    return ibis.union(
        _judged(with_asked(judged, targets, milestones, steps=True)),
        _too_late(with_asked(too_late, targets, milestones, steps=True)),
    )


def _with_signs(rows: Table) -> Table:
    reaches = reached(rows, sign(rows.value, rows.low), sign(rows.value, rows.high))
    at_start = reached(rows, sign(rows.baseline, rows.low), sign(rows.baseline, rows.high))
    return rows.mutate(reaches=reaches.fill_null(False), starts_reached=at_start.fill_null(False))


def _too_late(rows: Table) -> Table:
    """Told by a figure from after the due day, when none from before shows the place asked for."""
    reason = ibis.ifelse(rows.reaches, "reason_done_late", "reason_not_done")
    return outcome(rows, standing=ibis.literal(Standing.MISSED.value), basis=Basis.SCALE, reason=reason, **_shown(rows))


def _shown(rows: Table) -> dict[str, Value]:
    return {
        "figure": rows.no, "value": per_unit(rows, rows.value), "met_at_start": rows.no.notnull() & rows.starts_reached,
        "expected": per_unit(rows, rows.asked_low), **figure_flags(rows),
    }


def _judged(rows: Table) -> Table:
    early = ibis.ifelse(rows.day < rows.due_on, True, rows.early_run.fill_null(False))
    rows = rows.mutate(gap=gap(rows, rows.reaches), early=early)
    by_path = rows.has_milestones & rows.span.notnull()
    kept, moved = keeps_up(rows), (rows.value > rows.baseline).fill_null(False)
    silent, unheard = no_figure(rows)
    reason = ibis.cases(
        (rows.no.isnull(), unheard),
        (rows.gap.notnull(), rows.gap),
        (rows.reaches, "reason_done"),
        (rows.closed, "reason_not_done"),
        (by_path & kept, "reason_step_kept"),
        (by_path, "reason_step_behind"),
        (moved, "reason_step_moved"),
        else_="reason_step_unmoved",
    )
    rows = rows.mutate(reason=reason, standing=ibis.ifelse(
        rows.no.isnull(), silent, reason.cases(*_STANDINGS.items(), else_=Standing.UNPROVEN.value),
    ))
    on_way = rows.no.notnull() & by_path & ~rows.reaches & ~rows.closed & rows.gap.isnull()
    return outcome(
        rows, standing=rows.standing, reason=rows.reason,
        basis=ibis.ifelse(on_way, Basis.PATH.value, Basis.SCALE.value),
        early=(rows.standing == Standing.MET.value) & rows.early, **_shown(rows),
    )
