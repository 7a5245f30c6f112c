"""A plan on its way in: every row with its place, those that could not be read whole beside those that could.

The rules that look across tables work on a draft, so that they can name row and column, and so that one bad
cell in a target's row does not make every figure of that target look like an orphan.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tiendo.errors import Place
from tiendo.plan.records import Plan
from tiendo.plan.tables import TABLES, Table, table_of

__all__ = ["DESCRIPTOR", "HEAD", "Draft", "Line", "Spot", "draft_of"]

DESCRIPTOR = "datapackage.json"
HEAD: Mapping[str, str] = {
    "name": "name", "title_vi": "title", "title_en": "tiendo.title_en", "body": "tiendo.body",
    "document": "tiendo.document", "units": "tiendo.units",
}  # a plan's own field -> its key in datapackage.json

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands: a line of a file, counted as a person does (the header is 1), or of a sheet."""

    table: Table
    file: str
    row: int
    sheet: str | None = None

    def at(self, column: str | None = None) -> Place:
        """The place of one of the row's cells; columns go by the name they carry there."""
        shown = self.table.column(column).title("vi") if column and self.sheet else column
        return Place(self.file, sheet=self.sheet, row=self.row, column=shown)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the values of its good cells by column, and the record when all of them were good."""

    spot: Spot
    values: Mapping[str, Any]
    record: object | None


@dataclass(frozen=True, slots=True)
class Draft:
    """All rows of all tables, and the plan's own fields with where they stand."""

    lines: Mapping[str, tuple[Line, ...]]
    head: Plan
    head_places: Mapping[str, Place]
    unread: frozenset[str] = frozenset()  # tables some of whose rows could not even be cut into cells

    def of(self, record: type[Row]) -> Iterator[tuple[Spot, Row]]:
        """The good rows of one table, by its record."""
        name = next(table.name for table in TABLES if table.record is record)
        for line in self.lines[name]:
            if isinstance(line.record, record):
                yield line.spot, line.record

    def known(self, table: str) -> frozenset[str] | None:
        """Every code written in a table whose key is one column, those of bad rows too; None when nobody can say."""
        if table in self.unread:
            return None
        (key,) = table_of(table).key
        return frozenset(line.values[key] for line in self.lines[table] if key in line.values)

    def plan(self) -> Plan:
        """The plan of all good rows."""
        tables: dict[str, Any] = {
            name: tuple(line.record for line in lines if line.record is not None) for name, lines in self.lines.items()
        }
        return replace(self.head, **tables)


def draft_of(plan: Plan) -> Draft:
    """A plan in memory as a draft: its rows stand where `write_plan` would put them."""
    lines = {
        table.name: tuple(
            Line(Spot(table, table.file, row), {each.name: each.of(record) for each in table.columns}, record)
            for row, record in enumerate(getattr(plan, table.name), start=2)
        )
        for table in TABLES
    }
    places = {field: Place(DESCRIPTOR, column=key) for field, key in HEAD.items()}
    return Draft(lines, plan, places)
