"""The time-proportional share: the part of the way gone, beside the part of the time gone.

The plainest yardstick of Vietnamese mid-term reviews ("half the term, half the target"). `ahead` is the difference
in points. Not capped and negative when a value went back.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeShare:
    """The parts of the way and of the time that are gone, per cent."""

    way: float
    time: float

    @property
    def ahead(self) -> float:
        """Points ahead of the even share; negative when behind."""
        return self.way - self.time


def time_share(
    start: tuple[date, float], goal: tuple[date, float], now: tuple[date, float],
) -> TimeShare | None:
    """The shares on a day: (day, value) of start, goal and now; None without a way or without time to go."""
    days, way = (goal[0] - start[0]).days, goal[1] - start[1]
    if days <= 0 or way == 0:
        return None
    return TimeShare(100 * (now[1] - start[1]) / way, 100 * (now[0] - start[0]).days / days)
