"""Periods as Vietnamese reports say them (`6 tháng đầu năm 2023`, `quý I`), found in text and said back.

The phrases stand in `periods.toml`. Where several fit the longest wins. A phrase without a year needs the reader's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tiendo.quantity.nfc import to_nfc
from tiendo.quantity.period import Period
from tiendo.quantity.phrase import MORE_YEARS, Phrase, beginning, count, phrases
from tiendo.quantity.unit import read_unit
from tiendo.words import Lang, say

_COMPARED = re.compile(
    r"(?:so\s+với|so|cùng\s+k[ỳì])(?:\s+(?:của|thực\s+hiện|mức|kỳ|cùng\s+k[ỳì]))*\s*$", re.IGNORECASE,
)
_AS_AT = re.compile(r"(?:đến|tới|tại)(?:\s+(?:hết|thời\s+điểm))*\s*$", re.IGNORECASE)
_WIDTHS = {"year": 4, "until": 4, "year before": 4, "quarter": 1}  # digits of a part of a code; else two
_WINDOW = 40  # characters before a mention in which the words about it stand


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period said in a text: its offsets, its code and the name of the rule that read it.

    `relative`: the text said no year, the reader's was used. `as_at`: the value stands at that day or end
    ("tính đến"). `compared`: the period is what a value is compared with ("so với cùng kỳ năm 2021").
    """

    start: int
    end: int
    code: str
    rule: str
    relative: bool = False
    as_at: bool = False
    compared: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A phrase found in NFC text; `before` is where the words about it end."""

    start: int
    end: int
    before: int
    phrase: Phrase
    parts: Mapping[str, str]


def find_periods(text: str, *, year: int | None = None) -> tuple[PeriodMention, ...]:
    """Every period a text says, in its order; offsets are those of the text as given.

    `year` is the reader's year for phrases that say none ("quý I", "cùng kỳ"); without it those are left out.
    A day that is on no calendar (31/02/2023) is no mention.
    """
    nfc = to_nfc(text)
    mentions = []
    for said in _said(nfc.text):
        code = _code(said.phrase.code, said.parts, year)
        if code is None:
            continue
        before = nfc.text[max(0, said.before - _WINDOW):said.before]
        mentions.append(PeriodMention(
            nfc.original(said.start), nfc.original(said.end), code, said.phrase.rule,
            relative="year" not in said.parts,
            as_at=said.phrase.as_at or bool(_AS_AT.search(before)),
            compared=said.phrase.compared or bool(_COMPARED.search(before)),
        ))
    return tuple(mentions)


def period_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where NFC text speaks of periods, with or without a year: the numbers there are no amounts."""
    return tuple((said.start, said.end) for said in _said(text))


@lru_cache(maxsize=64)
def _said(text: str) -> tuple[_Said, ...]:
    """The phrases of a text; a small memory, for amounts, ratios and periods are sought in the same sentence."""
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[_Said]:
    """The leftmost, then longest, phrases; of a list ("năm 2020, 2022 và 2023") each year is said."""
    done = 0
    while begin := beginning().search(text, done):
        start = begin.start()
        found = _longest(text, start)
        if not found:
            done = start + 1
            continue
        phrase, match = found
        done = match.end()
        yield _Said(start, done, start, phrase, {k: v for k, v in match.groupdict().items() if v})
        while phrase.rule == "year" and (more := MORE_YEARS.match(text, done)) and not _counts(text, more):
            done = more.end()
            yield _Said(more.start("year"), done, start, phrase, {"year": more["year"]})


def _longest(text: str, start: int) -> tuple[Phrase, re.Match[str]] | None:
    fitting = [
        (phrase, match) for phrase in phrases()
        if (match := phrase.pattern.match(text, start)) and not _counts(text, match)
    ]
    return max(fitting, key=lambda pair: pair[1].end(), default=None)


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a bare "year" has a unit behind it, so that it counts something: "so với 2010 USD"."""
    return bool(match.groupdict().get("bare")) and read_unit(text, match.end()) is not None


def _code(template: str, parts: Mapping[str, str], year: int | None) -> str | None:
    """The template filled; None when a year is missing or the calendar refuses it."""
    numbers = {name: count(word) for name, word in parts.items() if name != "ago"}
    if "year" not in numbers:
        if year is None:
            return None
        numbers["year"] = year - (parts.get("ago", "nay").lower() != "nay")
    if "[year before]" in template:
        numbers["year before"] = (year or numbers["year"]) - 1
    numbers["count quarters"] = 3 * numbers.get("count", 0)
    code = re.sub(r"\[([a-z ]+)\]", lambda m: _digits(m[1], numbers[m[1]]), template)
    code = re.sub(r"^(\d{4})-01/\1-06$", r"\1-H1", code)
    code = re.sub(r"^(\d{4})-01/\1-12$", r"\1", code)
    code = re.sub(r"^(\d{4}-\d\d)/\1$", r"\1", code)
    return code if Period.parse(code) else None


def _digits(name: str, number: int) -> str:
    """A part as codes write it: years in four digits, a quarter in one, the rest in two."""
    return str(number).zfill(_WIDTHS.get(name, 2))


@lru_cache(4096)
def say_period(code: str, lang: Lang) -> str:
    """A period in words: `2023-H1` is "6 tháng đầu năm 2023". A code that names no period is a ValueError."""
    period = Period.parse(code)
    if period is None:
        raise ValueError(f"no period: {code!r}")
    start, end = period.start, period.end
    months = say("quantity.months", lang).split()
    return say(
        f"quantity.period_{_shape(code, period)}", lang,
        year=start.year, until=end.year, month=months[start.month - 1], last=months[end.month - 1],
        quarter=say("quantity.quarters", lang).split()[end.month // 3 - 1],
        day=f"{start.day:02d}" if lang == "vi" else start.day,
        day_month=say("quantity.months_of_days", lang).split()[start.month - 1],
    )


def say_day(day: date, lang: Lang) -> str:
    """A day as official papers write it: `05/01/2023`, `31/3/2023`; English `31 March 2023` (domain.md 3.3).

    Days below 10 and the months 1 and 2 have two digits, the other months as many as they need.
    """
    return say_period(day.isoformat(), lang).removeprefix("ngày ")


def _shape(code: str, period: Period) -> str:
    """Which wording a code takes."""
    if "H" in code:
        return f"half_{code[-1]}"
    if "Q" in code:
        return "quarter"
    if "/" not in code:
        return {4: "year", 7: "month"}.get(len(code), "day")
    if "-" not in code:
        return "term"
    if period.start.year != period.end.year:
        return "months_across"
    return "months_from_start" if period.start.month == 1 else "months"
