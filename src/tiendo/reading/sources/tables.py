"""Cells to cells with heads: which rows of a table are its head, and which column names the rows.

"1 | Thu ngân sách | tỷ đồng | 5.480 | 7.900" says nothing until 7.900 knows that it stands under "Thực hiện 2022"
and beside "Thu ngân sách". Files mark heads rarely and spans often, so heads are recognised by what tables do:
figures begin below the head, and the first column of words names the rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tiendo.reading.records import BlockKind
from tiendo.reading.sources.pieces import Piece

FIGURE = re.compile(r"[-+−–≥≤<>~≈]?\s?(?:\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:[.,]\d+)?\s?%?|\d+\s?/\s?\d+")
YEAR = re.compile(r"(?:19|20)\d\d")
ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-ZĐa-zđ])[.)]?\)?|[-–+*]")
INDEX = re.compile(r"\(?\d{1,2}\)?|\(?[A-Z]\)?|\(?\d{1,2}\)?\s?=.{1,30}")
WORDS = re.compile(r"[^\W\d_]{2}")
LONGEST_FIGURE = 40  # characters
LONGEST_LOOK = 200  # characters of a cell that are enough to tell words
MOST_HEAD_ROWS = 6
MOST_HEAD_TEXT = 60  # characters of a head cell in a table without figures
JOIN = "; "  # between the parts of a head of several rows: no number form holds it

__all__ = ["Cell", "Headed", "cell_pieces", "has_head", "headed", "is_figure"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where its upper left corner stands (from 1), its paragraphs, how far it spans.

    `head`: the file itself marks it as a head; `page`: where it stands in a table that runs over pages.
    """

    row: int
    column: int
    texts: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    head: bool = False
    page: int | None = None

    @property
    def text(self) -> str:
        """All its paragraphs on one line."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Headed:
    """A cell and the texts of its row's and its column's heads, None for a head itself."""

    cell: Cell
    row_head: str | None
    column_head: str | None


def is_figure(text: str) -> bool:
    """Whether a cell holds a number and nothing else; a lone year heads a column rather than counts."""
    return len(text) <= LONGEST_FIGURE and bool(FIGURE.fullmatch(text)) and not YEAR.fullmatch(text)


def cell_pieces(cells: Sequence[Cell], place: Piece) -> Iterator[Piece]:
    """A table's cells as pieces, row by row; `place` carries page, sheet and table."""
    for found in headed(cells):
        for text in found.cell.texts:
            yield Piece(
                text, BlockKind.CELL, found.cell.page or place.page, None, place.sheet, place.table, found.cell.row,
                found.cell.column, found.row_head, found.column_head,
            )


def headed(cells: Sequence[Cell]) -> Iterator[Headed]:
    """The cells in reading order, each with its heads."""
    rows = _by_row(cells)
    last_head = _last_head_row(rows)
    column_heads = _column_heads([rows[row] for row in sorted(rows) if row <= last_head])
    body = [cell for row in sorted(rows) if row > last_head for cell in rows[row]]
    row_heads = _row_heads(body) if last_head or any(is_figure(cell.text) for cell in body) else {}
    for row in sorted(rows):
        for cell in rows[row]:
            if row <= last_head:
                yield Headed(cell, None, None)
            else:
                labels = [text for column, text in row_heads.get(row, ()) if column < cell.column]
                yield Headed(cell, JOIN.join(labels) or None, column_heads.get(cell.column))


def has_head(cells: Sequence[Cell]) -> bool:
    """Whether the first rows of these cells are a head."""
    return _last_head_row(_by_row(cells)) > 0


