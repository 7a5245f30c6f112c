"""Places among peers, and years running."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessing.stories import period
from tiendo.assessing import rank_units, streak
from tiendo.plan import Direction, Ranking

VALUES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.none() | st.decimals(0, 5, places=0), max_size=9)


def places(direction: Direction, **values: str | None) -> dict[str, int | None]:
    given_values = {unit: None if value is None else Decimal(value) for unit, value in values.items()}
    return {one.unit: one.rank for one in rank_units(given_values, direction)}


def test_ties_share_the_place_and_the_next_is_skipped() -> None:
    assert places(Direction.AT_LEAST, a="90", b="95", c="95", d="99") == {"d": 1, "b": 2, "c": 2, "a": 4}


def test_less_is_better_where_the_target_says_so() -> None:
    assert places(Direction.AT_MOST, a="0.4", b="0.2") == {"b": 1, "a": 2}


def test_unit_without_a_value_has_no_place_and_is_not_the_last() -> None:
    ranked = rank_units({"a": None, "b": Decimal(1)}, Direction.AT_LEAST)
    assert [(one.unit, one.rank, one.of, one.shared) for one in ranked] == [("b", 1, 1, False), ("a", None, 1, False)]


def test_shared_places_say_so() -> None:
    ranked = rank_units({"a": Decimal("1.0"), "b": Decimal(1), "c": Decimal(0)}, Direction.AT_LEAST)
    assert [(one.unit, one.shared) for one in ranked] == [("a", True), ("b", True), ("c", False)]


@pytest.mark.parametrize("direction", [Direction.WITHIN, Direction.DONE])
def test_direction_without_better_and_worse_is_refused(direction: Direction) -> None:
    with pytest.raises(ValueError, match=r"."):
        rank_units({}, direction)


@given(VALUES)
def test_place_is_one_more_than_the_number_that_are_better(values: dict[str, Decimal | None]) -> None:
    known = [value for value in values.values() if value is not None]
    for one in rank_units(values, Direction.AT_LEAST):
        assert one.rank == (None if one.value is None else 1 + sum(other > one.value for other in known))


def ranked(year: str, rank: int, by: str = "Sở") -> Ranking:
    return Ranking("quan", "giáo dục", period(year), rank, by, "tb")


def test_first_three_years_running() -> None:
    assert streak([ranked("2022", 1), ranked("2020", 1), ranked("2021", 1), ranked("2019", 2)]) == 3


def test_year_without_a_ranking_breaks_the_run() -> None:
    assert streak([ranked("2022", 1), ranked("2020", 1)]) == 1


def test_run_that_has_ended_is_no_run() -> None:
    assert streak([ranked("2021", 1), ranked("2022", 2)]) == 0
    assert streak([ranked("2021", 2), ranked("2022", 2)], rank=2) == 2


def test_two_rankings_that_differ_prove_no_place() -> None:
    assert streak([ranked("2022", 1), ranked("2022", 3, by="Bộ"), ranked("2021", 1)]) == 0


def test_school_year_counts_as_the_year_it_ends_in() -> None:
    assert streak([ranked("2021-09/2022-05", 1), ranked("2020-09/2021-05", 1)]) == 2


def test_no_rankings_make_no_run() -> None:
    assert streak([]) == 0
