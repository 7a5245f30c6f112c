"""The figures of a plan read in columns, by ADBC: what a plan of a hundred thousand figures is exported with.

Django says the question, once, for both databases; the database's own ADBC driver answers it in Arrow. Only what is
committed is seen. Needs the extra `country`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from django.db import connection, models
from psycopg.conninfo import make_conninfo

from tiendo.plan import Plan
from tiendo.store.figure_out import decision_records, figure_records
from tiendo.store.plan_out import skeleton_of

__all__ = ["plan_by_columns"]

_LINE = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey")


def plan_by_columns(plan: int) -> Plan:
    """A plan as `plan_out.plan_record` says it, its figures read in columns.

    Raises NotThereError, and ModuleNotFoundError without the extra.
    """
    whole = skeleton_of(plan).on()
    with _line() as cursor:
        figures = figure_records({"plan": plan}, read=lambda query: _rows(cursor, query))
    return replace(whole, figures=figures, acceptances=decision_records(plan))


@contextmanager
def _line() -> Iterator[Any]:
    """A cursor of the driver of the register's own database."""
    if connection.vendor == "sqlite":
        where = f"{Path(connection.settings_dict['NAME']).resolve().as_uri()}?mode=ro"
    else:
        told = connection.get_connection_params()
        where = make_conninfo(**{name: told[name] for name in _LINE if told.get(name)})
    dbapi = import_module(f"adbc_driver_{connection.vendor}.dbapi")  # only an export pays for it
    with dbapi.connect(where) as line, line.cursor() as cursor:
        yield cursor


def _rows(cursor: Any, query: "models.QuerySet[Any, Any]") -> list[Any]:
    """The rows of a question, each value as its model gives it."""
    compiler = query.query.get_compiler(connection=connection)
    text, params = compiler.as_sql()
    marks = ["?" if connection.vendor == "sqlite" else f"${number}" for number in range(1, len(params) + 1)]
    cursor.execute(text % tuple(marks), parameters=list(params) or None)
    columns = [column.to_pylist() for column in cursor.fetch_arrow_table().columns]
    converters = compiler.get_converters([told for told, *_ in compiler.select])
    return list(compiler.apply_converters(zip(*columns, strict=True), converters))
