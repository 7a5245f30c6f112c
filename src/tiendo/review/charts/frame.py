"""From days and values to a drawing's own units: where a chart's points, path and good side stand in its box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tiendo.plan import Direction
from tiendo.review.charts.track import Point, Track

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A box in drawing units for one track; y grows downward as in SVG."""

    track: Track
    left: float
    top: float
    right: float
    bottom: float
    pad: float = 0.1  # of the height, kept free above the greatest value and below the least
    span: tuple[Fraction, Fraction] = field(init=False)  # the track's, asked once and not for every point

    def __post_init__(self) -> None:
        """Ask the track for its least and greatest value."""
        object.__setattr__(self, "span", self.track.span)

    def x(self, day: date) -> float:
        """Where a day stands; days outside the track stand at its edge."""
        share = (day - self.track.begin).days / (self.track.end - self.track.begin).days
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def y(self, value: Decimal) -> float:
        """Where a value stands, some of the box kept free at either end."""
        low, high = self.span
        share = self.pad + (1 - 2 * self.pad) * float((Fraction(value) - low) / (high - low))
        return self.bottom - share * (self.bottom - self.top)

    def edge(self) -> list[Spot]:
        """The path (its lower end where it is a band), as the corners of a line."""
        return list(self._corners(False))

    def good_side(self) -> list[Spot]:
        """The corners of the area that is as good as the path or better; nothing without a path."""
        edge = self.edge()
        if not edge:
            return []
        if any(stop.high is not None for stop in self.track.stops):
            return [*edge, *reversed(list(self._corners(True)))]
        far = self.bottom if self.track.direction is Direction.AT_MOST else self.top
        return [*edge, (edge[-1][0], far), (edge[0][0], far)]

    def _corners(self, upper: bool) -> Iterator[Spot]:
        before: float | None = None
        for stop in self.track.stops:
            y = self.y(stop.high if upper and stop.high is not None else stop.low)
            if self.track.steps and before is not None:
                yield self.x(stop.on), before
            yield self.x(stop.on), y
            before = y
        if before is not None and self.track.stops[-1].on < self.track.end:
            yield self.right, before  # past the due day the goal stands

    def runs(self) -> list[list[Spot]]:
        """The points with values as stretches of neighbours; one without a value parts two, and so does a break."""
        stretches: list[list[Spot]] = [[]]
        broken = self.track.broken_on
        for before, point in zip((None, *self.track.points), self.track.points, strict=False):
            if broken and before and before.on < broken <= point.on:
                stretches.append([])
            if point.value is None:
                stretches.append([])
            else:
                stretches[-1].append((self.x(point.on), self.y(point.value)))
        return [stretch for stretch in stretches if stretch]

    def fan(self) -> tuple[list[Spot], list[Spot]]:
        """The outlook from the last point on: its middle as a line, its range as an area; cut at the box."""
        last = self.track.last
        if last is None or last.value is None or not self.track.fan:
            return [], []
        start = (self.x(last.on), self.y(last.value))
        ends = [(self.x(one.on), *map(self._inside, (one.low, one.value, one.high))) for one in self.track.fan]
        return ([start, *((x, middle) for x, _, middle, _ in ends)],
                [start, *((x, high) for x, _, _, high in ends), *((x, low) for x, low, _, _ in reversed(ends))])

    def _inside(self, value: Decimal) -> float:
        return min(self.bottom, max(self.top, self.y(value)))

    def gaps(self) -> list[float]:
        """Where it is known that nothing is known."""
        return [self.x(point.on) for point in self.track.points if point.value is None]


def last_spot(frame: Frame) -> Spot | None:
    """Where the latest point with a value stands."""
    last = frame.track.last
    return None if last is None or last.value is None else (frame.x(last.on), frame.y(last.value))


def stepped(spots: Sequence[Spot]) -> list[Spot]:
    """A line through spots that keeps its height until the next one: values on a scale."""
    out = list(spots[:1])
    for before, spot in pairwise(spots):
        out += [(spot[0], before[1]), spot]
    return out


def valued(points: Sequence[Point]) -> list[tuple[Point, Decimal]]:
    """The points that have a value, with it."""
    return [(point, point.value) for point in points if point.value is not None]
