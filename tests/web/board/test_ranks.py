"""Units beside each other: exact shares, shared places; leagues with the years running that are known."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from small_plan import period
from stories import story
from tiendo.store.permissions import PUBLIC
from tiendo.usecases.register.board import board_of
from tiendo.usecases.register.call import Call
from tiendo.web.board.ranks import _place, leagues_of, units_of
from tiendo.web.board.scene import Scene, scene_on

pytestmark = pytest.mark.usefixtures("register")
ASKED = Call(PUBLIC, datetime(2023, 4, 3, tzinfo=UTC))


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    story(tmp_path)
    return scene_on(ASKED, "phuong-a-2020-2025", date(2023, 3, 31), "vi")


def test_equal_shares_share_a_place_and_the_next_is_skipped() -> None:
    shares = {"a": (2, 4), "b": (1, 2), "c": (1, 3), "d": (3, 3)}
    assert {code: _place(shares, code) for code in shares} == {"a": 2, "b": 2, "c": 4, "d": 1}


def test_the_counts_of_a_unit_add_up_to_its_targets(scene: Scene) -> None:
    (unit,) = units_of(scene)
    assert (unit.code, sum(count for _, count in unit.counts), unit.total, unit.place, unit.shared) == (
        "VP", 4, 4, 1, False)


def test_a_league_counts_its_own_years_beside_what_the_source_says(scene: Scene) -> None:
    ranking = scene.plan.rankings[0]
    years = tuple(replace(ranking, period=period(f"{year}"), streak=None) for year in (2020, 2021))
    plan = replace(scene.plan, rankings=(*scene.plan.rankings, *years))
    (league,) = leagues_of(replace(scene, plan=plan, board=board_of(plan=plan, as_of=scene.on, lang="vi")))
    assert (league.held, [one.period.code for one in league.rows], league.rows[0].streak) == (
        3, ["2022", "2021", "2020"], 8)


def test_a_ranking_of_a_year_that_is_not_over_is_not_known_yet(scene: Scene) -> None:
    assert list(leagues_of(replace(scene, on=date(2022, 6, 30)))) == []
