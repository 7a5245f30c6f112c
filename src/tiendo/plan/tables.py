"""The one schema of the plan's tables: what every column is called, holds, allows and refers to.

Names, types, defaults and required cells are derived from the records; `tables.toml` adds keys, references
and allowed words. CSV, workbook, `datapackage.json` and the reference page all come from here.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from tiendo.plan.records import Plan
from tiendo.quantity import Period
from tiendo.words import Lang, catalogue

__all__ = ["TABLES", "Column", "Table", "Type", "table_of"]


class Type(StrEnum):
    """What a column's cells hold."""

    TEXT = "text"
    CHOICE = "choice"  # one word of a list
    CODES = "codes"  # several codes, separated by ";"
    NUMBER = "number"  # Decimal, machine form: 95.91
    VALUE = "value"  # a number in the target's unit, or a level of the target's scale
    INTEGER = "integer"
    DAY = "day"  # 2023-03-31
    PERIOD = "period"  # 2022, 2022-Q3, …
    FLAG = "flag"  # true, false


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table.

    `path` is where its value stands in the record (`("source", "page")` for a figure's page). An empty cell
    is an error when `required`, else it means `default`. `allowed` lists a CHOICE's codes, `refers` names
    the table whose key the cell holds, `verbatim` keeps a quotation letter for letter.
    """

    table: str
    name: str
    path: tuple[str, ...]
    holds: Type
    required: bool
    default: object = None
    allowed: tuple[str, ...] = ()
    choices: type[StrEnum] | None = None
    refers: str | None = None
    verbatim: bool = False

    def title(self, lang: Lang) -> str:
        """The column's name for people; in Vietnamese the workbook's header."""
        return _own_or_shared("column", self, lang)

    def meaning(self, lang: Lang) -> str:
        """What the cell says, for the reference page and the descriptor."""
        return _own_or_shared("about", self, lang)

    def word(self, choice: str, lang: Lang) -> str:
        """A CHOICE's code in words (`at_least` is "ít nhất")."""
        return _own_or_shared("choice", self, lang, f"_{choice}")

    def of(self, record: object) -> object:
        """The column's value in a record."""
        for name in self.path:
            record = getattr(record, name)
        return record


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its record, its columns in order, its key, and whether a plan must have it."""

    name: str
    record: type
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    required: bool

    @property
    def file(self) -> str:
        """The table's file in a plan folder."""
        return f"{self.name}.csv"

    def title(self, lang: Lang) -> str:
        """The table's name for people; in Vietnamese the workbook's sheet."""
        return catalogue("plan", lang)[f"table_{self.name}"]

    def meaning(self, lang: Lang) -> str:
        """What a row of the table is."""
        return catalogue("plan", lang)[f"about_table_{self.name}"]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the table has none."""
        return _columns_by_name(self.name)[name]


def _own_or_shared(what: str, column: Column, lang: Lang, end: str = "") -> str:
    """The words of a column: its table's own, else those every table shares for the name."""
    words = catalogue("plan", lang)
    own = f"{what}_{column.table}_{column.name}{end}"
    return words[own] if own in words else words[f"{what}_{column.name}{end}"]


_TYPES: Mapping[type, Type] = MappingProxyType({
    str: Type.TEXT, Decimal: Type.NUMBER, int: Type.INTEGER, date: Type.DAY, Period: Type.PERIOD, bool: Type.FLAG,
})


def _unwrap(hint: Any) -> tuple[Any, bool]:
    """A hint without its None, and whether None was there."""
    if isinstance(hint, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        return inner[0], True
    return hint, False


def _default(field: Field[Any], *, optional: bool) -> tuple[bool, object]:
    """Whether an empty cell is an error, and what it means when it is none."""
    if field.default is not MISSING:
        return False, field.default
    return not optional, None


def _columns(table: str, record: type[Any], extra: Mapping[str, Any], above: tuple[str, ...] = ()) -> list[Column]:
    """The columns of a record's fields; a record inside a record gives its own, prefixed (`source_page`)."""
    found: list[Column] = []
    hints = get_type_hints(record)
    for field in fields(record):
        kind, optional = _unwrap(hints[field.name])
        if isinstance(kind, type) and is_dataclass(kind) and kind is not Period:
            found += _columns(table, kind, extra, (*above, field.name))
            continue
        path = (*above, field.name)
        name = "_".join(path)
        required, default = _default(field, optional=optional)
        found.append(Column(
            table, name, path, _type(name, kind, extra), required, default,
            allowed=_allowed(name, kind, extra), choices=kind if _is_choice(kind) else None,
            refers=extra.get("refers", {}).get(name), verbatim=name in extra.get("verbatim", ()),
        ))
    return found


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _type(name: str, kind: Any, extra: Mapping[str, Any]) -> Type:
    if _is_choice(kind) or name in extra.get("allowed", {}):
        return Type.CHOICE
    if get_origin(kind) is tuple:
        return Type.CODES
    return Type.VALUE if name in extra.get("value", ()) else _TYPES[kind]


def _allowed(name: str, kind: Any, extra: Mapping[str, Any]) -> tuple[str, ...]:
    if _is_choice(kind):
        return tuple(choice.value for choice in kind)
    return tuple(extra.get("allowed", {}).get(name, ()))


def _tables() -> tuple[Table, ...]:
    """Every table of a plan, in the plan's order: the fields of `Plan` that hold records."""
    declared = tomllib.loads(files(__package__).joinpath("tables.toml").read_text(encoding="utf-8"))
    hints = get_type_hints(Plan)
    found = []
    for field in fields(Plan):
        record: Any = (*get_args(hints[field.name]), None)[0]
        if isinstance(record, type) and is_dataclass(record):
            extra = declared[field.name]
            found.append(Table(
                field.name, record, tuple(_columns(field.name, record, extra)),
                key=tuple(extra["key"]), required=extra.get("required", False),
            ))
    return tuple(found)


TABLES: tuple[Table, ...] = _tables()
_BY_NAME: Mapping[str, Table] = MappingProxyType({table.name: table for table in TABLES})


@cache
def _columns_by_name(table: str) -> Mapping[str, Column]:
    return {column.name: column for column in _BY_NAME[table].columns}


def table_of(name: str) -> Table:
    """The table of that name; KeyError when a plan has none."""
    return _BY_NAME[name]
