"""A sentence to tokens: shapes by one pattern, phrases by their first word; the longest phrase wins.

A pattern with thousands of words is slow in `re`; a look-up of each word in a table of first words is not,
however many phrases the lexicon holds. The lexicon and the shapes are a language's own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiendo.reading.engine.records import NO_TAGS, Token

Tags = Mapping[str, str]
_Entry = tuple[list[str], Tags]  # the words after the first one, and what the phrase carries

WORD = "word"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by first word (longest first) and the pattern of shapes; every group of it names a token kind."""

    shapes: re.Pattern[str]
    phrases: Mapping[str, tuple[_Entry, ...]]


def make_lexicon(shapes: re.Pattern[str], phrases: Iterable[tuple[str, str, str]]) -> Lexicon:
    """A lexicon of (phrase, tag, value) rows; rows of one phrase come together as its tags."""
    tags_of: dict[tuple[str, ...], dict[str, str]] = {}
    for phrase, tag, value in phrases:
        words = tuple(found.group() for found in shapes.finditer(phrase.lower()))
        tags_of.setdefault(words, {})[tag] = value
    by_first: dict[str, list[_Entry]] = {}
    for words, tags in tags_of.items():
        by_first.setdefault(words[0], []).append((list(words[1:]), tags))
    return Lexicon(shapes, {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in by_first.items()
    })


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets stay true ("İ" would become two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def lex(lexicon: Lexicon, text: str) -> list[Token]:
    """The tokens of a sentence from left to right; white space makes none."""
    low = lower(text)
    found = [(match.group(), match.lastgroup or WORD, match.start()) for match in lexicon.shapes.finditer(low)]
    words = [word for word, _, _ in found]
    tokens: list[Token] = []
    at, size = 0, len(found)
    phrases = lexicon.phrases
    while at < size:
        word, kind, start = found[at]
        entries = phrases.get(word)
        width, tags = (1, NO_TAGS) if entries is None else _longest(entries, words, at)
        if width > 1:
            last, _, last_start = found[at + width - 1]
            end = last_start + len(last)
            tokens.append(Token(start, end, low[start:end], WORD, tags))
        else:
            tokens.append(Token(start, start + len(word), word, kind, tags))
        at += width
    return tokens


def _longest(entries: tuple[_Entry, ...], words: list[str], at: int) -> tuple[int, Tags]:
    following = words[at + 1:at + len(entries[0][0]) + 1]  # no phrase is longer than the first
    for rest, tags in entries:
        size = len(rest)
        if following[:size] == rest:
            return size + 1, tags
    return 1, NO_TAGS
