"""maintain: never broken, in any period."""

from datetime import date

import pytest

from assessing.stories import DUE, MID_TERM, a_figure, a_target, figures, judged
from tiendo.assessing import Assessment, Basis, Flag
from tiendo.plan import Kind
from tiendo.quantity import Figure

WASTE = a_target(Kind.MAINTAIN, "100", baseline="100", unit="%")
KEPT = figures(y2021="100", y2022="100", y2023="100", y2024="100", y2025="100")


def told(found: Assessment) -> tuple[str, str]:
    return found.standing.value, found.reason.removeprefix("reason_")


def test_never_broken_is_met() -> None:
    """Duy trì 100% rác thải được thu gom trong ngày."""
    found = judged(WASTE, *KEPT)
    assert (told(found), found.basis, found.flags) == (("met", "kept"), Basis.EVERY_PERIOD, ())


def test_keeping_cannot_be_exceeded() -> None:
    target = a_target(Kind.MAINTAIN, "90", baseline="90", unit="%")
    assert told(judged(target, *figures(y2021="95", y2022="96"))) == ("met", "kept")


@pytest.mark.parametrize(("y2021", "y2022", "reason"), [("100", "98", "broken"), ("98", "100", "broken_back")])
def test_broken_once_is_behind_even_when_it_is_back(y2021: str, y2022: str, reason: str) -> None:
    found = judged(WASTE, *figures(y2021=y2021, y2022=y2022))
    assert (told(found), found.flags) == (("behind", reason), (Flag.BROKEN,))


def test_broken_once_is_missed_at_the_end() -> None:
    found = judged(WASTE, a_figure("2021", "98"), *KEPT[1:], as_of=DUE)
    assert (told(found), found.flags) == (("missed", "broken_back"), (Flag.BROKEN,))


def test_kept_to_the_end_is_met() -> None:
    assert told(judged(WASTE, *KEPT, as_of=DUE)) == ("met", "kept")


def test_corrected_break_is_no_break() -> None:
    pair = (a_figure("2021", "98", id="a"), a_figure("2021", "100", id="b", supersedes="a"))
    assert told(judged(WASTE, *pair, a_figure("2022", "100"))) == ("met", "kept")


def test_period_without_a_figure_is_not_kept_by_silence() -> None:
    found = judged(WASTE, *figures(y2022="100"))
    assert told(found) == ("unproven", "periods_missing")
    assert dict(found.reason_values)["periods"] == "2021"


def test_known_break_counts_whatever_else_is_missing() -> None:
    assert told(judged(WASTE, *figures(y2022="98"))) == ("behind", "broken")


def test_period_without_data_is_unproven_with_its_cause() -> None:
    found = judged(WASTE, *figures(y2021="100"), a_figure("2022", None, note="Trạm cân dừng."))
    assert told(found) == ("unproven", "no_data_because")


def test_two_figures_of_one_period_that_differ_prove_nothing() -> None:
    same = (a_figure("2022", "100", id="a"), a_figure("2022", "100.0", id="b"))
    other = (a_figure("2022", "100", id="a"), a_figure("2022", "101", id="b"))
    assert told(judged(WASTE, *figures(y2021="100"), *same)) == ("met", "kept")
    assert told(judged(WASTE, *figures(y2021="100"), *other)) == ("unproven", "conflict")


HALVES = a_target(Kind.MAINTAIN, "100", baseline="100", unit="%", frequency="half")


@pytest.mark.parametrize("shown", [
    (a_figure("2021", "100"), a_figure("2022", "100")),  # a year answers for its halves
    (a_figure("2021-H1", "100"), a_figure("2021-Q4", "100"), a_figure("2022", "100")),  # the last quarter for its half
    (a_figure("2021-06-30", "100"), a_figure("2021-12-31", "100"), a_figure("2022", "100")),
])
def test_period_is_answered_by_one_that_holds_it_or_ends_in_it(shown: tuple[Figure, ...]) -> None:
    assert told(judged(HALVES, *shown, as_of=MID_TERM)) == ("met", "kept")


def test_every_half_is_asked_for() -> None:
    found = judged(HALVES, a_figure("2021-H1", "100"), a_figure("2022", "100"))
    assert dict(found.reason_values)["periods"] == "2021-H2"


def test_period_still_running_can_already_be_broken() -> None:
    found = judged(HALVES, *figures(y2021="100", y2022="100"), a_figure("2023-03-15", "97"))
    assert told(found) == ("behind", "broken")


def test_each_period_is_listed_with_its_result() -> None:
    found = judged(WASTE, *figures(y2021="98", y2022="100"))
    assert [[year.period, year.value, year.met] for year in found.years] == [["2021", 98, False], ["2022", 100, True]]


def test_actual_figure_outweighs_an_estimate_of_the_same_period() -> None:
    estimate = a_figure("2022", "98", as_of="2022-11-30", estimate=True)
    assert told(judged(WASTE, *figures(y2021="100", y2022="100"), estimate)) == ("met", "kept")


def test_estimate_closes_nothing() -> None:
    found = judged(WASTE, *KEPT[:4], a_figure("2025", "100", estimate=True), as_of=DUE)
    assert told(found) == ("unproven", "closing_estimate")


def test_nothing_due_and_nothing_told() -> None:
    assert told(judged(WASTE, as_of=date(2021, 6, 30))) == ("not_assessable", "nothing_due")
    assert told(judged(WASTE)) == ("unproven", "no_figure")


def test_without_a_beginning_the_first_figure_begins() -> None:
    target = a_target(Kind.MAINTAIN, "100", unit="%", baseline_on=None)
    assert told(judged(target, *figures(y2022="100"))) == ("met", "kept")
