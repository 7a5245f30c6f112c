"""Tables of a report: totals that their rows do not make, rates that their own columns contradict (C309, C310).

No word list says which column is what: a table shows it. Rows are summed only where at least as many columns make
their total as do not, and those that do not are asked about; a rate column belongs to the two columns whose ratio it
gives in most rows, and the few rows that differ are asked about. So a nested table, where no column makes its total,
is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from tiendo.checking.case import Case, Rule, place_at
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, Shown, exact, part_of, shown, spelled, total
from tiendo.quantity import Number, is_counted, parse_number, style_of
from tiendo.reading import Block, BlockKind, Document

TOTAL = Rule("C309", "arithmetic", "warning")
RATE = Rule("C310", "arithmetic", "warning")

_TOTAL_ROW = re.compile(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)(?:\s*\(.*\))?\s*:?", re.IGNORECASE)
_RATE_HEAD = re.compile(r"%|\bt[ỷỉ]\s+lệ\b", re.IGNORECASE)
_NO_SUM = re.compile(r"%|\bt[ỷỉ]\s+lệ\b|\bbình\s+quân\b|\bnăng\s+suất\b|\bmật\s+độ\b|\blần\b|\bxếp\b", re.IGNORECASE)
_UNIT = re.compile(r"\((?:ĐVT:?\s*)?([^()]+)\)\s*$")
_EMPTY = {"", "-", "–", "—", "x", "…", "..."}
_LEAST_ROWS = 3  # rows a rate must fit before the others are asked about


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell of a table's body; without a number where it holds words, or one that may be read in two ways."""

    block: Block
    text: str
    number: Shown | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its filled cells by row."""

    head: str
    cells: Mapping[int, Cell]

    def number(self, row: int) -> Shown | None:
        """The number in a row, if there is one."""
        return self.cells[row].number if row in self.cells else None


def table_findings(case: Case) -> Iterator[Finding]:
    """Totals and rates that a table's own numbers contradict, table by table."""
    for columns in _tables(case.document):
        yield from _totals(case.document, columns)
        yield from _rates(case.document, columns)


def _tables(document: Document) -> Iterator[tuple[Column, ...]]:
    """The columns of each table."""
    tables: dict[tuple[str | None, int | None], dict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for cell in _cells(document):
        block = cell.block
        tables[block.sheet, block.table][block.column or 0].append(cell)
    for columns in tables.values():
        yield tuple(Column(cells[0].block.column_head or "", {cell.block.row or 0: cell for cell in cells})
                    for _, cells in sorted(columns.items()))


def _cells(document: Document) -> Iterator[Cell]:
    """The filled cells under a head and beside one."""
    style = style_of(document.text)
    for block in document.blocks:
        if block.kind is not BlockKind.CELL or block.row_head is None or block.column_head is None:
            continue
        text = document.text[block.start:block.end].strip()
        if text not in _EMPTY:
            number = parse_number(text.removesuffix("%"), style=style) if any(map(str.isdecimal, text)) else None
            yield Cell(block, text, _shown(number, block.column_head) if number and number.doubt is None else None)


def _shown(number: Number, head: str) -> Shown:
    """What a cell's number may stand for; under "(trường)" it counts whole things."""
    unit = _UNIT.search(head)
    return exact(number.value) if unit and is_counted(unit[1]) else shown(number.value, number.decimals)


def _totals(document: Document, columns: tuple[Column, ...]) -> Iterator[Finding]:
    """Columns whose rows do not make the total, where no fewer columns do."""
    sums = [sum_ for column in columns if not _NO_SUM.search(column.head) and (sum_ := _summed(column))]
    wrong = [sum_ for sum_ in sums if not sum_.made.meets(sum_.stated.low, sum_.stated.high)]
    if len(sums) >= 2 * len(wrong):
        for sum_ in wrong:
            block = sum_.cell.block
            yield TOTAL.said(place_at(document, block.start, block.end), sum_.cell.text, head=block.column_head,
                             row=block.row_head, stated=sum_.cell.text, total=spelled(sum_.made.value, 4))


@dataclass(frozen=True, slots=True)
class Sum:
    """A column's total as its cell states it, and what the other rows make."""

    cell: Cell
    stated: Shown
    made: Shown


def _summed(column: Column) -> Sum | None:
    """The sum of a column; None without just one total over two rows or more, all of them numbers."""
    totals = [cell for cell in column.cells.values() if _TOTAL_ROW.fullmatch((cell.block.row_head or "").strip())]
    rows = [cell.number for cell in column.cells.values() if cell not in totals]
    numbers = [number for number in rows if number]
    if len(totals) != 1 or totals[0].number is None or len(rows) < 2 or len(numbers) < len(rows):
        return None
    return Sum(totals[0], totals[0].number, total(numbers))


def _rates(document: Document, columns: tuple[Column, ...]) -> Iterator[Finding]:
    """Rows whose rate is not the one of its two columns, where most rows' rates are."""
    amounts = [column for column in columns if not _RATE_HEAD.search(column.head)]
    for rate in (column for column in columns if _RATE_HEAD.search(column.head)):
        fits = [(_fitting(rate, part, whole, less), part, whole, less)
                for part, whole in permutations(amounts, 2) for less in (Decimal(0), HUNDRED)]
        best = max(fits, key=lambda one: sum(one[0].values()), default=None)
        if best and sum(best[0].values()) >= max(_LEAST_ROWS, 2 * (len(best[0]) - sum(best[0].values()))):
            yield from _odd_rows(document, rate, best)


Fit = tuple[Mapping[int, bool], Column, Column, Decimal]  # row -> whether it fits; part, whole, 100 for a growth


def _fitting(rate: Column, part: Column, whole: Column, less: Decimal) -> dict[int, bool]:
    """For each row with all three numbers, whether the rate may be the part in per cent of the whole (less 100)."""
    found: dict[int, bool] = {}
    for row in rate.cells:
        number, above, below = rate.number(row), part.number(row), whole.number(row)
        span = part_of(above, below) if above and below else None
        if number and span:
            found[row] = number.meets(span[0] - less, span[1] - less)
    return found


def _odd_rows(document: Document, rate: Column, fit: Fit) -> Iterator[Finding]:
    fitting, part, whole, less = fit
    for row in sorted(row for row, fits in fitting.items() if not fits):
        cell, above, below = rate.cells[row], part.number(row), whole.number(row)
        if above and below:
            yield RATE.said(place_at(document, cell.block.start, cell.block.end), cell.text, head=rate.head,
                            row=cell.block.row_head, stated=cell.text, value=part.cells[row].text,
                            base=whole.cells[row].text,
                            computed=spelled(HUNDRED * above.value / below.value - less))
