"""The arithmetic of the forecast: four ways to go on from a short series, and how far each has missed.

A series is (years since its first point, value), oldest first. A method foretells a value for a later moment and says
how much a miss grows with the distance (`spread`). The range is not assumed: every point is foretold from those before
it, and the misses, each divided by its own spread, are what the range is made of; Student's t widens it where they are
few. Binary floats inside, the same on every machine but for the last digit; `judging` rounds them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import mean, median, variance

Points = Sequence[tuple[float, float]]

SEASON = 22 / 365.25  # so near to the same day of another year is the same season
ROUNDING = 0.3  # of the last digit reported: no miss is believed to be smaller than rounding makes it (1/√12)
# 90th percentile of Student's t by degrees of freedom: both ends together leave out 20 %
_T90 = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341, 1.337,
        1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310)
_NORMAL90 = 1.282


@dataclass(frozen=True, slots=True)
class Method:
    """A way to go on. `first` is how many points it needs to foretell anything, `least` how many before we say it."""

    name: str
    foretell: Callable[[Points, float], tuple[float, float]]  # -> value, spread
    first: int
    least: int


@dataclass(frozen=True, slots=True)
class Course:
    """A series with a method and what its misses were; `sigma` is one miss per unit of spread."""

    points: Points
    method: Method
    sigma: float
    tries: int
    error: float
    naive: float

    def at(self, moment: float) -> tuple[float, float]:
        """The middle and half the width of the 80 % range for a later moment."""
        value, spread = self.method.foretell(self.points, moment)
        return value, t90(self.tries) * self.sigma * spread


def trend(points: Points, moment: float) -> tuple[float, float]:
    """A level: from the last value on at the mean pace so far, as far as the steps agree (`trust`)."""
    (start, first), (end, last) = points[0], points[-1]
    ahead, span, share = moment - end, end - start, trust(points)
    return last + share * (last - first) / span * ahead, sqrt(ahead * (1 + share * ahead / span))


def money(points: Points, moment: float) -> tuple[float, float]:
    """A level of money: as `trend`, but what is twice as much is missed by twice as much. Values above 0."""
    value, spread = trend(points, moment)
    return value, spread * max(value, points[-1][1] / 2)


def trust(points: Points) -> float:
    """How far the mean pace is believed: m²/(m² + s²), s its standard error; 1 for steps alike, near 0 for noise.

    Two points have one step, which nothing speaks against yet.
    """
    paces = [(right[1] - left[1]) / (right[0] - left[0]) for left, right in pairwise(points)]
    if len(paces) < 2:
        return 1.0
    signal, noise = mean(paces) ** 2, variance(paces) / len(paces)
    return signal / (signal + noise) if signal + noise else 1.0


def running(points: Points, moment: float) -> tuple[float, float]:
    """A running total: on from the same season, at the mean of the whole pace and the last year's.

    A December holds more than a quarter of its year, so the way is counted from the last point of the season foretold,
    where one lies within the year before the last point. Within a year misses cancel, over years they add up.
    """
    (start, first), (end, last) = points[0], points[-1]
    before = next((one for one in reversed(points) if one[0] <= end - 1 + SEASON), points[0])
    pace = ((last - first) / (end - start) + (last - before[1]) / (end - before[0])) / 2
    base, value = next(
        (one for one in reversed(points) if one[0] > end - 1 + SEASON and _same_season(one[0], moment)), points[-1])
    ahead = moment - base
    return max(value + pace * ahead, last), max(sqrt(ahead), ahead) * sqrt(1 + ahead / (end - start))


def usual(points: Points, moment: float) -> tuple[float, float]:  # noqa: ARG001 - a yearly value does not drift
    """A yearly value judged by itself: the middle one of the years so far, at any distance."""
    return median(value for _, value in points), 1.0


TREND = Method("trend", trend, first=2, least=4)
MONEY = Method("money", money, first=2, least=4)
RUNNING = Method("running", running, first=2, least=4)
USUAL = Method("usual", usual, first=1, least=3)


def course_of(points: Points, method: Method, digit: float = 0.0) -> Course:
    """A series laid out by a method; `digit` is one unit of the last digit reported. Needs `method.least` points."""
    moved = any(value != points[0][1] for _, value in points)
    hidden = ROUNDING * digit if moved else 0.0  # what never moved has no digits to hide anything in
    misses, plain, naive = [], [], []
    for place in range(method.first, len(points)):
        (moment, value), before = points[place], points[:place]
        foretold, spread = method.foretell(before, moment)
        misses.append(max(abs(value - foretold), hidden) / spread)
        plain.append(abs(value - foretold))
        naive.append(abs(value - before[-1][1]))
    tries = len(misses)
    sigma = sqrt(sum(miss * miss for miss in misses) / tries)
    return Course(points, method, sigma, tries, sum(plain) / tries, sum(naive) / tries)


def t90(tries: int) -> float:
    """How many misses wide half of an 80 % range is when so many misses are known."""
    return _T90[tries - 1] if tries <= len(_T90) else _NORMAL90


def _same_season(moment: float, other: float) -> bool:
    return abs(other - moment - round(other - moment)) <= SEASON
