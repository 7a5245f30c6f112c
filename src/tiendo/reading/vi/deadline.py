"""By when something told is to be done: a day, a month, a quarter or a year in ISO form, or the words as written.

ISO forms are those of a claim's period: `2023-06-30`, `2023-09`, `2023-Q2`, `2023`. A date whose year the text
does not say stays as written ("trước ngày 30/6"): absence is never filled in by guessing.
"""

import re
from calendar import monthrange

from tiendo.reading.vi.wording import wording

__all__ = ["deadline_in"]

_DONE = re.compile(r"\A(?:hoàn thành|xong)\s+", re.IGNORECASE)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def deadline_in(text: str, folded: str, start: int, end: int) -> str | None:
    """The deadline stated in a span of a sentence, the first if it states several; None where it states none."""
    hits = [found for rule in wording("deadline").rules if (found := rule.pattern.search(folded, start, end))]
    if not hits:
        return None
    first = min(hits, key=lambda found: (found.start(), -found.end()))
    return _iso(first) or _DONE.sub("", text[first.start():first.end()].strip())


def _iso(found: re.Match[str]) -> str | None:
    said = {key: value for key, value in found.groupdict().items() if value}
    year = said.get("year")
    if year is None:
        return None
    if "quarter" in said:
        return f"{year}-Q{_QUARTERS.get(said['quarter']) or said['quarter']}"
    month, day = int(said.get("month", 0)), int(said.get("day", 0))
    if not (month or day):
        return year
    if month > 12 or (day and not 0 < day <= monthrange(int(year), month)[1]):
        return None
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"
