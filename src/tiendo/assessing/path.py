"""The path of a target: baseline, milestones, goal, and what it asks for on a day.

A path is milestones in order of their days. The plan's own points are joined by straight lines; without any,
the path is the straight line from the baseline to the goal. Before its first point a path asks for nothing.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tiendo.assessing.exact import decimal
from tiendo.assessing.goal import Span
from tiendo.plan import Kind, Milestone, Target


def path_points(
    target: Target, milestones: Sequence[Milestone] = (), since_on: date | None = None,
) -> tuple[Milestone, ...]:
    """The points of a target's path, oldest first.

    The baseline stands on its own day, or on `since_on` when it has none; the goal on the due day, where it takes
    the place of any other point. Points before the baseline or after the due day do not belong to the path.
    """
    begin = target.baseline_on or since_on
    start = start_value(target)
    first = () if start is None or begin is None or begin >= target.due_on else (Milestone(target.code, begin, start),)
    inner = sorted(
        (one for one in milestones if one.on < target.due_on and (not first or one.on > first[0].on)),
        key=lambda one: one.on,
    )
    if target.goal is None:
        return (*first, *inner)
    return (*first, *inner, Milestone(target.code, target.due_on, target.goal, target.goal_upper))


def start_value(target: Target) -> Decimal | None:
    """The baseline; a running total counts from the start of the term, so without a baseline it starts at 0."""
    if target.baseline is None and target.kind is Kind.CUMULATIVE:
        return Decimal(0)
    return target.baseline


def asked_on(path: Sequence[Milestone], day: date) -> Span | None:
    """What a path asks for on a day, exactly; None before its first point, its last point after the end."""
    if not path or day < path[0].on:
        return None
    for left, right in pairwise(path):
        if day < right.on:
            part = Fraction((day - left.on).days, (right.on - left.on).days)
            (low, high), (next_low, next_high) = _span(left), _span(right)
            return low + (next_low - low) * part, high + (next_high - high) * part
    return _span(path[-1])


def step_on(path: Sequence[Milestone], day: date) -> Span | None:
    """What a path on a scale asks for on a day: the last point passed, for there is nothing between two places."""
    return next((_span(one) for one in reversed(path) if one.on <= day), None)


def expected_on(path: Sequence[Milestone], day: date) -> Milestone | None:
    """What a path asks for on a day, as a point to be drawn; `value_upper` only where the path is a band."""
    asked = asked_on(path, day)
    if asked is None:
        return None
    low, high = map(decimal, asked)
    return Milestone(path[0].target, day, low, None if low == high else high)


def _span(point: Milestone) -> Span:
    low = Fraction(point.value)
    return low, low if point.value_upper is None else Fraction(point.value_upper)
