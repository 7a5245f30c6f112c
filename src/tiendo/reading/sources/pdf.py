"""PDF files: words with their places to lines, columns, tables and paragraphs, page by page.

A PDF keeps letters at places and nothing else. Each page becomes words (`pdf_words`), ruled tables (`pdf_rules`,
`pdf_tables`) and stretches of lines (`pdf_lines`); over all pages what runs at the edges goes (`pdf_edges`); the rest
is read column by column (`pdf_columns`) into paragraphs (`pdf_flow`). Pages without text are named, never skipped in
silence: a scan, a page whose font says nothing, a page that does not open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tiendo.errors import Problem, ReadError
from tiendo.reading.records import Document
from tiendo.reading.sources.guard import Source, problem, refuse
from tiendo.reading.sources.pdf_columns import regions
from tiendo.reading.sources.pdf_edges import without_edges
from tiendo.reading.sources.pdf_flow import Flowed, Page, flowed
from tiendo.reading.sources.pdf_lines import joined
from tiendo.reading.sources.pdf_sheets import Sheet, sheets_of
from tiendo.reading.sources.pdf_spans import goes_on, whole_cells
from tiendo.reading.sources.pdf_tables import Table
from tiendo.reading.sources.pieces import Piece, assemble
from tiendo.reading.sources.tables import cell_pieces

__all__ = ["read"]


def read(source: Source) -> Document:
    """The document of a PDF file.

    Raises ReadError where it is locked (R116), damaged (R117), too long (R126, R122), a scan without text (R118),
    unreadable for its fonts (R130), empty (R121) or hostile (R131). Single pages that could not be read are told in
    its problems.
    """
    sheets = sheets_of(source)
    kept = without_edges([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    sheets = [replace(sheet, lines=tuple(lines)) for sheet, lines in zip(sheets, kept, strict=True)]
    problems = list(_problems(source, sheets))
    if not any(sheet.characters and not sheet.scanned for sheet in sheets):
        raise _nothing(source, sheets, problems)
    pages = [Page(number, tuple(regions((*sheet.lines, *sheet.tables)))) for number, sheet in enumerate(sheets, 1)]
    return assemble(source, _pieces(flowed(pages), sheets), problems)


def _problems(source: Source, sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """What the reader must be told of single pages."""
    said = {
        "R120": [number for number, sheet in enumerate(sheets, 1) if sheet.scanned],
        "R125": [number for number, sheet in enumerate(sheets, 1) if sheet.damaged],
        "R130": [number for number, sheet in enumerate(sheets, 1) if sheet.unmapped],
    }
    for code, numbers in said.items():
        if numbers:
            yield problem(source, code, "warning", pages=_ranges(numbers))
    if any(sheet.struck for sheet in sheets):
        yield problem(source, "R127", "info")


def _nothing(source: Source, sheets: Sequence[Sheet], problems: Sequence[Problem]) -> ReadError:
    """Why no page gives any text: a scan, fonts without a table, or nothing there."""
    if any(sheet.scanned for sheet in sheets):
        others = [found for found in problems if found.code != "R120"]
        return ReadError([*refuse(source, "R118", pages=len(sheets)).problems, *others])
    return ReadError([replace(found, severity="error") for found in problems] or refuse(source, "R121").problems)


def _ranges(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "2, 5–7"."""
    runs = [list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0][1]) if len(run) == 1 else f"{run[0][1]}–{run[-1][1]}" for run in runs)


def _pieces(flow: Iterator[Flowed], sheets: Sequence[Sheet]) -> Iterator[Piece]:
    """Paragraphs and tables counted; a table that goes on over a page is one."""
    paragraph = table = 0
    held: list[tuple[int, Table]] = []
    for found in (*flow, *_turned(sheets)):
        if held and not (isinstance(found, tuple) and goes_on(held[-1], found)):
            table += 1
            yield from cell_pieces(whole_cells(held), Piece("", table=table))
            held = []
        if isinstance(found, tuple):
            held.append(found)
        else:
            paragraph += 1
            yield replace(found, paragraph=paragraph)
    if held:
        yield from cell_pieces(whole_cells(held), Piece("", table=table + 1))


def _turned(sheets: Sequence[Sheet]) -> Iterator[Piece]:
    """Text that runs in another direction than its page, at the end: no place among the lines fits it."""
    for number, sheet in enumerate(sheets, 1):
        if sheet.turned:
            yield Piece(joined([sheet.turned]), page=number)
