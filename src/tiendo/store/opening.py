"""Open the register: Django is loaded here, by the commands that need it, and by nobody else."""

import os

__all__ = ["SETTINGS", "open_store"]

SETTINGS = "tiendo.site.settings"


def open_store() -> None:
    """Load Django with the register's settings; raises SettingsError with every wrong setting."""
    import django  # noqa: PLC0415 - only the register's commands pay for Django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
