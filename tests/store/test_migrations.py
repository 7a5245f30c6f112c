"""The migrations make the tables the models ask for, and a second start has nothing to do."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tiendo.store.migrating import migrate, where_it_is

pytestmark = pytest.mark.usefixtures("register")


def test_no_model_has_changed_without_a_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_second_start_has_nothing_to_do() -> None:
    before = MigrationRecorder(connection).applied_migrations()
    migrate()
    assert MigrationRecorder(connection).applied_migrations() == before


def test_where_a_register_is_shows_no_secret() -> None:
    assert where_it_is().startswith(f"{connection.vendor}: ")
    assert "tiendo@" not in where_it_is()
