"""One target by itself (domain.md 2.3, 2.4): which kinds, directions, goals and scales go together."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from small_plan import Told, small_plan, tell
from tiendo.plan import Direction, Kind, Plan, plan_problems
from tiendo.plan.rules.targets import directions_by_kind


def changed(row: int, **changes: Any) -> list[Told]:
    """What is wrong once the target in that line of the file is another."""
    plan = small_plan()
    targets = list(plan.targets)
    targets[row - 2] = replace(targets[row - 2], **changes)
    return tell(plan_problems(replace(plan, targets=tuple(targets))))


def at(code: str, row: int, column: str) -> list[Told]:
    return [(code, "targets.csv", row, column)]


LEVEL, STRUCTURE, RATING, DOWN = 2, 3, 4, 5  # lines of the small plan's targets


@pytest.mark.parametrize(("row", "changes", "expected"), [
    (LEVEL, {"direction": Direction.DONE}, at("P401", LEVEL, "direction")),
    (RATING, {"direction": Direction.AT_MOST}, at("P401", RATING, "direction")),
    (RATING, {"direction": Direction.WITHIN, "goal_upper": Decimal(3)}, at("P401", RATING, "direction")),
    (LEVEL, {"goal": None}, at("P402", LEVEL, "goal")),
    (DOWN, {"goal": None, "kind": Kind.RELATIVE_TO_ASSIGNED}, []),
    (STRUCTURE, {"goal": Decimal(1)}, at("P403", STRUCTURE, "goal")),
    (STRUCTURE, {"baseline": Decimal(1), "baseline_on": date(2020, 1, 1)}, at("P403", STRUCTURE, "baseline")),
    (LEVEL, {"direction": Direction.WITHIN}, at("P404", LEVEL, "goal_upper")),
    (LEVEL, {"direction": Direction.WITHIN, "goal_upper": Decimal(95)}, []),
    (LEVEL, {"goal_upper": Decimal(90)}, at("P405", LEVEL, "goal_upper")),
    (LEVEL, {"goal_upper": Decimal(100)}, []),
    (RATING, {"scale": None}, at("P408", RATING, "scale")),
    (LEVEL, {"weight": Decimal(0)}, at("P410", LEVEL, "weight")),
    (LEVEL, {"weight": Decimal(-1)}, at("P410", LEVEL, "weight")),
    (DOWN, {"baseline": Decimal(0)}, at("P412", DOWN, "baseline_on")),
    (STRUCTURE, {"strict": True}, at("P413", STRUCTURE, "strict")),
    (DOWN, {"strict": True}, []),
    (DOWN, {"baseline": Decimal(0), "baseline_on": date(2026, 1, 1)}, at("P415", DOWN, "due_on")),
    (LEVEL, {"frequency": "weekly"}, at("P202", LEVEL, "frequency")),
])
def test_a_target_that_contradicts_itself_is_told(row: int, changes: dict[str, Any], expected: list[Told]) -> None:
    assert changed(row, **changes) == expected


def test_only_ratings_and_milestones_have_a_scale() -> None:
    assert changed(DOWN, scale="vn.xep_loai", goal=Decimal(1)) == [
        ("P208", "assignments.csv", 2, "value"), ("P409", "targets.csv", DOWN, "scale"),
    ]


def test_a_structure_needs_parts_and_nothing_else_has_them() -> None:
    plan = small_plan()
    without: Plan = replace(plan, components=(), figures=())
    assert tell(plan_problems(without)) == at("P406", STRUCTURE, "kind")
    moved = replace(plan, components=(*plan.components, replace(plan.components[0], target="TN")))
    assert tell(plan_problems(moved)) == [("P407", "components.csv", 4, "target")]


def test_every_kind_says_its_directions() -> None:
    assert sorted(directions_by_kind()) == sorted(kind.value for kind in Kind)
    assert {each for allowed in directions_by_kind().values() for each in allowed} == {each.value for each in Direction}


def test_a_band_of_a_part_and_of_a_point_stands_upright() -> None:
    plan = small_plan()
    parts = (plan.components[0], replace(plan.components[1], goal_upper=Decimal(29)))
    points = (replace(plan.milestones[0], value_upper=Decimal(70)),)
    assert tell(plan_problems(replace(plan, components=parts, milestones=points))) == [
        ("P405", "components.csv", 3, "goal_upper"), ("P405", "milestones.csv", 2, "value_upper"),
    ]


def test_a_part_is_never_only_done() -> None:
    plan = small_plan()
    parts = (replace(plan.components[0], direction=Direction.DONE), plan.components[1])
    assert tell(plan_problems(replace(plan, components=parts))) == [("P416", "components.csv", 2, "direction")]


@pytest.mark.parametrize(("on", "inside"), [
    (date(2020, 12, 30), False), (date(2020, 12, 31), True), (date(2025, 12, 31), True), (date(2026, 1, 1), False),
])
def test_a_point_lies_on_the_way(on: date, inside: bool) -> None:
    plan = small_plan()
    found = tell(plan_problems(replace(plan, milestones=(replace(plan.milestones[0], on=on),))))
    assert found == ([] if inside else [("P414", "milestones.csv", 2, "on")])
