"""From a course to an outlook: the ends of years ahead, what they come to, and what the goal says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.case import Case
from tiendo.assessing.exact import plain
from tiendo.assessing.forecast.methods import Course, Method, course_of
from tiendo.assessing.forecast.records import Break, Outlook, Prospect, Stage, Trial
from tiendo.assessing.forecast.series import Series, places
from tiendo.assessing.goal import Goal
from tiendo.assessing.reasons import why
from tiendo.plan import Direction, Kind
from tiendo.quantity import canonical_unit

FARTHEST = 2.02  # times the history: two years of figures carry four years ahead, leap days and a late week allowed
DIGITS = 9  # significant digits a comparison rests on: what binary floats may differ by is far below

_AMOUNTS = frozenset({Kind.LEVEL_END, Kind.CUMULATIVE, Kind.MAINTAIN, Kind.RELATIVE_TO_ASSIGNED})
Span = tuple[Decimal, Decimal, Decimal]  # middle, low, high


@dataclass(frozen=True, slots=True)
class Ahead:
    """A case with its series and the breaks of it: what every kind of target needs to look ahead."""

    case: Case
    series: Series
    unit: str

    def silent(self, key: str, **values: Decimal | date | str | int) -> Outlook:
        """Nothing can be said, and why."""
        return self.said(Prospect.CANNOT_SAY, key, **values)

    def said(self, prospect: Prospect, key: str, **values: Decimal | date | str | int) -> Outlook:
        """An outlook without a range."""
        reason, found = why(key, **values), self.series
        return Outlook(self.case.target.code, self.case.as_of, prospect, _key(reason.key), reason.values,
                       points=len(found.days), since_on=min(found.days, default=None), cut=found.cut, unit=self.unit)

    def missing(self, method: Method, until: date) -> Outlook | None:
        """Why the series carries no forecast up to a day; None when it does."""
        found = self.series
        if found.disputed is not None:
            return self.silent("conflict", period=found.disputed.period.code)
        if len(found.days) < method.least:
            return _few(self, method, found.cut)
        span, ahead = found.moment(found.days[-1]), found.moment(until) - found.moment(found.days[-1])
        if ahead > FARTHEST * span:
            return self.silent("far", ahead=_tenth(ahead), span=_tenth(span))
        return None

    def course(self, method: Method) -> Course:
        """The series on its course; `missing` was asked before."""
        return course_of(self.series.points, method, self.series.digit)

    def spans(self, course: Course, days: Sequence[date]) -> list[Span]:
        """Middle, low and high on each day, within what the values can be."""
        least, most = self._ends()
        found = []
        for day in days:
            middle, half = course.at(self.series.moment(day))
            middle, low, high = (min(max(end, least), most) for end in (middle, middle - half, middle + half))
            found.append((_decimal(middle), _decimal(low), _decimal(high)))
        return found

    def _ends(self) -> tuple[float, float]:
        """What a value can be: a running total never falls, an amount is not below 0, a share of a whole not above 100.

        Whether per cent are a share nobody says; where neither goal nor value is above 100, cutting there changes no
        outlook, for the goal is below the cut.
        """
        target, values = self.case.target, self.series.values
        goals = [one for one in (target.goal, target.goal_upper) if one is not None]
        share = canonical_unit(self.unit) == "%" and target.kind in _AMOUNTS - {Kind.RELATIVE_TO_ASSIGNED}
        most = 100.0 if share and max(*values, *goals) <= 100 else float("inf")
        if target.kind is Kind.CUMULATIVE:
            return float(values[-1]), most
        amount = target.kind in _AMOUNTS and min(*values, target.goal or Decimal(0)) >= 0
        return (0.0 if amount else float("-inf")), most

    def stage(self, day: date, span: Span) -> Stage:
        """A span rounded as the target's own numbers are written, one digit after the point at least."""
        target = self.case.target
        own = [one for one in (target.goal, target.baseline, target.goal_upper) if one is not None]
        digits = max([1, *map(places, own)])
        return Stage(day, *(plain(round(value, digits)) for value in span))

    def trial(self, course: Course) -> Trial:
        """How the method did on the figures already known."""
        return Trial(course.tries, plain(round(_decimal(course.error), 2)), plain(round(_decimal(course.naive), 2)))


def prospect_of(goal: Goal, span: Span) -> Prospect:
    """What the goal says of a range: reached by all of it, by some of it, by none of it."""
    _, low, high = map(Fraction, span)
    ends = [goal.reached(low), goal.reached(high)]
    if all(ends):
        return Prospect.WILL_REACH
    beside = goal.direction is Direction.WITHIN and low < goal.low and high > goal.high
    return Prospect.AT_RISK if any(ends) or beside else Prospect.WILL_NOT_REACH


def worst(prospects: Sequence[Prospect]) -> Prospect:
    """The one that weighs most; nothing is reached while a part of it cannot be told."""
    order = (Prospect.WILL_NOT_REACH, Prospect.AT_RISK, Prospect.CANNOT_SAY, Prospect.WILL_REACH)
    return min(prospects, key=order.index)


def year_ends(since: date, until: date) -> tuple[date, ...]:
    """The last days of the years after a day and before another, and that other day."""
    ends = (date(year, 12, 31) for year in range(since.year, until.year + 1))
    return (*(day for day in ends if since < day < until), until)


def _few(ahead: Ahead, method: Method, cut: Break | None) -> Outlook:
    have = len(ahead.series.days)
    if cut is None:
        return ahead.silent("few", have=have, need=method.least)
    return ahead.silent(f"few_{cut.cause}", have=have, need=method.least, cut_on=cut.on)


def _key(reason: str) -> str:
    """Outlooks have words of their own: `outlook_few`, not `reason_few`."""
    return "outlook_" + reason.removeprefix("reason_")


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.{DIGITS - 1}e}")


def _tenth(value: float) -> Decimal:
    return round(Decimal(repr(value)), 1)
