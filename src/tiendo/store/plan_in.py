"""A plan's records into rows, within the caller's transaction: all of them or none.

Figures and decisions come after (`figure_rows`, `decision_rows`): they need the reports, which need the plan's row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import TABLES, Plan, Table
from tiendo.store import models as rows
from tiendo.store.body_rows import insert_bodies
from tiendo.store.tables import STORED, stored_value

__all__ = ["LONGEST_CODE", "Ids", "insert_plan", "insert_rows", "insert_versions"]

LONGEST_CODE = 200  # characters: what both databases keep in an index, whatever the script
_TABLES: Mapping[str, Table] = {table.name: table for table in TABLES}
_SIMPLE = ("components", "milestones", "assignments", "programmes", "projects", "disbursements", "tasks",
           "limitations", "awards", "rankings")  # in the order they refer to each other


@dataclass(slots=True)
class Ids:
    """The numbers of a plan's rows by table and code, as far as they are in."""

    plan: int
    of: dict[str, dict[str, int]] = field(default_factory=dict)


def insert_plan(plan: Plan) -> Ids:
    """Add a plan less its figures and acceptances; gives the numbers of its rows.

    Raises RegisterError: S101 for each body that stands in the register otherwise, S102 for a plan's name that is
    taken, S103 for each code too long to be kept in an index.
    """
    _refuse(plan)
    bodies = insert_bodies(plan.bodies)
    row = rows.Plan.objects.create(
        name=plan.name, title_vi=plan.title_vi, title_en=plan.title_en, body_id=bodies[plan.body],
        units=list(plan.units), outline=plan.outline,
    )
    rows.PlanBody.objects.bulk_create([rows.PlanBody(plan=row, body_id=bodies[body.code]) for body in plan.bodies])
    ids = Ids(row.pk, {"bodies": bodies})
    _insert_documents(plan, ids)
    row.document_id = ids.of["documents"][plan.document]
    row.save(update_fields=["document"])
    _insert_targets(plan, ids)
    for name in _SIMPLE:
        insert_rows(name, getattr(plan, name), ids)
    return ids


def _refuse(plan: Plan) -> None:
    problems = [
        Problem("S103", Place(table.file, row=line, column=column), {"limit": str(LONGEST_CODE)})
        for table in TABLES for line, record in enumerate(getattr(plan, table.name), 2) for column in table.key
        if column in {"code", "id"} and len(str(table.column(column).of(record))) > LONGEST_CODE
    ]
    if rows.Plan.objects.filter(name=plan.name).exists():
        problems.append(Problem("S102", values={"name": plan.name}))
    if problems:
        raise RegisterError(problems)


def _insert_documents(plan: Plan, ids: Ids) -> None:
    """Documents may name later ones: first the rows, then what replaces them and what they implement."""
    made = insert_rows("documents", plan.documents, ids, without=frozenset({"replaced_by", "implements"}))
    for record in plan.documents:
        if record.replaced_by:
            own, other = (ids.of["documents"][code] for code in (record.code, record.replaced_by))
            rows.Document.objects.filter(pk=own).update(replaced_by=other)
    _insert_links("documents", plan.documents, made, ids)


def _insert_targets(plan: Plan, ids: Ids) -> None:
    targets = rows.Target.objects.bulk_create([rows.Target(plan_id=ids.plan, code=one.code) for one in plan.targets])
    ids.of["targets"] = {row.code: row.pk for row in targets}
    versions = insert_versions(plan, ids, {row.code: 1 for row in targets})
    ids.of["versions"] = {row.code: version.pk for row, version in zip(targets, versions, strict=True)}


def insert_versions(plan: Plan, ids: Ids, numbers: Mapping[str, int], **beside: Any) -> list[models.Model]:
    """A version of each target of a plan, with the number given by its code."""
    each = [{"target_id": ids.of["targets"][one.code], "number": numbers[one.code], **beside} for one in plan.targets]
    return insert_rows("targets", plan.targets, ids, each=each)


def insert_rows(
    name: str, records: Sequence[object], ids: Ids, *, each: Sequence[Mapping[str, Any]] | None = None,
    without: frozenset[str] = frozenset(),
) -> list[models.Model]:
    """Rows of one table from its records, in order, with the links of their lists of codes.

    `each` gives further attributes of each row; columns `without` are left for the caller.
    """
    table, stored = _TABLES[name], STORED[name]
    beside = each or [{"plan_id": ids.plan} if stored.owner == "plan" else {} for _ in records]
    made = stored.model._default_manager.bulk_create([  # noqa: SLF001 - Django's documented door to any model
        stored.model(**_values(table, record, ids, without), **more)
        for record, more in zip(records, beside, strict=True)
    ])
    if table.key == ("code",) and name != "targets":
        codes = [getattr(record, "code") for record in records]  # noqa: B009 - records of any table with a code
        ids.of[name] = dict(zip(codes, (row.pk for row in made), strict=True))
    if not without:
        _insert_links(name, records, made, ids)
    return made


def _values(table: Table, record: object, ids: Ids, without: frozenset[str]) -> dict[str, Any]:
    stored = STORED[table.name]
    found: dict[str, Any] = {}
    for column in stored.columns(table):
        if column.name in without:
            continue
        value = column.of(record)
        if column.refers and value is not None:
            where = "versions" if stored.attribute(column) == "version_id" else column.refers
            found[stored.attribute(column)] = ids.of[where][str(value)]
        else:
            found[stored.attribute(column)] = stored_value(value)
    return found


def _insert_links(name: str, records: Sequence[object], made: Sequence[models.Model], ids: Ids) -> None:
    table = _TABLES[name]
    for column, link in STORED[name].links.items():
        refers = table.column(column).refers or ""
        link.model._default_manager.bulk_create([  # noqa: SLF001 - Django's documented door to any model
            link.model(**{f"{link.own}_id": row.pk, f"{link.other}_id": ids.of[refers][code]})
            for record, row in zip(records, made, strict=True) for code in getattr(record, column)
        ])
