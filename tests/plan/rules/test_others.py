"""Bodies, documents, projects, limitations, rankings and keys."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from small_plan import Told, small_plan, tell
from tiendo.plan import TABLES, Plan, plan_problems


def changed(table: str, row: int, **changes: Any) -> list[Told]:
    """What is wrong once the row in that line of a table is another."""
    plan = small_plan()
    rows = list(getattr(plan, table))
    rows[row - 2] = replace(rows[row - 2], **changes)
    fields: dict[str, Any] = {table: tuple(rows)}
    return tell(plan_problems(replace(plan, **fields)))


@pytest.mark.parametrize(("table", "row", "changes", "code", "column"), [
    ("bodies", 3, {"valid_from": date(2025, 7, 1), "valid_to": date(2025, 6, 30)}, "P415", "valid_to"),
    ("documents", 2, {"term_to": date(2020, 7, 31)}, "P415", "term_to"),
    ("documents", 2, {"replaced_on": date(2020, 7, 31)}, "P415", "replaced_on"),
    ("documents", 3, {"replaced_by": "khac"}, "P302", "replaced_by"),
    ("documents", 3, {"implements": ("nq", "khac")}, "P302", "implements"),
    ("projects", 2, {"planned_end_on": date(2020, 12, 31)}, "P415", "planned_end_on"),
    ("projects", 2, {"capital": Decimal(-1)}, "P603", "capital"),
    ("projects", 2, {"programme": "CTr2"}, "P302", "programme"),
    ("projects", 2, {"latitude": Decimal("20.3")}, "P606", "longitude"),
    ("projects", 2, {"longitude": Decimal("107.6")}, "P606", "latitude"),
    ("projects", 2, {"latitude": Decimal("105.85"), "longitude": Decimal("21.03")}, "P607", "latitude"),
    ("projects", 2, {"latitude": Decimal("20.3"), "longitude": Decimal("-180.1")}, "P607", "longitude"),
    ("programmes", 2, {"kind": "dự án"}, "P202", "kind"),
    ("disbursements", 2, {"disbursed": Decimal(-1)}, "P603", "disbursed"),
    ("disbursements", 2, {"plan": Decimal(-1)}, "P603", "plan"),
    ("disbursements", 2, {"year": 22}, "P603", "year"),
    ("disbursements", 2, {"project": "DA2"}, "P302", "project"),
    ("awards", 2, {"year": 202}, "P603", "year"),
    ("limitations", 2, {"closed_on": date(2022, 4, 11), "proof": "x"}, "P415", "closed_on"),
    ("limitations", 2, {"closed_on": date(2022, 12, 1)}, "P604", "proof"),
    ("tasks", 2, {"owner_body": "QQ"}, "P302", "owner_body"),
    ("rankings", 2, {"rank": 0}, "P603", "rank"),
    ("rankings", 2, {"rank": 14}, "P601", "of"),
    ("rankings", 2, {"streak": 0}, "P603", "streak"),
    ("rankings", 2, {"criteria_met": 14}, "P602", "criteria_met"),
    ("rankings", 2, {"criteria_met": None}, "P605", "criteria_met"),
    ("rankings", 2, {"criteria_total": None}, "P605", "criteria_total"),
    ("assignments", 2, {"document": "khac"}, "P302", "document"),
])
def test_a_row_that_cannot_be_is_told(table: str, row: int, changes: dict[str, Any], code: str, column: str) -> None:
    assert changed(table, row, **changes) == [(code, f"{table}.csv", row, column)]


def test_no_data_is_no_problem() -> None:
    """A project not yet paid for, a place without peers named: absence is said as absence."""
    assert changed("disbursements", 2, disbursed=None) == []
    assert changed("rankings", 2, of=None, streak=None, criteria_met=None, criteria_total=None) == []


def test_a_body_is_never_its_own_superior() -> None:
    plan = small_plan()
    circle = (replace(plan.bodies[0], parent="VP"), plan.bodies[1])
    assert tell(plan_problems(replace(plan, bodies=circle))) == [
        ("P305", "bodies.csv", 2, "parent"), ("P305", "bodies.csv", 3, "parent"),
    ]
    itself = (replace(plan.bodies[0], parent="P"), plan.bodies[1])
    assert tell(plan_problems(replace(plan, bodies=itself))) == [("P305", "bodies.csv", 2, "parent")]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_stands_twice_is_told(table: Any) -> None:
    plan = small_plan()
    rows = getattr(plan, table.name)
    fields: dict[str, Any] = {table.name: (*rows, rows[0])}
    found = tell(plan_problems(replace(plan, **fields)))
    assert ("P301", table.file, len(rows) + 2, table.key[0]) in found


def test_a_dangling_code_names_what_it_may_have_meant() -> None:
    plan = small_plan()
    wrong: Plan = replace(plan, tasks=(replace(plan.tasks[0], source_document="bcc"),))
    (problem,) = plan_problems(wrong)
    assert dict(problem.values) == {"code": "bcc", "table": "documents", "nearest": "bc"}


def test_a_code_like_no_other_names_those_there_are() -> None:
    plan = small_plan()
    wrong: Plan = replace(plan, tasks=(replace(plan.tasks[0], owner_body="QQ"),))
    (problem,) = plan_problems(wrong)
    assert dict(problem.values) == {"code": "QQ", "table": "bodies", "nearest": "P, VP"}
