"""Numbers worked out on the way, as people read them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import a_target
from tiendo.assessing import asked_shown, rounded, step_shown
from tiendo.plan import Direction, Kind


@pytest.mark.parametrize(("value", "shown"), [
    ("105.6008", "105.6"), ("7.00", "7"), ("2.005", "2.01"), ("-3.4", "-3.4"),
])
def test_two_decimals_half_up_without_idle_zeros(value: str, shown: str) -> None:
    assert str(rounded(Decimal(value))) == shown


@given(st.decimals(0, 1000, places=3), st.integers(0, 1000), st.sampled_from([Direction.AT_LEAST, Direction.AT_MOST]))
def test_a_whole_number_reaches_what_is_shown_when_it_reaches_what_is_asked(
    asked: Decimal, value: int, direction: Direction,
) -> None:
    target = a_target(Kind.CUMULATIVE, "8", baseline="0", unit="trường", direction=direction)
    shown = asked_shown(target, asked)
    if direction is Direction.AT_LEAST:
        assert (value >= shown) is (value >= asked)
    else:
        assert (value <= shown) is (value <= asked)


def test_what_is_measured_keeps_its_decimals() -> None:
    assert asked_shown(a_target(Kind.LEVEL_END, "95", unit="%"), Decimal("92.837")) == Decimal("92.84")
    assert asked_shown(a_target(Kind.LEVEL_END, "95", unit="nghìn người"), Decimal("3.41")) == Decimal("3.41")


def test_the_step_left_is_enough_whole_things() -> None:
    target = a_target(Kind.CUMULATIVE, "8", unit="trường")
    assert [step_shown(target, Decimal(step)) for step in ("1.2", "-1.2", "2")] == [2, -2, 2]
