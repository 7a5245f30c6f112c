"""What a target's chart draws: its figures, its path or goal, the good side of it, and the day viewed.

The good side is everything as good as the path (or, for a target judged year by year, the goal) asks for or
better, so that the label beside the chart can be checked by eye: a point inside is on its path.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing import Stage, YearResult, evidence_for, path_points
from tiendo.assessing.evidence import day_of
from tiendo.plan import Direction, Kind, Milestone, Plan, Target
from tiendo.quantity import Period
from tiendo.review.records import Line

FAN_ROOM = Fraction(3, 5)  # how far an outlook may widen what the figures and the path span, on either side
PATH_KINDS = frozenset({Kind.LEVEL_END, Kind.CUMULATIVE, Kind.MILESTONE})


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; None where it is known that nothing is known."""

    on: date
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Stop:
    """What the path asks for on a day; `high` is the upper end of a band."""

    on: date
    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """A path that was asked for until an amendment."""

    until: date
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day to be marked, its words say it too: an amendment, a break of the series (figures before it are hatched)."""

    on: date
    words: str
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """One target from its start to its due day, or to the day viewed where that is later.

    `stops` has at least two points, or is empty (no goal, no start). `steps` says that the path jumps at its stops
    instead of leading to them (a scale). `former` are paths that were amended, oldest first: they stay visible.
    `fan` is the outlook after the last point, `marks` are days with words.
    """

    begin: date
    end: date
    as_of: date
    points: tuple[Point, ...]
    stops: tuple[Stop, ...]
    direction: Direction
    steps: bool = False
    former: tuple[Former, ...] = ()
    fan: tuple[Stage, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def level(self) -> bool:
        """Whether the same is asked for from first to last: a target judged year by year."""
        return len({(stop.low, stop.high) for stop in self.stops}) == 1

    @property
    def last(self) -> Point | None:
        """The latest point with a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)

    @property
    def span(self) -> tuple[Fraction, Fraction]:
        """The least and greatest value drawn; never equal."""
        values = [point.value for point in self.points if point.value is not None]
        stops = (*self.stops, *(stop for one in self.former for stop in one.stops))
        values += [value for stop in stops for value in (stop.low, stop.high) if value is not None]
        low, high = Fraction(min(values, default=Decimal(0))), Fraction(max(values, default=Decimal(1)))
        low, high = (low, high) if low < high else (low - 1, high + 1)
        most = (high - low) * FAN_ROOM  # a wide outlook is cut, so that what is known stays readable
        ends = [Fraction(end) for stage in self.fan for end in (stage.low, stage.high)]
        return max(min([low, *ends]), low - most), min(max([high, *ends]), high + most)

    @property
    def broken_on(self) -> date | None:
        """The last break of the series within the track."""
        found = [mark.on for mark in self.marks if mark.breaks and self.begin < mark.on < self.end]
        return max(found, default=None)


def track_of(plan: Plan, line: Line, as_of: date) -> Track | None:
    """The track of a target; None for a structure (its parts are drawn) and where no first day is known."""
    target = line.target
    evidence = evidence_for(plan, target.code)
    begin = target.baseline_on or evidence.since_on
    if target.kind is Kind.STRUCTURE or begin is None or begin >= target.due_on:
        return None
    stops = _path(target, evidence.milestones, evidence.since_on) if target.kind in PATH_KINDS else _goal(target, begin)
    return Track(begin, max(target.due_on, as_of), as_of, _points(line, begin), stops, target.direction,
                 steps=target.scale is not None)


def _path(target: Target, milestones: Sequence[Milestone], since_on: date | None) -> tuple[Stop, ...]:
    found = path_points(target, milestones, since_on)
    return tuple(Stop(one.on, one.value, one.value_upper) for one in found) if len(found) > 1 else ()


def _goal(target: Target, begin: date) -> tuple[Stop, ...]:
    """Year by year the same goal is asked for."""
    if target.goal is None:
        return ()
    ends = target.goal, target.goal_upper
    return (Stop(begin, *ends), Stop(target.due_on, *ends))


def _points(line: Line, begin: date) -> tuple[Point, ...]:
    """A path's figures from its baseline on; for other targets the years (or periods) as they were judged."""
    target = line.target
    if target.kind not in PATH_KINDS:
        return tuple(_of_year(year) for year in line.assessment.years)
    first = () if target.baseline is None else (Point(begin, target.baseline),)
    return (*first, *(Point(day_of(one), one.value) for one in line.figures))


def _of_year(year: YearResult) -> Point:
    period = Period.parse(year.period)
    if year.figure is None and period is None:
        raise ValueError(f"{year.period} is no period")
    on = day_of(year.figure) if year.figure else period.end if period else date.min
    return Point(on, year.value)
