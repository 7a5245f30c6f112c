"""What the number of targets says towards a classification, and what it never says (domain.md 1.3, 1.4)."""

from datetime import date
from itertools import pairwise

import pytest

from tiendo.assessing import Eligible, Standing, Tally, eligibility, rule_sets
from tiendo.words import LANGS


def counts(exceeded: int, met: int, behind: int = 0) -> Tally:
    given = {Standing.EXCEEDED: exceeded, Standing.MET: met, Standing.BEHIND: behind}
    return Tally(tuple((standing, given.get(standing, 0)) for standing in Standing), exceeded + met + behind)


def found(tally: Tally, day: str) -> dict[str, Eligible]:
    return {one.rules.id: one.eligible for one in eligibility(tally, date.fromisoformat(day))}


@pytest.mark.parametrize(("day", "rules"), [
    ("2018-03-07", []), ("2019-10-17", ["vn.dang.132-2018"]), ("2019-10-18", ["vn.dang.132-2018.hd21"]),
    ("2023-03-31", ["vn.dang.132-2018.hd21", "vn.nn.90-2020"]), ("2023-10-04", ["vn.dang.124-2023", "vn.nn.90-2020"]),
    ("2025-08-29", ["vn.dang.124-2023", "vn.nn.90-2020"]), ("2025-08-30", ["vn.dang.366-2025", "vn.nn.90-2020"]),
    ("2026-01-01", ["vn.dang.366-2025"]),
])
def test_rule_set_is_chosen_by_the_periods_day(day: str, rules: list[str]) -> None:
    """A term from 2020 to 2025 crosses three sets for collectives."""
    assert list(found(counts(9, 8), day)) == rules


def test_nine_of_seventeen_is_the_smallest_that_passes_half() -> None:
    """90/2020, 4.3: 9 × 100 = 900 >= 50 × 17 = 850; 8 × 100 = 800 < 850."""
    assert [found(counts(exceeded, 17 - exceeded), "2023-03-31")["vn.nn.90-2020"] for exceeded in (9, 8)] == \
        [Eligible.YES, Eligible.NO]


def test_comparison_is_in_whole_numbers() -> None:
    tests = eligibility(counts(9, 8), date(2023, 3, 31))[1].tests
    assert [(test.share.of, test.left, test.right, test.passed) for test in tests] == \
        [("good", 1700, 1700, True), ("exceeded", 900, 850, True)]


def test_one_target_behind_is_not_all() -> None:
    assert found(counts(16, 0, 1), "2023-03-31")["vn.nn.90-2020"] is Eligible.NO


@pytest.mark.parametrize(("exceeded", "eligible"), [(6, Eligible.YES), (5, Eligible.NO)])
def test_regulation_366_asks_for_three_tenths(exceeded: int, eligible: Eligible) -> None:
    """366, 11.1: 6 × 100 = 600 >= 30 × 17 = 510; 5 would not do."""
    assert found(counts(exceeded, 17 - exceeded), "2025-12-31")["vn.dang.366-2025"] is eligible


@pytest.mark.parametrize(("day", "rules"), [
    ("2023-03-31", "vn.dang.132-2018.hd21"), ("2024-12-31", "vn.dang.124-2023"),
])
def test_rules_without_a_share_leave_it_open(day: str, rules: str) -> None:
    """From 17/17 met and 9/17 exceeded nothing follows for the collective."""
    assert found(counts(17, 0), day)[rules] is Eligible.OPEN


def test_no_targets_leave_it_open() -> None:
    assert set(found(counts(0, 0), "2025-12-31").values()) == {Eligible.OPEN}


def test_every_rule_set_says_source_grade_and_that_an_authority_decides() -> None:
    for rules in rule_sets():
        assert (rules.grade in "ABCU", bool(rules.source), rules.conditions[-1].vi) == \
            (True, True, "quyết định xếp loại của cấp có thẩm quyền")
        grades = [share.grade for share in rules.shares] + [one.grade for one in rules.conditions]
        assert [grade for grade in grades if grade not in "ABCU"] == []
        assert [lang for lang in LANGS if not rules.title(lang)] == []


def test_days_of_one_subject_never_overlap() -> None:
    for subject in {rules.subject for rules in rule_sets()}:
        mine = [rules for rules in rule_sets() if rules.subject == subject]
        gaps = [(one.applies_to, after.applies_from) for one, after in pairwise(mine)]
        assert [gap for gap in gaps if gap[0] is None or (gap[1] - gap[0]).days != 1] == []
