"""A sentence to tokens: shapes by one pattern, phrases word by word down a tree; the longest phrase wins.

A pattern with thousands of words is slow in `re`; a look-up of each word in a table is not, however many phrases
the lexicon holds. The lexicon and the shapes are a language's own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiendo.reading.engine.records import NO_TAGS, Token

Tags = Mapping[str, str]
WORD = "word"


@dataclass(slots=True)
class Branch:
    """What the words so far are: the tags of a phrase that ends here (None where none does), and what may follow."""

    tags: Tags | None = None
    following: "dict[str, Branch] | None" = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases as a tree of words, and the pattern of shapes; every group of it names a token kind."""

    shapes: re.Pattern[str]
    phrases: Mapping[str, Branch]


def make_lexicon(shapes: re.Pattern[str], phrases: Iterable[tuple[str, str, str]]) -> Lexicon:
    """A lexicon of (phrase, tag, value) rows; rows of one phrase come together as its tags."""
    tags_of: dict[tuple[str, ...], dict[str, str]] = {}
    for phrase, tag, value in phrases:
        words = tuple(found.group() for found in shapes.finditer(phrase.lower()))
        tags_of.setdefault(words, {})[tag] = value
    root = Branch(following={})
    for words, tags in tags_of.items():
        at = root
        for word in words:
            at.following = {} if at.following is None else at.following
            at = at.following.setdefault(word, Branch())
        at.tags = tags
    return Lexicon(shapes, root.following or {})


def either(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole phrases, the longest first.

    `re` skips to where one of their first letters stands, but not past a look-behind: that follows the letter.
    """
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    rest_of: dict[str, list[str]] = {}
    for phrase in longest:
        rest_of.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return re.compile("|".join(
        rf"{re.escape(first)}(?<!\w{re.escape(first)})(?:{'|'.join(rest)})(?!\w)" for first, rest in rest_of.items()))


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
    tokens: list[Token] = []
    at, size = 0, len(found)
    first, make = lexicon.phrases.get, tuple.__new__  # a named tuple's own `__new__` is twice as slow
    while at < size:
        word, kind, start = found[at]
        branch = first(word)
        at += 1
        if branch is None:
            tokens.append(make(Token, (start, start + len(word), word, kind, NO_TAGS)))
            continue
        tags, end = branch.tags, at
        ahead = at
        while branch.following is not None and ahead < size:
            longer = branch.following.get(found[ahead][0])
            if longer is None:
                break
            branch = longer
            ahead += 1
            if branch.tags is not None:
                tags, end = branch.tags, ahead
        if end > at:
            last, _, last_start = found[end - 1]
            until = last_start + len(last)
            tokens.append(make(Token, (start, until, low[start:until], WORD, tags)))
            at = end
        else:
            tokens.append(make(Token, (start, start + len(word), word, kind, NO_TAGS if tags is None else tags)))
    return tokens
