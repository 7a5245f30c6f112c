"""Figures: history is kept, a correction says what and why, nothing stands twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from small_plan import Told, figure, small_plan, tell
from tiendo.plan import plan_problems
from tiendo.quantity import Figure


def told(change: Callable[[tuple[Figure, ...]], tuple[Figure, ...]]) -> list[Told]:
    plan = small_plan()
    return tell(plan_problems(replace(plan, figures=change(plan.figures))))


def changed(row: int, **changes: Any) -> list[Told]:
    """What is wrong once the figure in that line is another."""
    return told(lambda rows: tuple(
        replace(each, **changes) if at == row else each for at, each in enumerate(rows, start=2)
    ))


FIRST, CORRECTION, RATING, PART, NONE = 2, 3, 4, 5, 6  # lines of the small plan's figures


@pytest.mark.parametrize(("row", "changes", "expected"), [
    (RATING, {"approved_on": date(2022, 12, 30)}, ("P509", RATING, "as_of")),
    (RATING, {"approved_on": None}, ("P510", RATING, "approved_on")),
    (RATING, {"approved_by": None}, ("P510", RATING, "approved_by")),
    (RATING, {"as_of": date(2021, 12, 31)}, ("P511", RATING, "as_of")),
    (PART, {"component": None}, ("P501", PART, "component")),
    (PART, {"component": "XX"}, ("P503", PART, "component")),
    (RATING, {"component": "DV"}, ("P502", RATING, "component")),
    (CORRECTION, {"why": None}, ("P506", CORRECTION, "why")),
    (RATING, {"why": "Cộng lại"}, ("P517", RATING, "why")),
    (NONE, {"note": None}, ("P508", NONE, "note")),
    (CORRECTION, {"target": "HN", "as_of": date(2022, 12, 30)}, ("P507", CORRECTION, "supersedes")),
    (FIRST, {"supersedes": "TN/22b", "why": "vòng"}, ("P505", FIRST, "supersedes")),
])
def test_a_figure_that_contradicts_itself_is_told(
    row: int, changes: dict[str, Any], expected: tuple[str, int, str],
) -> None:
    code, line, column = expected
    found = changed(row, **changes)
    others = [each for each in found if each != (code, "figures.csv", line, column)]
    assert len(found) == len(others) + 1
    assert {each[0] for each in others} <= {code}  # a circle is told at each of its figures


def test_a_figure_not_yet_approved_is_no_problem() -> None:
    assert changed(RATING, approved_by=None, approved_on=None) == []


def test_two_figures_for_one_thing_on_one_day_need_a_correction() -> None:
    again = figure("HN/22x", "HN", "0.4", "2022-12-31")
    assert told(lambda rows: (*rows, again)) == [("P504", "figures.csv", 7, "id")]
    assert told(lambda rows: (*rows, replace(again, supersedes="HN/22", why="Đã rà soát xong"))) == []


def test_the_same_value_another_day_or_period_is_another_figure() -> None:
    assert told(lambda rows: (*rows, figure("HN/23", "HN", "0.4", "2023-01-31"))) == []


def test_a_chain_of_corrections_has_one_end() -> None:
    third = replace(figure("TN/22c", "TN", "79.2", "2022-12-31"), supersedes="TN/22b", why="Tính lại")
    assert told(lambda rows: (*rows, third)) == []
    fork = replace(third, supersedes="TN/22")
    assert told(lambda rows: (*rows, fork)) == [
        ("P516", "figures.csv", 7, "supersedes"), ("P504", "figures.csv", 7, "id"),
    ]


def test_a_long_chain_is_followed_and_a_long_circle_found() -> None:
    one = figure("HN/a0", "HN", "1", "2022-06-30")
    chain = [one, *(replace(one, id=f"HN/a{n}", supersedes=f"HN/a{n - 1}", why="x") for n in range(1, 300))]
    assert told(lambda rows: (*rows, *chain)) == []
    closed = [replace(chain[0], supersedes="HN/a299", why="x"), *chain[1:]]
    assert {code for code, *_ in told(lambda rows: (*rows, *closed))} == {"P505"}
