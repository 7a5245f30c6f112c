"""The tables of a plan but its figures and decisions, read in one statement.

Most of them hold few rows or none, and asking for each cost more than its rows did, while a page that comes first
after an act reads all of them anew. So they are one UNION, each row a JSON list beside its table's name; one statement
sees one moment, so what rows refer to is there with them. Django builds its text once for a kind of database; the
plan's number is put in when it is asked.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from operator import itemgetter
from typing import Any

from django.db import connection, models
from django.db.models import Func
from django.db.models.functions import JSONArray, Length, Substr

from tiendo.plan import TABLES, Body
from tiendo.store import models as rows
from tiendo.store.tables import STORED, record_of

__all__ = ["AsList", "Kind", "Tables", "read_tables", "read_together", "read_value"]

class AsList(JSONArray):
    """Some values as a JSON list; both databases have JSON, and Django's asking so costs three questions a thread."""

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> Any:  # type: ignore[override]  # - as its parent
        """The function as a database says it."""
        return Func.as_sql(self, compiler, connection, **context)


Kind = tuple[str, Any, tuple[Any, ...]]  # its name, its rows, what they are ordered by and then the fields

_TABLES = {table.name: table for table in TABLES}
_APART = frozenset({"bodies", "figures", "acceptances"})  # bodies are the register's; the others grow with time
_OWNERS = {"targets": "target_id", "components": "version_id", "milestones": "version_id"}  # what a row hangs on
_BODY = ("code", "name_vi", "name_en", "level", "valid_from", "valid_to", "path")
_VERSION = ("number", "since", "why")
_PLAN = -71  # stands in the statement's text for the plan


@dataclass(frozen=True, slots=True)
class Tables:
    """What the statement gave: by kind the rows in order (number, what it hangs on, values), and codes by number.

    The rows of targets, parts and paths are those of every version.
    """

    found: Mapping[str, Sequence[list[Any]]]
    codes: Mapping[str, Mapping[int, str]]

    def records(self, name: str) -> tuple[Any, ...]:
        """The records of a table."""
        lists = {column: self._listed(name, column) for column in STORED[name].links}
        return tuple(record_of(_TABLES[name], self._values(name, row, lists)) for row in self.found[name])

    def owned(self, name: str) -> Iterator[tuple[int, Any]]:
        """The records of a table, each with the number of what it hangs on."""
        return zip((row[1] for row in self.found[name]), self.records(name), strict=True)

    def bodies(self) -> tuple[Body, ...]:
        """The bodies the plan lists."""
        found = []
        for _, _, code, name_vi, name_en, level, begin, end, _, above in self.found["bodies"]:
            days = (read_value(rows.Body, "valid_from", day) for day in (begin, end))
            found.append(Body(code, name_vi, name_en, level, above, *days))
        return tuple(found)

    def _values(self, name: str, row: list[Any], lists: Mapping[str, Mapping[int, list[str]]]) -> dict[str, Any]:
        """A row's values by column."""
        table, stored = _TABLES[name], STORED[name]
        found: dict[str, Any] = {column: tuple(codes.get(row[0], ())) for column, codes in lists.items()}
        if name == "targets":
            found["code"] = self.codes["targets"][row[1]]
        for column, value in zip(stored.columns(table), row[2:], strict=False):
            attribute = stored.attribute(column)
            where = "versions" if attribute == "version_id" else column.refers
            found[column.name] = read_value(stored.model, attribute, value) if where is None or value is None \
                else self.codes[where][value]
        return found

    def _listed(self, name: str, column: str) -> dict[int, list[str]]:
        """The codes of a column's links, in order, by the row they hang on."""
        codes = self.codes[_TABLES[name].column(column).refers or ""]
        lists: dict[int, list[str]] = defaultdict(list)
        for _, own, other in self.found[f"{name} {column}"]:
            lists[own].append(codes[other])
        return lists


def read_value(model: type[models.Model], attribute: str, value: Any) -> Any:
    """A field's value out of JSON: a day, an instant, a decimal, a period from its text, a truth from a number.

    SQLite keeps instants in UTC and does not say so; a list inside a list is text there.
    """
    if value is None:
        return None
    field: Any = model._meta.get_field(attribute)  # noqa: SLF001 - Django's documented door
    if isinstance(field, models.JSONField):
        return json.loads(value) if isinstance(value, str) else value
    found = field.to_python(value)
    return found.replace(tzinfo=UTC) if isinstance(found, datetime) and found.tzinfo is None else found


