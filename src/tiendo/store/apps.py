"""The store as a Django application: its label names the tables (`store_figure`)."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class StoreConfig(AppConfig):
    """The register's tables, guarded after every migration."""

    name = "tiendo.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the guards put on after each migration."""
        post_migrate.connect(_guard, sender=self)


def _guard(using: str, **_: Any) -> None:
    from tiendo.store.triggers import install  # noqa: PLC0415 - models are there only once Django is ready

    install(connections[using])