def _by_row(cells: Sequence[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(cell)
    return rows


def _last_head_row(rows: Mapping[int, list[Cell]]) -> int:
    """The number of the last head row, 0 where the table has none; at least one row stays below it."""
    order = sorted(rows)
    if len(order) < 2:
        return 0
    marked = _marked(rows, order)
    first_figures = next((row for row in order if row > marked and _counts(rows[row])), 0)
    if not first_figures:
        return marked or _head_of_words(rows, order)
    last = marked
    for row in order[:MOST_HEAD_ROWS]:
        if row >= first_figures or (row > marked and last and not _continues_head(rows, row)):
            break
        last = max(last, row)
    return last


def _marked(rows: Mapping[int, list[Cell]], order: Sequence[int]) -> int:
    """The last of the leading rows that the file itself marks as head, 0 where none or all are."""
    last = 0
    for row in order[:-1]:
        if not all(cell.head for cell in rows[row]):
            break
        last = row
    return last


def _counts(row: Sequence[Cell]) -> bool:
    """Whether a row holds figures: more than the number of its order, and not the numbers of the columns."""
    filled = [cell for cell in row if cell.texts]
    if filled and all(INDEX.fullmatch(cell.text) for cell in filled):
        return False
    return any(is_figure(cell.text) and (at or not ORDINAL.fullmatch(cell.text)) for at, cell in enumerate(filled))


def _head_of_words(rows: Mapping[int, list[Cell]], order: Sequence[int]) -> int:
    """The head of a table without figures: a full first row of short texts over at least two rows of three columns."""
    first = rows[order[0]]
    short = all(cell.texts and len(cell.text) <= MOST_HEAD_TEXT for cell in first)
    return order[0] if len(order) > 2 and len(first) > 2 and short else 0


def _continues_head(rows: Mapping[int, list[Cell]], row: int) -> bool:
    """Whether a row belongs to the head above it: a cell reaches into it, or it is as filled as a head."""
    above = [cell for number, cells in rows.items() if number < row for cell in cells]
    if any(cell.row + cell.rows > row for cell in above) or _is_caption(rows.get(row - 1, above)):
        return True
    filled = sum(bool(cell.texts) for cell in rows[row])
    return 2 * filled >= len({cell.column for cells in rows.values() for cell in cells})


def _is_caption(row: Sequence[Cell]) -> bool:
    """A row of one filled cell: the table's title or its unit, not the head of a column."""
    return sum(bool(cell.texts) for cell in row) == 1


def _column_heads(rows: Sequence[list[Cell]]) -> dict[int, str]:
    """The head of each column, the parts of several rows joined from the top."""
    lines = [row for row in rows if not _is_caption(row) and not all(INDEX.fullmatch(cell.text) for cell in row)]
    width = max((cell.column for row in lines for cell in row), default=0)
    grid = [_spread(row, width) for row in lines]
    for at, texts in enumerate(grid[:-1]):
        _reach_right(texts, set().union(*grid[at + 1:]))
    heads: dict[int, list[str]] = defaultdict(list)
    for texts in grid:
        for column, text in texts.items():
            if text not in heads[column][-1:]:
                heads[column].append(text)
    return {column: JOIN.join(parts) for column, parts in heads.items()}


def _spread(row: Sequence[Cell], width: int) -> dict[int, str]:
    """The text over each column, spans unfolded."""
    return {
        column: cell.text
        for cell in row if cell.texts
        for column in range(cell.column, min(cell.column + cell.columns, width + 1))
    }


def _reach_right(texts: dict[int, str], below: set[int]) -> None:
    """Let a group head reach right where the file left it unmerged: over columns empty here and named below."""
    for column in sorted(below - texts.keys()):
        left = texts.get(column - 1)
        if left and column - 1 in below:
            texts[column] = left


def _row_heads(body: Sequence[Cell]) -> dict[int, list[tuple[int, str]]]:
    """For each row the columns and texts that name it: the first column of words, a spanning name's parts."""
    label = _label_column(body)
    heads: dict[int, list[tuple[int, str]]] = defaultdict(list)
    last = body[-1].row if body else 0
    spanning: dict[int, Cell] = {}
    for cell in body:
        if cell.column == label and cell.texts:
            for row in range(cell.row, min(cell.row + cell.rows, last + 1)):
                heads[row].append((cell.column, cell.text))
                if cell.rows > 1:
                    spanning[row] = cell
        elif cell.row in spanning and cell.column == spanning[cell.row].column + spanning[cell.row].columns:
            heads[cell.row].extend([(cell.column, cell.text)] if _is_words(cell) else [])
    return heads


def _is_words(cell: Cell) -> bool:
    text = cell.text
    return bool(WORDS.search(text[:LONGEST_LOOK])) and not is_figure(text) and not ORDINAL.fullmatch(text)


def _label_column(body: Sequence[Cell]) -> int | None:
    """The first column whose filled cells are mostly words."""
    filled: dict[int, int] = defaultdict(int)
    words: dict[int, int] = defaultdict(int)
    for cell in body:
        if cell.texts:
            filled[cell.column] += 1
            words[cell.column] += _is_words(cell)
    return next((column for column in sorted(filled) if 2 * words[column] >= filled[column]), None)
