"""The cells of one worksheet, as a stream: where each stands and what it shows.

The sheet's XML is read here rather than by a spreadsheet library, for two reasons: a percentage is a percentage only
by its number format, which the libraries drop, and one stray cell in the last row of the sheet makes a library that
fills the rectangle between ask for 500 GB (docs/decisions). Cells that hold nothing cost nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml.etree import _Element

from tiendo.reading.sources.ooxml import child, local
from tiendo.reading.sources.pieces import one_line
from tiendo.reading.sources.shown import BUILT_IN, EPOCH, EPOCH_1904, GENERAL, NumberFormat, format_of, shown
from tiendo.reading.sources.tables import Cell

REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

__all__ = ["Merge", "Workbook", "book_of", "cell_text", "merge_of", "number_formats", "row_cells", "shared_text"]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of every sheet refer to: shared texts, number formats by style, and the day that counts as 0."""

    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    epoch: datetime


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: its corners, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int


def shared_text(item: _Element) -> str:
    """A text of the shared table or of a cell itself: its runs joined, reading aids left out."""
    runs = (run.text or "" for run in item.iter() if local(run.tag) == "t" and not _is_reading_aid(run))
    return one_line("".join(runs))


def _is_reading_aid(run: _Element) -> bool:
    parent = run.getparent()
    return parent is not None and local(parent.tag) == "rPh"


def number_formats(styles: _Element | None) -> tuple[NumberFormat, ...]:
    """The number format of each cell style."""
    codes = dict(BUILT_IN)
    for found in _children(styles, "numFmts"):
        codes[_whole(found.get("numFmtId"))] = found.get("formatCode", "")
    return tuple(format_of(codes.get(_whole(style.get("numFmtId")), "")) for style in _children(styles, "cellXfs"))


def _children(element: _Element | None, name: str) -> Iterator[_Element]:
    found = child(element, name)
    return iter(()) if found is None else found.iterchildren()


def row_cells(line: _Element, row: int, book: Workbook) -> Iterator[Cell]:
    """The filled cells of a row; `row` is its number where the file leaves it to counting."""
    column = 0
    for cell in line:
        place = REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        text = cell_text(cell, book)
        if text:
            yield Cell(_whole(line.get("r")) or row, column, (text,))


def cell_text(cell: _Element, book: Workbook) -> str:
    """What a cell shows; "" for nothing and for a formula's error."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return shared_text(inline) if inline is not None else ""
    value = child(cell, "v")
    raw = (value.text or "") if value is not None else ""
    if kind == "s":
        return book.texts[int(raw)] if raw.isdecimal() and int(raw) < len(book.texts) else ""
    if kind in {"e", "b"}:
        return ""
    return _number(raw, cell, book) if kind == "n" and raw else one_line(raw)


def _number(raw: str, cell: _Element, book: Workbook) -> str:
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return one_line(raw)
    style = _whole(cell.get("s"))
    return shown(value, book.formats[style] if style < len(book.formats) else GENERAL, book.epoch)


def merge_of(element: _Element) -> Merge | None:
    """A merged range such as "C1:D2"."""
    corners = [REFERENCE.fullmatch(corner) for corner in element.get("ref", "").split(":")]
    if len(corners) != 2 or not corners[0] or not corners[1]:
        return None
    return Merge(int(corners[0][2]), _column(corners[0][1]), int(corners[1][2]), _column(corners[1][1]))


def _column(letters: str) -> int:
    """"A" is 1, "AB" is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str | None) -> int:
    """A count the file gives, 0 for none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def book_of(workbook: _Element, styles: _Element | None, texts: Sequence[str]) -> Workbook:
    """What the sheets refer to, from the workbook's parts."""
    properties = child(workbook, "workbookPr")
    old_mac = properties is not None and properties.get("date1904") in {"1", "true"}
    return Workbook(texts, number_formats(styles), EPOCH_1904 if old_mac else EPOCH)
