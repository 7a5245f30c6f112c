"""level_end and cumulative: a value on its way to a goal."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import DUE, MID_TERM, a_figure, a_path, a_target, figures, judged
from tiendo.assessing import Assessment, Flag, Standing
from tiendo.plan import Direction, Kind

LEVEL = a_target(Kind.LEVEL_END, "90", baseline="80")  # the straight line asks for 84 at the end of 2022
POVERTY = a_target(Kind.LEVEL_END, "0.20", baseline="0.95", direction=Direction.AT_MOST, unit="%")
SCHOOLS = a_target(Kind.CUMULATIVE, "10", baseline="0")  # 4 at the end of 2022


def seen(found: Assessment) -> tuple[str, str]:
    return found.standing.value, found.basis.value


@pytest.mark.parametrize(("value", "standing", "basis"), [
    ("83.99", "behind", "time_share"),
    ("84.01", "on_path", "time_share"),
    ("90", "met", "end_target"),
    ("91", "exceeded", "end_target"),
])
def test_before_the_due_day(value: str, standing: str, basis: str) -> None:
    assert seen(judged(LEVEL, a_figure("2022", value))) == (standing, basis)


@pytest.mark.parametrize(("value", "standing"), [("89.99", "missed"), ("90", "met"), ("91", "exceeded")])
@pytest.mark.parametrize("as_of", [DUE, date(2026, 6, 30)])
def test_on_the_due_day_and_after(value: str, standing: str, as_of: date) -> None:
    assert seen(judged(LEVEL, a_figure("2025", value), as_of=as_of)) == (standing, "end_target")


@pytest.mark.parametrize(
    ("value", "standing"), [("0.66", "behind"), ("0.64", "on_path"), ("0.2", "met"), ("0.1", "exceeded")],
)
def test_falling_target(value: str, standing: str) -> None:
    """Tỷ lệ hộ nghèo giảm từ 0,95% còn 0,20%."""
    assert judged(POVERTY, a_figure("2022", value)).standing == standing


def test_exactly_on_the_path_is_on_path() -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80")
    found = judged(target, a_figure("2022", "85"), milestones=a_path(y2022="85"))
    assert (seen(found), found.expected) == (("on_path", "path"), Decimal(85))


def test_value_is_held_to_the_path_of_its_own_day() -> None:
    """A figure of the end of 2022 looked at in March is not held to March."""
    days = (date(2022, 12, 31), date(2023, 11, 30))
    first, later = (judged(LEVEL, a_figure("2022", "84.1"), as_of=day) for day in days)
    assert (first.standing, later.standing, first.expected) == (Standing.ON_PATH, Standing.ON_PATH, later.expected)


def test_band_of_the_path_is_entered_at_its_nearer_end() -> None:
    band = a_path(y2022="84..87")
    assert [judged(LEVEL, a_figure("2022", value), milestones=band).standing for value in ("83.9", "84")] == \
        ["behind", "on_path"]


def test_attainment_expected_and_needed_stand_beside_the_standing() -> None:
    found = judged(LEVEL, a_figure("2022", "85"), milestones=a_path(y2022="84"))
    assert [found.value, found.attainment, found.expected, found.expected_attainment] == [85, 50, 84, 40]
    assert found.needed is not None
    assert round(found.needed, 3) == Decimal("1.666")  # 5 over 1,096 days, a year of 365.25


def test_more_than_all_of_the_way_shows() -> None:
    assert judged(LEVEL, a_figure("2022", "98")).attainment == 180


def test_reached_before_the_due_day_is_early() -> None:
    found = judged(LEVEL, *figures(y2021="90", y2022="91"))
    assert (found.flags, dict(found.reason_values)["since_on"]) == ((Flag.EARLY,), "2021-12-31")


def test_reached_early_and_kept_is_still_early_at_the_end() -> None:
    """Về đích trước một năm."""
    kept = judged(LEVEL, *figures(y2024="90", y2025="90"), as_of=DUE)
    only_now = judged(LEVEL, *figures(y2024="89", y2025="90"), as_of=DUE)
    assert (kept.flags, only_now.flags) == ((Flag.EARLY,), ())


def test_baseline_that_was_already_there_is_told() -> None:
    """Đạt ngay từ đầu: nhãn "đạt" không cần ai làm gì."""
    target = a_target(Kind.LEVEL_END, "90", baseline="93")
    found = judged(target, a_figure("2022", "92"))
    assert (found.standing, found.flags) == (Standing.EXCEEDED, (Flag.EARLY, Flag.MET_AT_START))


def test_goal_lost_again_after_a_good_start_is_behind() -> None:
    found = judged(a_target(Kind.LEVEL_END, "90", baseline="93"), a_figure("2022", "89"))
    assert (found.standing, found.flags, found.attainment) == (Standing.BEHIND, (Flag.MET_AT_START,), Decimal(400) / 3)


@pytest.mark.parametrize(("value", "standing"), [("89", "behind"), ("90", "met"), ("91", "exceeded")])
def test_baseline_equal_to_goal_is_judged_by_the_goal_alone(value: str, standing: str) -> None:
    found = judged(a_target(Kind.LEVEL_END, "90", baseline="90"), a_figure("2022", value))
    assert (found.standing, found.attainment, found.no_attainment) == (standing, None, "no_attainment_way")


@pytest.mark.parametrize(("value", "standing"), [("91", "exceeded"), ("90", "met"), ("89", "not_assessable")])
def test_without_baseline_only_the_goal_can_be_judged(value: str, standing: str) -> None:
    found = judged(a_target(Kind.LEVEL_END, "90"), a_figure("2022", value))
    assert (found.standing, found.attainment, found.no_attainment) == (standing, None, "no_attainment_baseline")


def test_without_baseline_the_end_is_judged_all_the_same() -> None:
    found = judged(a_target(Kind.LEVEL_END, "90"), a_figure("2025", "89"), as_of=DUE)
    assert seen(found) == ("missed", "end_target")


def test_goal_zero_from_below_and_above() -> None:
    """Hết nhà tạm: từ 40 còn 0; cân đối thu chi: từ -5 lên 0."""
    falling = a_target(Kind.LEVEL_END, "0", baseline="40", direction=Direction.AT_MOST)
    rising = a_target(Kind.LEVEL_END, "0", baseline="-5")
    assert [judged(falling, a_figure("2022", value)).standing for value in ("30", "20", "0")] == \
        ["behind", "on_path", "met"]
    assert [judged(rising, a_figure("2022", value)).standing for value in ("-4", "-2", "0", "1")] == \
        ["behind", "on_path", "met", "exceeded"]


def test_within_is_missed_on_either_side() -> None:
    target = a_target(Kind.LEVEL_END, "10", goal_upper="12", baseline="20", direction=Direction.WITHIN)
    assert [judged(target, a_figure("2025", value), as_of=DUE).standing for value in ("9", "11", "13")] == \
        ["missed", "met", "missed"]
    assert [judged(target, a_figure("2022", value)).standing for value in ("19", "15", "11", "3")] == \
        ["behind", "on_path", "met", "behind"]


def test_nothing_is_due_before_the_first_year_ends() -> None:
    found = judged(LEVEL, as_of=date(2021, 6, 30))
    assert (found.standing, found.reason) == (Standing.NOT_ASSESSABLE, "reason_nothing_due")


def test_figure_due_and_missing_is_unproven_and_not_zero() -> None:
    """N/A counted as 0 would say "behind"."""
    found = judged(LEVEL, as_of=date(2021, 12, 31))
    assert (found.standing, found.value, found.attainment) == (Standing.UNPROVEN, None, None)


def test_draft_and_later_figures_prove_nothing() -> None:
    found = judged(LEVEL, a_figure("2022", "95", draft=True), a_figure("2023", "95"))
    assert found.standing is Standing.UNPROVEN


def test_target_due_only_at_its_end_is_not_asked_before() -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80", frequency="end")
    assert [judged(target, as_of=day).standing for day in (MID_TERM, DUE)] == ["not_assessable", "unproven"]


def test_term_of_the_resolution_tells_when_reports_begin() -> None:
    target = a_target(Kind.LEVEL_END, "90", baseline="80", baseline_on=None)
    found = judged(target, as_of=date(2021, 6, 30), since_on=date(2020, 8, 14))
    assert found.reason == "reason_nothing_due"
    assert judged(target, as_of=date(2021, 6, 30)).reason == "reason_no_figure"


def test_no_data_is_unproven_with_its_cause() -> None:
    found = judged(LEVEL, a_figure("2021", "88"), a_figure("2022", None, note="Trạm cân hỏng."))
    assert (found.standing, found.reason) == (Standing.UNPROVEN, "reason_no_data_because")
    assert dict(found.reason_values)["note"] == "Trạm cân hỏng."


def test_no_data_without_a_cause_is_unproven_too() -> None:
    assert judged(LEVEL, a_figure("2022", None)).reason == "reason_no_data"


def test_two_approved_figures_that_differ_prove_nothing() -> None:
    found = judged(LEVEL, a_figure("2022", "85", id="a"), a_figure("2022", "83", id="b"))
    assert (found.standing, found.reason) == (Standing.UNPROVEN, "reason_conflict")
    assert dict(found.reason_values) == {"period": "2022", "first": "83", "second": "85"}


def test_no_data_beside_a_value_of_the_same_day_proves_nothing() -> None:
    for one, two in (("a", "b"), ("b", "a")):
        pair = (a_figure("2022", "85", id=one), a_figure("2022", None, id=two, note="Chưa chốt."))
        assert judged(LEVEL, *pair).reason == "reason_no_data_because"


def test_same_value_told_twice_is_no_conflict() -> None:
    assert judged(LEVEL, a_figure("2022", "85", id="a"), a_figure("2022", "85", id="b")).standing is Standing.ON_PATH


def test_one_report_missed_is_stale_two_are_unproven() -> None:
    one, two = judged(LEVEL, a_figure("2021", "83")), judged(LEVEL, a_figure("2021", "83"), as_of=date(2023, 12, 31))
    assert (one.standing, one.flags) == (Standing.ON_PATH, (Flag.STALE,))
    assert (two.standing, two.reason, dict(two.reason_values)["missed"]) == (Standing.UNPROVEN, "reason_stale", "2")


def test_estimate_is_judged_before_the_end_and_flagged() -> None:
    found = judged(LEVEL, a_figure("2022", "85", estimate=True))
    assert (found.standing, found.flags) == (Standing.ON_PATH, (Flag.ESTIMATE,))


def test_estimate_closes_nothing() -> None:
    found = judged(LEVEL, a_figure("2025", "95", estimate=True), as_of=DUE)
    assert (found.standing, found.reason) == (Standing.UNPROVEN, "reason_closing_estimate")


def test_end_needs_a_figure_of_the_due_day() -> None:
    found = judged(LEVEL, a_figure("2024", "95"), as_of=DUE)
    assert (found.standing, found.reason) == (Standing.UNPROVEN, "reason_closing_missing")


def test_what_came_after_the_due_day_is_not_the_end() -> None:
    found = judged(LEVEL, a_figure("2025", "88"), a_figure("2026", "95"), as_of=date(2027, 3, 31))
    assert (found.standing, found.value) == (Standing.MISSED, Decimal(88))


def test_figure_of_a_year_still_open_is_provisional() -> None:
    found = judged(LEVEL, a_figure("2023", "86", as_of="2023-03-15"))
    assert (found.standing, found.flags) == (Standing.ON_PATH, (Flag.PROVISIONAL,))


def test_corrected_figure_says_so() -> None:
    pair = (a_figure("2022", "91", id="a"), a_figure("2022", "83", id="b", supersedes="a", why="đếm trùng"))
    assert (judged(LEVEL, *pair).standing, judged(LEVEL, *pair).flags) == (Standing.BEHIND, (Flag.SUPERSEDED,))


@pytest.mark.parametrize(("total", "standing"), [("3", "behind"), ("4", "on_path"), ("10", "met"), ("12", "exceeded")])
def test_running_total(total: str, standing: str) -> None:
    """04 trường đạt chuẩn quốc gia trong nhiệm kỳ: số lũy kế."""
    assert judged(SCHOOLS, a_figure("2022", total)).standing == standing


def test_running_totals_are_neither_summed_nor_the_largest() -> None:
    found = judged(SCHOOLS, *figures(y2021="6", y2022="3"))
    assert (found.standing, found.value, found.flags) == (Standing.BEHIND, Decimal(3), (Flag.FALLEN,))


def test_running_total_that_reached_its_goal_stays_reached() -> None:
    old = judged(SCHOOLS, a_figure("2021", "10"), as_of=DUE)
    assert (old.standing, old.flags) == (Standing.MET, (Flag.EARLY, Flag.STALE))
    assert judged(SCHOOLS, a_figure("2021", "9"), as_of=DUE).reason == "reason_closing_missing"


def test_running_total_of_a_term_still_open_is_not_provisional() -> None:
    assert judged(SCHOOLS, a_figure("2020/2025", "6", as_of="2023-03-15")).flags == ()


@pytest.mark.parametrize(("total", "standing"), [("3", "on_path"), ("5", "behind"), ("11", "behind")])
def test_total_under_a_ceiling_is_not_settled_before_the_end(total: str, standing: str) -> None:
    """Không quá 10 vụ cháy trong nhiệm kỳ: hai năm 5 vụ là quá nhịp."""
    target = a_target(Kind.CUMULATIVE, "10", direction=Direction.AT_MOST, unit="vụ")
    found = judged(target, a_figure("2022", total))
    assert (found.standing, found.flags) == (standing, ())


@pytest.mark.parametrize(("total", "standing"), [("2", "behind"), ("5", "on_path"), ("13", "behind")])
def test_total_within_a_band_is_not_settled_before_the_end(total: str, standing: str) -> None:
    target = a_target(Kind.CUMULATIVE, "10", goal_upper="12", direction=Direction.WITHIN)
    assert judged(target, a_figure("2022", total)).standing == standing


@given(st.decimals(70, 100, places=2), st.decimals(70, 100, places=2), st.sampled_from([MID_TERM, DUE]))
def test_better_value_never_stands_worse(one: Decimal, two: Decimal, as_of: date) -> None:
    order = [Standing.MISSED, Standing.BEHIND, Standing.ON_PATH, Standing.MET, Standing.EXCEEDED]
    pairs = [(a_figure("2022", value), a_figure("2025", value)) for value in (min(one, two), max(one, two))]
    worse, better = (order.index(judged(LEVEL, *pair, as_of=as_of).standing) for pair in pairs)
    assert worse <= better


@given(st.decimals(60, 110, places=2), st.dates(date(2021, 12, 31), date(2025, 12, 30)))
def test_falling_target_mirrors_the_rising_one(value: Decimal, as_of: date) -> None:
    mirrored = a_target(Kind.LEVEL_END, "-90", baseline="-80", direction=Direction.AT_MOST)
    year = str(as_of.year - 1) if as_of < date(as_of.year, 12, 31) else str(as_of.year)
    rising = judged(LEVEL, a_figure(year, value), as_of=as_of)
    falling = judged(mirrored, a_figure(year, -value), as_of=as_of)
    assert (rising.standing, rising.attainment, rising.flags) == (falling.standing, falling.attainment, falling.flags)


def test_verdict_does_not_rest_on_rounding() -> None:
    """A third of the way after a third of the days: one digit short in the thirtieth place is behind."""
    target = a_target(Kind.LEVEL_END, "1", baseline="0", baseline_on=date(2022, 12, 31), due_on=date(2023, 1, 3))
    short, over = (a_figure("2023-01-01", "0." + "3" * 30 + last) for last in ("3", "4"))
    assert [judged(target, one, as_of=date(2023, 1, 2)).standing for one in (short, over)] == ["behind", "on_path"]
