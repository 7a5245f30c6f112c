"""Tables that go on over pages: parts with the same columns are one table.

The head that every page repeats is read once, and a row that a page's end cut is one row again.
"""

from collections.abc import Sequence
from dataclasses import replace

from tiendo.reading.sources.pdf_lines import joined
from tiendo.reading.sources.pdf_tables import Table
from tiendo.reading.sources.tables import Cell, is_figure

SAME_COLUMN = 4.0  # points

__all__ = ["goes_on", "whole_cells"]


def goes_on(before: tuple[int, Table], after: tuple[int, Table]) -> bool:
    """Whether a table on the next page goes on with one: its columns stand at the same places."""
    edges = before[1].edges, after[1].edges
    return after[0] == before[0] + 1 and len(edges[0]) == len(edges[1]) and all(
        abs(a - b) <= SAME_COLUMN for a, b in zip(*edges, strict=True))


def whole_cells(parts: Sequence[tuple[int, Table]]) -> list[Cell]:
    """The cells of a table's parts under one another, each with its page."""
    cells: list[Cell] = []
    for page, table in parts:
        again = _repeated(parts[0][1].cells, table.cells) if cells else 0
        below = max((cell.row + cell.rows - 1 for cell in cells), default=0) - again
        added = [replace(cell, row=cell.row + below, page=page) for cell in table.cells if cell.row > again]
        cells = _row_mended(cells, added) if cells else added
    return cells


def _row_mended(cells: Sequence[Cell], added: Sequence[Cell]) -> list[Cell]:
    """Cells of two pages; a cut row is one again: its rest is known by holding words but no name of a row."""
    last, first = max(cell.row for cell in cells), min(cell.row for cell in added)
    rest = {cell.column: cell for cell in added if cell.row == first}
    above = {cell.column: cell for cell in cells if cell.row == last}
    names = min(rest)
    cut = rest.keys() == above.keys() and not rest[names].texts and bool(above[names].texts) and not any(
        is_figure(cell.text) for cell in rest.values())
    if not cut:
        return [*cells, *added]
    mended = [replace(cell, texts=_ran_on(cell.texts, rest[cell.column].texts)) for cell in above.values()]
    below = [replace(cell, row=cell.row - 1) for cell in added if cell.row > first]
    return [*(cell for cell in cells if cell.row != last), *mended, *below]


def _ran_on(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs of a cell and of its rest on the next page."""
    if not before or not after:
        return before + after
    return (*before[:-1], joined([before[-1], after[0]]), *after[1:])


def _repeated(first: Sequence[Cell], cells: Sequence[Cell]) -> int:
    """How many rows at the top of a part are those of the table's beginning."""
    rows = 0
    while rows < max(cell.row for cell in cells) and _row(first, rows + 1) == _row(cells, rows + 1):
        rows += 1
    return rows


def _row(cells: Sequence[Cell], row: int) -> list[tuple[str, ...]]:
    return [cell.texts for cell in cells if cell.row == row]
