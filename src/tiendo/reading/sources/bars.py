"""Tables drawn with bars, as markdown and notes kept as plain text write them: "| Thuế | 4.200 | 1.105 |".

A row of dashes right below the first row marks it as the head; the offsets of the cells are those of the text.
"""

import re
from collections.abc import Iterator, Sequence

from tiendo.reading.records import Block, BlockKind
from tiendo.reading.sources.lines import Line
from tiendo.reading.sources.tables import Cell, headed

RULE = re.compile(r"(?:[-=_*]\s*){3,}|:?-+:?(?:\s*\|\s*:?-+:?)*")
_CELL = re.compile(r"(?<=(?<!\\)\|)(?:\\\||[^|])*")

__all__ = ["RULE", "bar_cells", "is_ruled"]


def is_ruled(lines: Sequence[Line]) -> bool:
    """Whether lines are a table whose head a row of dashes marks."""
    return len(lines) > 1 and lines[0].text.startswith("|") and RULE.fullmatch(lines[1].text.strip("| ")) is not None


def bar_cells(lines: Sequence[Line], table: int) -> Iterator[Block]:
    """The cells of the lines of one table, with their heads."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    cells: list[Cell] = []
    ruled = any(RULE.fullmatch(line.text.strip("| ")) for line in lines[:2])
    for row, line in enumerate((line for line in lines if not RULE.fullmatch(line.text.strip("| "))), start=1):
        for column, match in enumerate(_CELL.finditer(line.text), start=1):
            text = match[0].strip()
            at = line.start + match.start() + (len(match[0]) - len(match[0].lstrip()))
            spans[row, column] = (at, at + len(text))
            cells.append(Cell(row, column, (text,) if text else (), head=ruled and row == 1))
    for found in headed(cells):
        cell = found.cell
        if cell.texts:
            start, end = spans[cell.row, cell.column]
            yield Block(
                start, end, BlockKind.CELL, table=table, row=cell.row, column=cell.column,
                row_head=found.row_head, column_head=found.column_head,
            )
