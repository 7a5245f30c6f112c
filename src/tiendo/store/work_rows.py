"""Tasks, projects, disbursements, limitations and awards changed by a person: the row, and what it was before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tiendo.errors import ConflictError, Problem, RegisterError
from tiendo.plan import Plan, Table, plan_problems
from tiendo.plan.cells import write_cell
from tiendo.store import models as rows
from tiendo.store.figure_rows import references
from tiendo.store.places import missing
from tiendo.store.plan_in import Ids, insert_rows
from tiendo.store.plan_out import plan_record
from tiendo.store.stamp import Stamp
from tiendo.store.tables import STORED, stored_value

__all__ = ["add_work", "cells_of", "change_work", "numbers_of"]


def cells_of(table: Table, record: object) -> tuple[str, ...]:
    """A record's cells in the table's order, in their machine form."""
    return tuple(write_cell(column, column.of(record)) for column in table.columns)


def numbers_of(plan: int, table: Table) -> list[int]:
    """The numbers of a table's rows, in the order of the plan's records."""
    stored = STORED[table.name]
    found = stored.model._default_manager.filter(**{stored.owner: plan})  # noqa: SLF001 - Django's documented door
    return list(found.order_by("pk").values_list("pk", flat=True))


def add_work(plan: int, table: Table, record: object, why: str, stamp: Stamp) -> int:
    """Add a row; gives its number. Raises RegisterError with what the plan's rules say against it."""
    whole = plan_record(plan)
    records = (*getattr(whole, table.name), record)
    _judge(whole, _with(whole, table, records), table, len(records) - 1)
    made = insert_rows(table.name, [record], _ids(plan))[0]
    _keep(plan, table, made.pk, (None, record), why, stamp)
    return int(made.pk)


def change_work(plan: int, table: Table, at: tuple[int, int], record: object, why: str, stamp: Stamp) -> None:
    """Put a record in the place of a row, told by its number and the last change it was seen with (0: none).

    Raises NotThereError; ConflictError (S207) when somebody changed it since; RegisterError with what the plan's rules
    say against it, S226 where nothing changes.
    """
    number, seen = at
    rows.Plan.objects.select_for_update().get(pk=plan)
    numbers = numbers_of(plan, table)
    if number not in numbers:
        raise missing(table.name, number)
    last = rows.WorkChange.objects.filter(plan=plan, table=table.name, row=number).order_by("-pk").first()
    if (last.pk if last else 0) != seen:
        raise ConflictError([Problem("S207")])
    whole, place = plan_record(plan), numbers.index(number)
    records = list(getattr(whole, table.name))
    before, records[place] = records[place], record
    if before == record:
        raise RegisterError([Problem("S226")])
    _judge(whole, _with(whole, table, records), table, place)
    _write(table, number, record, _ids(plan))
    _keep(plan, table, number, (before, record), why, stamp)


def _with(plan: Plan, table: Table, records: Sequence[object]) -> Plan:
    """The plan with other rows in one table."""
    rows_of_it: dict[str, Any] = {table.name: tuple(records)}
    return replace(plan, **rows_of_it)


def _judge(before: Plan, plan: Plan, table: Table, place: int) -> None:
    """Refuse a row the plan's rules do not take, or by which another row breaks them: the later of two twins is told.

    What was wrong elsewhere before is not this row's fault.
    """
    old = frozenset(map(_shown, plan_problems(before)))
    problems = [one for one in plan_problems(plan) if _shown(one) not in old or (
        one.place and (one.place.file, one.place.row) == (table.file, place + 2))]
    if problems:
        raise RegisterError(problems)


def _shown(problem: Problem) -> tuple[str, str]:
    """A problem as something that can be compared: its place and its words."""
    return str(problem.place), f"{problem.code} {problem.values}"


def _ids(plan: int) -> Ids:
    there = references(plan)
    return Ids(plan, {
        "bodies": dict(there.bodies), "documents": dict(there.documents), "targets": dict(there.targets),
        "projects": dict(rows.Project.objects.filter(plan=plan).values_list("code", "pk")),
        "programmes": dict(rows.Programme.objects.filter(plan=plan).values_list("code", "pk")),
    })


def _write(table: Table, number: int, record: object, ids: Ids) -> None:
    stored = STORED[table.name]
    values: dict[str, Any] = {}
    for column in stored.columns(table):
        value = column.of(record)
        known: Mapping[str, int] = ids.of[column.refers] if column.refers else {}
        values[stored.attribute(column)] = known[str(value)] if column.refers and value is not None \
            else stored_value(value)
    stored.model._default_manager.filter(pk=number).update(**values)  # noqa: SLF001 - Django's documented door
    for name, link in stored.links.items():
        manager = link.model._default_manager  # noqa: SLF001 - as above
        manager.filter(**{link.own: number}).delete()
        codes: Sequence[str] = getattr(record, name)
        manager.bulk_create([link.model(**{
            f"{link.own}_id": number, f"{link.other}_id": ids.of[table.column(name).refers or ""][code],
        }) for code in codes])


def _keep(
    plan: int, table: Table, number: int, both: tuple[object | None, object], why: str, stamp: Stamp,
) -> None:
    before, after = both
    rows.WorkChange.objects.create(
        plan_id=plan, table=table.name, row=number, before=list(cells_of(table, before)) if before else None,
        after=list(cells_of(table, after)), why=why, at=stamp.at, by_id=stamp.account, position=stamp.position)
