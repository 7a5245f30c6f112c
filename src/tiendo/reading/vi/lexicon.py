"""The Vietnamese lexicon of numeric claims: data files to one phrase table, loaded once, on first use."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tiendo.reading.engine.lexer import Lexicon, make_lexicon

TABLES = (
    "quantity", "counted", "relation", "status", "subject", "action", "organisation", "period", "rank",
)

# Kinds of tokens. Text is lower case and NFC. A document's symbol and "covid-19" hold digits that count nothing.
SHAPES = re.compile(
    r"(?P<word>[^\W\d_]+(?:-\d+(?![\d.,%])|\d+)?)"
    r"|(?P<symbol>\d{1,5}(?:/(?:19|20)\d\d)?\s?[-–/]\s?[^\W\d_]{2,6}\d*[-–/][^\W\d_]+\d*|\d{1,5}/(?:19|20)\d\d/[^\W\d_]+\d*)"
    r"|(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d))"
    r"|(?P<month>\d{1,2}[/.-](?:19|20)\d\d(?![\d.,]*\d|\s?[-–]\s?\d))"
    r"|(?P<years>(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d(?!\d|[.,]\d))"
    r"|(?P<fraction>\d+(?:[.,]\d+)*\s?/\s?\d+(?:[.,]\d+)*(?![\d/]))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<mark>[^\w\s]|_)",
)


def read_table(name: str) -> dict[str, Any]:
    """One data file of `lexicon/`."""
    text = files(__package__).joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def lexicon() -> Lexicon:
    """The phrases of all tables with every spelling of their syllables."""
    return make_lexicon(SHAPES, phrases())


def phrases() -> Iterator[tuple[str, str, str]]:
    """Every phrase of the tables in every spelling, with a tag it carries and the tag's value."""
    pairs: list[tuple[str, str]] = [(ours, theirs) for ours, theirs in read_table("spelling")["pairs"]]
    for name in TABLES:
        for tag, values in read_table(name).items():
            for value, said in _values(values).items():
                for phrase in said:
                    yield from ((spelling, tag, value) for spelling in _spellings(phrase, pairs))


def _values(values: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    return values


def _spellings(phrase: str, pairs: list[tuple[str, str]]) -> list[str]:
    found = [phrase]
    for ours, theirs in pairs:
        found.extend([
            " ".join(theirs if word == ours else word for word in spelling.split(" "))
            for spelling in found if ours in spelling.split(" ")
        ])
    return found
