"""Sparkline and chart as shapes and words."""

import re

import pytest

from reviews import example
from tiendo.plan import value_text
from tiendo.review.charts import Shares, Track, chart, chart_words, spark, spark_of_shares, track_of


def track(code: str, day: str = "2023-03-31") -> Track:
    review = example(day)
    line = next(one for one in review.lines if one.target.code == code)
    found = track_of(review.plan, line, review.as_of)
    assert found
    return found


def written(code: str, day: str = "2023-03-31") -> list[str]:
    return re.findall(r">([^<]+)</text>", chart_words(track(code, day), lambda value: value_text(value, None, "vi")))


def test_sparkline_has_good_side_path_day_line_points_and_the_latest() -> None:
    looks = re.findall(r'class="([\w-]+)"', spark(track("KT-05")))
    assert looks == ["c-good", "c-edge", "c-now", "c-act", "c-dot", "c-dot", "c-dot", "c-last"]


def test_sparkline_draws_a_period_without_data_as_a_dashed_circle() -> None:
    looks = re.findall(r'class="([\w-]+)"', spark(track("VX-02", "2022-03-31")))
    assert (looks.count("c-gap"), looks.count("c-act")) == (1, 0)


def test_structure_is_one_bar_a_period_and_an_unknown_part_leaves_it_empty() -> None:
    drawn = spark_of_shares([Shares((60.0, 40.0)), Shares(()), Shares((70.0, 30.0), goal=True)])
    assert re.findall(r'class="([^"]+)"', drawn) == [
        "c-part0", "c-part1", "c-void", "c-part0 c-goalbar", "c-part1 c-goalbar"]


@pytest.mark.parametrize("values", [(0.0, 0.0), (-5.0, 0.0)])
def test_structure_without_any_share_is_empty(values: tuple[float, ...]) -> None:
    assert re.findall(r'class="([^"]+)"', spark_of_shares([Shares(values)])) == ["c-void"]


def test_chart_names_years_and_the_day_viewed_in_its_shapes() -> None:
    assert re.findall(r">([^<]+)</text>", chart(track("KT-05"), "31/03/2023")) == [
        "2020", "2021", "2022", "2023", "2024", "2025", "31/03/2023"]


def test_chart_of_a_path_writes_goal_first_and_last_value() -> None:
    assert written("KT-05") == ["95", "68,5", "80,4"]


def test_chart_of_years_writes_every_one_of_a_few_values() -> None:
    assert written("VX-05") == ["0,95", "1,15", "1,04", "1,02"]


def test_chart_writes_first_and_last_alone_where_more_words_would_touch() -> None:
    """Năm kỳ nửa năm cùng 100%: chữ sẽ đè lên nhau."""
    assert written("DT-01").count("100") == 3  # goal, first, last


def test_shapes_never_carry_a_style_of_their_own() -> None:
    for code in ("KT-05", "XD-03", "VX-05"):
        assert re.findall(r"style|fill=|stroke=", spark(track(code)) + chart(track(code), "31/03/2023")) == []
