"""When a value reaches a goal, goes beyond it, or keeps up with the path (domain.md 2.4).

A goal may be a band "8–10". The end that must be reached is the nearer one (8 when more is better, 10 when
less is better); beyond means past the other end.
"""

from dataclasses import dataclass
from fractions import Fraction

from tiendo.assessing.records import Standing
from tiendo.plan import Component, Direction, Kind, Target
from tiendo.quantity import canonical_unit

Span = tuple[Fraction, Fraction]  # the lower and the upper end of what is asked for; equal without a band

SLACK = Fraction(1, 10)  # how far the parts of a structure may sum away from 100 (domain.md 2.3)

_OPEN_ABOVE = frozenset({Kind.RELATIVE_TO_ASSIGNED, Kind.GROWTH_AVG})  # where "100 %" has something beyond it


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for: `low` and `high` are equal without a band.

    `strict`: equality does not reach it ("trên X", "dưới X"). `top`: nothing lies beyond (100 % of a whole).
    """

    direction: Direction
    low: Fraction
    high: Fraction
    strict: bool = False
    top: bool = False

    @property
    def must(self) -> Fraction:
        """The end that has to be reached."""
        return self.high if self.direction is Direction.AT_MOST else self.low

    def reached(self, value: Fraction) -> bool:
        """Whether the value is what was asked for, or better."""
        if self.direction is Direction.WITHIN:
            return self.low <= value <= self.high
        if value == self.must:
            return not self.strict
        return value < self.must if self.direction is Direction.AT_MOST else value > self.must

    def exceeded(self, value: Fraction) -> bool:
        """Whether the value is strictly better than was asked for: "vượt"."""
        if self.direction is Direction.AT_LEAST:
            return value > self.high and not self.top
        return self.direction is Direction.AT_MOST and value < self.low

    def keeps_up(self, value: Fraction, asked: Span) -> bool:
        """Whether a value on the way is at or ahead of what the path asks for."""
        if self.direction is Direction.WITHIN:
            return self._away(value) <= max(map(self._away, asked))
        return value <= asked[1] if self.direction is Direction.AT_MOST else value >= asked[0]

    def asked_end(self, asked: Span) -> Fraction:
        """The end of a path's band a value on the way is held to."""
        if self.direction is Direction.WITHIN:
            return max(asked, key=self._away)
        return asked[1] if self.direction is Direction.AT_MOST else asked[0]

    def aim(self, baseline: Fraction) -> Fraction:
        """Where the way from a baseline leads: the end to be reached, for a band to keep within the nearer."""
        if self.direction is Direction.WITHIN:
            return min(max(baseline, self.low), self.high)
        return self.must

    def _away(self, value: Fraction) -> Fraction:
        """How far a value lies outside the band; 0 inside."""
        return max(self.low - value, value - self.high, Fraction(0))


def standing_by(goal: Goal, value: Fraction, asked: Span | None, *, closed: bool) -> Standing:
    """The heart of the definition: the goal first, then the due day, then the path.

    `asked` is what the path asks for on the value's day; None where nothing is asked yet or no path is known.
    """
    if goal.exceeded(value):
        return Standing.EXCEEDED
    if goal.reached(value):
        return Standing.MET
    if closed:
        return Standing.MISSED
    if asked is None:
        return Standing.NOT_ASSESSABLE
    return Standing.ON_PATH if goal.keeps_up(value, asked) else Standing.BEHIND


def goal_of(target: Target) -> Goal | None:
    """The goal of a target; None when the plan states none.

    A structure as a whole is asked for one thing: that its parts sum to 100 ± 0.1.
    """
    if target.kind is Kind.STRUCTURE:
        return Goal(Direction.WITHIN, 100 - SLACK, 100 + SLACK)
    if target.goal is None:
        return None
    low, high = _ends(target)
    whole = canonical_unit(target.unit) == "%" and low == 100 and target.kind not in _OPEN_ABOVE
    return Goal(target.direction, low, high, strict=target.strict, top=whole)


def goal_of_part(component: Component) -> Goal:
    """The goal of one part of a structure."""
    low, high = _ends(component)
    return Goal(component.direction, low, high)


def _ends(asker: Target | Component) -> Span:
    low = Fraction(asker.goal or 0)
    return low, low if asker.goal_upper is None else Fraction(asker.goal_upper)
