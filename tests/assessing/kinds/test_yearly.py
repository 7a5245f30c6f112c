"""annual_repeat and rating: every closed year by itself."""

from datetime import date
from decimal import Decimal

import pytest

from assessing.stories import DUE, MID_TERM, a_figure, a_target, figures, judged
from tiendo.assessing import Assessment, Basis, Flag, Standing
from tiendo.plan import Direction, EndRule, Kind

JOBS = a_target(Kind.ANNUAL_REPEAT, "100", unit="việc làm")
RULES = {rule: a_target(Kind.ANNUAL_REPEAT, "100", unit="việc làm", end_rule=rule) for rule in EndRule}


def told(found: Assessment) -> tuple[str, str]:
    return found.standing.value, found.reason.removeprefix("reason_")


def five(rule: EndRule, *values: str) -> Assessment:
    """The verdict at the end of the term on the values of 2021 to 2025."""
    years = [a_figure(str(2021 + number), value) for number, value in enumerate(values)]
    return judged(RULES[rule], *years, as_of=DUE)


@pytest.mark.parametrize(("first", "second", "standing"), [
    ("100", "100", "met"),
    ("105", "100", "met"),  # the latest is not strictly better
    ("100", "105", "exceeded"),
    ("105", "95", "behind"),
])
def test_closed_years_while_the_term_runs(first: str, second: str, standing: str) -> None:
    assert judged(JOBS, *figures(y2021=first, y2022=second)).standing == standing


@pytest.mark.parametrize(("rule", "standing", "reason"), [
    (EndRule.ALL_YEARS, "behind", "year_broken"),
    (EndRule.LAST_YEAR, "on_path", "year_forgiven"),
    (EndRule.AVERAGE, "on_path", "year_forgiven"),
])
def test_earlier_year_missed_is_forgiven_only_by_the_end_rule(rule: EndRule, standing: str, reason: str) -> None:
    assert told(judged(RULES[rule], *figures(y2021="95", y2022="106"))) == (standing, reason)


def test_average_so_far_below_the_goal_is_behind() -> None:
    assert told(judged(RULES[EndRule.AVERAGE], *figures(y2021="90", y2022="106"))) == ("behind", "average_behind")


@pytest.mark.parametrize(("rule", "values", "standing"), [
    (EndRule.ALL_YEARS, ("100", "100", "100", "100", "100"), "met"),
    (EndRule.ALL_YEARS, ("100", "100", "100", "100", "101"), "exceeded"),
    (EndRule.ALL_YEARS, ("99", "120", "120", "120", "120"), "missed"),
    (EndRule.AVERAGE, ("99", "101", "100", "100", "100"), "met"),
    (EndRule.AVERAGE, ("99", "101", "100", "100", "101"), "exceeded"),
    (EndRule.AVERAGE, ("99", "100", "100", "100", "100"), "missed"),
    (EndRule.LAST_YEAR, ("0", "0", "0", "0", "100"), "met"),
    (EndRule.LAST_YEAR, ("120", "120", "120", "120", "99"), "missed"),
])
def test_end_rule_speaks_at_the_end(rule: EndRule, values: tuple[str, ...], standing: str) -> None:
    assert told(five(rule, *values)) == (standing, f"end_{rule}")


def test_average_at_the_end_is_the_value_judged() -> None:
    assert five(EndRule.AVERAGE, "99", "101", "100", "100", "101").value == Decimal("100.2")


def test_years_met_are_told_of_those_that_closed() -> None:
    found = judged(RULES[EndRule.LAST_YEAR], *figures(y2021="95", y2022="106"))
    values = dict(found.reason_values)
    assert (values["met"], values["closed"], values["of"], values["failed"]) == ("1", "2", "5", "2021")


def test_every_closed_year_has_its_own_result() -> None:
    found = judged(JOBS, *figures(y2021="105", y2022="95"))
    assert [[year.period, year.value, year.goal, year.met, year.exceeded] for year in found.years] == \
        [["2021", 105, 100, True, True], ["2022", 95, 100, False, False]]


def test_missing_year_is_unproven_and_stays_in_the_list() -> None:
    """Thiếu một năm không phải là 0, cũng không phải là đạt."""
    found = judged(JOBS, *figures(y2022="120"))
    assert told(found) == ("unproven", "year_missing")
    assert [[year.period, year.value, year.met] for year in found.years] == [["2021", None, None], ["2022", 120, True]]


def test_year_without_data_is_unproven_with_its_cause() -> None:
    found = judged(JOBS, a_figure("2021", None, note="Chưa điều tra."), *figures(y2022="120"))
    assert told(found) == ("unproven", "no_data_because")


