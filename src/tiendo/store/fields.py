"""Columns that keep a value exactly as it was written, the same on every database.

A number column of SQLite is a float and of PostgreSQL forgets `-0`; a figure of `3.60` must come out as `3.60`. So
exact decimals and periods are text in the database and their own records in Python.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

from tiendo.quantity import Period

if TYPE_CHECKING:
    _DecimalField = models.Field[Decimal, Decimal]
    _PeriodField = models.Field[Period, Period]
else:
    _DecimalField = _PeriodField = models.Field  # Django's fields take no types when they run

__all__ = ["ExactDecimalField", "PeriodField", "exact", "optional_exact"]


class ExactDecimalField(_DecimalField):
    """A Decimal with all its digits, those after the point too (`3.60` is not `3.6` here)."""

    def get_internal_type(self) -> str:
        """Text, for the database."""
        return "TextField"

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Decimal | None:
        """The Decimal of a column's text."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A Decimal from what a form or a dump holds."""
        return None if value is None else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text of a Decimal, without an exponent."""
        return None if value is None else format(Decimal(value), "f")

    def value_to_string(self, obj: models.Model) -> str:
        """The text a dump holds; only asked where there is a value."""
        return self.get_prep_value(self.value_from_object(obj)) or ""


class PeriodField(_PeriodField):
    """A period by its code (`2022-Q3`)."""

    def get_internal_type(self) -> str:
        """Text, for the database."""
        return "TextField"

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Period | None:
        """The period of a column's code."""
        return None if value is None else self.to_python(value)

    def to_python(self, value: Any) -> Period | None:
        """A period from its code; ValueError for no code."""
        if value is None or isinstance(value, Period):
            return value
        period = Period.parse(value)
        if period is None:
            raise ValueError(f"{value!r} is no period")
        return period

    def get_prep_value(self, value: Any) -> str | None:
        """The code of a period."""
        return None if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        """The code a dump holds."""
        return str(self.value_from_object(obj))


def exact() -> ExactDecimalField:
    """A number that has to be there."""
    return ExactDecimalField()


def optional_exact() -> ExactDecimalField:
    """A number, or none: no data is never zero."""
    return ExactDecimalField(null=True)
