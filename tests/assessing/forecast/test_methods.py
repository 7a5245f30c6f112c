"""The arithmetic: each method against numbers worked out by hand, and what holds for every series."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.assessing.forecast.methods import MONEY, RUNNING, TREND, USUAL, Method, course_of, t90, trust

METHODS = (TREND, MONEY, RUNNING, USUAL)
YEARS = [0.0, 1.0, 2.0, 3.0]


def series(*values: float) -> list[tuple[float, float]]:
    return list(zip(map(float, range(len(values))), values, strict=True))


def test_trend_goes_on_at_the_mean_pace_where_the_steps_are_alike() -> None:
    """10 → 16 in three equal steps of 2: two years on 20."""
    assert TREND.foretell(series(10, 12, 14, 16), 5.0) == (20.0, sqrt(2 * (1 + 2 / 3)))


def test_trend_believes_noise_less() -> None:
    """Steps of 3, 0 and 3: a mean pace of 2 with a standard error of 1 is believed by 4/5."""
    assert trust(series(10, 13, 13, 16)) == pytest.approx(0.8)
    assert TREND.foretell(series(10, 13, 13, 16), 5.0)[0] == pytest.approx(19.2)


def test_trend_stays_where_steps_cancel() -> None:
    assert TREND.foretell(series(10, 14, 10), 4.0) == (10.0, sqrt(2))


def test_money_is_missed_in_proportion() -> None:
    value, spread = MONEY.foretell(series(100, 200, 300), 3.0)
    assert (value, spread) == (400.0, 400 * sqrt(1.5))


def test_running_goes_on_at_the_mean_of_the_whole_pace_and_the_last_years() -> None:
    """0, 1, 2, 6: 2 a year in all, 4 in the last year; three a year from here."""
    value, spread = RUNNING.foretell(series(0, 1, 2, 6), 5.0)
    assert (value, spread) == (12.0, 2 * sqrt(1 + 2 / 3))


def test_running_counts_from_the_same_season() -> None:
    """Nothing is finished before December: a total of 2 in December and still in September leads to 3 next December."""
    points = [(0.0, 0.0), (0.75, 0.0), (1.0, 1.0), (1.75, 1.0), (2.0, 2.0), (2.75, 2.0)]
    value, _ = RUNNING.foretell(points, 3.0)
    assert 2.8 < value < 3.1


def test_running_never_falls_below_what_is_there() -> None:
    assert RUNNING.foretell(series(0, 5, 4, 9), 3.001)[0] >= 9


def test_usual_is_the_middle_year_whatever_one_odd_year_said() -> None:
    assert USUAL.foretell(series(96, 400, 98), 9.0) == (98, 1.0)


def test_misses_are_those_of_the_method_on_its_own_past() -> None:
    """10, 12, 13, 17: foretold 14 from two, 13 + 0.9·1.5 from three; as last time it is 1 and 4 off."""
    course = course_of(series(10, 12, 13, 17), TREND)
    first, second = -1 / sqrt(2), 2.65 / sqrt(1.45)
    assert course.sigma == pytest.approx(sqrt((first * first + second * second) / 2))
    assert course.error == pytest.approx(3.65 / 2)
    assert (course.tries, course.naive) == (2, 2.5)


def test_a_series_that_never_moved_has_no_range() -> None:
    assert course_of(series(100, 100, 100, 100), TREND, 1.0).at(6.0) == (100.0, 0.0)


def test_a_line_without_misses_keeps_what_rounding_may_hide() -> None:
    middle, half = course_of(series(0, 1, 2, 3), RUNNING, 1.0).at(4.0)
    sigma = 0.3 * sqrt((1 / 2 + 1 / 1.5) / 2)
    assert middle == 4.0
    assert half == pytest.approx(t90(2) * sigma * sqrt(1 + 1 / 3))


def test_few_misses_make_a_wide_range() -> None:
    assert [t90(tries) for tries in (1, 2, 4, 30, 31)] == [3.078, 1.886, 1.533, 1.310, 1.282]


@given(st.sampled_from(METHODS), st.lists(st.floats(1, 1e6), min_size=4, max_size=30), st.floats(0.1, 4))
def test_the_range_grows_with_the_distance_and_the_scale_does_not_matter(
    method: Method, values: list[float], ahead: float,
) -> None:
    points = series(*values)
    near, far = (course_of(points, method).at(points[-1][0] + distance) for distance in (ahead, 2 * ahead))
    thousand = course_of([(moment, 1000 * value) for moment, value in points], method).at(points[-1][0] + ahead)
    assert far[1] >= near[1] or method in {MONEY, RUNNING}  # money that shrinks is missed by less, totals by season
    assert thousand[0] == pytest.approx(1000 * near[0], rel=1e-6)
    assert thousand[1] == pytest.approx(1000 * near[1], rel=1e-6, abs=1e-3)
