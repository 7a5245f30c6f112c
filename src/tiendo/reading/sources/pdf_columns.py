"""The reading order of a PDF page: stretches of lines and tables to regions, each read from top to bottom.

Where neighbouring rows leave the same gap free, the page has columns: the two blocks of an official head, the list of
recipients beside the signature, a text in two columns. They are read one after the other. But rows of names and
figures set with tabs are read across. What was meant shows in the order of drawing, which goes down a column first,
and in what stands beside the gap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tiendo.reading.sources.pdf_lines import Line, merged
from tiendo.reading.sources.pdf_tables import Table

LEAST_GAP = 2.0  # points a column's edge keeps free
WIDE_GAP = 3.0  # of the size: a gap that parts a single row
MOST_BOXES = 5_000  # on a page; more, and the order of drawing is taken
MOST_GAPS = 8  # of a row are tried
MOST_ROWS = 300  # a column is followed down
MOST_DEEP = 6  # columns inside columns
NEAR = 0.9  # of the size: a line this close below another goes on with its column
CROSSING = 0.1  # of a column may be drawn out of order
LEADERS = re.compile(r"[.…_]{4,}\s*\d{0,4}$|:$")
FIGURE = re.compile(r"[(≥≤<>~+–-]?\s?\d")
LIST_MARK = re.compile(r"[-–—+*•●○▪■➢✓·]|\(?\w{1,3}[.)]")
FILLED = 0.8  # of a column's width its lines fill where it is running text
RUNNING = 6  # rows that may be running text

__all__ = ["Box", "Region", "regions"]

Box = Line | Table
_Row = list[Box]


@dataclass(frozen=True, slots=True)
class Region:
    """What is read from top to bottom; `whole`: over the page's width, not a column of it."""

    boxes: tuple[Box, ...]
    whole: bool


def regions(boxes: Sequence[Box]) -> list[Region]:
    """The page's regions in reading order."""
    if len(boxes) > MOST_BOXES:
        return [Region(tuple(boxes), whole=True)]
    return list(_regions(boxes, 0))


def _regions(boxes: Sequence[Box], depth: int) -> Iterator[Region]:
    rows = _rows(boxes)
    held: list[Box] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at) if depth < MOST_DEEP else None
        if band is None or band.reads_across():
            end = band.end if band else at + 1
            held += [box for row in rows[at:end] for box in _across(row)]
        else:
            end = band.end
            yield from _flushed(held, depth)
            held = []
            yield from _regions(band.left, depth + 1)
            yield from _regions(band.right, depth + 1)
        at = end
    yield from _flushed(held, depth)


def _flushed(held: Sequence[Box], depth: int) -> Iterator[Region]:
    if held:
        yield Region(tuple(held), whole=depth == 0)


def _rows(boxes: Sequence[Box]) -> list[_Row]:
    """Boxes side by side, from the top: a row takes what stands on the level of its first."""
    rows: list[_Row] = []
    for box in sorted(boxes, key=lambda box: (box.top, box.left)):
        middle = (box.top + box.bottom) / 2
        row = next((row for row in reversed(rows[-3:]) if row[0].top <= middle <= row[0].bottom), None)
        if row is None or isinstance(row[0], Table) != isinstance(box, Table):
            rows.append([box])
        else:
            row.append(box)
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _across(row: _Row) -> Iterator[Box]:
    """A row read across: its stretches as one line."""
    lines = [box for box in row if isinstance(box, Line)]
    if lines:
        yield merged(lines)
    yield from (box for box in row if isinstance(box, Table))


