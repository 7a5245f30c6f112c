"""The text of a table cell in a PDF: its lines to paragraphs, words that a narrow column broke made whole.

A cell is too narrow for what tells paragraphs on a page; what tells them here is whether the next line's first word
would still have fitted. Where a single word is wider than its cell, word processors break it between two letters:
"126,169" over "2" is one number, and must not become two.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tiendo.reading.sources.legacy import is_syllable
from tiendo.reading.sources.pdf_lines import FIRST_LETTERS, LAST_LETTERS, Line, joined, merged, stretches
from tiendo.reading.sources.pdf_words import Word
from tiendo.reading.sources.pieces import LIST_MARK, SENTENCE_END

WIDEST_PADDING = 9.0  # points between a cell's border and its text
SPACE = 0.25  # of the size: the least a space takes
FIGURE_GOES_ON = re.compile(r"\d[.,/]?$")
CAPITALS = re.compile(r"[A-ZĐ]{1,3}")

__all__ = ["cell_texts"]


def cell_texts(words: Sequence[Word], left: float, right: float) -> Iterator[str]:
    """The paragraphs of a cell between two borders."""
    held: list[Line] = []
    lines = list(_levels(stretches(word for word in words if not word.turned)))
    for line in (line for line in lines if line.text):
        if held and (LIST_MARK.match(line.text) or _ends(held[-1], line, left, right)):
            yield _said(held, left, right)
            held = []
        held.append(line)
    if held:
        yield _said(held, left, right)
    turned = [word.text for word in words if word.turned]
    if turned:
        yield joined([" ".join(turned)])


def _levels(lines: Iterable[Line]) -> Iterator[Line]:
    """Stretches on one level of a cell as one line, from the top."""
    held: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.base, line.left)):
        if held and line.base - held[0].base > held[0].size / 2:
            yield merged(held)
            held = []
        held.append(line)
    if held:
        yield merged(held)


def _room(line: Line, left: float, right: float) -> float:
    """How wide a line may be: the cell less its padding, which a line that fills the cell shows on its left."""
    return right - left - 2 * min(max(line.left - left, 0), WIDEST_PADDING)


def _ends(before: Line, after: Line, left: float, right: float) -> bool:
    """Whether the next line's first word had room in the line before, and does not go on with a small letter."""
    fitted = before.right - before.left + SPACE * before.size + after.first < _room(before, left, right) - 1
    return fitted and (not after.text[0].islower() or bool(SENTENCE_END.search(before.text)))


def _said(lines: Sequence[Line], left: float, right: float) -> str:
    texts = [lines[0].text]
    for before, after in pairwise(lines):
        if _is_broken(before, after, left, right):
            texts[-1] += after.text
        else:
            texts.append(after.text)
    return joined(texts)


def _is_broken(before: Line, after: Line, left: float, right: float) -> bool:
    """Whether one word was broken between two letters because its cell is narrower than it."""
    room = _room(before, left, right)
    letter = after.first / max(1, len(after.text.partition(" ")[0]))
    full = room - (before.right - before.left) < 1.5 * letter
    return full and before.final + after.first > room and _is_one_word(before.text, after.text)


def _is_one_word(before: str, after: str) -> bool:
    """Whether two halves make a number, a syllable or an abbreviation."""
    if FIGURE_GOES_ON.search(before) and after[0].isdigit():
        return True
    if CAPITALS.fullmatch(before) and CAPITALS.fullmatch(after):
        return True
    start, end = LAST_LETTERS.search(before), FIRST_LETTERS.match(after)
    return bool(start and end and end[0].islower() and is_syllable(start[0] + end[0]))
