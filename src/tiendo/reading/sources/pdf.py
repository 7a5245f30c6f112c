"""PDF files: words with their places to lines, columns, tables and paragraphs, page by page.

A PDF keeps letters at places and nothing else. Each page becomes words (`pdf_words`), ruled tables (`pdf_rules`,
`pdf_tables`) and stretches of lines (`pdf_lines`); over all pages what runs at the edges goes (`pdf_edges`); the rest is
read column by column (`pdf_columns`) into paragraphs (`pdf_flow`). Pages without text are named, never skipped
in silence: a scan, a page whose font says nothing, a page that does not open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from tiendo.errors import Problem, ReadError
from tiendo.reading.records import Document
from tiendo.reading.sources.guard import Source, problem, refuse
from tiendo.reading.sources.pdf_columns import regions
from tiendo.reading.sources.pdf_edges import without_edges
from tiendo.reading.sources.pdf_flow import Flowed, Page, flowed
from tiendo.reading.sources.pdf_lines import Line, joined, stretches
from tiendo.reading.sources.pdf_rules import drawing
from tiendo.reading.sources.pdf_tables import Table, tables
from tiendo.reading.sources.pdf_words import page_words
from tiendo.reading.sources.pieces import MOST_TEXT, Piece, assemble, too_much_text
from tiendo.reading.sources.tables import Cell, cell_pieces

MOST_PAGES = 5_000
LITTLE_TEXT = 60  # characters: a stamp or a page number over a scanned picture
MANY_PATHS = 300  # letters drawn as outlines
MOSTLY = 0.5  # of a page's words cannot be read: nothing of it is
SAME_COLUMN = 4.0  # points

__all__ = ["read"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page gives: its stretches of text, turned text, tables, and what is wrong with it."""

    height: float
    lines: tuple[Line, ...] = ()
    turned: str = ""
    tables: tuple[Table, ...] = ()
    damaged: bool = False
    unmapped: bool = False
    pictured: bool = False

    @property
    def characters(self) -> int:
        """How much text it holds."""
        cells = sum(len(cell.text) for table in self.tables for cell in table.cells)
        return cells + len(self.turned) + sum(len(line.text) for line in self.lines)


