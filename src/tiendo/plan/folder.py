"""The plan folder: `datapackage.json`, one CSV a table, `outline.geojson`, and `reports/` with the units' documents."""

from collections.abc import Iterator
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
from tiendo.plan.records import Acceptance, Plan
from tiendo.plan.tables import TABLES
from tiendo.plan.writing import write_files

__all__ = ["REPORTS", "read_plan", "write_plan"]

REPORTS = "reports"


def read_plan(folder: Path) -> Plan:
    """The plan of a folder; raises PlanError with every problem of every file."""
    if not folder.is_dir():
        raise PlanError([Problem("P101", Place(str(folder)))])
    draft, problems = judged(_raw(folder))
    return plan_or_error(draft, (*problems, *_missing_reports(draft, folder)))


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


def _missing_reports(draft: Draft, folder: Path) -> Iterator[Problem]:
    """Reports a decision names that are not in `reports/`, each once; names that leave it are refused elsewhere."""
    seen: set[str] = set()
    for spot, row in draft.of(Acceptance):
        plain = "/" not in row.report and "\\" not in row.report
        if plain and row.report not in seen and not (folder / REPORTS / row.report).is_file():
            yield Problem("P306", spot.at("report"), {"report": row.report})
        seen.add(row.report)


def write_plan(plan: Plan, folder: Path) -> None:
    """Write a plan as a folder, or over the tables of one; `reports/` and other files are left alone.

    Raises PlanError, before anything is touched, for a plan that could not be read back the same; OutputError
    when the disk refuses, and then the folder is as it was.
    """
    problems = plan_problems(plan)
    if problems:
        raise PlanError(problems)
    draft = draft_of(plan)
    files = {table.file: _table_text(draft, plan, table.name) for table in TABLES}
    outline = {OUTLINE: plan.outline} if plan.outline else {}
    write_files(folder, {**files, **outline, DESCRIPTOR: descriptor_text(plan)})


def _table_text(draft: Draft, plan: Plan, name: str) -> str:
    """One table as CSV, rows in the plan's order."""
    table = next(each for each in TABLES if each.name == name)
    scales = scales_in(plan)
    rows = (
        [write_cell(column, line.values[column.name], scales.get(target_of(line))) for column in table.columns]
        for line in draft.lines[name]
    )
    return csv_text([column.name for column in table.columns], rows)
