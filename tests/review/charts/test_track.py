"""What a target's chart draws."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reviews import example, review_of
from small_plan import small_plan
from tiendo.plan import Direction
from tiendo.review.charts.track import Point, Stop, Track, track_of


def track(code: str, day: str = "2023-03-31") -> Track:
    review = example(day)
    line = next(one for one in review.lines if one.target.code == code)
    found = track_of(review.plan, line, review.as_of)
    assert found
    return found


def point(day: str, value: str | None) -> Point:
    return Point(date.fromisoformat(day), None if value is None else Decimal(value))


def stop(day: str, low: str, high: str | None = None) -> Stop:
    return Stop(date.fromisoformat(day), Decimal(low), None if high is None else Decimal(high))


def test_path_begins_at_the_baseline_and_passes_the_plans_own_points() -> None:
    found = track("KT-05")
    assert found.stops == (
        stop("2020-12-31", "68.5"), stop("2021-12-31", "73.0"), stop("2022-12-31", "78.5"), stop("2023-12-31", "84.0"),
        stop("2024-12-31", "89.5"), stop("2025-12-31", "95"))
    assert found.points == (point("2020-12-31", "68.5"), point("2021-12-31", "70.9"), point("2022-12-31", "80.4"))


def test_period_known_to_have_no_data_is_a_point_without_value() -> None:
    assert track("VX-02", "2022-03-31").points == (point("2020-12-31", "0.92"), point("2021-12-31", None))


def test_yearly_target_asks_for_the_same_every_year_and_draws_its_judged_years() -> None:
    found = track("VX-05")
    assert (found.stops[0].low, found.stops[0].high, found.level) == (Decimal("0.95"), Decimal("1.15"), True)
    assert found.points == (point("2021-12-31", "1.04"), point("2022-12-31", "1.02"))


def test_assigned_target_draws_shares_of_its_plan_not_amounts() -> None:
    assert [round(one.value, 2) for one in track("KT-03").points if one.value] == [Decimal("105.60"), Decimal("109.78")]


def test_track_reaches_the_day_viewed_when_the_target_was_due_before_it() -> None:
    assert (track("DT-03").end, track("DT-03", "2022-03-31").end) == (date(2023, 3, 31), date(2022, 12, 31))


def test_scale_is_drawn_in_steps() -> None:
    assert (track("DT-03").steps, track("XD-03").steps, track("KT-05").steps) == (True, True, False)


def test_structure_and_target_without_a_first_day_have_no_track() -> None:
    plan = small_plan()
    undated = replace(plan, documents=tuple(replace(one, term_from=None) for one in plan.documents))
    review = review_of(undated, "2023-03-31")
    assert [track_of(review.plan, line, review.as_of) is None for line in review.lines] == [False, True, True, True]


def test_span_is_never_empty() -> None:
    flat = Track(date(2021, 1, 1), date(2025, 1, 1), date(2022, 1, 1), (point("2021-12-31", "100"),), (),
                 Direction.AT_LEAST)
    assert flat.span == (Fraction(99), Fraction(101))
