"""Fields of forms as values: what was typed, read at once, every bad one named where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.errors import Place, Problem
from tiendo.plan import Target, scale_named
from tiendo.quantity import check_day, check_decimal, parse_number

__all__ = ["Said", "day_said", "value_said"]


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in one line of a form: a value, or the reason there is none."""

    value: Decimal | None
    note: str | None


def day_said(fields: Mapping[str, str], column: str) -> date | Problem:
    """The day of a field."""
    return check_day(fields.get(column, "").strip(), Place("form", column=column))


def value_said(text: str, column: str, target: Target) -> Decimal | Problem:
    """The number of a field, as an office types it (`1.234,5`, `95,91`), or a level of the target's scale."""
    place = Place("form", column=column)
    scale = scale_named(target.scale) if target.scale else None
    if scale:
        level = scale.ordinal(text.strip())
        if level is None:
            return Problem("P208", place, {"text": text, "scale": scale.name, "allowed": ", ".join(scale.levels)})
        return level
    number = parse_number(text)
    if number is not None and not number.doubt:
        return number.value
    plain = check_decimal(text, place)
    return Problem("S807", place, {"text": text}) if isinstance(plain, Problem) else plain
