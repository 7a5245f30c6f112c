"""milestone: a thing that is there or not there, told by its place on a scale (file submitted, recognised …).

1. The place asked for is reached by the due day: met; before that day it is early. It cannot be exceeded.
2. The due day has passed without it: missed, also when it came later.
3. Before the due day the plan's own path says which place should be reached by now (there is nothing between two
   places): on path or behind. Without such a path, a thing that has moved beyond its baseline is on path, and of one
   that has not moved nothing can be said.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.attainment import no_attainment
from tiendo.assessing.case import Case, figure_flags, gap, no_figure
from tiendo.assessing.evidence import day_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.goal import Span
from tiendo.assessing.kinds.level import reached_since
from tiendo.assessing.path import step_on
from tiendo.assessing.reasons import why
from tiendo.assessing.records import Assessment, Basis, Flag, Standing
from tiendo.quantity import Figure


def judge_milestone(case: Case) -> Assessment:
    """The verdict on a thing to be done by a day."""
    if case.late and case.late[-1].value is not None and not _done(case):
        return _too_late(case, case.late[-1])
    if not case.figures:
        return no_figure(case, Basis.SCALE)
    figure = case.figures[-1]
    unproven = gap(case, figure, Basis.SCALE, lasting=True)
    found = unproven or (_reached(case, figure) if _done(case) else _not_yet(case, figure))
    early = found.standing is Standing.MET and _since(case, figure) < case.target.due_on
    return _with_figure(case, figure, found, (Flag.EARLY,) if early else ())


def _done(case: Case) -> bool:
    """Whether the latest figure by the due day shows the place asked for."""
    figure = case.figures[-1] if case.figures else None
    return figure is not None and figure.value is not None and case.goal.reached(Fraction(figure.value))


def _since(case: Case, figure: Figure) -> date:
    return reached_since(case.goal, case.figures) or day_of(figure)


def _with_figure(case: Case, figure: Figure, found: Assessment, flags: tuple[Flag, ...] = ()) -> Assessment:
    baseline = case.target.baseline
    start = (Flag.MET_AT_START,) if baseline is not None and case.goal.reached(Fraction(baseline)) else ()
    asked = step_on(case.path, day_of(figure))
    return replace(
        found, figure=figure, value=figure.value, no_attainment=no_attainment(case.target, None),
        expected=None if asked is None else decimal(asked[0]),
        flags=flags + start + figure_flags(case, figure),
    )


def _reached(case: Case, figure: Figure) -> Assessment:
    """Rule 1."""
    reason = why("done", value=figure.value or Decimal(0), on=_since(case, figure), due_on=case.target.due_on)
    return case.verdict(Standing.MET, Basis.SCALE, reason)


def _too_late(case: Case, figure: Figure) -> Assessment:
    """Rule 2, told by a figure from after the due day when none from before shows the place asked for."""
    value = figure.value or Decimal(0)
    key = "done_late" if case.goal.reached(Fraction(value)) else "not_done"
    reason = why(key, value=value, on=day_of(figure), due_on=case.target.due_on)
    return _with_figure(case, figure, case.verdict(Standing.MISSED, Basis.SCALE, reason))


def _not_yet(case: Case, figure: Figure) -> Assessment:
    """Rules 2 and 3."""
    value, day = figure.value or Decimal(0), day_of(figure)
    if case.closed:
        reason = why("not_done", value=value, on=day, due_on=case.target.due_on)
        return case.verdict(Standing.MISSED, Basis.SCALE, reason)
    asked = step_on(case.path, day) if case.evidence.milestones else None
    if asked is not None:
        return _by_path(case, value, asked, day)
    baseline = case.target.baseline
    if baseline is not None and value > baseline:
        return case.verdict(Standing.ON_PATH, Basis.SCALE, why("step_moved", value=value, on=day))
    return case.not_assessable(Basis.SCALE, why("step_unmoved", value=value, on=day))


def _by_path(case: Case, value: Decimal, asked: Span, day: date) -> Assessment:
    """Rule 3 by the plan's own path."""
    kept = case.goal.keeps_up(Fraction(value), asked)
    reason = why("step_kept" if kept else "step_behind", value=value, expected=decimal(asked[0]), on=day)
    return case.verdict(Standing.ON_PATH if kept else Standing.BEHIND, Basis.PATH, reason)
