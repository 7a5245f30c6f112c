"""The words of a PDF page: their text, where they stand, how large and how bold they are.

A PDF knows no words, only letters at places in the order they were drawn. PDFium gives the letters with their Unicode
values and the spaces it sees between them; here they become words in the page as a person holds it: x to the right, y
down, whichever way the page or its text is turned. Order is the order of drawing, which Word, LibreOffice and Chromium
keep to the order of reading inside a column and inside a cell.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import hypot, pi

import pypdfium2
import pypdfium2.raw as pdfium

from tiendo.reading.sources.pdf_view import View, page_view
from tiendo.reading.sources.pieces import SYMBOLS

HYPHENS = {0x02: "\x02", 0xFFFE: "\x02"}  # how PDFium marks a hyphen at the end of a line
UNKNOWN = "\ufffd"  # stands for letters whose font says not what they are
BULLET = "•"
PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\x00\x01\x03-\x1f\x7f-\x9f]")  # no letters of a text
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
BOLD = (b"bold", b"black", b"heavy")
OFF_LEVEL = 0.12  # of a letter's size: a larger step up or down inside a word is a raised or lowered mark
QUARTER = pi / 2

__all__ = ["UNKNOWN", "Letters", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them, in points from the upper left corner of the page as it is read.

    `base` is the line the letters stand on, `size` the height of their font, `spaced` whether a space was drawn
    before it, `turned` whether it runs in another direction than most of the page, `order` its place in the drawing.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    spaced: bool
    turned: bool
    order: int


@dataclass(frozen=True, slots=True)
class _Span:
    """The letters of a word: their indexes on the page, and whether a space was drawn before the first."""

    start: int
    end: int
    spaced: bool
    text: str
    turn: int


class Letters:
    """The letters of a page; `view` is the page as most of its words are read. To be closed after use."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._letters = page.get_textpage()
        self._spans = list(_spans(self._letters))
        self.view = page_view(page, [span.turn for span in self._spans])
        self._reader = _Reader(self._letters, self.view)

    def close(self) -> None:
        """Give PDFium's memory back."""
        self._letters.close()

    def words(self) -> list[Word]:
        """The words that stand on the page, in the order they were drawn."""
        view = self.view
        words = (word for order, span in enumerate(self._spans) for word in self._reader.words(span, order))
        return [word for word in words if word.right >= 0 and word.left <= view.width and 0 <= word.base <= view.height]

    def without(self, word: Word, gone: Sequence[tuple[float, float]]) -> list[Word]:
        """What is left of a word without the letters whose middle stands in one of these stretches."""
        return list(self._reader.without(self._spans[word.order], word.order, gone))


def _spans(letters: pypdfium2.PdfTextPage) -> Iterator[_Span]:
    """The stretches of letters between spaces and line breaks."""
    raw = letters.raw
    start, spaced = 0, False
    text: list[str] = []
    count = pdfium.FPDFText_CountChars(raw)
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, at)
        letter = HYPHENS.get(code) or chr(code)
        if not letter.isspace() and code:
            start = start if text else at
            text.append(letter)
            continue
        if text:
            yield _Span(start, at, spaced, "".join(text), _turn(raw, start))
            text, spaced = [], False
        spaced = spaced or letter not in "\r\n\x00"
    if text:
        yield _Span(start, count, spaced, "".join(text), _turn(raw, start))


def _turn(raw: object, at: int) -> int:
    """How many quarter turns against the clock a letter stands; PDFium counts with it."""
    angle: float = pdfium.FPDFText_GetCharAngle(raw, at)
    return -round(angle / QUARTER) % 4


class _Reader:
    """Reads the places of letters; one buffer serves all."""

    def __init__(self, letters: pypdfium2.PdfTextPage, view: View) -> None:
        self.raw = letters.raw
        self.view = view
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()

    def words(self, span: _Span, order: int) -> Iterator[Word]:
        """The word of a span; two where its end is raised or lowered."""
        first = self.origin(span.start)
        last = self.origin(span.end - 1)
        size = self.size(span.start)
        off = span.turn == self.view.turn and abs(first - last) > OFF_LEVEL * size
        cut = next((at for at in range(span.start, span.end) if abs(self.origin(at) - last) < 0.5), span.end) \
            if off else span.end
        text = span.text
        yield self.word(replace(span, end=cut, text=text[:cut - span.start]), order)
        if cut < span.end:
            yield self.word(replace(span, start=cut, spaced=False, text=text[cut - span.start:]), order)

    def without(self, span: _Span, order: int, gone: Sequence[tuple[float, float]]) -> Iterator[Word]:
        """The runs of letters of a span that stand outside these stretches."""
        kept = [at for at in range(span.start, span.end) if not self.stands_in(at, gone)]
        for _, run in groupby(enumerate(kept), key=lambda pair: pair[1] - pair[0]):
            letters = [at for _, at in run]
            start, end = letters[0], letters[-1] + 1
            text = span.text[start - span.start:end - span.start]
            yield self.word(_Span(start, end, span.spaced and start == span.start, text, span.turn), order)

    def stands_in(self, at: int, stretches: Sequence[tuple[float, float]]) -> bool:
        """Whether a letter's middle stands in one of these stretches of its line."""
        left, right, _ = self.extent(at)
        return any(start <= (left + right) / 2 <= end for start, end in stretches)

    def word(self, span: _Span, order: int) -> Word:
        left, right, bottom = self.extent(span.start)
        far_left, far_right, _ = self.extent(span.end - 1)
        turned = span.turn != self.view.turn
        return Word(
            self.readable(span), min(left, far_left), max(right, far_right),
            bottom if turned else self.origin(span.start), self.size(span.start), self.is_bold(span.start), span.spaced,
            turned, order,
        )

    def origin(self, at: int) -> float:
        """The height of the line a letter stands on."""
        pdfium.FPDFText_GetCharOrigin(self.raw, at, self.x, self.y)
        return self.view.point(self.x.value, self.y.value)[1]

    def size(self, at: int) -> float:
        """The size of a letter's font in points, however the page is scaled."""
        pdfium.FPDFText_GetMatrix(self.raw, at, self.matrix)
        size: float = pdfium.FPDFText_GetFontSize(self.raw, at) * hypot(self.matrix.c, self.matrix.d)
        return size

    def extent(self, at: int) -> tuple[float, float, float]:
        """A letter's left, right and lower edge."""
        pdfium.FPDFText_GetLooseCharBox(self.raw, at, self.box)
        x0, y0 = self.view.point(self.box.left, self.box.top)
        x1, y1 = self.view.point(self.box.right, self.box.bottom)
        return min(x0, x1), max(x0, x1), max(y0, y1)

    def is_bold(self, at: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self.raw, at, self.name, len(self.name), self.flags)
        name = self.name.value.lower()
        return any(word in name for word in BOLD)

    def is_unmapped(self, at: int) -> bool:
        """Whether a letter's font says nothing of what it is."""
        return bool(pdfium.FPDFText_HasUnicodeMapError(self.raw, at) == 1)

    def readable(self, span: _Span) -> str:
        """The word in Unicode, NFC; `UNKNOWN` where its font has no table, a bullet for a lone such sign."""
        text = span.text
        if PRIVATE.search(text):
            text = "".join(SYMBOLS.get(f"{ord(letter):04X}", letter) for letter in text)
        if PRIVATE.search(text) or self.is_unmapped(span.start) or self.is_unmapped(span.end - 1):
            return BULLET if len(text) == 1 else UNKNOWN
        return unicodedata.normalize("NFC", text.translate(LIGATURES))