def test_two_figures_of_one_year_that_differ_prove_nothing() -> None:
    found = judged(JOBS, a_figure("2021", "99", id="a"), a_figure("2021", "101", id="b"), *figures(y2022="120"))
    assert told(found) == ("unproven", "conflict")


def test_no_year_closed_yet_is_not_assessable() -> None:
    assert told(judged(JOBS, as_of=date(2021, 11, 30))) == ("not_assessable", "no_closed_year")


def test_without_a_beginning_the_first_yearly_figure_begins() -> None:
    target = a_target(Kind.ANNUAL_REPEAT, "100", baseline_on=None)
    assert told(judged(target, *figures(y2022="100"))) == ("met", "years_met")
    assert told(judged(target)) == ("unproven", "no_figure")


def test_term_begun_in_august_owes_nothing_for_that_year() -> None:
    target = a_target(Kind.ANNUAL_REPEAT, "100", baseline_on=None)
    found = judged(target, *figures(y2020="1", y2021="100", y2022="100"), since_on=date(2020, 8, 14))
    assert [year.period for year in found.years] == ["2021", "2022"]


def test_running_year_is_shown_and_not_judged() -> None:
    found = judged(JOBS, *figures(y2021="100", y2022="100"), a_figure("2023", "20", as_of="2023-03-15"))
    assert (found.standing, found.value) == (Standing.MET, Decimal(100))
    assert [[year.period, year.value, year.met] for year in found.years][-1] == ["2023", 20, None]


def test_level_on_the_last_day_of_a_year_is_that_years() -> None:
    """Đến ngày 31/12/2022 có 91,9% dân số tham gia bảo hiểm y tế."""
    target = a_target(Kind.ANNUAL_REPEAT, "90", unit="%")
    found = judged(target, a_figure("2021-12-31", "90.5"), a_figure("2022-12-31", "91.9"))
    assert (found.standing, found.value) == (Standing.EXCEEDED, Decimal("91.9"))


def test_accounts_of_a_year_may_close_in_april() -> None:
    found = judged(JOBS, *figures(y2021="100"), a_figure("2022", "101", as_of="2023-04-15"), as_of=date(2023, 6, 30))
    assert (found.standing, found.flags) == (Standing.EXCEEDED, ())


def test_estimate_of_a_closed_year_is_flagged() -> None:
    found = judged(JOBS, *figures(y2021="100"), a_figure("2022", "101", as_of="2022-11-30", estimate=True))
    assert (found.standing, found.flags) == (Standing.EXCEEDED, (Flag.ESTIMATE,))


def test_figure_from_before_the_years_end_is_provisional_and_closes_nothing() -> None:
    early = a_figure("2022", "101", as_of="2022-12-15")
    assert judged(JOBS, *figures(y2021="100"), early).flags == (Flag.PROVISIONAL,)
    short = a_target(Kind.ANNUAL_REPEAT, "100", due_on=date(2022, 12, 31))
    assert told(judged(short, *figures(y2021="100"), early)) == ("unproven", "closing_estimate")


def test_corrected_year_says_so() -> None:
    pair = (a_figure("2021", "99", id="a"), a_figure("2021", "100", id="b", supersedes="a"))
    found = judged(JOBS, *pair, as_of=date(2022, 3, 31))
    assert (found.standing, found.flags) == (Standing.MET, (Flag.SUPERSEDED,))


def test_100_per_cent_every_year_is_met_and_never_exceeded() -> None:
    """Giao quân đạt 100% chỉ tiêu hằng năm."""
    target = a_target(Kind.ANNUAL_REPEAT, "100", unit="%")
    assert judged(target, *figures(y2021="100", y2022="100.5")).standing is Standing.MET


def test_yearly_band_is_left_on_either_side() -> None:
    target = a_target(Kind.ANNUAL_REPEAT, "0.95", goal_upper="1.15", unit="%", direction=Direction.WITHIN)
    assert [judged(target, *figures(y2021="1", y2022=value)).standing for value in ("0.9", "1.15", "1.2")] == \
        ["behind", "met", "behind"]


PARTY = a_target(Kind.RATING, "2", unit="mức", scale="vn.xep_loai")  # hoàn thành tốt nhiệm vụ trở lên


@pytest.mark.parametrize(("place", "standing"), [("1", "behind"), ("2", "met"), ("3", "exceeded")])
def test_rating_is_a_place_on_a_scale(place: str, standing: str) -> None:
    found = judged(PARTY, *figures(y2021="2", y2022=place), as_of=MID_TERM)
    assert (found.standing, found.basis, found.attainment) == (standing, Basis.SCALE, None)


def test_places_have_no_average() -> None:
    target = a_target(Kind.RATING, "2", unit="mức", scale="vn.xep_loai", end_rule=EndRule.AVERAGE)
    assert told(judged(target, *figures(y2021="2", y2022="3"))) == ("not_assessable", "scale_average")