def read_tables(plan: int) -> Tables:
    """The tables of a plan, in one question."""
    text, held = _statement(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(text, [plan if one == _PLAN else one for one in held])
        found = _sorted(cursor.fetchall(), [kind for kind, _, _ in _kinds()])
    codes: dict[str, dict[int, str]] = {
        name: {row[0]: row[2 + _code_at(name)] for row in found[name]}
        for name in ("documents", "programmes", "projects")}
    codes["bodies"] = {row[1]: row[2] for row in found["bodies"]}
    codes["targets"] = targets = {row[0]: row[2] for row in found["codes"]}
    codes["versions"] = {row[0]: targets[row[1]] for row in found["targets"]}
    return Tables(found, codes)


def _code_at(name: str) -> int:
    """Where a table's code stands among its values."""
    return [one.name for one in STORED[name].columns(_TABLES[name])].index("code")


def read_together(kinds: Collection[Kind]) -> dict[str, list[list[Any]]]:
    """Rows of several kinds in one question: by kind, in order, each row a list of its fields as JSON has them."""
    first, *others = (_listing(kind) for kind in kinds)
    text, held = first.union(*others, all=True).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(text, held)
        return _sorted(cursor.fetchall(), [kind for kind, _, _ in kinds])


def _sorted(answer: list[tuple[str, int, str]], kinds: Collection[str]) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {kind: [] for kind in kinds}
    for kind, _, values in sorted(answer, key=itemgetter(0, 1)):
        found[kind].append(json.loads(values))
    return found


@cache
def _statement(_vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The statement's text and what stands in it, as a kind of database says it."""
    first, *others = (_listing(kind) for kind in _kinds())
    text, held = first.union(*others, all=True).query.sql_with_params()
    return text, tuple(held)


def _listing(kind: Kind) -> Any:
    """A query of one kind as the union takes it: the kind's name, the place in the order, the fields as a list."""
    name, query, (order, *fields) = kind
    return query.order_by().annotate(
        of_kind=models.Value(name, models.TextField()), at_place=models.F(order),
        as_list=AsList(*(models.F(one) if isinstance(one, str) else one for one in fields)),
    ).values_list("of_kind", "at_place", "as_list")


def _kinds() -> Iterator[Kind]:
    """Every kind of row of a plan."""
    yield "plan", rows.Plan.objects.filter(pk=_PLAN), (
        "pk", "pk", "pk", "name", "title_vi", "title_en", "body__code", "document__code", "units", "outline")
    yield "bodies", rows.PlanBody.objects.filter(plan=_PLAN), (
        "pk", "pk", "body_id", *(f"body__{name}" for name in _BODY), _code_above())
    yield "codes", rows.Target.objects.filter(plan=_PLAN), ("pk", "pk", "pk", "code")
    for name in _TABLES:
        if name not in _APART:
            yield from _table(name)


def _code_above() -> models.Subquery:
    """The code of the body above a plan's body, whether the plan lists it or not."""
    path = models.OuterRef("body__path")
    above = rows.Body.objects.filter(path=Substr(path, 1, Length(path) - rows.Body.steplen))
    return models.Subquery(above.values("code")[:1], models.TextField())


def _table(name: str) -> Iterator[Kind]:
    """A table of the plan, and the tables of its links."""
    stored = STORED[name]
    query = stored.model._default_manager.filter(**{stored.owner: _PLAN})  # noqa: SLF001 - Django's documented door
    fields = (stored.attribute(column) for column in stored.columns(_TABLES[name]))
    of_version = _VERSION if name == "targets" else ()
    yield name, query, ("pk", "pk", _OWNERS.get(name, "pk"), *fields, *of_version)
    for column, link in stored.links.items():
        hangs = link.model._default_manager.filter(**{f"{link.own}__{stored.owner}": _PLAN})  # noqa: SLF001 - as above
        yield f"{name} {column}", hangs, ("pk", "pk", f"{link.own}_id", f"{link.other}_id")
