"""Periods as figures and claims carry them: a year, a half, a quarter, a month, a span, a term, a day.

Codes (corpus/README): `2022` · `2022-H1` · `2022-Q3` · `2022-09` · `2022-01/2022-09` · `2020/2025` ·
`2022-06-15` (as at that day). `Period.parse` and `Period.code` are inverse.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_SHAPE = re.compile(
    r"(?P<y>\d{4})(?:-H(?P<h>[12])|-Q(?P<q>[1-4])|-(?P<m>\d{2})(?:-(?P<d>\d{2})|/(?P<y2>\d{4})-(?P<m2>\d{2}))?"
    r"|/(?P<ty>\d{4}))?",
    re.ASCII,
)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends inside, with the code it was written by."""

    start: date
    end: date
    code: str

    @classmethod
    @lru_cache(4096)
    def parse(cls, code: str) -> "Period | None":
        """The period a code names; None when it names none ("2022-Q5", "2022-13")."""
        found = _SHAPE.fullmatch(code)
        if not found:
            return None
        try:
            start, end = _span({k: int(v) for k, v in found.groupdict().items() if v})
        except ValueError:  # month 13, day 31 of February
            return None
        return cls(start, end, code) if start <= end else None

    def __str__(self) -> str:
        return self.code


def _span(part: dict[str, int]) -> tuple[date, date]:
    year = part["y"]
    if "d" in part:
        day = date(year, part["m"], part["d"])
        return day, day
    if "y2" in part:
        return date(year, part["m"], 1), _month_end(part["y2"], part["m2"])
    if "ty" in part:
        return date(year, 1, 1), date(part["ty"], 12, 31)
    if "m" in part:
        return date(year, part["m"], 1), _month_end(year, part["m"])
    first, last = 1, 12
    if "h" in part:
        first, last = 6 * part["h"] - 5, 6 * part["h"]
    elif "q" in part:
        first, last = 3 * part["q"] - 2, 3 * part["q"]
    return date(year, first, 1), _month_end(year, last)
