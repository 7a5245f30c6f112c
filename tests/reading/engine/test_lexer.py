"""Tokens: the longest phrase of the lexicon wins, whatever else begins with the same words."""

import re
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reading.engine.lexer import either, lex, make_lexicon

SHAPES = re.compile(r"(?P<word>[^\W\d_]+)|(?P<number>\d+)|(?P<mark>[^\w\s])")
ROWS = [("đạt", "verb", "reach"), ("đạt và vượt", "outcome", "met_or_exceeded"), ("đạt và", "x", "1"),
        ("đạt", "outcome", "met"), ("vượt", "verb", "excess"), ("chưa đạt", "outcome", "not_met")]


@pytest.mark.parametrize(("text", "tokens"), [
    ("Đạt và vượt 5", [("đạt và vượt", {"outcome": "met_or_exceeded"}), ("5", {})]),
    ("đạt và chưa đạt", [("đạt và", {"x": "1"}), ("chưa đạt", {"outcome": "not_met"})]),
    ("đạt, vượt", [("đạt", {"verb": "reach", "outcome": "met"}), (",", {}), ("vượt", {"verb": "excess"})]),
    ("chưa vượt", [("chưa", {}), ("vượt", {"verb": "excess"})]),
])
def test_lex_takes_the_longest_phrase(text: str, tokens: list[tuple[str, dict[str, str]]]) -> None:
    found = lex(make_lexicon(SHAPES, ROWS), text)
    assert [(token.text, dict(token.tags)) for token in found] == tokens
    assert [text.lower()[token.start:token.end] for token in found] == [token.text for token in found]


words = st.sampled_from(["đạt", "và", "vượt", "chưa", "5", ","])


@given(st.lists(words, max_size=12), st.lists(st.lists(words, min_size=1, max_size=4), max_size=6))
def test_lex_finds_what_trying_every_phrase_finds(said: list[str], phrases: list[list[str]]) -> None:
    rows = [(" ".join(phrase), "tag", str(number)) for number, phrase in enumerate(phrases)]
    known = {tuple(phrase): str(number) for number, phrase in enumerate(phrases)}
    expected, at = [], 0
    while at < len(said):
        size = next((size for size in range(len(said) - at, 0, -1) if tuple(said[at:at + size]) in known), 1)
        expected.append((" ".join(said[at:at + size]), known.get(tuple(said[at:at + size]))))
        at += size
    found = lex(make_lexicon(SHAPES, rows), " ".join(said))
    assert [(token.text, token.tags.get("tag")) for token in found] == expected


def test_tokens_without_tags_share_one_empty_mapping() -> None:
    token, = lex(make_lexicon(SHAPES, ROWS), "xã")
    assert isinstance(token.tags, MappingProxyType)


@given(st.lists(st.text("ab c", min_size=1, max_size=4), min_size=1, max_size=6), st.text("ab c.", max_size=30))
def test_either_finds_what_a_plain_alternation_finds(phrases: list[str], text: str) -> None:
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    assert [found.span() for found in either(phrases).finditer(text)] == \
        [found.span() for found in plain.finditer(text)]
