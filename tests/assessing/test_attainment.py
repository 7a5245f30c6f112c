"""100·(value − baseline)/(goal − baseline): uncapped, of any sign, the same for rising and falling targets."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessing.stories import a_target
from tiendo.assessing import attainment
from tiendo.assessing.attainment import no_attainment
from tiendo.plan import Direction, Kind

NUMBERS = st.decimals(-10_000, 10_000, places=2)


def share(baseline: str | None, goal: str, value: str, direction: Direction = Direction.AT_LEAST) -> Decimal | None:
    return attainment(a_target(Kind.LEVEL_END, goal, baseline=baseline, direction=direction), Decimal(value))


@pytest.mark.parametrize(("baseline", "goal", "value", "expected"), [
    ("80", "90", "85", "50"),
    ("80", "90", "80", "0"),
    ("80", "90", "95", "150"),  # never capped
    ("80", "90", "78", "-20"),  # it went back
    ("0", "8", "6", "75"),  # baseline 0
    ("-5", "5", "0", "50"),  # the sign changes on the way
    ("-5", "0", "-2", "60"),  # goal 0
])
def test_rising(baseline: str, goal: str, value: str, expected: str) -> None:
    assert share(baseline, goal, value) == Decimal(expected)


@pytest.mark.parametrize(("baseline", "goal", "value", "expected"), [
    ("0.92", "0.20", "0.56", "50"),
    ("0.92", "0.20", "0.02", "125"),
    ("0.92", "0.20", "1.01", "-12.5"),
    ("40", "0", "10", "75"),  # falling to 0: a value of 0 divides nothing
    ("40", "0", "0", "100"),
    ("5", "-5", "-10", "150"),
])
def test_falling_by_the_same_formula(baseline: str, goal: str, value: str, expected: str) -> None:
    assert share(baseline, goal, value, Direction.AT_MOST) == Decimal(expected)


@pytest.mark.parametrize(("kind", "goal", "baseline", "value", "why"), [
    (Kind.LEVEL_END, "90", None, "85", "no_attainment_baseline"),
    (Kind.LEVEL_END, "90", "90", "95", "no_attainment_way"),
    (Kind.LEVEL_END, "90", "80", None, "no_attainment_value"),
    (Kind.LEVEL_END, None, "80", "85", "no_attainment_goal"),
    (Kind.RATING, "2", "1", "2", "no_attainment_scale"),
    (Kind.STRUCTURE, None, None, "85", "no_attainment_parts"),
])
def test_no_attainment_says_why(
    kind: Kind, goal: str | None, baseline: str | None, value: str | None, why: str,
) -> None:
    target = a_target(kind, goal, baseline=baseline)
    number = None if value is None else Decimal(value)
    assert (attainment(target, number), no_attainment(target, number)) == (None, why)


def test_running_total_without_baseline_is_the_share_of_its_total() -> None:
    assert attainment(a_target(Kind.CUMULATIVE, "8"), Decimal(6)) == 75


@pytest.mark.parametrize(("baseline", "value", "expected"), [("0.5", "0.8", "60"), ("2", "1.5", "50")])
def test_way_into_a_band_leads_to_its_nearer_end(baseline: str, value: str, expected: str) -> None:
    target = a_target(Kind.LEVEL_END, "1", goal_upper="1", baseline=baseline, direction=Direction.WITHIN)
    assert attainment(target, Decimal(value)) == Decimal(expected)


def test_falling_band_is_measured_to_the_end_that_must_be_reached() -> None:
    target = a_target(Kind.LEVEL_END, "1", goal_upper="2", baseline="4", direction=Direction.AT_MOST)
    assert attainment(target, Decimal(3)) == 50


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(1, 1000), NUMBERS)
def test_changing_the_unit_changes_nothing(
    baseline: Decimal, goal: Decimal, value: Decimal, factor: int, shift: Decimal,
) -> None:
    assume(baseline != goal)
    plain = a_target(Kind.LEVEL_END, goal, baseline=baseline)
    other = a_target(Kind.LEVEL_END, goal * factor + shift, baseline=baseline * factor + shift)
    assert attainment(plain, value) == attainment(other, value * factor + shift)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_falling_mirrors_rising(baseline: Decimal, goal: Decimal, value: Decimal) -> None:
    rising = a_target(Kind.LEVEL_END, goal, baseline=baseline)
    falling = a_target(Kind.LEVEL_END, -goal, baseline=-baseline, direction=Direction.AT_MOST)
    assert attainment(rising, value) == attainment(falling, -value)


@given(NUMBERS, NUMBERS, st.fractions(-5, 5, max_denominator=8))
def test_part_of_the_way_gone_is_the_attainment(baseline: Decimal, goal: Decimal, part: Fraction) -> None:
    assume(baseline != goal)
    value = Fraction(baseline) + part * (Fraction(goal) - Fraction(baseline))
    target = a_target(Kind.LEVEL_END, goal, baseline=baseline)
    assert attainment(target, value) == Decimal((100 * part).numerator) / (100 * part).denominator
