"""The regions of all pages to paragraphs and tables, in reading order.

A paragraph runs on over a column's or a page's end only where it clearly does, and belongs to the page where it begins.
Notes at the foot of a page are read after the paragraph they interrupt. A table of contents repeats headings with page
numbers and is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tiendo.reading.records import BlockKind
from tiendo.reading.sources.pdf_columns import Region
from tiendo.reading.sources.pdf_lines import Line
from tiendo.reading.sources.pdf_paragraphs import (
    ENOUGH,
    SHARED,
    Margins,
    Paragraph,
    goes_on,
    margins_of,
    runs_over,
    usual_margins,
)
from tiendo.reading.sources.pdf_tables import Table
from tiendo.reading.sources.pieces import Piece

NOTE_SIZE = 0.92  # of the text's size: a note at the foot is set smaller
NOTE_START = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?[,.;:]?\s*(?=\S)")
CONTENTS = re.compile(r"(?:\.\s?|…\s?|_){5,}\s*\d{1,4}$")
LEAST_CONTENTS = 3  # such lines on a page make a table of contents

__all__ = ["Flowed", "Page", "flowed"]

Flowed = Piece | tuple[int, Table]  # a paragraph, or a table and the page it stands on


@dataclass(frozen=True, slots=True)
class Page:
    """A page's regions in reading order; pages count from 1."""

    number: int
    regions: tuple[Region, ...]


def flowed(pages: Sequence[Page]) -> Iterator[Flowed]:
    """The paragraphs and tables of all pages in reading order."""
    lines = [line for page in pages for region in page.regions if region.whole for line in _lines(region)]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    flow = _Flow(sizes.most_common(1)[0][0] if sizes else 0.0, usual_margins(lines))
    for page in pages:
        for region in page.regions:
            yield from flow.region(page.number, region)
    yield from flow.closed()


def _lines(region: Region) -> list[Line]:
    return [box for box in region.boxes if isinstance(box, Line)]


@dataclass(slots=True)
class _Flow:
    """The reading as it goes: the document's usual size and margins, the paragraph at hand, the notes put off."""

    size: float
    usual: Margins
    held: Paragraph | None = None
    notes: list[Piece] = field(default_factory=list)

    def region(self, page: int, region: Region) -> Iterator[Flowed]:
        """A region's paragraphs and tables, but the last that may run on."""
        lines = _lines(region)
        notes = _foot_notes(lines, self.size)
        margins = self._margins(region, [line for line in lines if line not in notes])
        contents = sum(bool(CONTENTS.search(line.text)) for line in lines) >= LEAST_CONTENTS
        put_off = set(map(id, notes))
        first = True
        for box in region.boxes:
            if isinstance(box, Table):
                yield from self.closed()
                yield page, box
            elif id(box) not in put_off and not (contents and CONTENTS.search(box.text)):
                yield from self._line(page, margins, box, first=first)
                first = False
        self.notes += _note_pieces(page, margins, notes)

    def _line(self, page: int, margins: Margins, line: Line, *, first: bool) -> Iterator[Flowed]:
        if self.held and (runs_over(self.held, line, margins) if first else goes_on(self.held, line)):
            self.held.turned = len(self.held.lines) if first else self.held.turned
            self.held.margins = margins
            self.held.lines.append(line)
        else:
            yield from self.closed()
            self.held = Paragraph(page, margins, [line])

    def closed(self) -> Iterator[Flowed]:
        """The paragraph at hand, which ends here, and the notes that waited for it."""
        if self.held:
            yield self.held.piece()
        yield from self.notes
        self.held, self.notes = None, []

    def _margins(self, region: Region, lines: Sequence[Line]) -> Margins:
        """A region's own margins; over the page's width the document's where it has few lines or the same edge."""
        own = margins_of(lines, self.usual)
        if not region.whole:
            return own
        if len(lines) < ENOUGH:
            return replace(own, left=min(own.left, self.usual.left), right=max(own.right, self.usual.right),
                           sure=self.usual.sure)
        if abs(own.left - self.usual.left) <= 2 * SHARED:
            return replace(own, right=max(own.right, self.usual.right))
        return own


def _foot_notes(lines: Sequence[Line], size: float) -> list[Line]:
    """The notes at the foot of a region: its last lines, set smaller, from the first that opens with a mark."""
    start = len(lines)
    while start and lines[start - 1].size <= NOTE_SIZE * size:
        start -= 1
    small = lines[start:]
    first = next((at for at, line in enumerate(small) if _opens_note(line)), len(small))
    return list(small[first:])


def _opens_note(line: Line) -> bool:
    """Whether a line begins with a note's mark: raised, or before a capital."""
    mark = NOTE_START.match(line.text)
    return line.note or bool(mark and line.text[mark.end()].isupper())


def _note_pieces(page: int, margins: Margins, notes: Sequence[Line]) -> Iterator[Piece]:
    """Each note as a paragraph without its mark."""
    held: list[Line] = []
    for line in notes:
        if held and _opens_note(line):
            yield _note(page, margins, held)
            held = []
        held.append(line)
    if held:
        yield _note(page, margins, held)


def _note(page: int, margins: Margins, lines: Sequence[Line]) -> Piece:
    piece = Paragraph(page, margins, list(lines)).piece()
    return replace(piece, text=NOTE_START.sub("", piece.text, count=1), kind=BlockKind.PARAGRAPH)
