"""Whether a line of a PDF goes on with the paragraph before it.

A PDF ends every line. A line goes on in the next when the next line's first word would not have fitted, and nothing
says that something new begins: an indent, a list mark, a gap, another size or weight, a heading. Lines set in the
middle belong together when they look alike: a title. Over a column's or a page's end it must be clear.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiendo.reading.records import BlockKind
from tiendo.reading.sources.pdf_lines import Line, joined
from tiendo.reading.sources.pieces import LIST_MARK, SENTENCE_END, Piece, heading_shape, starts_item

SHARED = 1.5  # points: edges that close are one
ENOUGH = 5  # lines that show a margin of their own
SPACE = 0.25  # of the size: the least a space takes
INDENT = 0.6  # of the size
SAME_SIZE = 0.12  # of the size
FARTHEST = 2.3  # of the size: lines farther apart never belong together
CLOSE = 1.7  # of the size: the lines of one title
LONG = 0.6  # of the width
LOOSE = 1.5  # of the size: lines set farther apart may be paragraphs
LOOSER = 1.3  # times the usual distance of lines: a gap between paragraphs
CENTRED = 4.0  # points
LONGEST_BOLD = 150  # characters of a bold line that stands as a heading
NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")

__all__ = ["ENOUGH", "SHARED", "Margins", "Paragraph", "goes_on", "margins_of", "runs_over", "usual_margins"]


@dataclass(frozen=True, slots=True)
class Margins:
    """Between which edges lines are set, the least distance from line to line, and whether the edges are sure."""

    left: float
    right: float
    step: float
    sure: bool = True


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it grows."""

    page: int
    margins: Margins
    lines: list[Line]
    turned: int = 0  # which line is the first of this column or page

    @property
    def edge(self) -> float:
        """Where its lines after the first begin, as far as is known."""
        first = self.lines[0]
        if self.turned or len(self.lines) > 1:
            return self.lines[max(self.turned, 1)].left
        return first.hang if LIST_MARK.match(first.text) else self.margins.left

    def piece(self) -> Piece:
        """Its text, and whether it is a heading: by being bold throughout and short, or by shape."""
        text = joined([line.text for line in self.lines])
        bold = all(line.bold for line in self.lines) and len(text) <= LONGEST_BOLD
        heading = (bold and not text.endswith((".", ";", ":"))) or heading_shape(text)
        return Piece(text, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, self.page)


def usual_margins(lines: Sequence[Line]) -> Margins:
    """The margins most lines of the document are set in."""
    if not lines:
        return Margins(0, 0, 0, sure=False)
    left, right = [line.left for line in lines], [line.right for line in lines]
    return Margins(min(_shared(left) or left), max(_shared(right) or right), 0, sure=len(lines) >= ENOUGH)


