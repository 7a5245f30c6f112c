"""The plan folder: `datapackage.json`, one CSV a table, `outline.geojson`, and `reports/` with the units' documents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from tiendo.errors import Place, PlanError, Problem
from tiendo.plan.cells import write_cell
from tiendo.plan.csvfile import csv_text, read_csv
from tiendo.plan.descriptor import descriptor_text, read_head
from tiendo.plan.draft import DESCRIPTOR, Draft, draft_of
from tiendo.plan.outline import OUTLINE, read_outline
from tiendo.plan.problems import plan_problems, scales_in, target_of
from tiendo.plan.raw import RawTable
from tiendo.plan.reader import RawPlan, judged, plan_or_error
from tiendo.plan.records import Plan
from tiendo.plan.reports import REPORTS, missing_reports, reports_of
from tiendo.plan.tables import TABLES
from tiendo.plan.writing import write_files

__all__ = ["read_plan", "write_plan"]


def read_plan(folder: Path) -> Plan:
    """The plan of a folder; raises PlanError with every problem of every file."""
    if not folder.is_dir():
        raise PlanError([Problem("P101", Place(str(folder)))])
    draft, problems = judged(_raw(folder))
    return plan_or_error(draft, (*problems, *missing_reports(draft, reports_of(folder))))


def _raw(folder: Path) -> RawPlan:
    head, places, head_problems = read_head(folder)
    outline, outline_problems = read_outline(folder)
    head = replace(head, outline=outline)
    problems = [*head_problems, *outline_problems, *_strangers(folder)]
    tables: dict[str, RawTable] = {}
    unread: set[str] = set()
    for table in TABLES:
        path = folder / table.file
        if path.is_file():
            found, bad = read_csv(path, table)
            problems += bad
            tables |= {table.name: found} if found else {}
            unread |= {table.name} if bad else set()
        elif table.required:
            problems.append(Problem("P102", Place(table.file)))
            unread.add(table.name)
    return RawPlan(head, places, tables, frozenset(unread), tuple(problems))


def _strangers(folder: Path) -> Iterator[Problem]:
    """CSV files that are no table of a plan: a misspelt name would drop a whole table."""
    known = [table.file for table in TABLES]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and path.name not in known:
            near = get_close_matches(path.name.lower(), known, n=2) or known
            yield Problem("P103", Place(path.name), {"allowed": ", ".join(near)})


def write_plan(plan: Plan, folder: Path, reports: Sequence[Path] = ()) -> None:
    """Write a plan as a folder, or over the tables of one; `reports/` gets the given files, others are left alone.

    Raises PlanError, before anything is touched, for a plan that could not be read back the same; OutputError
    when the disk refuses, and then the folder is as it was.
    """
    problems = plan_problems(plan)
    if problems:
        raise PlanError(problems)
    draft = draft_of(plan)
    files: dict[str, str | Path] = {table.file: _table_text(draft, plan, table.name) for table in TABLES}
    outline = {OUTLINE: plan.outline} if plan.outline else {}
    papers = {str(Path(REPORTS, path.name)): path for path in reports}
    write_files(folder, {**files, **outline, DESCRIPTOR: descriptor_text(plan), **papers})


def _table_text(draft: Draft, plan: Plan, name: str) -> str:
    """One table as CSV, rows in the plan's order."""
    table = next(each for each in TABLES if each.name == name)
    scales = scales_in(plan)
    rows = (
        [write_cell(column, line.values[column.name], scales.get(target_of(line))) for column in table.columns]
        for line in draft.lines[name]
    )
    return csv_text([column.name for column in table.columns], rows)
