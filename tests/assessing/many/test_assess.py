"""Columns say what the definition says: of every kind of target, of every case, on every day."""

from collections import Counter
from datetime import date
from math import isclose
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assessing.many.cases import a_case, by_columns, by_definition, plan_of
from assessing.test_one import DAYS, cases
from assessing.test_reference import evidence_of, examples, target_of
from tiendo.assessing.many import RULES
from tiendo.assessing.many.verdict import NUMBERS
from tiendo.assessing.one import RULES as KINDS
from tiendo.plan import Kind, Plan

SLOW = settings(  # a case found is small already: one target of the plan; shrinking would run for minutes
    max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate],
)
TARGETS = 450  # a plan: the price of one expression is the same for one target and for thousands


def assert_same(plan: Plan, as_of: date) -> None:
    """Everything equal; numbers, which are shown and decide nothing, to twelve digits."""
    found, meant = by_columns(plan, as_of), by_definition(plan, as_of)
    shown = [{name: row.pop(name) for name in NUMBERS} for row in found]
    exact = [{name: row.pop(name) for name in NUMBERS} for row in meant]
    assert [row for row in found if row not in meant] == [row for row in meant if row not in found] == []
    assert found == meant
    assert [(row, other) for row, other in zip(shown, exact, strict=True) if not _near(row, other)] == []


def _near(row: dict[str, float | None], other: dict[str, float | None]) -> bool:
    """Whether two rows show the same numbers, and none in the same places."""
    pairs = [(row[name], other[name]) for name in NUMBERS]
    return all(a is b if a is None or b is None else isclose(a, b, rel_tol=1e-10, abs_tol=1e-10) for a, b in pairs)


def test_every_kind_is_judged_from_some_share_of_the_figures() -> None:
    assert set(RULES) == set(KINDS) == set(Kind)


@SLOW
@given(st.integers(0, 2**32), st.dates(date(2020, 6, 1), date(2026, 12, 31)))
def test_columns_agree_with_the_definition_on_dense_cases(seed: int, as_of: date) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    assert_same(plan_of([a_case(random, number) for number in range(TARGETS)]), as_of)


@settings(SLOW, max_examples=1)
@given(st.lists(cases(), min_size=40, max_size=60), DAYS)
def test_columns_agree_with_the_definition_on_any_cases(many: list[Any], as_of: date) -> None:
    assert_same(plan_of(many), as_of)


@pytest.mark.parametrize("as_of", [date(2021, 12, 31), date(2023, 3, 31), date(2026, 3, 31)])
def test_columns_agree_on_the_examples_of_the_reference_page(as_of: date) -> None:
    assert_same(plan_of([(target_of(one), evidence_of(one)) for one in examples()]), as_of)


def test_dense_cases_reach_nearly_every_reason() -> None:
    """A property test is worth what its cases reach."""
    random = Random(7)  # noqa: S311 - no secret
    plan = plan_of([a_case(random, number) for number in range(4 * TARGETS)])
    reached = Counter(row["reason"] for day in (date(2021, 6, 30), date(2023, 4, 1), date(2026, 2, 1))
                      for row in by_definition(plan, day))
    assert len([reason for reason, count in reached.items() if count >= 2]) >= 50
