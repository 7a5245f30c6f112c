"""Excel workbooks: every visible sheet, its tables with heads, the lines of text around them.

A sheet is cut at its empty rows; rows of a single cell above or below a table are its title, its unit, its notes.
Row and column are those of the sheet, so that a person finds the cell.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element

from tiendo.errors import Problem
from tiendo.reading.records import BlockKind, Document
from tiendo.reading.sources.guard import Source, bounded_zip, problem, refuse
from tiendo.reading.sources.ooxml import child, local, main_part, optional_part, related_part, relations, streamed, tree
from tiendo.reading.sources.pieces import Piece, assemble, heading_shape
from tiendo.reading.sources.tables import Cell, cell_pieces, has_head
from tiendo.reading.sources.xlsx_cells import Merge, Workbook, book_of, merge_of, row_cells, shared_text

SPACES = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
RELATION_IDS = tuple(f"{{{space}}}id" for space in (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
))
MOST_CELLS = 2_000_000  # in a workbook; about 1 GB while it is read

__all__ = ["Sheet", "read", "sheet_rows"]

_Rows = list[list[Cell]]


class Sheet(NamedTuple):
    """A sheet's name and the part that holds it."""

    name: str
    part: str


def read(source: Source) -> Document:
    """A workbook (.xlsx, .xlsm); ReadError where its parts are missing, malformed or hostile, or hold no text."""
    problems: list[Problem] = []
    with bounded_zip(source) as container:
        main = main_part(source, container, "xl/workbook.xml")
        workbook = tree(source, container, main)
        book = _book(source, container, main, workbook)
        pieces: list[Piece] = []
        for sheet in _visible_sheets(source, container, main, workbook, problems):
            pieces += _sheet_pieces(sheet_rows(source, container, sheet, book), sheet.name)
    return assemble(source, pieces, problems)


def _book(source: Source, container: zipfile.ZipFile, main: str, workbook: _Element) -> Workbook:
    """The shared texts and number formats of a workbook."""
    styles = optional_part(source, container, related_part(source, container, main, "/styles"))
    shared = related_part(source, container, main, "/sharedStrings")
    items = streamed(source, container, shared, tuple(f"{{{space}}}si" for space in SPACES)) if shared else iter(())
    return book_of(workbook, styles, [shared_text(item) for item in items])


def _visible_sheets(
    source: Source, container: zipfile.ZipFile, main: str, workbook: _Element, problems: list[Problem],
) -> Iterator[Sheet]:
    """The sheets a person sees; a note says which are hidden and were not read."""
    targets = relations(source, container, main)
    hidden: list[str] = []
    sheets = child(workbook, "sheets")
    for sheet in sheets if sheets is not None else ():
        name = sheet.get("name", "")
        relation = targets.get(next((found for key in RELATION_IDS if (found := sheet.get(key))), ""))
        if relation is None:
            raise refuse(source, "R111", part=name)
        if sheet.get("state", "visible") != "visible":
            hidden.append(name)
        elif relation.kind.endswith("/worksheet"):
            yield Sheet(name, relation.target)
    if hidden:
        problems.append(problem(source, "R128", "info", sheets="; ".join(hidden)))


def sheet_rows(
    source: Source, container: zipfile.ZipFile, sheet: Sheet, book: Workbook, *, most_cells: int = MOST_CELLS,
) -> _Rows:
    """The filled rows of a sheet, merged cells with their spans; ReadError R129 for more cells than `most_cells`."""
    rows: _Rows = []
    merges: dict[tuple[int, int], Merge] = {}
    count = last = 0
    tags = tuple(f"{{{space}}}{name}" for space in SPACES for name in ("row", "mergeCell"))
    for element in streamed(source, container, sheet.part, tags):
        if local(element.tag) == "mergeCell":
            merge = merge_of(element)
            merges.update({(merge.top, merge.left): merge} if merge else {})
            continue
        cells = list(row_cells(element, last + 1, book))
        last = cells[0].row if cells else last + 1
        count += len(cells)
        if count > most_cells:
            raise refuse(source, "R129", sheet=sheet.name, limit=f"{most_cells:,}".replace(",", "."))
        rows += [cells] if cells else []
    return [[_spanned(cell, merges.get((cell.row, cell.column))) for cell in row] for row in rows]


def _spanned(cell: Cell, merge: Merge | None) -> Cell:
    return replace(cell, rows=merge.bottom - merge.top + 1, columns=merge.right - merge.left + 1) if merge else cell


def _sheet_pieces(rows: _Rows, sheet: str) -> Iterator[Piece]:
    """The lines and tables of a sheet from top to bottom."""
    table = 0
    for region in _tables(rows):
        lines, body, notes = _parted(region)
        yield from (_line(row[0], sheet) for row in lines)
        if body:
            table += 1
            yield from cell_pieces([cell for row in body for cell in row], Piece("", sheet=sheet, table=table))
        yield from (_line(row[0], sheet) for row in notes)


def _tables(rows: _Rows) -> Iterator[_Rows]:
    """The sheet cut at its empty rows; rows without a head of their own go on with the table above."""
    held: _Rows = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1][0].row - pair[0]):  # equal while no row is empty
        region = [row for _, row in group]
        if held and not _goes_on(held, region):
            yield held
            held = []
        held += region
    if held:
        yield held


def _goes_on(above: _Rows, below: _Rows) -> bool:
    """Whether rows below a gap belong to the table above it: they are rows of figures without a head."""
    cells = [cell for row in below for cell in row]
    return len(below[0]) > 1 and not has_head(cells) and has_head([cell for row in above for cell in row])


def _parted(region: _Rows) -> tuple[_Rows, _Rows, _Rows]:
    """The rows of a single cell above the table, the table, and the rows of a single cell below it."""
    wide = [at for at, row in enumerate(region) if len(row) > 1]
    if not wide:
        return region, [], []
    return region[:wide[0]], region[wide[0]:wide[-1] + 1], region[wide[-1] + 1:]


def _line(cell: Cell, sheet: str) -> Piece:
    kind = BlockKind.HEADING if heading_shape(cell.text) else BlockKind.PARAGRAPH
    return Piece(cell.text, kind, sheet=sheet, row=cell.row, column=cell.column)
