"""Numbers as the page writes them."""

from decimal import Decimal

import pytest

from reviews import example
from tiendo.review import Line
from tiendo.review.page.amounts import goal_text, judged, on_chart, part_goal_text, short
from tiendo.words import Lang


def line(code: str) -> Line:
    return next(one for one in example("2023-03-31").lines if one.target.code == code)


@pytest.mark.parametrize(("value", "shown"), [
    ("109.7815442561205", "109.78"), ("75", "75"), ("75.00", "75"), ("0.164", "0.16"), ("105.60", "105.6"),
    ("9000", "9000"), ("-19.999", "-20"),
])
def test_short_keeps_two_decimals_and_no_empty_ones(value: str, shown: str) -> None:
    assert str(short(Decimal(value))) == shown


@pytest.mark.parametrize(("code", "value", "lang", "shown"), [
    ("KT-03", "109.78154", "vi", "109,78%"), ("KT-05", "80.4", "en", "80.4"), ("VX-04", "10236", "vi", "10.236"),
    ("XD-03", "3", "vi", "Hoàn thành xuất sắc nhiệm vụ"),
])
def test_value_on_a_chart_is_bare_but_for_a_share(code: str, value: str, lang: Lang, shown: str) -> None:
    assert on_chart(Decimal(value), line(code).target, line(code).assessment, lang) == shown


def test_amount_is_in_the_unit_of_the_verdict() -> None:
    one = line("KT-03")
    assert judged(Decimal("109.78154"), one.target, one.assessment, "vi") == "109,78%"


@pytest.mark.parametrize(("code", "goal", "shown"), [
    ("KT-04", "95", "≥\xa095%"), ("VX-02", "0.2", "≤\xa00,2%"), ("VX-05", "0.95", "0,95–1,15%"),
])
def test_goal_is_said_with_its_direction(code: str, goal: str, shown: str) -> None:
    assert goal_text(line(code).target, Decimal(goal), line(code).assessment, "vi") == shown


def test_goal_of_a_part_is_said_with_its_own_direction() -> None:
    parts = example("2023-03-31").plan.components
    assert [part_goal_text(part, "vi") for part in parts] == ["≥\xa068,0%", "≤\xa031,6%", "≤\xa00,4%"]
