"""growth_avg: an average yearly rate over the term."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import DUE, MID_TERM, a_figure, a_target, figures, judged
from tiendo.assessing import Assessment, Basis, Flag, Standing
from tiendo.plan import Direction, Kind, Target

GROWTH = a_target(Kind.GROWTH_AVG, "7.5", unit="%/năm")
RATES = st.decimals(-20, 40, places=1)


def five(*rates: str | Decimal, target: Target = GROWTH, as_of: date = DUE) -> Assessment:
    """The verdict on the rates of 2021, 2022 and so on."""
    told = [a_figure(str(2021 + number), rate) for number, rate in enumerate(rates)]
    return judged(target, *told, as_of=as_of)


def number(value: Decimal | None) -> Decimal:
    assert value is not None
    return round(value, 4)


def test_mean_is_geometric_and_the_plain_mean_stands_beside_it() -> None:
    """Tăng 20% rồi giảm 10%: bình quân không phải 5%."""
    found = five("20", "-10", as_of=MID_TERM)
    assert (found.basis, number(found.value)) == (Basis.AVERAGE, Decimal("3.9230"))
    values = dict(found.reason_values)
    assert (values["mean"], values["plain"], values["closed"], values["of"]) == ("3.92", "5", "2", "5")


@pytest.mark.parametrize(("rates", "standing"), [
    (("7.5", "7.5"), "on_path"),
    (("9", "12"), "on_path"),
    (("8", "6"), "behind"),
])
def test_while_the_term_runs_nothing_is_met_yet(rates: tuple[str, str], standing: str) -> None:
    assert five(*rates, as_of=MID_TERM).standing == standing


@pytest.mark.parametrize(("last", "standing"), [("7.4", "missed"), ("7.5", "met"), ("7.6", "exceeded")])
def test_end_of_the_term(last: str, standing: str) -> None:
    assert five("7.5", "7.5", "7.5", "7.5", last).standing == standing


def test_band_is_exceeded_above_its_upper_end_only() -> None:
    """Bình quân 7,5 – 8,0 %/năm."""
    band = a_target(Kind.GROWTH_AVG, "7.5", goal_upper="8", unit="%/năm")
    rates = [five(*[rate] * 5, target=band).standing for rate in ("7.4", "7.5", "8", "8.1")]
    assert rates == ["missed", "met", "met", "exceeded"]


def test_verdict_does_not_rest_on_a_rounded_root() -> None:
    """Two years that multiply to a hair under 1.075² are under it."""
    target = a_target(Kind.GROWTH_AVG, "7.5", unit="%/năm", due_on=date(2022, 12, 31))
    hair = "7.4" + "9" * 40
    assert five("7.5", hair, target=target, as_of=MID_TERM).standing is Standing.MISSED
    assert five("7.5", "7.5", target=target, as_of=MID_TERM).standing is Standing.MET


def test_needed_is_the_rate_that_brings_the_rest_to_the_goal() -> None:
    found = five("3.6", "9", as_of=MID_TERM)
    assert number(found.needed) == Decimal("8.3308")
    factor = Decimal("1.036") * Decimal("1.09") * (1 + (found.needed or Decimal(0)) / 100) ** 3
    assert number(factor) == number(Decimal("1.075") ** 5)


def test_falling_average_is_better_below() -> None:
    """Giảm phát thải bình quân: không quá -3 %/năm."""
    target = a_target(Kind.GROWTH_AVG, "-3", unit="%/năm", direction=Direction.AT_MOST)
    assert [five(*[rate] * 5, target=target).standing for rate in ("-2", "-3", "-4")] == ["missed", "met", "exceeded"]


def test_percentage_points_have_the_plain_mean() -> None:
    """Hộ nghèo giảm bình quân 1,4 điểm % một năm."""
    target = a_target(Kind.GROWTH_AVG, "1.4", unit="điểm %")
    found = five("1", "2", target=target, as_of=MID_TERM)
    assert (number(found.value), number(found.needed)) == (Decimal("1.5"), Decimal("1.3333"))


def test_one_year_missing_is_unproven() -> None:
    found = judged(GROWTH, *figures(y2022="9"))
    assert (found.standing, found.reason, dict(found.reason_values)["periods"]) == \
        (Standing.UNPROVEN, "reason_year_missing", "2021")
    assert [year.period for year in found.years] == ["2021", "2022"]


def test_no_year_closed_is_not_assessable() -> None:
    assert judged(GROWTH, as_of=date(2021, 6, 30)).reason == "reason_no_closed_year"


def test_quarter_is_not_a_year() -> None:
    assert judged(GROWTH, a_figure("2021-Q4", "9"), as_of=date(2022, 3, 31)).standing is Standing.UNPROVEN


def test_year_lost_entirely_leaves_no_rate_to_make_up() -> None:
    found = five("-100", "5", as_of=MID_TERM)
    assert (found.standing, found.value, found.needed) == (Standing.BEHIND, Decimal(-100), None)


def test_rate_below_minus_100_has_no_mean() -> None:
    found = five("-101", "5", as_of=MID_TERM)
    assert (found.standing, found.reason) == (Standing.NOT_ASSESSABLE, "reason_growth_impossible")


def test_last_whole_year_closed_before_a_due_day_in_june() -> None:
    target = a_target(Kind.GROWTH_AVG, "7.5", unit="%/năm", due_on=date(2023, 6, 30))
    found = five("9", "9", target=target, as_of=MID_TERM)
    assert (found.standing, found.needed) == (Standing.ON_PATH, None)


def test_estimates_are_flagged_on_the_way_and_close_nothing() -> None:
    estimate = a_figure("2022", "9", estimate=True)
    assert judged(GROWTH, *figures(y2021="9"), estimate).flags == (Flag.ESTIMATE,)
    target = a_target(Kind.GROWTH_AVG, "7.5", unit="%/năm", due_on=date(2022, 12, 31))
    assert judged(target, *figures(y2021="9"), estimate).reason == "reason_closing_estimate"


@given(st.lists(RATES, min_size=5, max_size=5))
def test_mean_lies_between_the_rates_and_at_or_below_the_plain_mean(rates: list[Decimal]) -> None:
    mean = five(*rates).value
    assert mean is not None
    assert min(rates) <= mean <= sum(rates) / 5


@given(RATES)
def test_same_rate_every_year_is_its_own_mean(rate: Decimal) -> None:
    assert five(*[rate] * 5).value == rate


@given(st.lists(RATES, min_size=5, max_size=5))
def test_standing_agrees_with_the_mean(rates: list[Decimal]) -> None:
    found = five(*rates)
    mean = found.value or Decimal(0)
    assert found.standing == ("exceeded" if mean > Decimal("7.5") else "met" if mean == Decimal("7.5") else "missed")


@given(st.permutations(["1", "5", "9", "12"]))
def test_order_of_the_years_is_irrelevant_for_the_mean(rates: list[str]) -> None:
    assert five(*rates, as_of=date(2025, 3, 31)).value == five("1", "5", "9", "12", as_of=date(2025, 3, 31)).value
