"""What is wrong with a plan in memory: cells no table could keep, and everything the rules find between rows."""

from collections.abc import Iterator

from tiendo.errors import Problem
from tiendo.plan.cells import read_cell, write_cell
from tiendo.plan.draft import Draft, Line, draft_of
from tiendo.plan.records import Plan
from tiendo.plan.rows import Scales
from tiendo.plan.rules import draft_problems
from tiendo.plan.scale import scale_named
from tiendo.plan.tables import table_of

__all__ = ["plan_problems", "scales_in", "target_of"]


def plan_problems(plan: Plan) -> tuple[Problem, ...]:
    """Everything that would keep a plan from being written and read back the same.

    Places are those `write_plan` would give: the table's file, the line, the column.
    """
    draft = draft_of(plan)
    scales = scales_in(plan)
    kept = (problem for lines in draft.lines.values() for line in lines for problem in _unkept(line, scales))
    return (*kept, *_unkept_head(draft), *draft_problems(draft))


def scales_in(plan: Plan) -> Scales:
    """The scale of each target by its code; None where the target counts in numbers."""
    return {target.code: scale_named(target.scale) if target.scale else None for target in plan.targets}


def target_of(line: Line) -> str:
    """The code of the target a row speaks of; empty when of none."""
    return line.values.get("code" if line.spot.table.name == "targets" else "target") or ""


def _unkept(line: Line, scales: Scales) -> Iterator[Problem]:
    """The cells of a row that would not come back as they are: NaN, spaces at the ends, signs no file may hold."""
    scale = scales.get(target_of(line))
    for column in line.spot.table.columns:
        value = line.values[column.name]
        place = line.spot.at(column.name)
        back = read_cell(column, write_cell(column, value, scale), place, scale)
        if isinstance(back, Problem):
            yield back
        elif back != value:
            yield Problem("P211", place, {"text": repr(value)})


def _unkept_head(draft: Draft) -> Iterator[Problem]:
    """The plan's own fields that would not come back as they are; they keep to the forms of cells."""
    documents = table_of("documents")
    for field, place in draft.head_places.items():
        value = getattr(draft.head, field)
        if not value:
            continue
        column = documents.column("implements" if isinstance(value, tuple) else "title")
        back = read_cell(column, write_cell(column, value), place)
        if isinstance(back, Problem) or back != value:
            yield back if isinstance(back, Problem) else Problem("P211", place, {"text": repr(value)})
