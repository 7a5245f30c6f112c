"""Open SDG's progress measure: compound yearly growth between two points, against what the target would ask for.

Source: Open SDG, "Progress Measurement Methodology for the Sustainable Development Goals"
(docs/progress-methodology.md, Statistics Canada; in Open SDG since 2.4.0). With a target the observed growth is
divided by the size of the required one; without, it is compared with fixed rates, reduced near a natural limit. The
method itself warns that it "oversimplifies reality"; it knows neither a path nor missing data. Here its result
stands beside a standing, never in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

ZERO = 0.001  # a base or a target of 0 is taken as this: the model cannot hold a zero
_NEARNESS = 4.44  # the exponent of the scaling near a limit
BASE_YEAR, TARGET_YEAR = 2015, 2030


class SdgStatus(StrEnum):
    """The method's categories, by the names of its software."""

    TARGET_ACHIEVED = "target_achieved"
    SUBSTANTIAL = "substantial_progress"  # on track
    MODERATE = "moderate_progress"  # progress made but acceleration needed
    LIMITED = "limited_progress"
    DETERIORATION = "deterioration"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True)
class SdgSeries:
    """One yearly series and what is asked of it. `rising`: more is better (always stated; there less is the default).

    `points` are (year, value); `limit` is a natural maximum or minimum and counts only without a target.
    """

    points: tuple[tuple[int, float], ...]
    rising: bool
    target: float | None = None
    limit: float | None = None
    base_year: int = BASE_YEAR
    target_year: int = TARGET_YEAR


@dataclass(frozen=True, slots=True)
class SdgProgress:
    """The result with its inputs, as the method asks for: `value` is R with a target, else the signed growth rate."""

    status: SdgStatus
    value: float | None = None
    score: float | None = None
    base: tuple[int, float] | None = None
    current: tuple[int, float] | None = None
    scaling: float = 1.0


@dataclass(frozen=True, slots=True)
class SdgIndicator:
    """Several series together: the mean of their scores, and the status of that score."""

    status: SdgStatus
    score: float | None


def sdg_progress(series: SdgSeries) -> SdgProgress:
    """The progress of one series. "Not available" without two years, with values of two signs, or with no data."""
    told = sorted(series.points)
    base = next((point for point in told if point[0] >= series.base_year), None)
    current = told[-1] if told else None
    if base is None or current is None:
        return SdgProgress(SdgStatus.NOT_AVAILABLE)
    achieved = _achieved(series, current[1])
    value = _value(series, base, current)
    scaling = _scaling(series, base[1])
    status = SdgStatus.TARGET_ACHIEVED if achieved else _status(series, value, scaling)
    score = 5.0 if achieved else _score(series, value, scaling)
    return SdgProgress(status, value, score, base, current, scaling)


def sdg_indicator(found: Sequence[SdgProgress]) -> SdgIndicator:
    """Series of equal weight together; "target achieved" only when every series with a score achieved its own."""
    scored = [one for one in found if one.score is not None]
    if not scored:
        return SdgIndicator(SdgStatus.NOT_AVAILABLE, None)
    score = sum(one.score or 0.0 for one in scored) / len(scored)
    if all(one.status is SdgStatus.TARGET_ACHIEVED for one in scored):
        return SdgIndicator(SdgStatus.TARGET_ACHIEVED, score)
    ladder = ((2.5, SdgStatus.SUBSTANTIAL), (0.0, SdgStatus.MODERATE), (-2.5, SdgStatus.LIMITED))
    return SdgIndicator(next((status for least, status in ladder if score >= least), SdgStatus.DETERIORATION), score)


def _achieved(series: SdgSeries, current: float) -> bool:
    if series.target is None:
        return False
    target = series.target or ZERO
    return current >= target if series.rising else current <= target


def _value(series: SdgSeries, base: tuple[int, float], current: tuple[int, float]) -> float | None:
    """R with a target, the signed growth rate without; None where the model does not hold."""
    start, years = base[1] or ZERO, current[0] - base[0]
    if years < 1 or start * current[1] < 0:
        return None
    way = (1 if series.rising else -1) * (-1 if base[1] < 0 else 1)
    observed = _growth(start, current[1], years)
    if series.target is None:
        return way * observed
    target = series.target or ZERO
    if target * start < 0 or series.target_year <= base[0] or target == start:
        return None
    return way * observed / abs(_growth(start, target, series.target_year - base[0]))


def _growth(start: float, end: float, years: int) -> float:
    rate: float = (end / start) ** (1 / years)
    return rate - 1


def _scaling(series: SdgSeries, base: float) -> float:
    """How much of the thresholds is left near a natural limit: 0 at the limit, 1 far from it."""
    if series.limit is None or series.target is not None:
        return 1.0
    start, limit = abs(base), abs(series.limit)
    if start >= 2 * limit:
        return 1.0
    near = start if start <= limit else 2 * limit - start
    scaled: float = 1 - (near / limit) ** _NEARNESS
    return scaled


def _status(series: SdgSeries, value: float | None, scaling: float) -> SdgStatus:
    if value is None:
        return SdgStatus.NOT_AVAILABLE
    high, middle = (0.95, 0.6) if series.target is not None else (0.015 * scaling, 0.005 * scaling)
    if value >= high:
        return SdgStatus.SUBSTANTIAL
    if value >= middle:
        return SdgStatus.MODERATE
    return SdgStatus.LIMITED if value >= 0 else SdgStatus.DETERIORATION


def _score(series: SdgSeries, value: float | None, scaling: float) -> float | None:
    """−5 to 5 through the breakpoints the methodology's figures state."""
    if value is None:
        return None
    if series.target is not None:
        return _between(value, ((-0.6, -5.0), (0.6, 0.0), (1.3, 5.0)))
    if value < 0:
        return _between(value, ((-0.02, -5.0), (0.0, -2.5)))
    if scaling == 0:
        return 5.0
    return _between(value / scaling, ((0.0, -2.5), (0.005, 0.0), (0.015, 2.5), (0.02, 5.0)))


def _between(value: float, points: Sequence[tuple[float, float]]) -> float:
    """The straight lines through some points, flat beyond the first and the last."""
    for (left, low), (right, high) in pairwise(points):
        if value < right:
            return max(low, low + (high - low) * (value - left) / (right - left))
    return points[-1][1]
