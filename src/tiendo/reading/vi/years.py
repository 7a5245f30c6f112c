"""Years as an award names them: "năm 2020, 2022", "năm 2020 và 2021", "giai đoạn 2016-2020", "năm học 2021-2022"."""

import re
from dataclasses import dataclass

__all__ = ["Years", "years_after", "years_before"]

_WORD = r"(?:năm học|(?:các |trong |hai |ba )?năm|giai đoạn|nhiệm kỳ|từ năm|từ)"
_LIST = re.compile(
    rf"(?:(?<!\w){_WORD} |\()"
    r"(?P<years>(?:19|20)\d{2}(?:(?:\s?[-–,]\s?| và | đến )(?:năm )?(?:19|20)\d{2})*)(?![\d/])\)?",
)
_RANGE = re.compile(r"(\d{4})(?:\s?[-–]\s?| đến )(?:năm )?(\d{4})")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 30  # years of a range that can be one award's


@dataclass(frozen=True, slots=True)
class Years:
    """The years named and where their words stand."""

    years: tuple[int, ...]
    start: int
    end: int


def years_after(folded: str, start: int, end: int) -> Years | None:
    """The first years named in the span; None where it names none."""
    found = _LIST.search(folded, start, end)
    return _years(found) if found else None


def years_before(folded: str, start: int, end: int) -> Years | None:
    """The years a clause opens with ("Năm 2022, ..."), if they are the only ones before `end`."""
    found = list(_LIST.finditer(folded, start, end))
    return _years(found[0]) if len(found) == 1 else None


def _years(found: re.Match[str]) -> Years:
    said = found["years"]
    years = {int(year) for year in _YEAR.findall(said)}
    for first, last in ((int(a), int(b)) for a, b in _RANGE.findall(said)):
        if 0 < last - first <= _LONGEST:
            years.update(range(first, last))
    return Years(tuple(sorted(years)), found.start(), found.end())
