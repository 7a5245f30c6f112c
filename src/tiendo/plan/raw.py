"""One table as it stands in a file or sheet, and which of its columns is which."""

from dataclasses import dataclass
from difflib import get_close_matches

from tiendo.errors import Place, Problem
from tiendo.plan.cells import tidy
from tiendo.plan.draft import Spot
from tiendo.plan.tables import Column, Table

__all__ = ["RawTable", "columns_of"]


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table as it stands in a file or sheet: header cells, and rows with the number a person counts."""

    table: Table
    file: str
    sheet: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[object, ...]], ...]

    def spot(self, row: int) -> Spot:
        """Where one of its rows stands."""
        return Spot(self.table, self.file, row, self.sheet)


def columns_of(raw: RawTable) -> tuple[dict[int, Column], list[Problem]]:
    """Which column stands at which index; unknown, doubled and missing ones are problems."""
    names = {_plain(column.name): column for column in raw.table.columns}
    if raw.sheet:
        names |= {_plain(column.title("vi")): column for column in raw.table.columns}
    found: dict[int, Column] = {}
    problems: list[Problem] = []
    for index, text in enumerate(raw.header):
        column = names.get(_plain(text))
        if column is None:
            problems.append(Problem("P108", _head_place(raw, text), {"column": text, "allowed": _nearest(raw, text)}))
        elif column in found.values():
            problems.append(Problem("P110", _head_place(raw, text), {"column": text}))
        else:
            found[index] = column
    missing = [column for column in raw.table.columns if column.required and column not in found.values()]
    return found, problems + [Problem("P109", _head_place(raw), {"column": _shown(raw, each)}) for each in missing]


def _plain(text: str) -> str:
    return " ".join(tidy(text).casefold().split())


def _shown(raw: RawTable, column: Column) -> str:
    return column.title("vi") if raw.sheet else column.name


def _nearest(raw: RawTable, text: str) -> str:
    """The column names most like a wrong one, else all of them."""
    names = [_shown(raw, column) for column in raw.table.columns]
    return ", ".join(get_close_matches(tidy(text), names, n=2) or names)


def _head_place(raw: RawTable, column: str | None = None) -> Place:
    return Place(raw.file, sheet=raw.sheet, row=1, column=column)
