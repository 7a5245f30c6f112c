"""A plan in memory: what no table could keep is said before anything is written."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from small_plan import Told, small_plan, tell
from strategies import plans
from tiendo.plan import Plan, plan_problems
from tiendo.quantity import Period


@settings(max_examples=25)
@given(plans())
def test_nothing_is_wrong_with_a_valid_plan(plan: Plan) -> None:
    assert plan_problems(plan) == ()


def body(**changes: Any) -> Plan:
    plan = small_plan()
    return replace(plan, bodies=(plan.bodies[0], replace(plan.bodies[1], **changes)))


def figure(**changes: Any) -> Plan:
    plan = small_plan()
    return replace(plan, figures=(replace(plan.figures[0], **changes), *plan.figures[1:]))


@pytest.mark.parametrize(("plan", "expected"), [
    (body(name_vi=" Văn phòng"), ("P211", "bodies.csv", 3, "name_vi")),
    (body(name_vi="To\u0302\u0309"), ("P211", "bodies.csv", 3, "name_vi")),
    (body(name_vi=""), ("P201", "bodies.csv", 3, "name_vi")),
    (body(name_vi="a\x07"), ("P205", "bodies.csv", 3, "name_vi")),
    (body(name_vi="a\ud800"), ("P205", "bodies.csv", 3, "name_vi")),
    (body(parent=""), ("P211", "bodies.csv", 3, "parent")),
    (figure(value=Decimal("NaN")), ("Q101", "figures.csv", 2, "value")),
    (figure(value=Decimal("Infinity")), ("Q101", "figures.csv", 2, "value")),
    (figure(period=Period(date(2022, 1, 1), date(2022, 6, 30), "2022")), ("P211", "figures.csv", 2, "period")),
    (replace(small_plan(), title_en=" x"), ("P211", "datapackage.json", None, "tiendo.title_en")),
    (replace(small_plan(), units=("ngõ", " ")), ("P207", "datapackage.json", None, "tiendo.units")),
    (replace(small_plan(), units=("ngõ", "ngõ")), ("P210", "datapackage.json", None, "tiendo.units")),
    (replace(small_plan(), units=("a;b",)), ("P211", "datapackage.json", None, "tiendo.units")),
    (replace(small_plan(), name="Phường"), ("P308", "datapackage.json", None, "name")),
])
def test_what_would_not_come_back_is_a_problem(plan: Plan, expected: Told) -> None:
    assert tell(plan_problems(plan)) == [expected]


def test_a_value_between_two_levels_is_no_level() -> None:
    plan = small_plan()
    figures = (*plan.figures[:2], replace(plan.figures[2], value=Decimal("2.5")), *plan.figures[3:])
    assert tell(plan_problems(replace(plan, figures=figures))) == [("P208", "figures.csv", 4, "value")]


def test_every_problem_can_be_said_in_both_languages() -> None:
    plan = small_plan()
    broken = replace(plan, bodies=(), documents=(), name="", body="", figures=(*plan.figures, *plan.figures))
    for problem in plan_problems(broken):
        assert problem.say("vi") != problem.say("en")
