"""An exchange opened on an engine: DuckDB in this process, or Apache Spark for what outgrows one machine."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from tiendo.assessing.many import SCHEMAS, Columns
from tiendo.assessing.many.engines import duckdb, spark
from tiendo.errors import Place, PlanError, Problem
from tiendo.usecases.spark import spark_session

ENGINES = ("duckdb", "spark")

_FILES = {name: f"{name}.parquet" for name in SCHEMAS if name != "figures"}
_OLD_TYPES = {pa.string(): (pa.large_string(), pa.string_view())}  # other writers' spellings of the same type


@dataclass(frozen=True, slots=True)
class Opened:
    """The tables of an exchange by name, on one engine."""

    backend: Any
    tables: Mapping[str, Table]

    @property
    def columns(self) -> Columns:
        """The tables an assessment reads."""
        names = ("targets", "figures", "ties", "milestones", "assignments", "components")
        return Columns(*(self.tables[name] for name in names))


@contextmanager
def opened(folder: Path, engine: str = "duckdb", **settings: Any) -> Iterator[Opened]:
    """The exchange of a folder on an engine, closed at the end; PlanError names missing tables and wrong columns.

    `settings` are the engine's own: `threads`, `memory_limit` for DuckDB, `master` for Spark.
    """
    check_files(folder)
    with (_spark(folder, **settings) if engine == "spark" else _duckdb(folder, **settings)) as found:
        yield found


def check_files(folder: Path) -> None:
    """PlanError with every missing table, unreadable file and column of a wrong type."""
    if not folder.is_dir():
        raise PlanError([Problem("P101", Place(str(folder)))])
    problems = []
    for name, schema in SCHEMAS.items():
        paths = sorted((folder / "figures").glob("rule=*/*.parquet")) if name == "figures" else [folder / _FILES[name]]
        existing = [path for path in paths if path.is_file()]
        if not existing:
            problems.append(Problem("A103", Place(f"{folder.name}/{name if name == 'figures' else _FILES[name]}")))
        for path in existing:
            problems += _columns(path, schema, Place(str(path.relative_to(folder.parent))))
    if problems:
        raise PlanError(problems)


def _columns(path: Path, schema: pa.Schema, place: Place) -> list[Problem]:
    try:
        found = pq.read_schema(path)
    except (OSError, pa.ArrowException) as error:
        return [Problem("A124", place, {"why": str(error).splitlines()[0]})]
    types = {name: found.field(name).type for name in found.names}
    types = {name: type_.value_type if pa.types.is_dictionary(type_) else type_ for name, type_ in types.items()}
    return [
        Problem("A104", place, {"column": field.name, "expected": str(field.type), "found": str(types.get(field.name,
            "–"))})
        for field in schema
        if field.name != "rule" and types.get(field.name) not in (field.type, *_OLD_TYPES.get(field.type, ()))
    ]


@contextmanager
def _duckdb(folder: Path, **settings: Any) -> Iterator[Opened]:
    backend = duckdb(**settings)
    tables = {name: backend.read_parquet(str(folder / file), table_name=name) for name, file in _FILES.items()}
    tables["figures"] = backend.read_parquet(
        str(folder / "figures" / "*" / "*.parquet"), table_name="figures", hive_partitioning=True,
    )
    try:
        yield Opened(backend, tables)
    finally:
        backend.disconnect()


@contextmanager
def _spark(folder: Path, master: str = "local[*]") -> Iterator[Opened]:
    with spark_session(master) as session:
        backend = spark(session)
        for name in SCHEMAS:
            path = folder / ("figures" if name == "figures" else _FILES[name])
            session.read.parquet(str(path.resolve())).createOrReplaceTempView(name)
        yield Opened(backend, {name: backend.table(name) for name in SCHEMAS})
