"""The pages of a PDF file as sheets: what each holds, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from tiendo.errors import Problem, ReadError
from tiendo.reading.sources.apart import Limits, OverLimit, run_apart
from tiendo.reading.sources.guard import MIB, Source, refuse
from tiendo.reading.sources.pdf_lines import Line, stretches
from tiendo.reading.sources.pdf_rules import drawing
from tiendo.reading.sources.pdf_struck import unstruck
from tiendo.reading.sources.pdf_tables import Table, tables
from tiendo.reading.sources.pdf_words import UNKNOWN, Letters
from tiendo.reading.sources.pieces import MOST_TEXT, too_much_text

MOST_PAGES = 5_000
SECONDS, SECONDS_A_MIB = 30, 15  # of computing; a report of 650 pages and 3 MiB takes 5
MEMORY = 1_500  # MiB
LITTLE_TEXT = 60  # characters: a stamp or a page number over a scanned picture
MANY_PATHS = 300  # letters drawn as outlines
MOSTLY = 0.5  # of a page's words cannot be read: nothing of it is

__all__ = ["Sheet", "sheets_of"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page gives: its stretches of text, turned text, tables, and what is wrong with it."""

    height: float
    lines: tuple[Line, ...] = ()
    turned: str = ""
    tables: tuple[Table, ...] = ()
    damaged: bool = False
    unmapped: bool = False
    struck: bool = False
    pictured: bool = False

    @property
    def characters(self) -> int:
        """How much text it holds."""
        cells = sum(len(cell.text) for table in self.tables for cell in table.cells)
        return cells + len(self.turned) + sum(len(line.text) for line in self.lines)

    @property
    def scanned(self) -> bool:
        """Whether it is a picture of a page, with at most a stamp or a number over it."""
        return self.pictured and self.characters < LITTLE_TEXT


def sheets_of(source: Source, limits: Limits | None = None) -> list[Sheet]:
    """Every page of the file, read in a process of its own.

    ReadError where the file is locked, damaged throughout, too long, crashes the parser, or passes the limits: unless
    given, a generous time by its size and more memory than any report needs.
    """
    limits = limits or Limits(SECONDS + len(source.content) * SECONDS_A_MIB // MIB, MEMORY)
    found = run_apart(lambda: _sheets_or_problems(source), limits)
    if isinstance(found, OverLimit):
        raise refuse(source, "R131", seconds=limits.seconds, memory=limits.memory)
    if isinstance(found, tuple):
        raise ReadError(found)
    return found


def _sheets_or_problems(source: Source) -> list[Sheet] | tuple[Problem, ...]:
    try:
        return _sheets(source)
    except ReadError as error:
        return error.problems


def _sheets(source: Source) -> list[Sheet]:
    try:
        pdf = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        raise refuse(source, "R116" if error.err_code == pdfium.FPDF_ERR_PASSWORD else "R117") from error
    try:
        if len(pdf) > MOST_PAGES:
            raise refuse(source, "R126", pages=len(pdf), limit=MOST_PAGES)
        sheets = list(_within_limit(source, (_sheet(pdf, number) for number in range(len(pdf)))))
    finally:
        pdf.close()
    if all(sheet.damaged for sheet in sheets):
        raise refuse(source, "R117")
    return sheets


def _within_limit(source: Source, sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    """The sheets as they come, as long as their text stays within what is read."""
    characters = 0
    for sheet in sheets:
        characters += sheet.characters
        if characters > MOST_TEXT:
            raise too_much_text(source)
        yield sheet


def _sheet(pdf: pypdfium2.PdfDocument, number: int) -> Sheet:
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return Sheet(0, damaged=True)
    letters = Letters(page)
    try:
        drawn = drawing(page, letters.view)
        printed = letters.words()
        words = unstruck(printed, drawn.rules.across, letters)
    finally:
        letters.close()
        page.close()
    height = letters.view.height
    unmapped = sum(word.text == UNKNOWN for word in words)
    if words and unmapped > MOSTLY * len(words):
        return Sheet(height, unmapped=True)
    found, rest = tables(words, drawn.rules)
    lines = tuple(line for line in stretches(word for word in rest if not word.turned) if line.text)
    turned = " ".join(word.text for word in rest if word.turned)
    sheet = Sheet(height, lines, turned, tuple(found), unmapped=unmapped > 0, struck=words != printed)
    outlined = drawn.paths >= MANY_PATHS and not sheet.characters
    return replace(sheet, pictured=drawn.pictured or outlined)
