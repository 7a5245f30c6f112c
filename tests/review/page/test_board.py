"""The top of the page: sums that add up in writing, what needs attention first."""

from collections.abc import Iterable
from datetime import date

import pytest

from reviews import DAYS, example
from tiendo.assessing import Standing
from tiendo.review import Review
from tiendo.review.compose import compose
from tiendo.review.page.board import ATTENTION, BoardView, board_view
from tiendo.review.page.scene import Scene, scene_of
from tiendo.review.page.target import TargetView, target_view
from tiendo.review.prose import plain
from tiendo.words import Lang


def board(day: str, lang: Lang = "vi") -> BoardView:
    review = example(day)
    composed = review if lang == "vi" else english(review)
    scene = scene_of(composed, lang)
    return board_view(scene, views(scene))


def english(review: Review) -> Review:
    return compose(review.plan, [line.assessment for line in review.lines], review.findings, review.as_of, "en")


def views(scene: Scene) -> list[TargetView]:
    return [target_view(scene, line, place) for place, line in enumerate(scene.review.lines)]


def codes(targets: Iterable[TargetView]) -> list[str]:
    return [view.code for view in targets]


def test_headline_and_sum_say_where_all_seventeen_stand() -> None:
    found = board("2022-03-31")
    assert plain(found.headline) == (
        "8/17 chỉ tiêu chủ yếu đạt, vượt hoặc bảo đảm tiến độ, trong đó 3/17 chỉ tiêu vượt")
    assert plain(found.partition) == ("3 vượt + 3 đạt + 2 bảo đảm tiến độ + 5 chậm tiến độ + 0 không đạt"
                                      " + 3 chưa có số liệu + 1 chưa đánh giá được = 17")


def test_headline_in_english_shows_the_same_numbers() -> None:
    assert plain(board("2022-03-31", "en").headline) == (
        "8/17 main targets met, exceeded or on path, of which 3/17 exceeded")


@pytest.mark.parametrize("day", DAYS)
def test_bases_and_sectors_each_add_up_to_all_targets(day: str) -> None:
    found = board(day)
    assert sum(row.count for row in found.bases) == found.total
    assert [sum(one.count for one in row.parts) for row in found.bases] == [row.count for row in found.bases]
    assert sum(len(sector.targets) for sector in found.sectors) == found.total


def test_sector_writes_its_own_sum() -> None:
    sums = {sector.name: sector.sum for sector in board("2022-03-31").sectors}
    assert sums["Kinh tế"] == "5 chỉ tiêu: 2 vượt + 2 chậm tiến độ + 1 chưa đánh giá được = 5"


def test_attention_names_behind_then_unproven_then_not_assessable() -> None:
    assert codes(board("2022-03-31").attention) == [
        "KT-01", "KT-05", "DT-02", "VX-03", "XD-04", "VX-02", "VX-04", "VX-05", "KT-02"]


def test_attention_is_empty_and_the_rest_of_the_way_is_named_when_all_goes_well() -> None:
    found = board("2023-03-31")
    assert (codes(found.attention), codes(found.under_way)) == ([], ["KT-01", "KT-02", "KT-05", "DT-02", "VX-03"])


def test_sectors_and_their_targets_begin_with_what_needs_attention() -> None:
    found = board("2022-03-31")
    needing = [sum(view.standing in ATTENTION for view in sector.targets) for sector in found.sectors]
    assert needing == sorted(needing, reverse=True)
    for sector in found.sectors:
        quiet = [view.standing not in ATTENTION for view in sector.targets]
        assert quiet == sorted(quiet)


def test_cells_stand_best_first_one_a_target() -> None:
    places = [list(Standing).index(Standing(view.standing)) for view in board("2022-03-31").cells]
    assert (len(places), places) == (17, sorted(places))


def test_elapsed_share_of_the_term_is_counted_in_days() -> None:
    whole = (date(2025, 12, 31) - date(2020, 8, 14)).days
    gone = (date(2023, 3, 31) - date(2020, 8, 14)).days
    assert plain(board("2023-03-31").elapsed) == (
        f"đã qua {round(100 * gone / whole)}% thời gian nhiệm kỳ (14/8/2020–31/12/2025)")
