"""The workbook: the same tables as sheets with Vietnamese names and headers, for people who live in a spreadsheet."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from tiendo.errors import Place, PlanError, Problem
from tiendo.plan.cells import tidy
from tiendo.plan.csvfile import bytes_of
from tiendo.plan.draft import HEAD
from tiendo.plan.ooxml import Sheet, read_sheets
from tiendo.plan.outline import read_outline
from tiendo.plan.raw import RawTable
from tiendo.plan.reader import RawPlan, judged, plan_or_error
from tiendo.plan.records import Plan
from tiendo.plan.reports import missing_reports
from tiendo.plan.tables import TABLES, Table
from tiendo.plan.typed import number_text
from tiendo.words import say

__all__ = ["read_workbook"]



def read_workbook(path: Path, reports: Path | None = None) -> Plan:
    """The plan of a workbook; raises PlanError with every problem of every sheet.

    `reports` is the folder where the reports it speaks of should be; None where nobody needs them.
    """
    data = bytes_of(path)
    sheets = read_sheets(data, path.name) if isinstance(data, bytes) else data
    if isinstance(sheets, Problem):
        raise PlanError([sheets])
    raw = _raw(sheets, path.name)
    outline, outline_problems = read_outline(path)
    head, told = replace(raw.head, outline=outline), (*raw.problems, *outline_problems)
    draft, problems = judged(replace(raw, head=head, problems=told))
    return plan_or_error(draft, (*problems, *(missing_reports(draft, reports) if reports else ())))


def _raw(sheets: Mapping[str, Sheet], file: str) -> RawPlan:
    """The sheets as raw tables, by their Vietnamese or machine names; sheets of another name are problems."""
    tables = {_plain(name): table for table in TABLES for name in (table.title("vi"), table.name)}
    head_name = say("plan.sheet_plan", "vi")
    raws: dict[str, RawTable] = {}
    problems: list[Problem] = []
    head, places = Plan(), dict[str, Place]()
    for name, rows in sheets.items():
        table = tables.get(_plain(name))
        if table and table.name not in raws and rows:
            raws[table.name] = _raw_table(table, file, name, rows)
        elif _plain(name) == _plain(head_name):
            head, places, bad = _head(Place(file, sheet=name), rows)
            problems += bad
        elif rows:
            known = [head_name, *(each.title("vi") for each in TABLES)]
            near = get_close_matches(name, known, n=2) or known
            problems.append(Problem("P116", Place(file, sheet=name), {"allowed": ", ".join(near)}))
    missing = [each for each in TABLES if each.required and each.name not in raws]
    problems += [Problem("P102", Place(file, sheet=each.title("vi"))) for each in missing]
    if head_name not in map(tidy, sheets):
        problems.append(Problem("P112", Place(file, sheet=head_name)))
    return RawPlan(head, places, raws, frozenset(each.name for each in missing), tuple(problems))


def _plain(text: str) -> str:
    return tidy(text).casefold()


def _raw_table(table: Table, file: str, sheet: str, rows: Sheet) -> RawTable:
    """A sheet's rows below its header; a column that has cells but no header is a column without a name."""
    header = {column: _text(cell) for column, cell in (rows[0][1] if rows[0][0] == 1 else {}).items()}
    below = [(number, cells) for number, cells in rows if number > 1 and any(map(_text, cells.values()))]
    used = sorted({column for column, text in header.items() if text}.union(*(cells for _, cells in below)))
    kept = tuple((number, tuple(cells.get(column, "") for column in used)) for number, cells in below)
    return RawTable(table, file, sheet, tuple(header.get(column, "") for column in used), kept)


def _text(cell: object) -> str:
    """Any cell of a header or of the plan's own sheet as text."""
    return number_text(cell) if isinstance(cell, float) else tidy(str(cell))


def _head(place: Place, rows: Sheet) -> tuple[Plan, dict[str, Place], list[Problem]]:
    """The plan's own fields: one a row, its name beside its content."""
    names = {_plain(text): field for field in HEAD for text in (say(f"plan.head_{field}", "vi"), field)}
    found: dict[str, Any] = {}
    places = dict.fromkeys(HEAD, place)
    problems: list[Problem] = []
    for number, cells in rows:
        key, value = _text(cells.get(1, "")), _text(cells.get(2, ""))
        field = names.get(_plain(key))
        here = Place(place.file, sheet=place.sheet, row=number)
        if number == 1 or not (key or value):
            continue
        if field is None:
            allowed = ", ".join(say(f"plan.head_{each}", "vi") for each in HEAD)
            problems.append(Problem("P118", here, {"text": key, "allowed": allowed}))
        elif field in found:
            problems.append(Problem("P122", here, {"text": key}))
        else:
            found[field] = tuple(filter(None, map(tidy, value.split(";")))) if field == "units" else value
            places[field] = here
    return Plan(**found), places, problems