def _shared(places: Sequence[float]) -> list[float]:
    """The places where at least a tenth of the lines begin or end together."""
    counts = Counter(round(place / SHARED) for place in places)
    least = max(2, len(places) // 10)
    return [place for place in places if sum(counts[round(place / SHARED) + at] for at in (-1, 0, 1)) >= least]


def margins_of(lines: Sequence[Line], usual: Margins) -> Margins:
    """The margins a region's own lines show; the usual ones where it has none."""
    if not lines:
        return usual
    left = _outermost(sorted(line.left for line in lines))
    right = _outermost(sorted((line.right for line in lines), reverse=True))
    return Margins(left, right, _step(lines), sure=len(lines) >= ENOUGH)


def _outermost(places: Sequence[float]) -> float:
    """The edge that lines from the outermost inwards show; of many lines a single one may stick out."""
    if len(places) < ENOUGH or abs(places[0] - places[1]) <= SHARED:
        return places[0]
    return places[1]


def _step(lines: Sequence[Line]) -> float:
    """The least usual distance from line to line: that inside paragraphs."""
    steps = sorted(
        after.base - before.base for before, after in pairwise(lines)
        if 0 < after.base - before.base <= FARTHEST * after.size
    )
    return steps[len(steps) // 4] if steps else 1.2 * lines[0].size


def goes_on(paragraph: Paragraph, after: Line) -> bool:
    """Whether a line of the same region goes on with the paragraph."""
    before, margins = paragraph.lines[-1], paragraph.margins
    step = after.base - before.base
    if not 0 < step <= FARTHEST * after.size or not _same_size(before, after) or _is_rule(before) or _is_rule(after):
        return False
    flows = _flows(before, after)
    if _centred(before, after, margins) and not flows:
        return _is_one_title(before, after) or (after.hang == after.left and _is_full(before, after, margins))
    if not margins.sure and not flows:
        return False
    if not _is_full(before, after, margins) and not (flows and _is_long(before, margins)):
        return False
    if not flows and (before.bold != after.bold or _is_title(before) != _is_title(after)):
        return False
    return not _opens(paragraph, after) and (flows or step <= LOOSER * margins.step + 1)


def _opens(paragraph: Paragraph, after: Line) -> bool:
    """Whether a line begins a new paragraph by its indent or its list mark."""
    before, first = paragraph.lines[-1], paragraph.lines[0]
    indent = INDENT * after.size
    indented, ended = after.left > paragraph.edge + indent, bool(SENTENCE_END.search(before.text))
    if starts_item(after.text):
        listed = starts_item(first.text) and abs(after.left - first.left) <= SHARED and not after.text[:1].isdigit()
        return indented or ended or listed or _next_number(first, after)
    if indented:
        return not _flows(before, after)
    if ended and after.base - before.base > LOOSE * after.size and first.left <= paragraph.margins.left + indent:
        return True  # set loosely and without indents: nothing but the full stop tells, and it never cuts a sentence
    return ended and len(paragraph.lines) > 1 and after.left < paragraph.edge - indent


def _next_number(first: Line, after: Line) -> bool:
    """Whether an item's first line and a line at the same edge count on: "1." and "2."."""
    marks = [NUMBERED.match(line.text) for line in (first, after)]
    return all(marks) and abs(after.left - first.left) <= SHARED


def runs_over(paragraph: Paragraph, after: Line, margins: Margins) -> bool:
    """Whether the first line of a column or page clearly goes on with the paragraph before it."""
    before = paragraph.lines[-1]
    if SENTENCE_END.search(before.text) or not _same_size(before, after) or not paragraph.margins.sure:
        return False
    if paragraph.piece().kind is BlockKind.HEADING or heading_shape(after.text) or after.bold != before.bold:
        return False
    indented = after.left > margins.left + INDENT * after.size
    if _flows(before, after):
        return _is_long(before, paragraph.margins)
    return _is_full(before, after, paragraph.margins) and not indented


def _flows(before: Line, after: Line) -> bool:
    """Whether the words alone say that a line goes on: no stop before, a small letter after."""
    return not SENTENCE_END.search(before.text) and after.text[0].islower() and not LIST_MARK.match(after.text)


def _is_full(before: Line, after: Line, margins: Margins) -> bool:
    """Whether the next line's first word would not have fitted."""
    return before.right + SPACE * before.size + after.first > margins.right - 0.5


def _is_long(line: Line, margins: Margins) -> bool:
    return line.right - margins.left >= LONG * (margins.right - margins.left)


def _same_size(before: Line, after: Line) -> bool:
    return abs(before.size - after.size) <= SAME_SIZE * before.size


def _centred(before: Line, after: Line, margins: Margins) -> bool:
    """Whether two lines of different width are set around one middle, the second not at the margin."""
    middle = (before.left + before.right - after.left - after.right) / 2
    inside = not margins.sure or after.left - margins.left > CENTRED
    return inside and abs(middle) <= CENTRED < abs(before.left - after.left)


def _is_one_title(before: Line, after: Line) -> bool:
    """Whether two lines set in the middle are one title: bold or in capitals, alike, no stop between."""
    alike = before.bold == after.bold and before.text.isupper() == after.text.isupper()
    near = after.base - before.base <= CLOSE * after.size
    stands = before.bold or before.text.isupper()
    return stands and alike and near and not SENTENCE_END.search(before.text) and not starts_item(after.text)


def _is_rule(line: Line) -> bool:
    """Whether a line holds no letter and no figure: dashes or stars under a title."""
    return not any(letter.isalnum() for letter in line.text)


def _is_title(line: Line) -> bool:
    return line.text.isupper() and heading_shape(line.text)
