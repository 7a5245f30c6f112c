"""relative_to_assigned: each year's amount against the plan a superior assigned for it."""

from datetime import date
from decimal import Decimal

import pytest

from assessing.stories import DUE, MID_TERM, a_figure, a_target, assigned, figures, judged
from tiendo.assessing import Assessment, Basis, Flag, Standing
from tiendo.plan import EndRule, Kind

REVENUE = a_target(Kind.RELATIVE_TO_ASSIGNED, "108", unit="tỷ đồng")
PLANS = (assigned("2021", "2000", "2020-12-08"), assigned("2022", "2500", "2021-12-09"))


def told(found: Assessment) -> tuple[str, str]:
    return found.standing.value, found.reason.removeprefix("reason_")


@pytest.mark.parametrize(("revenue", "standing"), [("2699", "behind"), ("2700", "met"), ("2701", "exceeded")])
def test_year_is_held_to_its_own_plan(revenue: str, standing: str) -> None:
    """Thu ngân sách vượt 8% dự toán Thành phố giao."""
    found = judged(REVENUE, *figures(y2021="2200", y2022=revenue), assignments=PLANS)
    assert (found.standing, found.basis) == (standing, Basis.ASSIGNED)


def test_value_is_per_cent_and_the_amount_stays_with_its_figure() -> None:
    found = judged(REVENUE, *figures(y2021="2200", y2022="2750"), assignments=PLANS)
    assert [found.value, found.expected] == [110, 108]
    assert found.unit == "%"
    assert [[year.period, year.value, year.assigned, year.figure and year.figure.value] for year in found.years] == \
        [["2021", 110, 2000, 2200], ["2022", 110, 2500, 2750]]


def test_share_is_compared_before_it_is_rounded() -> None:
    target = a_target(Kind.RELATIVE_TO_ASSIGNED, "33.3333333333333333333333333333", unit="tỷ đồng")
    plans = (assigned("2021", "3", "2020-12-08"),)
    assert judged(target, *figures(y2021="1"), assignments=plans, as_of=date(2022, 3, 31)).standing is Standing.EXCEEDED


def test_assignment_is_not_known_before_its_day() -> None:
    plans = (PLANS[0], assigned("2022", "2500", "2023-05-01"))
    found = judged(REVENUE, *figures(y2021="2200", y2022="2700"), assignments=plans)
    assert told(found) == ("not_assessable", "no_assignment")
    assert dict(found.reason_values)["period"] == "2022"
    later = judged(REVENUE, *figures(y2021="2200", y2022="2700"), assignments=plans, as_of=date(2023, 6, 30))
    assert later.standing is Standing.MET


@pytest.mark.parametrize("plan", ["0", "-5"])
def test_plan_of_nothing_holds_nobody_to_anything(plan: str) -> None:
    plans = (PLANS[0], assigned("2022", plan, "2022-01-01"))
    found = judged(REVENUE, *figures(y2021="2200", y2022="2700"), assignments=plans)
    assert told(found) == ("not_assessable", "assignment_not_positive")


def test_missing_figure_comes_before_a_missing_assignment() -> None:
    assert told(judged(REVENUE, *figures(y2021="2200"), assignments=PLANS[:1])) == ("unproven", "year_missing")


def test_plan_lowered_during_the_year_counts_and_is_told() -> None:
    """Điều chỉnh giảm dự toán giữa năm: vẫn theo số mới, nhưng người đọc phải biết."""
    plans = (*PLANS, assigned("2022", "2400", "2022-10-01"))
    found = judged(REVENUE, *figures(y2021="2200", y2022="2600"), assignments=plans)
    assert (found.standing, found.flags) == (Standing.EXCEEDED, (Flag.REASSIGNED,))


def test_no_per_cent_stated_is_the_plan_itself() -> None:
    target = a_target(Kind.RELATIVE_TO_ASSIGNED, None, unit="tỷ đồng")
    found = judged(target, *figures(y2021="2000", y2022="2501"), assignments=PLANS)
    assert (found.standing, found.expected) == (Standing.EXCEEDED, Decimal(100))


def test_running_year_is_shown_in_per_cent_and_not_judged() -> None:
    plans = (*PLANS, assigned("2023", "3000", "2022-12-08"))
    running = a_figure("2023", "750", as_of="2023-03-15")
    found = judged(REVENUE, *figures(y2021="2200", y2022="2700"), running, assignments=plans)
    assert found.standing is Standing.MET
    assert [[year.period, year.value, year.met] for year in found.years][-1] == ["2023", 25, None]


def test_average_of_shares_at_the_end() -> None:
    target = a_target(Kind.RELATIVE_TO_ASSIGNED, "108", end_rule=EndRule.AVERAGE, due_on=date(2022, 12, 31))
    found = judged(target, *figures(y2021="2120", y2022="2750"), assignments=PLANS, as_of=MID_TERM)
    assert (found.standing, found.value) == (Standing.MET, Decimal(108))


def test_conflict_is_told_in_the_unit_of_the_figures() -> None:
    pair = (a_figure("2021", "2200", id="a"), a_figure("2021", "2100", id="b"))
    assert told(judged(REVENUE, *pair, assignments=PLANS, as_of=date(2022, 3, 31))) == ("unproven", "conflict")


def test_no_year_closed_yet() -> None:
    found = judged(REVENUE, assignments=PLANS, as_of=date(2021, 6, 30))
    assert (told(found), found.unit) == (("not_assessable", "no_closed_year"), "%")


def test_end_of_the_term() -> None:
    plans = tuple(assigned(str(year), "1000", f"{year - 1}-12-08") for year in range(2021, 2026))
    amounts = [a_figure(str(year), "1090") for year in range(2021, 2026)]
    assert told(judged(REVENUE, *amounts, assignments=plans, as_of=DUE)) == ("exceeded", "end_all_years")
