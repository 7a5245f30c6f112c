"""Open the register: Django is loaded here, by the commands that need it, and by nobody else."""

import os

from tiendo.errors import Problem, SettingsError

__all__ = ["SETTINGS", "open_store", "share_key"]

SETTINGS = "tiendo.site.settings"


def open_store() -> None:
    """Load Django with the register's settings.

    Raises SettingsError with every wrong setting, or S906 when the extra `desk` is not installed.
    """
    try:
        import django  # noqa: PLC0415 - only the register's commands pay for Django
    except ModuleNotFoundError as error:
        raise SettingsError([Problem("S906")]) from error

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def share_key() -> None:
    """Let the processes that are started from here sign by this one's key, also where none was set."""
    from django.conf import settings  # noqa: PLC0415 - only the register's commands pay for Django

    os.environ["TIENDO_SECRET_KEY"] = settings.SECRET_KEY
