"""domain.md 2.4: from the phrase in the resolution to the comparison."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import a_part, a_target
from tiendo.assessing.goal import Goal, goal_of, goal_of_part, standing_by
from tiendo.assessing.records import Standing
from tiendo.plan import Direction, Kind

NUMBERS = st.fractions(-1000, 1000, max_denominator=1000)


def reads(goal: Goal | None, value: str) -> str:
    """How a value reads against a goal: not reached, reached, exceeded."""
    assert goal is not None
    number = Fraction(value)
    return "exceeded" if goal.exceeded(number) else "reached" if goal.reached(number) else "not reached"


@pytest.mark.parametrize(("value", "reading"), [("89.99", "not reached"), ("90", "reached"), ("90.01", "exceeded")])
def test_from_90_upwards(value: str, reading: str) -> None:
    """Từ 90 trở lên; ít nhất 90."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "90")), value) == reading


@pytest.mark.parametrize(("value", "reading"), [("20", "not reached"), ("20.01", "exceeded")])
def test_over_20_is_not_reached_by_20(value: str, reading: str) -> None:
    """Trên 20."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "20", strict=True)), value) == reading


@pytest.mark.parametrize(("value", "reading"), [("0.21", "not reached"), ("0.2", "reached"), ("0", "exceeded")])
def test_not_above_02(value: str, reading: str) -> None:
    """Không quá 0,2."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "0.2", direction=Direction.AT_MOST)), value) == reading


@pytest.mark.parametrize(("value", "reading"), [("1", "not reached"), ("0.99", "exceeded")])
def test_under_1_is_not_reached_by_1(value: str, reading: str) -> None:
    """Dưới 1."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "1", direction=Direction.AT_MOST, strict=True)), value) == reading


@pytest.mark.parametrize(
    ("value", "reading"), [("7.9", "not reached"), ("8", "reached"), ("10", "reached"), ("10.1", "exceeded")],
)
def test_band_8_to_10_is_exceeded_above_its_upper_end(value: str, reading: str) -> None:
    """Từ 8 đến 10."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "8", goal_upper="10")), value) == reading


@pytest.mark.parametrize(
    ("value", "reading"), [("2.1", "not reached"), ("2", "reached"), ("1", "reached"), ("0.9", "exceeded")],
)
def test_falling_band_1_to_2_is_exceeded_below_its_lower_end(value: str, reading: str) -> None:
    """Giảm còn 1 đến 2."""
    goal = goal_of(a_target(Kind.LEVEL_END, "1", goal_upper="2", direction=Direction.AT_MOST))
    assert reads(goal, value) == reading


@pytest.mark.parametrize(("value", "reading"), [("0.94", "not reached"), ("1", "reached"), ("1.16", "not reached")])
def test_within_is_reached_inside_only_and_never_exceeded(value: str, reading: str) -> None:
    """Giữ trong khoảng 0,95 – 1,15."""
    goal = goal_of(a_target(Kind.LEVEL_END, "0.95", goal_upper="1.15", direction=Direction.WITHIN))
    assert reads(goal, value) == reading


def test_100_per_cent_cannot_be_exceeded() -> None:
    """100 %: báo cáo ghi "đạt", không ghi "vượt"."""
    assert reads(goal_of(a_target(Kind.LEVEL_END, "100", unit="%")), "100.5") == "reached"
    assert reads(goal_of(a_target(Kind.LEVEL_END, "100", unit="trường")), "101") == "exceeded"


def test_100_per_cent_of_an_assigned_plan_can_be_exceeded() -> None:
    assert reads(goal_of(a_target(Kind.RELATIVE_TO_ASSIGNED, "100", unit="%")), "103") == "exceeded"


def test_done_is_reached_and_never_exceeded() -> None:
    goal = goal_of(a_target(Kind.MILESTONE, "1", direction=Direction.DONE))
    assert [reads(goal, place) for place in ("0", "1", "2")] == ["not reached", "reached", "reached"]


def test_goal_of_a_part_has_its_own_direction() -> None:
    assert reads(goal_of_part(a_part("NN", Direction.AT_MOST, "0.4")), "0.3") == "exceeded"


def test_target_without_goal_has_none() -> None:
    assert goal_of(a_target(Kind.LEVEL_END, None)) is None


@given(NUMBERS, NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_falling_goal_mirrors_the_rising_one(
    value: Fraction, one: Fraction, two: Fraction, strict: bool, closed: bool,
) -> None:
    low, high = min(one, two), max(one, two)
    rising = Goal(Direction.AT_LEAST, low, high, strict)
    falling = Goal(Direction.AT_MOST, -high, -low, strict)
    asked, mirrored = (low - 3, low - 1), (1 - low, 3 - low)
    assert standing_by(rising, value, asked, closed=closed) == standing_by(falling, -value, mirrored, closed=closed)


@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(Direction), st.booleans())
def test_what_exceeds_a_goal_reaches_it(
    value: Fraction, one: Fraction, two: Fraction, direction: Direction, strict: bool,
) -> None:
    goal = Goal(direction, min(one, two), max(one, two), strict)
    assert goal.reached(value) or not goal.exceeded(value)


@given(NUMBERS, NUMBERS, st.sampled_from(Direction))
def test_way_leads_to_a_value_that_reaches_the_goal(one: Fraction, start: Fraction, direction: Direction) -> None:
    goal = Goal(direction, one, one + 2)
    assert goal.reached(goal.aim(start))


def test_within_keeps_up_when_no_farther_from_the_band_than_the_path() -> None:
    goal = Goal(Direction.WITHIN, Fraction(10), Fraction(12))
    asked = (Fraction(7), Fraction(7))
    assert [goal.keeps_up(Fraction(value), asked) for value in (6, 7, 9, 15, 16)] == [False, True, True, True, False]
    assert goal.asked_end((Fraction(7), Fraction(11))) == 7


def test_value_with_no_path_and_time_left_cannot_be_judged() -> None:
    goal = Goal(Direction.AT_LEAST, Fraction(5), Fraction(5))
    assert standing_by(goal, Fraction(4), None, closed=False) is Standing.NOT_ASSESSABLE
