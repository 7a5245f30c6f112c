"""The database itself refuses to change or delete what is append-only, on both databases."""

from pathlib import Path

import pytest
from django.db import IntegrityError, connection, models, transaction

from stories import story
from tiendo.store import models as rows
from tiendo.store.triggers import APPEND_ONLY, install

pytestmark = pytest.mark.usefixtures("register")


def refused(statement: str) -> bool:
    """Whether the database refuses a statement sent behind the program's back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except IntegrityError as error:
        return "append-only" in str(error)
    return False


@pytest.mark.parametrize("statement", ['UPDATE "{table}" SET {key} = {key}', 'DELETE FROM "{table}"'])
def test_nothing_append_only_is_changed_or_deleted(tmp_path: Path, statement: str) -> None:
    """Every guarded table that has rows, by plain SQL; those without are guarded by the same statement."""
    story(tmp_path)
    filled = [model for model in APPEND_ONLY if model._default_manager.exists()]
    assert {rows.Figure, rows.FigureStep, rows.TargetVersion, rows.Act, rows.Component, rows.Milestone} <= set(filled)
    assert [model.__name__ for model in filled if not refused(sql(statement, model))] == []


def sql(statement: str, model: type[models.Model]) -> str:
    return statement.format(table=model._meta.db_table, key=model._meta.pk.column if model._meta.pk else "")


@pytest.mark.parametrize("register", ["postgresql"], indirect=True)
def test_a_whole_table_is_not_emptied_either() -> None:
    assert [model.__name__ for model in APPEND_ONLY if not refused(sql('TRUNCATE "{table}" CASCADE', model))] == []


def test_every_guard_is_there_and_may_be_put_on_twice(register: str) -> None:
    def guards() -> set[str]:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal" if register == "postgresql" else \
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        with connection.cursor() as cursor:
            cursor.execute(query)
            return {name for (name,) in cursor.fetchall()}

    ends = ("kept", "whole") if register == "postgresql" else ("update", "delete")
    wanted = {f"{model._meta.db_table}_{end}" for model in APPEND_ONLY for end in ends}
    assert guards() == wanted
    install(connection)
    assert guards() == wanted


def test_no_data_without_a_reason_is_refused_by_the_database(tmp_path: Path) -> None:
    story(tmp_path)
    old = rows.Figure.objects.filter(value=None).first()
    assert old
    old.pk, old.code, old.note, old.supersedes = None, "X", None, None
    with pytest.raises(IntegrityError, match="no_data_says_why"), transaction.atomic():
        old.save(force_insert=True)


def test_a_figure_without_a_source_is_refused_by_the_database(tmp_path: Path) -> None:
    story(tmp_path)
    old = rows.Figure.objects.all()[0]
    old.pk, old.code, old.source_document, old.supersedes = None, "X", None, None
    with pytest.raises(IntegrityError, match="figure_has_a_source"), transaction.atomic():
        old.save(force_insert=True)
