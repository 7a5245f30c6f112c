"""Pieces of text with their places, and how they become a document.

A format module yields pieces in reading order; here they are joined by newlines, so that every block is a
stretch of the document's text, and text typed in an old Vietnamese font is brought to Unicode.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from tiendo.errors import Problem, ReadError
from tiendo.reading.records import Block, BlockKind, Document
from tiendo.reading.sources.guard import Source, problem, refuse
from tiendo.reading.sources.legacy import Charset, from_font, looks_legacy, recognise

SENTENCE_END = re.compile(r"[.;:!?…][”\"')]?$")
LIST_MARK = re.compile(r"(?:[-–—+*•●○▪■➢✓·]|\(?\w{1,3}[.)]|\(\w{1,3}\))\s")
HEADING_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s?[.)/-]\s|(?:Điều|Mục|Phần|Chương)\s(?:\d{1,3}|[IVXLC]+)[.:]?\s")
SECTION_MARK = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s")
LONGEST_HEADING = 120  # characters
MOST_TEXT = 100_000_000  # characters: a hundred times a long report
LONGEST_SECTION = 60  # "1. Về phát triển kinh tế"; a longer numbered line states facts

SYMBOLS: Mapping[str, str] = MappingProxyType({  # codes of the font Symbol that change what a figure says
    "F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F0B7": "•", "F02D": "−", "F0B0": "°",
})

__all__ = [
    "LIST_MARK", "MOST_TEXT", "SENTENCE_END", "SYMBOLS", "Piece", "assemble", "heading_shape", "one_line",
    "starts_item", "too_much_text", "unwrapped",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text without a line break, and where it stands (the fields are those of `Block`)."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_head: str | None = None
    column_head: str | None = None


def one_line(text: str) -> str:
    """The text on one line: every run of spaces and breaks is one space."""
    return " ".join(text.replace("\x00", " ").split())


def unwrapped(text: str) -> Iterator[str]:
    """The lines a soft break truly ends: after a full stop or before a list mark; others are joined."""
    lines = [line for line in (one_line(part) for part in text.split("\n")) if line]
    held: list[str] = []
    for line in lines:
        if held and (SENTENCE_END.search(held[-1]) or LIST_MARK.match(line)):
            yield " ".join(held)
            held = []
        held.append(line)
    if held:
        yield " ".join(held)


def starts_item(line: str) -> bool:
    """Whether a line opens an item of a list or a numbered section."""
    return bool(LIST_MARK.match(line) or HEADING_MARK.match(line) or SECTION_MARK.match(line))


def heading_shape(line: str) -> bool:
    """Whether a line has the shape of a heading: short, no stop at its end, capitals or a section number.

    "II. KẾT QUẢ THỰC HIỆN", "A. Về kinh tế", "1. Thu ngân sách": yes. "1. Thu ngân sách đạt 5.480 tỷ đồng": no, a
    numbered line with figures of its own states a fact.
    """
    if len(line) > LONGEST_HEADING or SENTENCE_END.search(line) or line.endswith(","):
        return False
    if line.isupper():
        return sum(char.isalpha() for char in line) > 3
    if HEADING_MARK.match(line):
        return True
    mark = SECTION_MARK.match(line)
    return bool(mark) and len(line) <= LONGEST_SECTION and not re.search(r"\d", line[mark.end():] if mark else line)


def assemble(source: Source, pieces: Iterable[Piece], problems: Sequence[Problem] = ()) -> Document:
    """The document of these pieces; ReadError R121 where there is no text at all, with the other problems."""
    kept = [piece for piece in pieces if piece.text]
    if not kept:
        raise ReadError([*problems, *refuse(source, "R121").problems])
    if sum(len(piece.text) for piece in kept) > MOST_TEXT:
        raise too_much_text(source)
    kept, converted = _in_unicode(source, kept)
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in kept:
        texts.append(piece.text)
        blocks.append(_block(piece, at))
        at += len(piece.text) + 1
    return Document(source.file, source.sha256, "\n".join(texts), tuple(blocks), (*problems, *converted))


def too_much_text(source: Source) -> ReadError:
    """The error that refuses a file whose text passes the limit."""
    return refuse(source, "R122", limit=f"{MOST_TEXT:,}".replace(",", "."))


def _block(piece: Piece, at: int) -> Block:
    return Block(
        at, at + len(piece.text), piece.kind, piece.page, piece.paragraph, piece.sheet, piece.table, piece.row,
        piece.column, piece.row_head, piece.column_head,
    )


def _in_unicode(source: Source, pieces: list[Piece]) -> tuple[list[Piece], list[Problem]]:
    """The pieces with what was typed in an old font (.VnTime, VNI-Times) in Unicode, and the note that says so."""
    charset = recognise("\n".join(piece.text for piece in pieces if looks_legacy(piece.text)))
    if charset is None:
        return pieces, []
    return [_converted(piece, charset) for piece in pieces], [problem(source, "R124", "info", charset=charset.name)]


def _converted(piece: Piece, charset: Charset) -> Piece:
    def unicode(text: str | None) -> str | None:
        return from_font(text, charset) if text and looks_legacy(text) else text

    return replace(
        piece, text=unicode(piece.text) or "", row_head=unicode(piece.row_head), column_head=unicode(piece.column_head),
    )
