"""The ruled tables of a PDF page: drawn lines to a grid, words to its cells.

A PDF has no tables, only lines and letters. Word and LibreOffice draw a table's borders as thin bars or strokes;
where bars cross they make a grid, and where a bar is missing inside it two cells are one. A frame around text is no
table: it has a single column. Tables without rules are left to the lines of text.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tiendo.reading.sources.pdf_cells import cell_texts
from tiendo.reading.sources.pdf_rules import NEAR, Rule, Rules
from tiendo.reading.sources.pdf_words import Word
from tiendo.reading.sources.tables import Cell

MOST_COLUMNS = 60
MOST_ROWS = 400

__all__ = ["Table", "tables"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: its place in points, the edges of its columns, its cells, its place in the drawing."""

    left: float
    right: float
    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: tuple[Cell, ...]
    order: int


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of a table: where its columns and rows part, and which of these borders are drawn."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: Sequence[Rule]
    down: Sequence[Rule]

    def owners(self) -> dict[tuple[int, int], tuple[int, int, int, int]]:
        """For each field of the grid the cell it belongs to: its first row and column, how many of each."""
        owner: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in owner:
                    rows, columns = self._reach(row, column, owner)
                    cell = (row, column, rows, columns)
                    owner.update({(row + i, column + j): cell for i in range(rows) for j in range(columns)})
        return owner

    def _reach(self, row: int, column: int, taken: Mapping[tuple[int, int], object]) -> tuple[int, int]:
        """How far a cell reaches down and to the right."""
        end, below = column + 1, row + 1
        while end < len(self.xs) - 1 and (row, end) not in taken and not self._is_drawn(
                self.down, self.xs[end], self.ys[row], self.ys[row + 1]):
            end += 1
        while below < len(self.ys) - 1 and not any((below, at) in taken or self._is_drawn(
                self.across, self.ys[below], self.xs[at], self.xs[at + 1]) for at in range(column, end)):
            below += 1
        return below - row, end - column

    @staticmethod
    def _is_drawn(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
        middle = (start + end) / 2
        return any(abs(rule.at - at) <= NEAR and rule.start <= middle <= rule.end for rule in rules)

    def field(self, word: Word) -> tuple[int, int] | None:
        """The field a word stands in, None outside the grid."""
        x, y = (word.left + word.right) / 2, word.base - word.size / 3
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        return (row, column) if 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1 else None


def tables(words: Sequence[Word], rules: Rules) -> tuple[list[Table], list[Word]]:
    """The tables of a page, and the words outside them."""
    found: list[Table] = []
    rest = list(words)
    for grid in filter(None, map(_grid, rules.crossings())):
        inside = [(place, word) for word in rest if (place := grid.field(word)) is not None]
        if inside:
            found.append(_table(grid, inside))
            rest = [word for word in rest if grid.field(word) is None]
    return found, rest


def _grid(rules: Rules) -> _Grid | None:
    """The grid of rules that touch one another, None where it has a single column."""
    xs = _edges([rule.at for rule in rules.down], [(rule.start, rule.end) for rule in rules.across])
    ys = _edges([rule.at for rule in rules.across], [(rule.start, rule.end) for rule in rules.down])
    if not 3 <= len(xs) <= MOST_COLUMNS or not 2 <= len(ys) <= MOST_ROWS:
        return None
    return _Grid(xs, ys, rules.across, rules.down)


def _edges(places: Sequence[float], spans: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Where rules of one direction stand, and where those of the other end: an open side has no rule of its own."""
    found = sorted([*places, min(start for start, _ in spans), max(end for _, end in spans)])
    edges = found[:1]
    for place in found[1:]:
        if place - edges[-1] > 2 * NEAR:
            edges.append(place)
    return tuple(edges)


def _table(grid: _Grid, inside: Sequence[tuple[tuple[int, int], Word]]) -> Table:
    owner = grid.owners()
    held: dict[tuple[int, int, int, int], list[Word]] = {cell: [] for cell in owner.values()}
    for place, word in inside:
        held[owner[place]].append(word)
    cells = tuple(
        Cell(row + 1, column + 1, tuple(cell_texts(words, grid.xs[column], grid.xs[column + columns])), rows, columns)
        for (row, column, rows, columns), words in sorted(held.items())
    )
    order = min(word.order for _, word in inside)
    return Table(grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1], grid.xs, cells, order)
