"""Make a register, or bring one up to date; and put something in it to look at (demo)."""

from tiendo.store.opening import open_store

__all__ = ["init_register"]


def init_register() -> str:
    """Make the register's tables where DATABASE_URL says, or bring them up to date; gives where that is, no secrets.

    Raises SettingsError with every wrong setting, StoreDownError when the database cannot be reached.
    """
    open_store()
    from tiendo.store.migrating import migrate, where_it_is  # noqa: PLC0415 - Django is ready only now

    migrate()
    return where_it_is()
