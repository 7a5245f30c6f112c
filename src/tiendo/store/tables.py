"""Where the plan's tables stand in the register: one row of `STORED` a table, so that a new column needs no code here.

A column's value stands in the model's field of the same name; a code of another table stands as a foreign key; a
list of codes stands in a table of links, in order. `attributes` names the few that stand elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

from django.db import models

from tiendo.plan import Column, Table, Type
from tiendo.store import models as rows

__all__ = ["STORED", "Link", "Stored", "record_of", "stored_value"]


@dataclass(frozen=True, slots=True)
class Link:
    """A list of codes of a row: the table of links, its side to the row, its side to the other."""

    model: type[models.Model]
    own: str
    other: str


@dataclass(frozen=True, slots=True)
class Stored:
    """One plan table in the register: its model, what its rows hang on, and the columns that stand elsewhere.

    `owner` is the lookup from a row to its plan. `apart` are columns kept by other means (a figure's approval).
    """

    model: type[models.Model]
    owner: str = "plan"
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    links: Mapping[str, Link] = field(default_factory=lambda: MappingProxyType({}))
    apart: frozenset[str] = frozenset()

    def attribute(self, column: Column) -> str:
        """The model's attribute that holds a column."""
        own = self.attributes.get(column.name)
        return own or (f"{column.name}_id" if column.refers else column.name)

    def columns(self, table: Table) -> tuple[Column, ...]:
        """The columns that stand in the model's own fields."""
        return tuple(one for one in table.columns if one.name not in self.apart and one.name not in self.links)


_OF_VERSION = MappingProxyType({"target": "version_id"})
_BY_CODE = MappingProxyType({"id": "code"})

STORED: Mapping[str, Stored] = MappingProxyType({
    "bodies": Stored(rows.Body, "listed_in__plan", apart=frozenset({"parent"})),
    "documents": Stored(rows.Document, links={"implements": Link(rows.DocumentLink, "document", "implements")}),
    "targets": Stored(
        rows.TargetVersion, "target__plan", links={"co_bodies": Link(rows.TargetCoBody, "version", "body")},
        apart=frozenset({"code"}),
    ),
    "components": Stored(rows.Component, "version__target__plan", _OF_VERSION),
    "milestones": Stored(rows.Milestone, "version__target__plan", _OF_VERSION),
    "assignments": Stored(rows.Assignment, "target__plan"),
    "figures": Stored(rows.Figure, attributes=_BY_CODE, apart=frozenset({"approved_by", "approved_on"})),
    "programmes": Stored(rows.Programme, links={"implements": Link(rows.ProgrammeLink, "programme", "implements")}),
    "projects": Stored(rows.Project),
    "disbursements": Stored(rows.Disbursement, "project__plan"),
    "tasks": Stored(rows.Task, links={"co_bodies": Link(rows.TaskCoBody, "task", "body")}),
    "limitations": Stored(rows.Limitation),
    "awards": Stored(rows.Award),
    "rankings": Stored(rows.Ranking),
    "acceptances": Stored(
        rows.ClaimDecision, attributes=MappingProxyType({"id": "code", "report": "report_id"}),
    ),
})


def stored_value(value: object) -> object:
    """A record's value as a model's field takes it."""
    return value.value if isinstance(value, StrEnum) else value


def record_of(table: Table, values: Mapping[str, Any]) -> Any:
    """The record of a row by its columns' values; the columns of a record inside it make that record first."""
    fields: dict[str, Any] = {}
    inside: dict[str, dict[str, Any]] = {}
    for column in table.columns:
        value = values[column.name]
        if column.holds is Type.CHOICE and column.choices and value is not None:
            value = column.choices(value)
        if len(column.path) == 1:
            fields[column.path[0]] = value
        else:
            inside.setdefault(column.path[0], {})[column.path[1]] = value
    hints = _hints(table.record)
    return table.record(**fields, **{name: hints[name](**parts) for name, parts in inside.items()})


@cache
def _hints(record: type) -> Mapping[str, Any]:
    return get_type_hints(record)
