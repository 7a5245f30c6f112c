"""The register's tables: made, or brought up to date."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tiendo.store.transactions import reachable

__all__ = ["migrate", "where_it_is"]


def migrate() -> None:
    """Make every table, or change it to what this version needs, each step whole or not at all; quick when all is."""
    with reachable():
        waiting = MigrationExecutor(connection)
        if waiting.migration_plan(waiting.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)


def where_it_is() -> str:
    """The database's kind and place, without user or password."""
    known = connection.settings_dict
    place = f"{known['HOST'] or 'localhost'}/{known['NAME']}" if connection.vendor == "postgresql" else known["NAME"]
    return f"{connection.vendor}: {place}"
