"""What the figures of each kind of target lead to, and when nothing is said."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessing.stories import MID_TERM, a_figure, a_part, a_path, a_target, assigned, figures
from tiendo.assessing import (
    Break,
    BreakCause,
    Evidence,
    Outlook,
    Prospect,
    Standing,
    assess,
    outlook,
    outlook_plan,
    outlook_text,
)
from tiendo.plan import Direction, EndRule, Kind, Plan, Target
from tiendo.plan.folder import read_plan
from tiendo.quantity import Figure
from tiendo.words import LANGS

EXAMPLE = Path(__file__).parents[3] / "examples" / "quan-song-to"
LATE = date(2024, 1, 31)
STEADY = figures(y2021="72", y2022="75", y2023="78")
RATES = figures(y2021="8", y2022="6", y2023="7.2")


def looked(target: Target, *found: Figure, as_of: date = LATE, breaks: tuple[Break, ...] = (), **rest: Any) -> Outlook:
    """The outlook, after it has been said in every language."""
    said = outlook(target, Evidence(found, **rest), as_of, breaks)
    assert all("{" not in outlook_text(target, said, lang) for lang in LANGS)
    return said


def level(goal: str = "80", **rest: Any) -> Target:
    return a_target(Kind.LEVEL_END, goal, baseline="70", unit="%", **rest)


def text(target: Target, found: Outlook) -> str:
    return outlook_text(target, found, "vi")


def ends(found: Outlook) -> tuple[str, str, str] | None:
    return None if found.end is None else (str(found.end.low), str(found.end.value), str(found.end.high))


@pytest.mark.parametrize(("goal", "prospect"), [
    ("81", Prospect.WILL_REACH), ("84", Prospect.AT_RISK), ("86", Prospect.WILL_NOT_REACH)])
def test_a_level_is_held_to_its_goal_by_both_ends_of_its_range(goal: str, prospect: Prospect) -> None:
    found = looked(level(goal), *STEADY)
    assert (found.prospect, ends(found), found.points) == (prospect, ("81.2", "83.3", "85.3"), 4)


def test_a_level_tells_every_year_end_on_its_way() -> None:
    found = looked(level(), *STEADY)
    assert [(one.on, str(one.value)) for one in found.stages] == [
        (date(2024, 12, 31), "80.6"), (date(2025, 12, 31), "83.3")]


def test_a_level_to_be_lowered_is_reached_from_above() -> None:
    found = looked(a_target(Kind.LEVEL_END, "1", direction=Direction.AT_MOST, baseline="2", unit="%"),
                   *figures(y2021="1.7", y2022="1.2", y2023="0.9"))
    assert (found.prospect, found.end is not None and found.end.high < 1) == (Prospect.WILL_REACH, True)


def test_a_reason_says_how_many_figures_and_what_they_lead_to() -> None:
    target = level()
    assert text(target, looked(target, *STEADY)) == (
        "Nếu đà của 4 số liệu từ 31/12/2020 giữ nguyên thì đến 31/12/2025 là 83,3%, trong khoảng 81,2% đến 85,3%.")


def test_an_outlook_shows_how_its_method_did_before() -> None:
    found = looked(level(), *STEADY)
    assert found.trial is not None
    assert (found.trial.tries, str(found.trial.error), str(found.trial.naive)) == (2, "0.8", "3")


def test_three_values_are_too_few_and_it_says_how_many_are_needed() -> None:
    """An office at mid-term with one figure a year: baseline and two years."""
    target = level()
    found = looked(target, *STEADY[:2], as_of=MID_TERM)
    assert (found.prospect, found.end, text(target, found)) == (
        Prospect.CANNOT_SAY, None, "Mới có 3 số liệu dùng được, cần ít nhất 4.")


def test_figures_of_a_few_months_say_nothing_about_years() -> None:
    months = [a_figure(f"2021-0{month}", str(70 + month)) for month in (1, 2, 3, 4)]
    target = level()
    found = looked(target, *months, as_of=date(2021, 5, 31))
    assert (found.prospect, text(target, found)) == (
        Prospect.CANNOT_SAY, "Đến hạn còn 4,7 năm mà số liệu mới trải 0,3 năm: xa quá để nói.")


def test_figures_nobody_approved_or_dated_later_are_not_looked_at() -> None:
    draft, later = a_figure("2023", "99", draft=True), a_figure("2024", "99")
    assert looked(level(), *STEADY[:2], draft, later).points == 3


def test_no_data_is_a_gap_and_never_zero() -> None:
    found = looked(level(), *figures(y2021="72", y2022=None, y2023="78"))
    assert (found.points, found.prospect) == (3, Prospect.CANNOT_SAY)


def test_two_figures_that_differ_say_nothing() -> None:
    found = looked(level(), *STEADY, a_figure("2023", "74"))
    assert (found.prospect, found.reason) == (Prospect.CANNOT_SAY, "outlook_conflict")


def test_a_break_leaves_earlier_figures_out_and_says_so() -> None:
    """The poverty line changed in 2022: what was counted before it is another thing."""
    target, cut = level(), Break(date(2022, 1, 1), BreakCause.DEFINITION)
    found = looked(target, *STEADY, breaks=(cut,))
    assert (found.points, found.cut, text(target, found)) == (
        2, cut, "Từ khi cách tính đổi (01/01/2022) mới có 2 số liệu dùng được, cần ít nhất 4; số trước đó tính khác.")


def test_a_break_that_has_not_come_cuts_nothing() -> None:
    found = looked(level(), *STEADY, breaks=(Break(date(2025, 7, 1), BreakCause.BODY),))
    assert (found.points, found.cut) == (4, None)


def test_nothing_is_foretold_of_a_body_that_is_no_more() -> None:
    """The district ended on 30 June 2025; its targets were due in December."""
    found = looked(level(), *STEADY, as_of=date(2025, 8, 1), breaks=(Break(date(2025, 7, 1), BreakCause.ENDED),))
    assert (found.prospect, found.reason) == (Prospect.CANNOT_SAY, "outlook_ended")


def test_a_running_total_runs_on_and_a_reached_one_stays_reached() -> None:
    total = a_target(Kind.CUMULATIVE, "20")
    found = looked(total, *figures(y2021="2", y2022="5", y2023="9"))
    reached = looked(total, *figures(y2021="12", y2022="20"))
    assert (found.prospect, ends(found)) == (Prospect.AT_RISK, ("11.7", "16", "20.3"))
    assert (reached.prospect, reached.end, reached.reason) == (Prospect.WILL_REACH, None, "outlook_reached")


def test_money_grows_in_proportion() -> None:
    income = a_target(Kind.LEVEL_END, "95", baseline="60", unit="triệu đồng/người/năm")
    found = looked(income, *figures(y2021="66", y2022="73", y2023="80"))
    assert ends(found) == ("90.8", "93.3", "95.9")


def test_a_level_to_be_kept_holds_at_every_year_end_or_is_lost() -> None:
    keep = a_target(Kind.MAINTAIN, "95", unit="%")
    held = looked(keep, *figures(y2020="99", y2021="99", y2022="99", y2023="99"))
    lost = looked(keep, *figures(y2020="99", y2021="94", y2022="99", y2023="99"))
    assert (held.prospect, lost.prospect, lost.reason) == (
        Prospect.WILL_REACH, Prospect.WILL_NOT_REACH, "outlook_broken")


def test_years_ahead_are_like_the_years_so_far() -> None:
    found = looked(a_target(Kind.ANNUAL_REPEAT, "90", unit="%", end_rule=EndRule.LAST_YEAR),
                   *figures(y2021="96", y2022="97", y2023="95"))
    assert (found.prospect, ends(found), len(found.stages)) == (Prospect.WILL_REACH, ("93.6", "96", "98.4"), 2)


def test_a_lost_year_decides_where_every_year_is_asked_for() -> None:
    yearly = a_target(Kind.ANNUAL_REPEAT, "90", unit="%")
    found = looked(yearly, *figures(y2021="96", y2022="85", y2023="95"))
    assert (found.prospect, text(yearly, found)) == (
        Prospect.WILL_NOT_REACH, "Quy tắc cuối kỳ đòi mọi năm đều đạt, nhưng năm 2022 đã không đạt.")


def test_an_average_of_years_is_held_to_the_goal_as_a_whole() -> None:
    found = looked(a_target(Kind.ANNUAL_REPEAT, "90", unit="%", end_rule=EndRule.AVERAGE),
                   *figures(y2021="96", y2022="85", y2023="95"))
    assert (found.prospect, ends(found)) == (Prospect.AT_RISK, ("86.9", "93.2", "99.5"))


def test_amounts_are_foretold_in_per_cent_of_their_assigned_plans() -> None:
    revenue = a_target(Kind.RELATIVE_TO_ASSIGNED, "100", unit="tỷ đồng")
    plans = tuple(assigned(year, "100", f"{int(year) - 1}-12-10") for year in ("2021", "2022", "2023"))
    found = looked(revenue, *figures(y2021="106", y2022="108", y2023="107"), assignments=plans)
    assert (found.prospect, found.unit, ends(found)) == (Prospect.WILL_REACH, "%", ("104.3", "107", "109.7"))


def test_growth_is_the_mean_of_the_whole_term() -> None:
    found = looked(a_target(Kind.GROWTH_AVG, "7", unit="%/năm"), *RATES)
    assert (found.prospect, found.reason, ends(found)) == (Prospect.AT_RISK, "outlook_average", ("6", "7.1", "8.2"))


def test_a_missing_year_leaves_the_term_open() -> None:
    found = looked(a_target(Kind.GROWTH_AVG, "7", unit="%/năm"), *figures(y2021="8", y2023="7.2"))
    assert (found.prospect, found.reason) == (Prospect.CANNOT_SAY, "outlook_year_missing")


def test_every_part_of_a_structure_looks_ahead_by_itself_and_the_worst_is_the_whole() -> None:
    parts = (a_part("DV", Direction.AT_LEAST, "66", "60"), a_part("CN", Direction.AT_MOST, "35", "40"))
    values = {"DV": ("61", "62", "63"), "CN": ("39", "38", "37")}
    found = [a_figure(str(2021 + at), value, component=part) for part, each in values.items()
             for at, value in enumerate(each)]
    whole = looked(a_target(Kind.STRUCTURE, None, unit="%"), *found, components=parts)
    assert [(code, part.prospect, ends(part)) for code, part in whole.parts] == [
        ("DV", Prospect.WILL_NOT_REACH, ("64.2", "65", "65.8")), ("CN", Prospect.AT_RISK, ("34.2", "35", "35.8"))]
    assert (whole.prospect, whole.end) == (Prospect.WILL_NOT_REACH, None)


@pytest.mark.parametrize(("kind", "scale", "reason"), [
    (Kind.MILESTONE, "vn.cong_nhan", "outlook_milestone"), (Kind.RATING, "vn.xep_loai", "outlook_rating")])
def test_what_somebody_decides_follows_no_course(kind: Kind, scale: str, reason: str) -> None:
    found = looked(a_target(kind, "2", scale=scale), *figures(y2021="1", y2022="1", y2023="2"))
    assert (found.prospect, found.reason) == (Prospect.CANNOT_SAY, reason)


def test_nothing_is_foretold_of_a_closed_target_or_one_without_a_goal() -> None:
    closed = looked(level(), *STEADY, as_of=date(2025, 12, 31))
    aimless = looked(replace(level(), goal=None), *STEADY)
    assert (closed.reason, aimless.reason) == ("outlook_closed", "outlook_no_goal")


def test_a_standing_and_an_outlook_may_differ_and_both_stand() -> None:
    """The law: a statistic never sets a status. Ahead of a path that asks for little now, and it will not be enough."""
    target, evidence = level("90"), Evidence(STEADY, milestones=a_path(y2023="75", y2024="76"))
    assert (assess(target, evidence, LATE).standing, outlook(target, evidence, LATE).prospect) == (
        Standing.ON_PATH, Prospect.WILL_NOT_REACH)


def test_the_example_has_an_answer_for_every_target() -> None:
    plan = read_plan(EXAMPLE)
    found = outlook_plan(plan, MID_TERM)
    assert [one.target for one in found] == [one.code for one in plan.targets]
    assert {one.target: one.prospect for one in found if one.prospect is not Prospect.CANNOT_SAY} == {
        "DT-01": Prospect.WILL_REACH, "DT-02": Prospect.AT_RISK, "VX-01": Prospect.AT_RISK,
        "VX-03": Prospect.AT_RISK, "XD-04": Prospect.WILL_REACH}


def test_a_definition_changed_in_the_register_counts_for_its_target_only() -> None:
    cut = (Break(date(2023, 3, 1), BreakCause.DEFINITION),)
    plan: Plan = read_plan(EXAMPLE)
    found = {one.target: one.prospect for one in outlook_plan(plan, MID_TERM, {"DT-02": cut})}
    assert (found["DT-02"], found["VX-03"]) == (Prospect.CANNOT_SAY, Prospect.AT_RISK)