@dataclass(slots=True)
class _Band:
    """Rows from `start` to `end` that leave the gap from `low` to `high` free."""

    rows: Sequence[_Row]
    end: int
    low: float
    high: float
    both: int  # how many rows stand on both sides

    @property
    def left(self) -> list[Box]:
        return [box for row in self.rows for box in row if box.right <= self.low]

    @property
    def right(self) -> list[Box]:
        return [box for row in self.rows for box in row if box.right > self.low]

    def pairs(self) -> list[tuple[Box, Box]]:
        """What stands on either side of the gap in the rows that have both."""
        found = []
        for row in self.rows:
            before, after = [box for box in row if box.right <= self.low], [box for box in row if box.right > self.low]
            found += [(before[-1], after[0])] if before and after else []
        return found

    def reads_across(self) -> bool:
        """Whether the rows are read across the gap rather than the columns down."""
        pairs = self.pairs()
        lines = [(a, b) for a, b in pairs if isinstance(a, Line) and isinstance(b, Line)]
        if not lines:
            return False
        if all(LIST_MARK.fullmatch(before.text) for before, _ in lines):
            return True
        if len(self.rows) > 1 and self.drawn_down():
            return False
        figures = sum(bool(FIGURE.match(after.text) or LEADERS.search(before.text)) for before, after in lines)
        if len(pairs) == 1:
            gap = lines[0][1].left - lines[0][0].right
            return bool(figures) or gap < WIDE_GAP * lines[0][0].size
        return 2 * figures >= len(lines) or self.is_list(lines)

    def drawn_down(self) -> bool:
        """Whether one column was drawn before the other."""
        return self.drawn_first(self.left) or self.drawn_first(self.right)

    def drawn_first(self, side: Sequence[Box]) -> bool:
        """Whether one column was drawn before anything of the other, stamps put on later aside."""
        orders = {box.order for box in side}
        drawn = sorted(box.order for row in self.rows for box in row)
        return sum(order in orders for order in drawn[:len(side)]) >= (1 - CROSSING) * len(side)

    def is_list(self, lines: Sequence[tuple[Line, Line]]) -> bool:
        """Names and what belongs to them: both sides begin at one edge, are few or leave their width free; no heads."""
        if all(line.text.isupper() for line in lines[0]):
            return False
        for side in zip(*lines, strict=True):
            width = max(line.right for line in side) - min(line.left for line in side)
            aligned = max(line.left for line in side) - min(line.left for line in side) <= side[0].size / 2
            filled = median(line.right - line.left for line in side) > FILLED * max(width, 1)
            if not aligned or (filled and len(side) >= RUNNING):
                return False
        return True


def _band(rows: Sequence[_Row], at: int) -> _Band | None:
    """The columns that begin in a row, None where it has none."""
    gaps = [(a.right, b.left) for a, b in pairwise(rows[at]) if b.left - a.right >= LEAST_GAP]
    widest = sorted(gaps, key=lambda gap: gap[0] - gap[1])[:MOST_GAPS]
    bands = [_followed(rows, at, low, high) for low, high in widest]
    return max(bands, key=lambda band: (band.both, band.high - band.low), default=None)


def _followed(rows: Sequence[_Row], at: int, low: float, high: float) -> _Band:
    """The rows from `at` on that leave a gap free, up to the last that belongs to its columns."""
    band = _Band(rows[at:at + 1], at + 1, low, high, 1)
    for end in range(at + 1, min(len(rows), at + MOST_ROWS)):
        gap = _narrowed(rows[end], low, high)
        if gap is None:
            break
        low, high = gap
        if any(box.right <= low for box in rows[end]) and any(box.left >= high for box in rows[end]):
            band = _Band(rows[at:end + 1], end + 1, low, high, band.both + 1)
        elif _goes_on(band, rows[end]):
            band = _Band(rows[at:end + 1], end + 1, low, high, band.both)
    return band


def _narrowed(row: _Row, low: float, high: float) -> tuple[float, float] | None:
    """What a row leaves free of a gap, None where it crosses it."""
    for box in row:
        if (box.left + box.right) / 2 < (low + high) / 2:
            low = max(low, box.right)
        else:
            high = min(high, box.left)
    return (low, high) if high - low >= LEAST_GAP else None


def _goes_on(band: _Band, row: _Row) -> bool:
    """Whether a row on one side of the gap goes on with the column there: drawn with it, or close below it."""
    on_left = row[0].left + row[0].right < band.low + band.high
    side, other = (band.left, band.right) if on_left else (band.right, band.left)
    if band.drawn_first(side):
        return row[0].order < min(box.order for box in other)
    return row[0].top - side[-1].bottom < NEAR * _size(side[-1])


def _size(box: Box) -> float:
    return box.size if isinstance(box, Line) else 12.0
