"""Codes of periods: what the text leaves open in them, and arithmetic on them.

A code is `2022`, `2022-H1`, `2022-Q3`, `2022-09`, `2022-01/2022-09` (months), `2020/2025` (years) or `2022-06-15`
(a day, "as at"). An open code waits for the context: it lacks its year, or points to a period told before.
"""

import re

OPEN_YEAR = "YYYY"  # stands where the text leaves the year to the context
TERM = "TERM"  # "nửa nhiệm kỳ": the term the document speaks of
FIVE_YEARS = "FIVE"  # "5 năm qua": the term, or the five years at hand
NOW = "NOW"  # "đến nay", "năm nay": the year the document speaks of
PRESENT = "PRESENT"  # "hiện có 8 khu công nghiệp": the time of the report
TO_DATE = "TO-DATE"  # "từ đầu năm": from January to the end of the report's period
YEARLY = "YEARLY"  # "hằng năm": every year of the term, of no one year
NO_PERIOD = "NONE"  # "2 tháng cuối năm": words of time that name no period of a figure
SAME = "SAME"  # "cùng kỳ năm 2011" as a period of its own: the current period in that year
SAME_BEFORE = "SAME-1"  # "cùng kỳ đạt …": the current period a year earlier
WITHIN = "WITHIN-"  # "trong tháng" under nine months: the last month or quarter of them, by the letter behind it
PRIOR = "PRIOR-"  # "tháng trước thu …": the month, quarter or year before the one at hand, by the letter behind it

_YEAR = re.compile(r"(?:19|20)\d\d")
_QUARTER_MONTHS = 3
_MONTHS = 12


def span(code: str | None) -> tuple[str, int, int] | None:
    """The year, first and last month of a code inside one year; None for spans over years, for days and for None."""
    if code is None:
        return None
    year, _, part = code.partition("-")
    if len(code) == len("2022-06-15") and "/" not in code:
        return None
    if "/" in code:
        first, last = code.split("/")
        inside = first[:4] == last[:4] and len(first) == len(last) == len("2022-01")
        return (year, int(first[5:]), int(last[5:])) if inside else None
    if not part:
        return year, 1, _MONTHS
    if part[0] in "QH":
        size = _QUARTER_MONTHS if part[0] == "Q" else _MONTHS // 2
        return year, (int(part[1:]) - 1) * size + 1, int(part[1:]) * size
    return year, int(part), int(part)


def written(year: str, first: int, last: int) -> str:
    """The code of the months from `first` to `last` of a year: a quarter, a half or the year where they are one."""
    if first == last:
        return f"{year}-{first:02}"
    size, ends = last - first + 1, last % (last - first + 1) == 0
    if ends and size == _MONTHS:
        return year
    if ends and size in {_QUARTER_MONTHS, _MONTHS // 2}:
        return f"{year}-{'Q' if size == _QUARTER_MONTHS else 'H'}{last // size}"
    return f"{year}-{first:02}/{year}-{last:02}"


def to_date(code: str | None) -> str | None:
    """From January to the end of a code's months; any other code as it is."""
    inside = span(code)
    return written(inside[0], 1, inside[2]) if inside else code


def prior(code: str | None, unit: str) -> str | None:
    """The year (`Y`), quarter (`Q`) or month (`M`) before the end of a code, or as much time before it (`P`)."""
    inside = span(code)
    if code is None or inside is None:
        return None if unit != "Y" else year_before(year_of(code))
    year, first, last = inside
    size = {"M": 1, "Q": _QUARTER_MONTHS, "P": last - first + 1}.get(unit, _MONTHS)
    if unit == "Y" or size == _MONTHS:
        return str(int(year) - 1)
    end = (last - 1) // size * size
    if end < size:
        year, end = str(int(year) - 1), _MONTHS
    return written(year, end - size + 1, end)


def last_of(code: str | None, unit: str) -> str | None:
    """The last quarter (`Q`) or month (`M`) of a span of months; any other code as it is."""
    inside = span(code)
    if inside is None or inside[2] - inside[1] + 1 == _MONTHS:
        return code
    year, _, last = inside
    quarter = (last - 1) // _QUARTER_MONTHS + 1
    return f"{year}-{last:02}" if unit == "M" else f"{year}-Q{quarter}"


def year_of(code: str | None) -> str | None:
    """The year of a code that stands in one year; None for terms and spans of years."""
    years = set(_YEAR.findall(code or ""))
    return years.pop() if len(years) == 1 else None


def within(year: str | None, code: str | None) -> bool:
    """Whether a year is the code's own, or one of its years."""
    years = _YEAR.findall(code or "")
    return year is not None and bool(years) and years[0] <= year <= years[-1]


def months(code: str | None) -> int:
    """How many months a code spans; a day, or nothing, counts as none."""
    inside = span(code)
    if inside:
        return inside[2] - inside[1] + 1
    first, _, last = (code or "").partition("/")
    if not last:
        return 0
    years = int(last[:4]) - int(first[:4])
    return (years + 1) * _MONTHS if len(first) == len("2022") else years * _MONTHS + int(last[5:]) - int(first[5:]) + 1


def is_day(code: str | None) -> bool:
    """Whether a code is a day: what is told is counted up to it."""
    return bool(code and re.fullmatch(r"\d{4}-\d\d-\d\d", code))


def is_years(code: str | None) -> bool:
    """Whether a code spans years: a term, a five-year plan, a school year."""
    return bool(code and re.fullmatch(r"\d{4}/\d{4}", code))


def in_a_row(code: str) -> bool:
    """Whether a code is a school year: two years, one after the other."""
    return is_years(code) and int(code[5:]) == int(code[:4]) + 1


def year_before(code: str | None) -> str | None:
    """The same stretch of time a year earlier."""
    return _YEAR.sub(lambda found: str(int(found.group()) - 1), code) if code else None


def same_in(year: str, code: str | None) -> str:
    """"cùng kỳ năm 2011": the period at hand in that year."""
    return year if code is None or is_years(code) else _YEAR.sub(year, code)
