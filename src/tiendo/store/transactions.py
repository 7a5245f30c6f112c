"""One transaction an act: all of it or none, and what the database says in words a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
    transaction,
)

from tiendo.errors import ConflictError, Problem, StoreDownError

__all__ = ["reachable", "tried", "whole"]


@contextmanager
def whole() -> Iterator[None]:
    """Everything inside is kept together, or nothing.

    Raises ConflictError (S207) when somebody else wrote the same thing first, StoreDownError (S905) when the database
    is gone, locked for too long or has no room; what was saved before is safe.
    """
    try:
        with reachable(), transaction.atomic():
            yield
    except IntegrityError as error:
        raise ConflictError([Problem("S207")]) from error


@contextmanager
def tried() -> Iterator[None]:
    """Everything inside is done and taken back: what it raises it would raise in earnest; errors as of `whole`."""
    with whole():
        yield
        transaction.set_rollback(True)


_NO_TABLE = "42P01"  # PostgreSQL's own code (undefined_table)


@contextmanager
def reachable() -> Iterator[None]:
    """Turn a database that is gone, locked or full (S905) or holds no register yet (S907) into StoreDownError."""
    try:
        yield
    except (OperationalError, InterfaceError, ProgrammingError) as error:
        if _unmade(error):
            raise StoreDownError([Problem("S907")]) from error
        if isinstance(error, ProgrammingError):
            raise
        raise StoreDownError([Problem("S905", values={"reason": first_line(error)})]) from error


def _unmade(error: DatabaseError | InterfaceError) -> bool:
    """Whether the register's tables were never made."""
    return "no such table" in str(error) or getattr(error.__cause__, "sqlstate", None) == _NO_TABLE


def first_line(error: DatabaseError | InterfaceError) -> str:
    """What the database said, without its hints."""
    return (str(error).splitlines() or [type(error).__name__])[0]
