"""Years running, movements, and criteria of an emulation."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessing.many.engine import Small
from assessing.stories import period
from tiendo.assessing import streak
from tiendo.assessing.many.history import movements, scored, streaks
from tiendo.assessing.many.schema import SCHEMAS
from tiendo.plan import Ranking

SCHEMA = SCHEMAS["rankings"]


def row(year: int, rank: int, by: str = "Sở", **rest: Any) -> dict[str, Any]:
    return {"body": "Q", "subject": "giáo dục", "year": year, "rank": rank, "ranked_by": by, **rest}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(2015, 2024), st.integers(1, 2)), max_size=12))
def test_years_running_are_those_of_the_definition(told: list[tuple[int, int]]) -> None:
    small = Small()
    table = small.table("r", SCHEMA, [row(year, rank) for year, rank in told])
    meant = streak(Ranking("Q", "giáo dục", period(str(year)), rank, "Sở", "tb") for year, rank in told)
    assert [one["held"] for one in small.rows(streaks(table), "body")] == ([meant] if told else [])


def test_eight_years_running() -> None:
    """Dẫn đầu 8 năm liền."""
    small = Small()
    table = small.table("r", SCHEMA, [row(year, 1) for year in range(2015, 2023)] + [row(2014, 3)])
    assert [(one["held"], one["latest"]) for one in small.rows(streaks(table), "body")] == [(8, 2022)]


def test_movement_is_unknown_where_two_sources_disagree() -> None:
    small = Small()
    table = small.table("r", SCHEMA, [row(2020, 5), row(2021, 2), row(2022, 1), row(2022, 4, by="Bộ"), row(2023, 3)])
    assert [(one["year"], one["before"], one["rose"]) for one in small.rows(movements(table), "year")] == \
        [(2020, None, None), (2021, 5, 3), (2023, None, None)]


def test_thirteen_of_thirteen_criteria() -> None:
    """Đạt tối đa 13/13 tiêu chí thi đua."""
    small = Small()
    table = small.table("r", SCHEMA, [row(2021, 1, criteria_met=12, criteria_total=13),
                                      row(2022, 1, criteria_met=13, criteria_total=13)])
    assert [(one["year"], one["met"], one["total"], one["all_met"]) for one in small.rows(scored(table), "body")] == \
        [(2022, 13, 13, True)]


def test_two_counts_of_one_year_are_disputed_and_have_no_score() -> None:
    small = Small()
    table = small.table("r", SCHEMA, [row(2022, 1, criteria_met=13, criteria_total=13),
                                      row(2022, 1, by="Bộ", criteria_met=11, criteria_total=13)])
    assert [(one["disputed"], one["met"], one["all_met"]) for one in small.rows(scored(table), "body")] == \
        [(True, None, False)]
