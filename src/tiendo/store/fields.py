"""Columns that keep a value exactly as it was written, the same on every database.

A number column of SQLite is a float and of PostgreSQL forgets `-0`; a figure of `3.60` must come out as `3.60`. So
exact decimals and periods are text in the database and their own records in Python.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models

from tiendo.quantity import Period

if TYPE_CHECKING:
    _Field = models.Field[Any, Any]
    _Decimal = models.Field[Decimal, Decimal]
    _OptionalDecimal = models.Field[Decimal | None, Decimal | None]
    _Period = models.Field[Period, Period]
    _OptionalPeriod = models.Field[Period | None, Period | None]
else:
    _Field = _Decimal = _OptionalDecimal = _Period = _OptionalPeriod = models.Field  # no types when they run

__all__ = ["ExactDecimalField", "OptionalDecimalField", "OptionalPeriodField", "PeriodField"]


class _AsText(_Field):
    """A value kept as its text."""

    def get_internal_type(self) -> str:
        """Text, for the database."""
        return "TextField"

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Any:
        """The value of a column's text."""
        return self.to_python(value)

    def value_to_string(self, obj: models.Model) -> str:
        """The text a dump holds; only asked where there is a value."""
        return self.get_prep_value(self.value_from_object(obj)) or ""


class _DecimalText(_AsText):
    def to_python(self, value: Any) -> Any:
        """A Decimal from what a column, a form or a dump holds."""
        return None if value is None else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text of a Decimal, without an exponent."""
        return None if value is None else format(Decimal(value), "f")


class _PeriodText(_AsText):
    def to_python(self, value: Any) -> Any:
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


class ExactDecimalField(_DecimalText, _Decimal):
    """A Decimal with all its digits, those after the point too (`3.60` is not `3.6` here)."""


class OptionalDecimalField(_DecimalText, _OptionalDecimal):
    """A Decimal or none: no data is never zero. Made with `null=True`."""


class PeriodField(_PeriodText, _Period):
    """A period by its code (`2022-Q3`)."""


class OptionalPeriodField(_PeriodText, _OptionalPeriod):
    """A period or none. Made with `null=True`."""
