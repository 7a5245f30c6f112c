"""From days and values to a drawing's units."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.plan import Direction
from tiendo.review.charts.frame import Frame, last_spot, stepped, valued
from tiendo.review.charts.track import Point, Stop, Track

BEGIN, END = date(2020, 12, 31), date(2024, 12, 31)
VALUES = st.decimals(-10**17, 10**17, places=3)
DAYS = st.dates(date(1990, 1, 1), date(2050, 1, 1))


def frame(*values: str | None, direction: Direction = Direction.AT_LEAST, goal: str = "10", high: str | None = None,
          steps: bool = False) -> Frame:
    points = tuple(Point(BEGIN + timedelta(365 * (year + 1)), None if value is None else Decimal(value))
                   for year, value in enumerate(values))
    upper = None if high is None else Decimal(high)
    stops = (Stop(BEGIN, Decimal(0), None if high is None else Decimal(0)), Stop(END, Decimal(goal), upper))
    return Frame(Track(BEGIN, END, date(2023, 3, 31), points, stops, direction, steps), 0, 0, 100, 50)


@given(DAYS, VALUES, VALUES)
def test_everything_stands_inside_the_box(day: date, low: Decimal, high: Decimal) -> None:
    track = Track(BEGIN, END, END, (Point(day, low), Point(day, high)), (), Direction.AT_LEAST)
    drawn = Frame(track, 0, 0, 100, 50)
    spots = [spot for run in drawn.runs() for spot in run]
    assert [0 <= x <= 100 and 0 <= y <= 50 for x, y in spots] == [True, True]


@given(VALUES, VALUES)
def test_a_greater_value_never_stands_lower(one: Decimal, other: Decimal) -> None:
    track = Track(BEGIN, END, END, (Point(BEGIN, one), Point(END, other)), (), Direction.AT_LEAST)
    drawn = Frame(track, 0, 0, 100, 50)
    assert (drawn.y(max(one, other)) <= drawn.y(min(one, other))) is True


@pytest.mark.parametrize(("direction", "far"), [(Direction.AT_LEAST, 0.0), (Direction.AT_MOST, 50.0)])
def test_good_side_lies_above_the_path_or_below_it(direction: Direction, far: float) -> None:
    assert [y for _, y in frame("3", direction=direction).good_side()[-2:]] == [far, far]


def test_good_side_of_a_band_lies_between_its_ends() -> None:
    found = frame("3", direction=Direction.WITHIN, goal="8", high="10").good_side()
    drawn = frame("3", direction=Direction.WITHIN, goal="8", high="10")
    assert [round(y, 3) for x, y in found if x == 100] == [
        round(drawn.y(Decimal(8)), 3), round(drawn.y(Decimal(10)), 3)]


def test_period_without_data_parts_the_line_and_is_drawn_by_itself() -> None:
    """Không có số liệu thì đường đứt, không nối qua."""
    found = frame("3", None, "6")
    assert ([len(run) for run in found.runs()], len(found.gaps())) == ([1, 1], 1)


def test_path_on_a_scale_jumps_at_its_stops() -> None:
    ys = [round(y, 1) for _, y in frame("3", steps=True).edge()]
    assert (len(ys), ys[0] == ys[1], ys[2] < ys[1]) == (3, True, True)


def test_past_the_due_day_the_goal_stands() -> None:
    drawn = frame("3")
    longer = Frame(Track(BEGIN, date(2026, 12, 31), END, drawn.track.points, drawn.track.stops, Direction.AT_LEAST),
                   0, 0, 100, 50)
    assert longer.edge()[-1] == (100, longer.y(Decimal(10)))


def test_latest_point_with_a_value_is_the_last_spot() -> None:
    drawn = frame("3", "6", None)
    assert last_spot(drawn) == (drawn.x(drawn.track.points[1].on), drawn.y(Decimal(6)))
    assert last_spot(frame(None)) is None


def test_values_on_a_scale_keep_their_height_until_the_next() -> None:
    assert stepped([(0, 5), (10, 2), (20, 8)]) == [(0, 5), (10, 5), (10, 2), (20, 2), (20, 8)]


def test_valued_points_leave_the_gaps_out() -> None:
    assert [value for _, value in valued(frame("3", None, "6").track.points)] == [Decimal(3), Decimal(6)]
