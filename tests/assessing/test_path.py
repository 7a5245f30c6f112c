"""What a path asks for on a day."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import DUE, START, a_path, a_target
from tiendo.assessing import expected_on, path_points
from tiendo.assessing.goal import Span
from tiendo.assessing.path import asked_on, step_on
from tiendo.plan import Kind, Milestone


def at(value: int) -> Span:
    """What a path without a band asks for."""
    return Fraction(value), Fraction(value)


LEVEL = a_target(Kind.LEVEL_END, "90", baseline="80")
DAYS = st.dates(START, DUE)


def test_straight_line_from_baseline_to_goal() -> None:
    path = path_points(LEVEL)
    assert [point.value for point in path] == [80, 90]
    assert asked_on(path, START + timedelta(days=913)) == (Fraction(80) + Fraction(9130, 1826),) * 2


def test_milestones_bend_the_line() -> None:
    path = path_points(LEVEL, a_path(y2022="88"))
    assert [asked_on(path, date(year, 12, 31)) for year in (2020, 2022, 2025)] == [at(80), at(88), at(90)]


def test_baseline_and_goal_always_belong_to_the_path() -> None:
    stray = a_path(y2020="1", y2019="2", y2025="3", y2026="4")
    assert path_points(LEVEL, stray) == path_points(LEVEL)


def test_after_the_due_day_the_goal_stays_asked_for() -> None:
    assert asked_on(path_points(LEVEL), date(2030, 1, 1)) == at(90)


def test_before_its_first_point_a_path_asks_for_nothing() -> None:
    assert asked_on(path_points(LEVEL), START - timedelta(days=1)) is None


def test_path_without_baseline_begins_at_its_first_milestone() -> None:
    path = path_points(a_target(Kind.LEVEL_END, "90"), a_path(y2022="85"))
    assert (asked_on(path, date(2022, 6, 30)), asked_on(path, date(2022, 12, 31))) == (None, at(85))


def test_baseline_without_a_day_of_its_own_stands_at_the_terms_beginning() -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80", baseline_on=None)
    assert path_points(target, (), date(2020, 8, 14))[0].on == date(2020, 8, 14)


def test_running_total_without_baseline_starts_at_nothing() -> None:
    """A total since the term began is 0 on its first day by its own definition, not for want of data."""
    assert path_points(a_target(Kind.CUMULATIVE, "8"))[0] == Milestone("T", START, Decimal(0))


def test_due_day_before_the_baselines_day_leaves_only_the_goal() -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80", due_on=date(2020, 6, 30))
    assert path_points(target) == (Milestone("T", date(2020, 6, 30), Decimal(90)),)


def test_band_of_a_milestone_widens_and_closes_the_path() -> None:
    path = path_points(LEVEL, a_path(y2022="84..86"))
    assert expected_on(path, date(2022, 12, 31)) == Milestone("T", date(2022, 12, 31), Decimal(84), Decimal(86))
    assert expected_on(path, DUE) == Milestone("T", DUE, Decimal(90))


def test_steps_of_a_scale_hold_until_the_next() -> None:
    path = path_points(a_target(Kind.MILESTONE, "2", baseline="0"), a_path(y2022="1"))
    assert [step_on(path, day) for day in (date(2022, 12, 30), date(2022, 12, 31), DUE)] == [at(0), at(1), at(2)]
    assert step_on(path, date(2020, 1, 1)) is None


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4), DAYS, DAYS)
def test_rising_points_make_a_rising_path(values: list[int], one: date, two: date) -> None:
    points = a_path(**{f"y{2021 + number}": str(value) for number, value in enumerate(sorted(values))})
    path = path_points(a_target(Kind.LEVEL_END, "100", baseline="0"), points)
    first, last = (asked_on(path, day) for day in sorted((one, two)))
    assert first is not None
    assert last is not None
    assert first <= last


@given(st.lists(st.integers(-100, 100), min_size=4, max_size=4), DAYS)
def test_path_stays_between_the_points_around_the_day(values: list[int], day: date) -> None:
    points = a_path(**{f"y{2021 + number}": str(value) for number, value in enumerate(values)})
    path = path_points(LEVEL, points)
    around = [point.value for number, point in enumerate(path)
              if point.on <= day <= path[min(number + 1, len(path) - 1)].on
              or path[max(number - 1, 0)].on <= day <= point.on]
    asked = asked_on(path, day)
    assert asked is not None
    assert min(around) <= asked[0] <= max(around)


@given(st.integers(-50, 50), st.integers(-50, 50), DAYS)
def test_path_does_not_care_in_which_order_its_points_are_told(one: int, two: int, day: date) -> None:
    points = a_path(y2022=str(one), y2023=str(two))
    assert asked_on(path_points(LEVEL, points), day) == asked_on(path_points(LEVEL, points[::-1]), day)
