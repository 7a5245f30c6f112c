"""Shapes as SVG text."""

import pytest

from tiendo.review.charts.svg import area, dot, line, num, rect, together, words


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (12.04, "12"), (12.05, "12.1"), (-3.26, "-3.3"), (0, "0")])
def test_coordinate_has_one_decimal_and_none_where_whole(value: float, text: str) -> None:
    assert num(value) == text


def test_shapes_say_class_and_place() -> None:
    shapes = [line("a", [(0, 1.25), (2, 3)]), area("b", [(0, 0)]), dot("c", (1, 2), 3), rect("d", (1, 2), 3, 4)]
    assert together(shapes) == (
        '<polyline class="a" points="0,1.2 2,3"/><polygon class="b" points="0,0"/>'
        '<circle class="c" cx="1" cy="2" r="3"/><rect class="d" x="1" y="2" width="3" height="4"/>')


def test_words_are_escaped() -> None:
    assert words("w", (1, 2), "<b>&") == '<text class="w" x="1" y="2">&lt;b&gt;&amp;</text>'
