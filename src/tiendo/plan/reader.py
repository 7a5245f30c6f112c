"""The half of reading a plan that folder and workbook share: raw tables to a draft, judged as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from tiendo.errors import Place, PlanError, Problem
from tiendo.plan.draft import Draft, Line
from tiendo.plan.raw import RawTable, columns_of
from tiendo.plan.records import Plan
from tiendo.plan.rows import read_lines, scales_of
from tiendo.plan.rules import draft_problems
from tiendo.plan.tables import TABLES

__all__ = ["RawPlan", "judged", "plan_or_error"]


@dataclass(frozen=True, slots=True)
class RawPlan:
    """A plan as it stands in its files or sheets, before its cells are read.

    `unread` names the tables of which some rows could not even be cut into cells; `problems` say why.
    """

    head: Plan
    head_places: Mapping[str, Place]
    tables: Mapping[str, RawTable]
    unread: frozenset[str]
    problems: tuple[Problem, ...]


def judged(raw: RawPlan) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a raw plan, and every problem: of its files, its cells, and between its rows."""
    scales = scales_of(raw.tables.get("targets"))
    lines: dict[str, tuple[Line, ...]] = {table.name: () for table in TABLES}
    problems = list(raw.problems)
    unread = set(raw.unread)
    for name, table in raw.tables.items():
        lines[name], bad = read_lines(table, scales)
        problems += bad
        unread |= {name} if _lacks_key(table) else set()
    draft = Draft(lines, raw.head, raw.head_places, frozenset(unread))
    return draft, (*problems, *draft_problems(draft))


def _lacks_key(raw: RawTable) -> bool:
    """Whether the table's rows cannot be told apart because a column of its key is missing."""
    columns, _ = columns_of(raw)
    return not {column.name for column in columns.values()}.issuperset(raw.table.key)


def plan_or_error(draft: Draft, problems: tuple[Problem, ...]) -> Plan:
    """The plan, or PlanError with all problems."""
    if problems:
        raise PlanError(problems)
    return draft.plan()
