"""level_end and cumulative: a value that travels from a baseline to a goal by a day.

1. The goal reached is met, or exceeded when the value is strictly better; before the due day that is early.
2. On the due day and after, a goal not reached is missed; an actual figure of the due day must say so.
3. Before it, the value is held to what the path asks for on the day the figure speaks of.
The figures of a cumulative target are running totals since the term began: the latest counts, nothing is summed
and nothing is the largest. A total that reached its goal stays reached; one that shrank is flagged.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tiendo.assessing.attainment import attainment, no_attainment
from tiendo.assessing.case import Case, figure_flags, gap, no_figure
from tiendo.assessing.evidence import day_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.goal import Goal, Span, standing_by
from tiendo.assessing.path import asked_on, start_value
from tiendo.assessing.reasons import Reason, goal_words, why
from tiendo.assessing.records import Assessment, Basis, Flag, Standing
from tiendo.plan import Direction, Kind
from tiendo.quantity import Figure

DAYS_A_YEAR = Fraction(1461, 4)

_REACHED = (Standing.MET, Standing.EXCEEDED)


def judge_level(case: Case) -> Assessment:
    """The verdict on a level to be reached, or a running total to be gathered, by the due day."""
    way = Basis.END_TARGET if case.closed else way_basis(case)
    if not case.figures:
        return no_figure(case, way)
    figure = case.figures[-1]
    unproven = gap(case, figure, way, lasting=is_lasting(case))
    if unproven is not None or figure.value is None:
        return _with_figure(case, figure, unproven or no_figure(case, way))
    value = Fraction(figure.value)
    asked = asked_on(case.path, day_of(figure))
    standing = _standing(case, value, asked)
    basis = Basis.END_TARGET if standing in _REACHED else way
    found = _with_figure(case, figure, case.verdict(standing, basis, _reason(case, figure, standing, asked)))
    expected = None if asked is None else case.goal.asked_end(asked)
    return replace(
        found, attainment=attainment(case.target, value), no_attainment=no_attainment(case.target, value),
        expected=None if expected is None else decimal(expected),
        expected_attainment=attainment(case.target, expected),
        needed=None if standing in _REACHED else _needed(case, value, day_of(figure)),
    )


def _standing(case: Case, value: Fraction, asked: Span | None) -> Standing:
    """Goal, due day, path; but a total that must stay below a ceiling is settled only on the due day."""
    standing = standing_by(case.goal, value, asked, closed=case.closed)
    if case.closed or _settles_early(case) or asked is None:
        return standing
    over = case.target.direction is Direction.WITHIN and value > case.goal.high
    return Standing.ON_PATH if case.goal.keeps_up(value, asked) and not over else Standing.BEHIND


def _settles_early(case: Case) -> bool:
    """Whether the goal can be reached before the due day: a level can, a total under a ceiling cannot."""
    return case.target.kind is not Kind.CUMULATIVE or is_lasting(case)


def is_lasting(case: Case) -> bool:
    """Whether what is once reached stays reached: a running total, unless less of it is better."""
    return case.target.kind is Kind.CUMULATIVE and case.target.direction is Direction.AT_LEAST


def way_basis(case: Case) -> Basis:
    """PATH when the plan has points of its own, else the straight line."""
    return Basis.PATH if case.evidence.milestones else Basis.TIME_SHARE


def reached_since(goal: Goal, figures: Sequence[Figure]) -> date | None:
    """The day from which every figure up to the latest reaches the goal; None when the latest does not."""
    since = None
    for figure in reversed(figures):
        if figure.value is None or not goal.reached(Fraction(figure.value)):
            break
        since = day_of(figure)
    return since


def _with_figure(case: Case, figure: Figure, found: Assessment) -> Assessment:
    """The verdict with its figure, its value and what should be known of them."""
    start = start_value(case.target)
    since = reached_since(case.goal, case.figures)
    told = {
        Flag.EARLY: found.standing in _REACHED and since is not None and since < case.target.due_on,
        Flag.MET_AT_START: start is not None and _settles_early(case) and case.goal.reached(Fraction(start)),
        Flag.PROVISIONAL: case.target.kind is Kind.LEVEL_END and figure.as_of < figure.period.end,
        Flag.FALLEN: case.target.kind is Kind.CUMULATIVE and _has_fallen(case.figures),
    }
    flags = tuple(flag for flag, true in told.items() if true)
    return replace(found, figure=figure, value=figure.value, flags=flags + figure_flags(case, figure))


def _has_fallen(figures: Sequence[Figure]) -> bool:
    values = [one.value for one in figures if one.value is not None]
    return any(later < earlier for earlier, later in pairwise(values))


def _needed(case: Case, value: Fraction, day: date) -> Decimal | None:
    """The yearly step from the value to the goal over the days that are left; None when none are."""
    left = (case.target.due_on - day).days
    return decimal((case.goal.aim(value) - value) * DAYS_A_YEAR / left) if left > 0 and not case.closed else None


def _reason(case: Case, figure: Figure, standing: Standing, asked: Span | None) -> Reason:
    value, day = figure.value or Decimal(0), day_of(figure)
    goal, due = goal_words(case.target), case.target.due_on
    since = reached_since(case.goal, case.figures)
    if standing in _REACHED:
        if since is not None and since < due:
            return why("early", value=value, goal=goal, since_on=since, due_on=due)
        return why("reached", value=value, goal=goal, on=day)
    if standing is Standing.MISSED:
        return why("missed", value=value, goal=goal, due_on=due)
    if asked is None:
        return why("no_path", value=value, goal=goal, on=day)
    return why(standing.value, value=value, expected=case.goal.asked_end(asked), on=day)
