"""Which figures may be used on a day, and which of them is the latest."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import START, a_figure, a_path, a_target, assigned
from tiendo.assessing import Evidence, evidence_for, figures_after, latest_figures
from tiendo.assessing.evidence import day_of
from tiendo.plan import Kind, Plan, PlanDocument

DAY = date(2023, 3, 31)


def ids(figures: object) -> list[str]:
    assert isinstance(figures, tuple)
    return [one.id for one in figures]


def test_draft_is_not_evidence() -> None:
    assert latest_figures([a_figure("2022", "5", draft=True)], DAY) == ()


def test_figure_dated_later_is_not_evidence_yet() -> None:
    late = a_figure("2022", "5", as_of="2023-04-01")
    assert (latest_figures([late], DAY), latest_figures([late], date(2023, 4, 1))) == ((), (late,))


def test_correction_takes_the_place_of_what_it_corrects() -> None:
    old, new = a_figure("2022", "5", id="a"), a_figure("2022", "4", id="b", supersedes="a", why="nhầm")
    assert latest_figures([old, new], DAY) == (new,)


def test_correction_nobody_approved_changes_nothing() -> None:
    old, new = a_figure("2022", "5", id="a"), a_figure("2022", "4", id="b", supersedes="a", draft=True)
    assert latest_figures([old, new], DAY) == (old,)


def test_correction_dated_later_changes_nothing_yet() -> None:
    old, new = a_figure("2022", "5", id="a"), a_figure("2022", "4", id="b", supersedes="a", as_of="2023-05-01")
    assert latest_figures([old, new], DAY) == (old,)


def test_corrected_correction_brings_back_nothing_older() -> None:
    chain = [a_figure("2022", value, id=name, supersedes=old)
             for name, value, old in (("a", "5", None), ("b", "4", "a"), ("c", "6", "b"))]
    assert ids(latest_figures(chain, DAY)) == ["c"]


def test_latest_is_the_newest_and_not_the_largest() -> None:
    """max() as "latest" hides every fall."""
    pair = [a_figure("2022", "3", id="new"), a_figure("2021", "9", id="old")]
    assert ids(latest_figures(pair, DAY)) == ["old", "new"]


def test_accounts_closed_in_april_still_speak_of_december() -> None:
    accounts = a_figure("2022", "8", as_of="2023-04-20", id="accounts")
    quarter = a_figure("2023-Q1", "2", id="quarter")
    assert day_of(accounts) == date(2022, 12, 31)
    assert ids(latest_figures([quarter, accounts], date(2023, 6, 30))) == ["accounts", "quarter"]


def test_actual_figure_comes_after_an_estimate_of_the_same_day() -> None:
    pair = [a_figure("2022", "8", id="actual"), a_figure("2022", "9", id="estimate", estimate=True)]
    assert ids(latest_figures(pair, DAY)) == ["estimate", "actual"]


YEARS = st.integers(2021, 2024)
ROWS = st.lists(st.tuples(YEARS, st.integers(0, 9), st.booleans(), st.booleans()), max_size=8)


@given(ROWS, st.randoms(use_true_random=False))
def test_order_of_figures_is_irrelevant(rows: list[tuple[int, int, bool, bool]], shuffler: object) -> None:
    figures = [a_figure(f"{year}", f"{value}", draft=draft, estimate=estimate, id=f"{number}")
               for number, (year, value, draft, estimate) in enumerate(rows)]
    mixed = list(figures)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]  # - hypothesis gives a random.Random
    assert latest_figures(mixed, DAY) == latest_figures(figures, DAY)


@given(ROWS, ROWS)
def test_figures_dated_later_change_nothing(
    rows: list[tuple[int, int, bool, bool]], later: list[tuple[int, int, bool, bool]],
) -> None:
    known = [a_figure(f"{year}", f"{value}", draft=draft, id=f"{number}")
             for number, (year, value, draft, _) in enumerate(rows)]
    after = [a_figure(f"{year}", f"{value}", as_of=f"{year + 4}-06-30", id=f"later {number}", supersedes=f"{number}")
             for number, (year, value, _, _) in enumerate(later)]
    assert latest_figures([*after, *known], DAY) == latest_figures(known, DAY)


def a_plan() -> Plan:
    document = PlanDocument("nq", "Nghị quyết", None, "NQ", "Đại hội", None, term_from=date(2020, 8, 14))
    own, ward = a_figure("2022", "5"), replace(a_figure("2022", "2"), id="ward", body="phuong")
    other = replace(own, id="other", target="U")
    return Plan(
        documents=(document,), targets=(a_target(Kind.LEVEL_END, "9"),), figures=(own, ward, other),
        milestones=a_path(y2022="4"), assignments=(assigned("2022", "7", "2021-12-01"),),
    )


def test_evidence_is_the_targets_own_and_its_bodys() -> None:
    """Số của một phường không phải số của quận."""
    plan = a_plan()
    assert evidence_for(plan, "T") == Evidence(
        (plan.figures[0],), plan.milestones, plan.assignments, (), date(2020, 8, 14),
    )


def test_evidence_for_an_unknown_target_is_a_broken_call() -> None:
    with pytest.raises(KeyError):
        evidence_for(a_plan(), "X")


def test_figures_after_the_day_are_told() -> None:
    late = a_figure("2023", "5")
    plan = replace(a_plan(), figures=(late, a_figure("2022", "5")))
    assert (figures_after(plan, DAY), figures_after(plan, START)) == ((late,), plan.figures)
