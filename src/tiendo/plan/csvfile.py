"""One CSV file: bytes to rows of text, and back.

Reading takes UTF-8 with or without a byte order mark, commas or (as Excel writes them in Vietnamese) semicolons.
Anything that would make it guess (another encoding, a quote never closed, a row of another length) is a problem.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tiendo.errors import Place, Problem, reason_of
from tiendo.plan.raw import RawTable
from tiendo.plan.tables import Table

__all__ = ["LARGEST", "bytes_of", "csv_text", "read_csv", "text_of"]

LARGEST = 64 * 1024 * 1024  # bytes: a table of a million short rows; more is a mistake or an attack
_MEGABYTE = 1024 * 1024


def bytes_of(path: Path) -> bytes | Problem:
    """A file's bytes, unless it is too large or cannot be opened; its size is asked before it is read."""
    place = Place(path.name)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Problem("P104", place, {"size": str(-(-size // _MEGABYTE)), "limit": str(LARGEST // _MEGABYTE)})
        return path.read_bytes()
    except OSError as error:
        return Problem("P120", place, {"why": reason_of(error)})


def text_of(data: bytes, file: str) -> str | Problem:
    """The text of bytes in UTF-8, or where they stop being UTF-8 and what they may be instead."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("P119", Place(file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return Problem("P105", Place(file, row=row), {"byte": f"{data[error.start]:02X}"})


def read_csv(path: Path, table: Table) -> tuple[RawTable | None, tuple[Problem, ...]]:
    """A table's rows as text, and every reason some or all of them could not be cut into cells."""
    data = bytes_of(path)
    text = text_of(data, path.name) if isinstance(data, bytes) else data
    if isinstance(text, Problem):
        return None, (text,)
    rows: list[tuple[int, list[str]]] = []
    problems = tuple(_cut(text, path.name, rows))
    if problems:
        return None, problems
    return _even(path.name, table, rows) if rows else (None, (Problem("P111", Place(path.name)),))


def _cut(text: str, file: str, rows: list[tuple[int, list[str]]]) -> Iterator[Problem]:
    """Fill `rows` with the non-empty rows and their numbers; yield the problem that stopped the cutting."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                rows.append((number, cells))
    except csv.Error:
        yield Problem("P106", Place(file, row=number + 1))


def _delimiter(text: str) -> str:
    """What stands between the header's cells: a header never holds a mark of its own."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _even(file: str, table: Table, rows: Sequence[tuple[int, list[str]]]) -> tuple[RawTable, tuple[Problem, ...]]:
    """The rows as long as the header, and a problem for each other one.

    Empty columns after the last are left away, but every row has to have them: `68,5` without quotes makes a row one
    longer, and an empty cell at its end must not hide that.
    """
    header = rows[0][1]
    width = max(at for at, cell in enumerate(header, start=1) if cell.strip())
    even, problems = [], []
    for number, cells in rows[1:]:
        if len(cells) == len(header) and not any(cell.strip() for cell in cells[width:]):
            even.append((number, tuple(cells[:width])))
        else:
            values = {"cells": str(len(cells)), "expected": str(width)}
            problems.append(Problem("P107", Place(file, row=number), values))
    return RawTable(table, file, None, tuple(header[:width]), tuple(even)), tuple(problems)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file's text: commas, line feeds, quotes only where needed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
