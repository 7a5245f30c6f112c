"""One cell: from its text to a value and back.

Reading forgives what people and Excel do (spaces at the ends, NFD, 31/03/2023, a choice's words for its code);
writing knows one form only. `read_cell` and `write_cell` are inverse on every value a record may hold.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from tiendo.errors import Place, Problem
from tiendo.plan.scale import Scale
from tiendo.plan.tables import Column, Type
from tiendo.quantity import Period, check_day, check_decimal, check_period
from tiendo.words import LANGS

__all__ = ["LONGEST", "read_cell", "tidy", "write_cell"]

LONGEST = 32_767  # characters: what a cell of a workbook can hold
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # not allowed in XML 1.0
_TRUE, _FALSE = {"true", "1", "yes", "có", "x"}, {"false", "0", "no", "không"}


def tidy(text: str) -> str:
    """A cell's text without spaces at its ends, in NFC."""
    return unicodedata.normalize("NFC", text).strip()


def read_cell(column: Column, text: str, place: Place, scale: Scale | None = None) -> object | Problem:
    """A cell's value, or what is wrong with it. `scale` is the row's target's, for VALUE columns."""
    if not column.verbatim:
        text = tidy(text)
    if not text:
        return Problem("P201", place) if column.required else column.default
    if found := _UNWRITABLE.search(text):
        return Problem("P205", place, {"sign": f"U+{ord(found.group()):04X}"})
    if len(text) > LONGEST:
        return Problem("P206", place, {"length": str(len(text)), "limit": str(LONGEST)})
    if column.holds is Type.VALUE and scale:
        return _level(text, place, scale)
    return _READ[column.holds](column, text, place)


def _text(_column: Column, text: str, _place: Place) -> str:
    return text


def _level(text: str, place: Place, scale: Scale) -> Decimal | Problem:
    ordinal = scale.ordinal(text)
    if ordinal is None:
        return Problem("P208", place, {"text": text, "scale": scale.name, "allowed": ", ".join(scale.levels)})
    return ordinal


def _choice(column: Column, text: str, place: Place) -> object | Problem:
    for code in column.allowed:
        if text.casefold() in {code, *(column.word(code, lang).casefold() for lang in LANGS)}:
            return column.choices(code) if column.choices else code
    shown = [column.word(code, "vi") for code in column.allowed] if place.sheet else column.allowed
    return Problem("P202", place, {"text": text, "allowed": ", ".join(shown)})


def _codes(_column: Column, text: str, place: Place) -> tuple[str, ...] | Problem:
    codes = tuple(code.strip() for code in text.split(";"))
    if not all(codes):
        return Problem("P207", place, {"text": text})
    return codes if len(set(codes)) == len(codes) else Problem("P210", place, {"text": text})


def _integer(_column: Column, text: str, place: Place) -> int | Problem:
    return int(text) if re.fullmatch(r"-?[0-9]{1,15}", text) else Problem("P204", place, {"text": text})


def _flag(_column: Column, text: str, place: Place) -> bool | Problem:
    if text.casefold() in _TRUE | _FALSE:
        return text.casefold() in _TRUE
    return Problem("P203", place, {"text": text})


def _number(_column: Column, text: str, place: Place) -> Decimal | Problem:
    return check_decimal(text, place)


def _day(_column: Column, text: str, place: Place) -> date | Problem:
    return check_day(text, place)


def _period(_column: Column, text: str, place: Place) -> Period | Problem:
    return check_period(text, place)


_READ: Mapping[Type, Callable[[Column, str, Place], object | Problem]] = MappingProxyType({
    Type.TEXT: _text, Type.CHOICE: _choice, Type.CODES: _codes, Type.NUMBER: _number, Type.VALUE: _number,
    Type.INTEGER: _integer, Type.DAY: _day, Type.PERIOD: _period, Type.FLAG: _flag,
})


def write_cell(column: Column, value: object, scale: Scale | None = None) -> str:
    """A value in the one machine form: `95.91`, `2023-03-31`, `true`, `A;B`, a level's code; None is empty.

    A Decimal that is no level of `scale` is written as the number it is: reading it back says what is wrong.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        level = scale.code(value) if scale and column.holds is Type.VALUE else None
        return level or format(value, "f")
    return ";".join(value) if isinstance(value, tuple) else str(value)
