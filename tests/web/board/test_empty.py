"""Empty, long and odd: a register without plans, a plan without targets, a name of 200 letters, a goal below zero."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

from stories import ward_plan
from tiendo.plan import Direction, Kind, Plan, write_plan
from tiendo.store.permissions import OPERATOR
from tiendo.store.plan_in import insert_plan
from tiendo.usecases.register.call import Call
from tiendo.usecases.register.plans import load_plan

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
WARD = "/plans/phuong-a-2020-2025/"
WHERE = ("", "ranks/", "cascade/", "projects/", "documents/", "changes/")


def loaded(plan: Plan, room: Path) -> Client:
    write_plan(plan, room)
    load_plan(call=Call(OPERATOR, datetime(2023, 4, 3, tzinfo=UTC)), folder=room)
    return Client(headers={"host": "localhost"})


def kept(plan: Plan) -> Client:
    """A plan that stands in the register without a target: no folder without one is taken in."""
    insert_plan(plan)
    return Client(headers={"host": "localhost"})


def test_a_register_without_plans_says_what_to_do_first() -> None:
    answer = Client(headers={"host": "localhost"}).get("/")
    assert (answer.status_code, "tiendo load" in answer.content.decode()) == (200, True)


def test_every_page_of_a_plan_without_targets_is_there_and_says_so() -> None:
    plan = ward_plan()
    client = kept(replace(plan, targets=(), components=(), milestones=(), assignments=(), figures=(), programmes=(),
                          projects=(), disbursements=(), tasks=(), limitations=(), awards=(), rankings=()))
    answers = {where: client.get(f"{WARD}{where}?day=2023-03-31") for where in WHERE}
    assert {where: answer.status_code for where, answer in answers.items()} == dict.fromkeys(WHERE, 200)
    assert "Kế hoạch chưa có chỉ tiêu nào" in answers[""].content.decode()


def test_long_names_and_goals_below_zero_are_shown_whole(tmp_path: Path) -> None:
    plan = ward_plan()
    name = "Tỷ lệ " + "rất dài " * 24
    odd = replace(plan.targets[3], name_vi=name.strip(), goal=Decimal("-3.5"), baseline=None, unit="‰")
    client = loaded(replace(plan, targets=(*plan.targets[:3], odd)), tmp_path)
    board = client.get(f"{WARD}?day=2023-03-31").content.decode()
    target = client.get(f"{WARD}targets/HN/?day=2023-03-31").content.decode()
    assert (name.strip() in board, "3,5" in board, name.strip() in target) == (True, True, True)


def test_a_goal_in_per_cent_of_what_is_assigned_is_not_written_as_money(tmp_path: Path) -> None:
    """Các phiên bản của chỉ tiêu: thu ngân sách đạt 105% dự toán được giao, không phải 105 tỷ đồng."""
    plan = ward_plan()
    revenue = replace(plan.targets[3], kind=Kind.RELATIVE_TO_ASSIGNED, goal=Decimal(105), baseline=None, unit="tỷ đồng",
                      direction=Direction.AT_LEAST)
    client = loaded(replace(plan, targets=(*plan.targets[:3], revenue), figures=()), tmp_path)
    page = client.get(f"{WARD}targets/HN/?day=2023-03-31").content.decode()
    assert re.findall(r'<li class="now"><b class="num">(.*?), ', page) == ["105%"]
