"""Rows of the register read in columns, by ADBC: what a plan of a hundred thousand figures is exported with.

Django says the question, once, for both databases; the database's own ADBC driver answers it in Arrow, without a
model's object a row. Only what is committed is seen. Needs the extra `country`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.db import connection, models
from psycopg.conninfo import make_conninfo

from tiendo.plan import Plan
from tiendo.store.plan_out import plan_record

__all__ = ["plan_by_columns"]

_LINE = ("dbname", "user", "password", "host", "port", "sslmode", "sslrootcert", "sslcert", "sslkey")
_HELD = ("DateField", "TextField")  # kept by SQLite as text; exact numbers and periods are text on both


def plan_by_columns(plan: int) -> Plan:
    """A plan as `plan_out.plan_record` says it, its figures and their steps read in columns.

    Raises Plan.DoesNotExist, and ModuleNotFoundError without the extra.
    """
    with _line() as cursor:
        return plan_record(plan, read=lambda query: _rows(cursor, query))


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


def _rows(cursor: Any, query: "models.QuerySet[Any]") -> list[Any]:
    """The rows of a question as objects with the model's own names."""
    fields = query.model._meta.concrete_fields  # noqa: SLF001 - Django's documented door
    text, params = query.values_list(*(field.attname for field in fields)).query.sql_with_params()
    marks = ["?" if connection.vendor == "sqlite" else f"${number}" for number in range(1, len(params) + 1)]
    cursor.execute(text % tuple(marks), parameters=list(params) or None)
    table = cursor.fetch_arrow_table()
    columns = [_told(field, column) for field, column in zip(fields, table.columns, strict=True)]
    names = [field.attname for field in fields]
    return [SimpleNamespace(pk=values[0], **dict(zip(names, values, strict=True)))
            for values in zip(*columns, strict=True)]


def _told(field: Any, column: Any) -> list[Any]:
    """A column's values as the model gives them; each different text is read once."""
    values: list[Any] = column.to_pylist()
    if field.get_internal_type() not in _HELD:
        return values
    read = cache(field.to_python)
    return [read(value) for value in values]
