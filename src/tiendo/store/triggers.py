"""The database itself refuses to change or delete what is append-only; no program, ours or another's, can.

Installed after every migration, because SQLite drops a table's triggers whenever Django rebuilds the table.
"""

from collections.abc import Iterator

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from tiendo.store import models as rows

__all__ = ["APPEND_ONLY", "install"]

APPEND_ONLY: tuple[type[models.Model], ...] = (
    rows.Act, rows.Answer, rows.Blob, rows.ClaimDecision, rows.Comment, rows.Component, rows.DraftEdit, rows.Evidence,
    rows.Figure, rows.FigureStep, rows.Milestone, rows.PeriodEvent, rows.Question, rows.ReviewDraft,
    rows.SecondOpinion, rows.TargetCoBody, rows.TargetVersion, rows.WorkChange,
)
_FUNCTION = """
CREATE OR REPLACE FUNCTION store_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guards on every append-only table, those that are there already anew."""
    postgres = connection.vendor == "postgresql"
    statements = _postgres() if postgres else _sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _tables() -> Iterator[str]:
    return (model._meta.db_table for model in APPEND_ONLY)  # noqa: SLF001 - Django's documented door


def _postgres() -> Iterator[str]:
    yield _FUNCTION
    for table in _tables():
        for name, event, each in (("kept", "UPDATE OR DELETE", "ROW"), ("whole", "TRUNCATE", "STATEMENT")):
            yield (f'CREATE OR REPLACE TRIGGER {table}_{name} BEFORE {event} ON "{table}" '
                   f"FOR EACH {each} EXECUTE FUNCTION store_append_only()")


def _sqlite() -> Iterator[str]:
    for table in _tables():
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_{event.lower()}"
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield (f'CREATE TRIGGER {name} BEFORE {event} ON "{table}" '
                   f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END")
