"""The works of a plan, written on at the desk: tasks, projects, disbursements, limitations, awards.

A unit says its word on its own task. What a cell may hold is what the plan folder's tables say, word for word.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import Table
from tiendo.plan.raw import RawTable
from tiendo.plan.rows import read_lines
from tiendo.plan.tables import table_of
from tiendo.store import places, work_rows
from tiendo.store.queries import plans as queries
from tiendo.usecases.register.call import Call, doing

__all__ = ["EDITED", "add_work", "edit_work", "report_task", "table_named"]

EDITED = ("tasks", "limitations", "projects", "disbursements", "awards")
_REPORTED = frozenset({"product", "done_on"})  # what a unit says of its own task


def table_named(name: str) -> Table:
    """One of the tables that are edited; raises NotThereError."""
    if name not in EDITED:
        raise places.missing("table", name)
    return table_of(name)


def add_work(*, call: Call, plan: int, table: str, typed: Mapping[str, str], why: str) -> int:
    """Add a row from its typed cells by column; gives its number.

    Raises RegisterError: every bad cell (P2xx) and every rule of the plan at its column, S210 without why.
    """
    found = table_named(table)
    with doing("edit_work", call, places.of_plan(plan), f"{table} of plan {plan}", why) as now:
        number = work_rows.add_work(plan, found, _record(found, typed, why), why.strip(), now.stamp)
        now.subject = f"{table} {number}"
        return number


def edit_work(
    *, call: Call, plan: int, table: str, at: tuple[int, int], typed: Mapping[str, str], why: str,
) -> None:
    """Change cells of a row, told by its number and the last change it was seen with; its code stays.

    Raises as `add_work`; ConflictError (S207) when somebody changed it since, S226 where nothing changes.
    """
    found = table_named(table)
    with doing("edit_work", call, places.of_plan(plan), f"{table} {at[0]}", why) as now:
        cells = {**_cells(plan, found, at[0]), **{name: text for name, text in typed.items() if name != "code"}}
        work_rows.change_work(plan, found, at, _record(found, cells, why), why.strip(), now.stamp)


def report_task(*, call: Call, plan: int, at: tuple[int, int], typed: Mapping[str, str], why: str) -> None:
    """The owner's word on a task: its product, the day it was done, and why (late, or how it is proved).

    Nothing else of the task can be changed by it. Raises as `edit_work`.
    """
    found = table_of("tasks")
    cells = _cells(plan, found, at[0])
    with doing("report_task", call, places.of_unit(plan, cells["owner_body"]), f"tasks {at[0]}", why) as now:
        said = {**cells, **{name: text for name, text in typed.items() if name in _REPORTED}}
        work_rows.change_work(plan, found, at, _record(found, said, why), why.strip(), now.stamp)


def _cells(plan: int, table: Table, number: int) -> Mapping[str, str]:
    """A row's cells as they stand; raises NotThereError."""
    numbers = work_rows.numbers_of(plan, table)
    if number not in numbers:
        raise places.missing(table.name, number)
    record = getattr(queries.whole_plan(plan), table.name)[numbers.index(number)]
    names = (column.name for column in table.columns)
    return MappingProxyType(dict(zip(names, work_rows.cells_of(table, record), strict=True)))


def _record(table: Table, typed: Mapping[str, str], why: str) -> object:
    """The record of typed cells; RegisterError with every bad one, at its column."""
    header = tuple(column.name for column in table.columns)
    raw = RawTable(table, table.file, None, header, ((2, tuple(typed.get(name, "") for name in header)),))
    lines, problems = read_lines(raw, {})
    wrong = list(problems)
    if not why.strip():
        wrong.append(Problem("S210", Place("form", column="why")))
    if wrong or lines[0].record is None:
        raise RegisterError(wrong)
    return lines[0].record
