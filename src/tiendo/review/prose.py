"""Sentences with bound numbers: a phrase of the catalogue whose placeholders are words, numbers or both."""

import string
from collections.abc import Iterable

from tiendo.quantity import Period, say_day, say_period
from tiendo.review.records import Number, Run
from tiendo.words import Lang, catalogue, say

Runs = tuple[Run, ...]
Part = Run | Runs


def runs(key: str, lang: Lang, **parts: Part) -> Runs:
    """The phrase `room.name` (the room is `review` where none is said) as runs, each number kept as itself."""
    room, _, name = key.rpartition(".")
    out: list[Part] = []
    for literal, placeholder, _, _ in string.Formatter().parse(catalogue(room or "review", lang)[name]):
        out += [literal, parts[placeholder] if placeholder else ""]
    return together(out)


def together(parts: Iterable[Part], between: str = "") -> Runs:
    """Words and numbers one after the other, `between` them the same words; neighbouring words become one run."""
    out: list[Run] = []
    for number, part in enumerate(parts):
        for run in ((between if number else ""), *(part if isinstance(part, tuple) else (part,))):
            if isinstance(run, str) and out and isinstance(out[-1], str):
                out[-1] += run
            elif run:
                out.append(run)
    return tuple(out)


def plain(words: Runs) -> str:
    """Runs as plain text."""
    return "".join(run.shown if isinstance(run, Number) else run for run in words)


def capital(words: Runs) -> Runs:
    """The same words with a capital at the beginning of the sentence."""
    first = words[0] if words else ""
    return (first[:1].upper() + first[1:], *words[1:]) if isinstance(first, str) and first else words


def inside(words: Runs) -> Runs:
    """The same words with a small first letter: after a colon."""
    first = words[0] if words else ""
    return (lower(first), *words[1:]) if isinstance(first, str) and first else words


def lower(text: str) -> str:
    """A label inside a sentence: its first letter small, unless the second is a capital too (an abbreviation)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def when(period: Period, lang: Lang) -> str:
    """The time of a value in a sentence: `năm 2022`, and of a day `đến ngày 15/3/2023`."""
    if period.start == period.end:
        return say("review.when_day", lang, day=say_day(period.end, lang))
    return say("review.when", lang, period=say_period(period.code, lang))
