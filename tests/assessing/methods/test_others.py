"""PILOTE's rate and the time-proportional share."""

from datetime import date

import pytest

from tiendo.assessing.methods import pilote_rate, time_share

START, END = date(2020, 12, 31), date(2025, 12, 31)


@pytest.mark.parametrize(("current", "rate"), [(20.0, 0.0), (35.0, 50.0), (50.0, 100.0), (60.0, 100.0), (10.0, 0.0)])
def test_pilote_is_the_part_of_the_way_held_between_0_and_100(current: float, rate: float) -> None:
    """TA = (VA − VI) / (VC − VI); bloqué à 0 % et à 100 %."""
    assert pilote_rate(20.0, current, 50.0) == rate


def test_pilote_of_a_falling_target() -> None:
    assert pilote_rate(10.0, 8.0, 5.0) == 40.0


@pytest.mark.parametrize(("current", "rate"), [(60.0, 100.0), (50.0, 100.0), (49.0, 0.0)])
def test_pilote_with_the_target_met_at_the_start_is_all_or_nothing(current: float, rate: float) -> None:
    assert pilote_rate(55.0, current, 50.0, rising=True) == rate


@pytest.mark.parametrize("values", [(None, 1.0, 2.0), (1.0, None, 2.0), (1.0, 2.0, None)])
def test_pilote_of_no_data_is_no_rate(values: tuple[float | None, float | None, float | None]) -> None:
    assert pilote_rate(*values) is None


def test_time_share_is_points_ahead_of_the_time_gone() -> None:
    found = time_share((START, 80.0), (END, 90.0), (date(2023, 7, 2), 86.0))
    assert found is not None
    assert (round(found.way, 6), round(found.time, 3), found.ahead > 0) == (60.0, 50.0, True)


def test_time_share_is_neither_capped_nor_held_at_nothing() -> None:
    shares = [time_share((START, 80.0), (END, 90.0), (END, value)) for value in (95.0, 75.0)]
    assert [share and share.way for share in shares] == [150.0, -50.0]


@pytest.mark.parametrize(("start", "goal"), [((START, 90.0), (END, 90.0)), ((END, 80.0), (START, 90.0))])
def test_time_share_without_way_or_time_is_none(start: tuple[date, float], goal: tuple[date, float]) -> None:
    assert time_share(start, goal, (END, 85.0)) is None
