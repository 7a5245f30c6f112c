"""What is typed in a field, as an office types it."""

from datetime import date
from decimal import Decimal

import pytest

from small_plan import target
from tiendo.errors import Problem
from tiendo.plan import Direction, Kind
from tiendo.web.desk.fields import day_said, value_said

SHARE = target("A", Kind.LEVEL_END, Direction.AT_LEAST, "80")


@pytest.mark.parametrize(("typed", "value"), [
    ("34,5", "34.5"), ("34.5", "34.5"), ("1.234,5", "1234.5"), ("12.345.678", "12345678"), ("-0,3", "-0.3"),
])
def test_a_number_is_read_as_an_office_writes_it(typed: str, value: str) -> None:
    assert value_said(typed, "value", SHARE) == Decimal(value)


@pytest.mark.parametrize("typed", ["34.5o", "abc", "1,2,3", "NaN", "Infinity", ""])
def test_what_is_no_number_is_a_problem_at_its_field(typed: str) -> None:
    found = value_said(typed, "value", SHARE)
    assert isinstance(found, Problem)
    assert (found.code, found.place and found.place.column) == ("S807", "value")


def test_a_day_is_read_or_named() -> None:
    wrong = day_said({"on": "2023-02-30"}, "on")
    assert (day_said({"on": " 2023-06-30 "}, "on"), isinstance(wrong, Problem)) == (date(2023, 6, 30), True)
