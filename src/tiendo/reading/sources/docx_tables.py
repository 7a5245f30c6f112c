"""The cells of a Word table: merged cells unfolded, deleted rows left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from tiendo.reading.sources.docx_text import attribute
from tiendo.reading.sources.ooxml import child, local
from tiendo.reading.sources.tables import Cell

MOST_COLUMNS = 1000

__all__ = ["Place", "merged", "place_cells"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell element stands: row and column from 1, the columns it spans, whether it goes on from above."""

    element: _Element
    row: int
    column: int
    columns: int
    continues: bool
    head: bool


def rows_of(table: _Element) -> Iterator[_Element]:
    """The rows of a table that were not deleted, wherever content controls put them."""
    for found in table:
        name = local(found.tag)
        if name == "tr":
            if child(found, "trPr", "del") is None:
                yield found
        elif name not in {"tblPr", "tblGrid", "del", "moveFrom"}:
            yield from rows_of(found)


def place_cells(table: _Element) -> Iterator[Place]:
    """Each cell element of a table with its place."""
    for row, line in enumerate(rows_of(table), start=1):
        properties = child(line, "trPr")
        column = 1 + _number(child(properties, "gridBefore"), 0)
        head = child(properties, "tblHeader") is not None
        for cell in _cells(line):
            settings = child(cell, "tcPr")
            columns = _number(child(settings, "gridSpan"), 1)
            merge = child(settings, "vMerge")
            continues = merge is not None and attribute(merge, "val") != "restart"
            yield Place(cell, row, column, columns, continues, head)
            column += columns


def _cells(line: _Element) -> Iterator[_Element]:
    for found in line:
        name = local(found.tag)
        if name == "tc":
            yield found
        elif name not in {"trPr", "tblPrEx"}:
            yield from _cells(found)


def _number(element: _Element | None, default: int) -> int:
    """A count a file gives, within what a table can have."""
    value = (attribute(element, "val") or "") if element is not None else ""
    return min(int(value), MOST_COLUMNS) if value.isdecimal() and len(value) < 6 else default


def merged(cells: Iterable[tuple[Cell, bool]]) -> list[Cell]:
    """The cells with their spans down: one that goes on from above (True) lengthens the one it belongs to."""
    found: list[Cell] = []
    open_at: dict[int, int] = {}  # column -> index in `found` of the cell that stands open there
    for cell, continues in cells:
        if continues and cell.column in open_at:
            at = open_at[cell.column]
            found[at] = replace(found[at], rows=cell.row - found[at].row + 1, texts=found[at].texts + cell.texts)
        else:
            open_at[cell.column] = len(found)
            found.append(cell)
    return found
