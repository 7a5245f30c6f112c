"""Word documents: paragraphs and tables in the order of the body, with headings, notes and text boxes.

The body is read as a stream, one paragraph or table at a time, so that 500 pages cost the memory of one. Headers and
footers stand in other parts and are not read; a Word file has no pages, but where Word left the marks of its last
rendering they are counted.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from tiendo.reading.records import BlockKind, Document
from tiendo.reading.sources.docx_styles import Styles, styles_of
from tiendo.reading.sources.docx_tables import merged, place_cells
from tiendo.reading.sources.docx_text import NAMESPACES, Gathered, attribute, gather, is_gone
from tiendo.reading.sources.guard import Source, bounded_zip, problem
from tiendo.reading.sources.ooxml import child, local, main_part, optional_part, related_part, streamed
from tiendo.reading.sources.pieces import Piece, assemble, heading_shape, unwrapped
from tiendo.reading.sources.tables import Cell, cell_pieces

LONGEST_BOLD = 150  # characters of a bold line that stands as a heading
BLOCKS = tuple(f"{{{space}}}{name}" for space in NAMESPACES for name in ("p", "tbl"))

__all__ = ["read"]

_Notes = Mapping[tuple[str, str], _Element]


@dataclass(slots=True)
class _Body:
    """The body as it is read: what is known of the file, and where the reading stands."""

    styles: Styles
    notes: _Notes
    page: int = 1
    paragraph: int = 0
    table: int = 0
    changed: bool = False
    held: list[str] = field(default_factory=list)  # text whose paragraph mark was deleted: it goes on in the next

    def blocks(self, elements: Iterator[_Element] | _Element) -> Iterator[Piece]:
        """The pieces of the paragraphs and tables among these elements, and of what wraps them."""
        for element in elements:
            name = local(element.tag)
            if name == "p":
                yield from self.paragraph_pieces(element)
            elif name == "tbl":
                yield from self.table_pieces(element)
            elif name not in {"del", "moveFrom", "Fallback", "tcPr", "sdtPr"}:
                yield from self.blocks(element)

    def paragraph_pieces(self, element: _Element) -> Iterator[Piece]:
        """A paragraph, then the text boxes and notes that hang on it."""
        gathered, texts = self.taken_in(element)
        if not self.styles.is_contents(element):
            page = self.page - gathered.breaks + gathered.breaks_before
            for text in texts:
                self.paragraph += 1
                kind = BlockKind.HEADING if self.is_heading(element, gathered, text) else BlockKind.PARAGRAPH
                yield Piece(text, kind, page, self.paragraph)
        yield from self.hanging(gathered)

    def taken_in(self, element: _Element) -> tuple[Gathered, list[str]]:
        """A paragraph's text, joined to what a deleted paragraph mark left over, and the pages turned."""
        gathered = gather(element)
        self.page += gathered.breaks
        self.changed = self.changed or gathered.changed
        self.held.append(gathered.text)
        if child(element, "pPr", "rPr", "del") is not None:
            return gathered, []
        texts = list(unwrapped("".join(self.held)))
        self.held.clear()
        return gathered, texts

    def is_heading(self, element: _Element, gathered: Gathered, text: str) -> bool:
        """By style, by being bold throughout and short, or by shape."""
        bold = gathered.bold and not gathered.plain and len(text) <= LONGEST_BOLD and not text.endswith((".", ";", ":"))
        return self.styles.is_heading(element) or bold or heading_shape(text)

    def hanging(self, gathered: Gathered) -> Iterator[Piece]:
        """The text boxes and notes of a paragraph."""
        for box in gathered.boxes:
            yield from self.blocks(box)
        for key in gathered.notes:
            note = self.notes.get(key)
            yield from self.blocks(note) if note is not None else ()

    def table_pieces(self, table: _Element) -> Iterator[Piece]:
        """A table's cells; then what hangs on them: nested tables, text boxes, notes."""
        if all(place.column == 1 for place in place_cells(table)):  # a frame around text
            for place in place_cells(table):
                yield from self.blocks(place.element)
            return
        self.table += 1
        number = self.table
        cells: list[tuple[Cell, bool]] = []
        after: list[Gathered | _Element] = []
        for place in place_cells(table):
            texts = tuple(self.cell_texts(place.element, after))
            cell = Cell(place.row, place.column, texts, 1, place.columns, place.head, self.page)
            cells.append((cell, place.continues))
            place.element.clear()  # a million cells cost their text, not their tree
        yield from cell_pieces(merged(cells), Piece("", table=number))
        for found in after:
            yield from self.hanging(found) if isinstance(found, Gathered) else self.table_pieces(found)

    def cell_texts(self, cell: _Element, after: list[Gathered | _Element]) -> Iterator[str]:
        """A cell's paragraphs; its tables, boxes and notes are put off to `after`."""
        for element in cell:
            name = local(element.tag)
            if name == "p":
                gathered, texts = self.taken_in(element)
                after.append(gathered)
                yield from texts
            elif name == "tbl":
                after.append(element)
            elif name not in {"del", "moveFrom", "Fallback", "tcPr", "sdtPr"}:
                yield from self.cell_texts(element, after)


def read(source: Source) -> Document:
    """A Word document (.docx, .docm); ReadError where its parts are missing, malformed or hostile, or hold no text."""
    with bounded_zip(source) as container:
        main = main_part(source, container, "word/document.xml")
        styles = optional_part(source, container, related_part(source, container, main, "/styles"))
        body = _Body(styles_of(styles), _notes(source, container, main))
        outer = (element for element in streamed(source, container, main, BLOCKS) if not is_gone(element))
        pieces = [piece for element in outer for piece in body.blocks(iter((element,)))]
        pieces += [Piece(text, page=body.page) for text in unwrapped("".join(body.held))]
    if body.page == 1:  # Word left no marks: pages are not known
        pieces = [replace(piece, page=None) for piece in pieces]
    problems = [problem(source, "R127", "info")] if body.changed else []
    return assemble(source, pieces, problems)


def _notes(source: Source, container: zipfile.ZipFile, main: str) -> _Notes:
    """The footnotes and endnotes by kind and id; separators are none."""
    notes: dict[tuple[str, str], _Element] = {}
    for kind in ("footnotes", "endnotes"):
        part = optional_part(source, container, related_part(source, container, main, f"/{kind}"))
        for note in part if part is not None else ():
            if attribute(note, "type") is None:
                notes[kind, attribute(note, "id") or ""] = note
    return notes
