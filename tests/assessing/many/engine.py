"""Small tables on DuckDB, for tests of what is added up from verdicts."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from tiendo.assessing.many.engines import duckdb

Rows = Sequence[dict[str, Any]]


class Small:
    """A DuckDB of a few rows."""

    def __init__(self) -> None:
        self.backend = duckdb(threads=1)

    def table(self, name: str, schema: pa.Schema, rows: Rows) -> Table:
        """A table of these rows."""
        self.backend.con.register(name, pa.Table.from_pylist(list(rows), schema=schema))
        return self.backend.table(name)

    def rows(self, table: Table, *order: str) -> list[dict[str, Any]]:
        """The rows of an expression, in order."""
        found: list[dict[str, Any]] = self.backend.to_pyarrow(table.order_by(list(order))).to_pylist()
        return found