def read(source: Source) -> Document:
    """The document of a PDF file.

    Raises ReadError where it is locked (R116), damaged (R117), too long (R126, R122), a scan without text (R118),
    unreadable for its fonts (R130) or empty (R121). Single pages that could not be read are told in its problems.
    """
    sheets = _sheets(source)
    kept = without_edges([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    sheets = [replace(sheet, lines=tuple(lines)) for sheet, lines in zip(sheets, kept, strict=True)]
    problems = list(_problems(source, sheets))
    if not any(sheet.characters for sheet in sheets):
        raise _nothing(source, sheets, problems)
    pages = [Page(number, tuple(regions((*sheet.lines, *sheet.tables)))) for number, sheet in enumerate(sheets, 1)]
    return assemble(source, _pieces(flowed(pages), sheets), problems)


def _sheets(source: Source) -> list[_Sheet]:
    try:
        pdf = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        raise refuse(source, "R116" if error.err_code == pdfium.FPDF_ERR_PASSWORD else "R117") from error
    try:
        if len(pdf) > MOST_PAGES:
            raise refuse(source, "R126", pages=len(pdf), limit=MOST_PAGES)
        sheets: list[_Sheet] = []
        characters = 0
        for number in range(len(pdf)):
            sheets.append(_sheet(pdf, number))
            characters += sheets[-1].characters
            if characters > MOST_TEXT:
                raise too_much_text(source)
    finally:
        pdf.close()
    if all(sheet.damaged for sheet in sheets):
        raise refuse(source, "R117")
    return sheets


def _sheet(pdf: pypdfium2.PdfDocument, number: int) -> _Sheet:
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return _Sheet(0, damaged=True)
    try:
        view, words, unmapped = page_words(page)
        drawn = drawing(page, view)
    finally:
        page.close()
    if words and unmapped > MOSTLY * len(words):
        return _Sheet(view.height, unmapped=True)
    found, rest = tables(words, drawn.rules)
    lines = tuple(line for line in stretches(word for word in rest if not word.turned) if line.text)
    turned = " ".join(word.text for word in rest if word.turned)
    sheet = _Sheet(view.height, lines, turned, tuple(found), unmapped=unmapped > 0)
    outlined = drawn.paths >= MANY_PATHS and not sheet.characters
    return replace(sheet, pictured=drawn.pictured or outlined)


def _scanned(sheet: _Sheet) -> bool:
    return sheet.pictured and sheet.characters < LITTLE_TEXT


def _problems(source: Source, sheets: Sequence[_Sheet]) -> Iterator[Problem]:
    """What the reader must be told of single pages."""
    said = {
        "R120": [number for number, sheet in enumerate(sheets, 1) if _scanned(sheet)],
        "R125": [number for number, sheet in enumerate(sheets, 1) if sheet.damaged],
        "R130": [number for number, sheet in enumerate(sheets, 1) if sheet.unmapped],
    }
    for code, numbers in said.items():
        if numbers:
            yield problem(source, code, "warning", pages=_ranges(numbers))


def _nothing(source: Source, sheets: Sequence[_Sheet], problems: Sequence[Problem]) -> ReadError:
    """Why no page gives any text: a scan, fonts without a table, or nothing there."""
    if any(map(_scanned, sheets)):
        others = [found for found in problems if found.code != "R120"]
        return ReadError([*refuse(source, "R118", pages=len(sheets)).problems, *others])
    return ReadError([replace(found, severity="error") for found in problems] or refuse(source, "R121").problems)


def _ranges(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "2, 5–7"."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0][1]) if len(run) == 1 else f"{run[0][1]}–{run[-1][1]}" for run in runs)


def _pieces(flow: Iterator[Flowed], sheets: Sequence[_Sheet]) -> Iterator[Piece]:
    """Paragraphs and tables counted; a table that goes on over a page is one."""
    paragraph = number = 0
    held: list[tuple[int, Table]] = []
    for found in (*flow, *_turned(sheets)):
        if isinstance(found, tuple):
            if held and not _goes_on(held[-1], found):
                number += 1
                yield from _table_pieces(held, number)
                held = []
            held.append(found)
            continue
        if held:
            number += 1
            yield from _table_pieces(held, number)
            held = []
        paragraph += 1
        yield replace(found, paragraph=paragraph)
    yield from _table_pieces(held, number + 1) if held else ()


def _turned(sheets: Sequence[_Sheet]) -> Iterator[Piece]:
    """Text that runs in another direction than its page, at the end: no place among the lines fits it."""
    for number, sheet in enumerate(sheets, 1):
        if sheet.turned:
            yield Piece(joined([sheet.turned]), page=number)


def _goes_on(before: tuple[int, Table], after: tuple[int, Table]) -> bool:
    """Whether a table on the next page goes on with one: its columns stand at the same places."""
    edges = before[1].edges, after[1].edges
    return after[0] == before[0] + 1 and len(edges[0]) == len(edges[1]) and all(
        abs(a - b) <= SAME_COLUMN for a, b in zip(*edges, strict=True))


def _table_pieces(parts: Sequence[tuple[int, Table]], number: int) -> Iterator[Piece]:
    """The cells of a table's parts under one another, the head that each page repeats only once."""
    cells: list[Cell] = []
    for page, table in parts:
        again = _repeated(parts[0][1].cells, table.cells) if cells else 0
        below = max((cell.row + cell.rows - 1 for cell in cells), default=0) - again
        cells += [replace(cell, row=cell.row + below, page=page) for cell in table.cells if cell.row > again]
    yield from cell_pieces(cells, Piece("", table=number))


def _repeated(first: Sequence[Cell], cells: Sequence[Cell]) -> int:
    """How many rows at the top of a part are those of the table's beginning."""
    rows = 0
    while rows < max(cell.row for cell in cells) and _row(first, rows + 1) == _row(cells, rows + 1):
        rows += 1
    return rows


def _row(cells: Sequence[Cell], row: int) -> list[tuple[str, ...]]:
    return [cell.texts for cell in cells if cell.row == row]
