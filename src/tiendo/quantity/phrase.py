"""The phrases by which periods are said, compiled from `periods.toml` when first needed."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tiendo.quantity.numeral import parse_numeral

_YEAR = r"(?:19|20)[0-9]{2}(?![\w%]|[.,][0-9])"
_MONTH = r"(?:0?[1-9]|1[0-2])(?![0-9])"
_AGO = r"(?P<ago>nay|trước|ngoái)"
_PLACEHOLDERS = {
    "{year}": rf"(?P<year>{_YEAR})",
    "{bare}": rf"(?P<bare>(?P<year>{_YEAR}))",
    "{until}": rf"(?P<until>{_YEAR})",
    "{bare_until}": rf"(?P<bare>(?P<until>{_YEAR}))",
    "{ago}": _AGO,
    "{in_year}": (
        rf"(?:(?:\s*/\s*|[.-]|,?\s*(?:của\s+)?năm\s+|\s+)(?P<year>{_YEAR})|(?:\s+của)?(?:\s+năm)?\s+{_AGO})?"
    ),
    "{day}": r"(?P<day>0?[1-9]|[12][0-9]|3[01])",
    "{month}": rf"(?P<month>{_MONTH})",
    "{last}": rf"(?P<last>{_MONTH})",
    "{quarter}": r"(?P<quarter>iv|i{1,3}|[1-4]|một|hai|ba|tư|bốn)(?!\w)",
    "{count}": r"(?P<count>0?[1-9]|1[0-2]|mười\s+một|mười\s+hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)",
    "{dash}": "[-–−]",
}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "tư": 4}  # beside digits and plain number words

MORE_YEARS = re.compile(rf"(?:\s*[,;]\s*|\s+và\s+)(?:năm\s+)?(?P<bare>(?P<year>{_YEAR}))(?!\s*[-–/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say a period: its rule's name, the code it makes, and what it tells of the value."""

    rule: str
    code: str
    pattern: re.Pattern[str]
    as_at: bool
    compared: bool


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("periods.toml").read_text(encoding="utf-8"))


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase, in the file's order."""
    return tuple(
        Phrase(row["name"], row["code"], _compile(phrase), row.get("as_at", False), row.get("compared", False))
        for row in _data()["rules"] for phrase in row["phrases"]
    )


def _compile(phrase: str) -> re.Pattern[str]:
    phrase = phrase.replace(" ?", r"\s*").replace(" ", r"\s+")
    for name, pattern in _PLACEHOLDERS.items():
        phrase = phrase.replace(name, pattern)
    return re.compile(rf"(?:{phrase})(?!\w|/[0-9])", re.IGNORECASE)


@cache
def beginning() -> re.Pattern[str]:
    """Where a phrase may begin: at a digit or one of the first words, not inside a word, number or symbol."""
    words = "|".join(_data()["first_words"])
    return re.compile(rf"(?<![\w/.,-])(?:[0-9]|(?:{words})\b)", re.IGNORECASE)


def count(word: str) -> int:
    """What a captured part counts: `03`, `IV`, `sáu`, `mười hai`."""
    word = " ".join(word.lower().split())
    return int(word) if word.isdecimal() else _QUARTERS.get(word) or parse_numeral(word) or 0
