"""structure: parts of a whole."""

from datetime import date

import pytest

from assessing.stories import DUE, MID_TERM, a_figure, a_part, a_target, judged
from tiendo.assessing import Assessment, Basis, Flag, Standing
from tiendo.plan import Component, Direction, Kind
from tiendo.quantity import Figure

ECONOMY = a_target(Kind.STRUCTURE, None, unit="%", direction=Direction.WITHIN)
PARTS = (
    a_part("DV", Direction.AT_LEAST, "68", "63"),  # 65 asked for at the end of 2022
    a_part("CN", Direction.AT_MOST, "31", "36"),  # 34
    a_part("NN", Direction.AT_MOST, "1", "1"),
)


def shares(code: str, *values: str | None, **rest: object) -> tuple[Figure, ...]:
    """Dịch vụ, công nghiệp, nông nghiệp of a period."""
    pairs = zip(("DV", "CN", "NN"), values, strict=True)
    return tuple(a_figure(code, value, component=part, **rest) for part, value in pairs)


def structure(
    *told: Figure, parts: tuple[Component, ...] = PARTS, as_of: date = MID_TERM,
) -> Assessment:
    return judged(ECONOMY, *told, components=parts, as_of=as_of)


def told(found: Assessment) -> tuple[str, str]:
    return found.standing.value, found.reason.removeprefix("reason_")


@pytest.mark.parametrize(("values", "parts", "standing"), [
    (("68", "31", "1"), ["met", "met", "met"], "met"),
    (("69", "30.2", "0.8"), ["exceeded", "exceeded", "exceeded"], "met"),
    (("66", "33", "1"), ["on_path", "on_path", "met"], "on_path"),
    (("64.5", "34.5", "1"), ["behind", "behind", "met"], "behind"),
    (("66", "32.5", "1.5"), ["on_path", "on_path", "behind"], "behind"),
])
def test_while_the_term_runs(values: tuple[str, str, str], parts: list[str], standing: str) -> None:
    """Cơ cấu kinh tế: dịch vụ từ 68%, công nghiệp không quá 31%, nông nghiệp không quá 1%."""
    found = structure(*shares("2022", *values))
    assert (list(found.parts), found.standing, found.basis) == \
        ([*zip(("DV", "CN", "NN"), parts, strict=True)], standing, Basis.PARTS)


def test_at_the_end_one_part_missed_is_all_missed() -> None:
    assert told(structure(*shares("2025", "67", "32", "1"), as_of=DUE)) == ("missed", "parts_missed")
    assert told(structure(*shares("2025", "68", "31", "1"), as_of=DUE)) == ("met", "parts_met")


@pytest.mark.parametrize(("last", "reason"), [
    ("0.9", "parts_met"), ("1.1", "parts_behind"), ("0.89", "parts_sum"), ("1.11", "parts_sum"),
])
def test_parts_must_sum_to_100_within_a_tenth(last: str, reason: str) -> None:
    assert told(structure(*shares("2022", "68", "31", last)))[1] == reason


def test_sum_that_is_wrong_is_named_and_nothing_is_judged() -> None:
    found = structure(*shares("2022", "68", "31", "3"))
    assert (found.standing, dict(found.reason_values)["sum"], found.parts) == (Standing.NOT_ASSESSABLE, "102", ())


def test_baselines_must_sum_to_100_as_well() -> None:
    parts = (*PARTS[:2], a_part("NN", Direction.AT_MOST, "1", "5"))
    assert told(structure(*shares("2022", "66", "33", "1"), parts=parts)) == ("not_assessable", "parts_baseline_sum")


def test_part_without_baseline_is_judged_by_its_goal_alone() -> None:
    parts = (a_part("DV", Direction.AT_LEAST, "68"), *PARTS[1:])
    assert told(structure(*shares("2022", "68", "31", "1"), parts=parts)) == ("met", "parts_met")
    assert told(structure(*shares("2022", "66", "33", "1"), parts=parts)) == ("not_assessable", "parts_not_assessable")


def test_latest_period_that_all_parts_share_is_judged() -> None:
    found = structure(*shares("2021", "65", "34", "1"), *shares("2022", "69", "30", None))
    assert (found.figure and found.figure.period.code, found.flags) == ("2021", (Flag.STALE,))


def test_parts_of_different_periods_are_not_mixed() -> None:
    mixed = (*shares("2021", "65", "34", None), *shares("2022", None, None, "1"))
    found = structure(*mixed)
    assert (told(found), dict(found.reason_values)) == \
        (("not_assessable", "parts_incomplete"), {"period": "2022", "parts": "DV, CN"})


def test_no_part_told_is_unproven_once_it_was_due() -> None:
    assert told(structure()) == ("unproven", "no_figure")
    assert told(structure(as_of=date(2021, 6, 30))) == ("not_assessable", "nothing_due")


def test_structure_without_parts_cannot_be_assessed() -> None:
    assert told(structure(parts=())) == ("not_assessable", "no_parts")


def test_end_needs_the_figures_of_the_due_day() -> None:
    assert told(structure(*shares("2024", "68", "31", "1"), as_of=DUE)) == ("unproven", "closing_missing")
    assert told(structure(*shares("2021", "68", "31", None), as_of=DUE)) == ("unproven", "closing_missing")
    assert told(structure(*shares("2025", "68", "31", None), as_of=DUE)) == ("not_assessable", "parts_incomplete")


def test_estimated_parts_close_nothing() -> None:
    found = structure(*shares("2025", "68", "31", "1", estimate=True), as_of=DUE)
    assert told(found) == ("unproven", "closing_estimate")


def test_one_part_told_twice_proves_nothing() -> None:
    twice = (*shares("2022", "68", "31", "1"), a_figure("2022", "67", component="DV"))
    assert told(structure(*twice)) == ("unproven", "conflict")


def test_each_part_says_its_value_and_what_was_asked() -> None:
    found = structure(*shares("2022", "66", "33", "1"))
    assert [[part.code, part.value, part.expected and round(part.expected, 2)] for part in found.part_results] == \
        [["DV", 66, 65], ["CN", 33, 34], ["NN", 1, 1]]


def test_whole_has_no_attainment() -> None:
    found = structure(*shares("2022", "66", "33", "1"))
    assert (found.value, found.attainment, found.no_attainment) == (None, None, "no_attainment_parts")


def test_met_before_the_due_day_is_early_and_from_the_start_is_told() -> None:
    assert structure(*shares("2022", "68", "31", "1")).flags == (Flag.EARLY,)
    there = (a_part("A", Direction.AT_LEAST, "60", "60"), a_part("B", Direction.AT_MOST, "40", "40"))
    found = structure(a_figure("2022", "60", component="A"), a_figure("2022", "40", component="B"), parts=there)
    assert found.flags == (Flag.EARLY, Flag.MET_AT_START)
