"""Ladders of levels: rating and recognition as places (domain.md 1.2, 2.3)."""

from decimal import Decimal

import pytest

from tiendo.plan import Scale, scale_named, scales
from tiendo.words import LANGS


def scale(name: str) -> Scale:
    found = scale_named(name)
    assert found
    return found


def test_the_scales_there_are() -> None:
    assert {name: each.levels for name, each in scales().items()} == {
        "vn.xep_loai": ("kht", "ht", "htt", "htxs"), "vn.cong_nhan": ("chua", "da_nop", "cong_nhan"),
    }


def test_better_is_higher() -> None:
    """“Hoàn thành tốt nhiệm vụ trở lên” compares like a number."""
    rating = scale("vn.xep_loai")
    assert [rating.ordinal(level) for level in rating.levels] == [0, 1, 2, 3]


@pytest.mark.parametrize("text", ["htt", " HTT ", "Hoàn thành tốt nhiệm vụ", "hoàn thành  tốt nhiệm vụ",
                                  "Tasks completed well"])
def test_a_level_is_known_by_code_and_words(text: str) -> None:
    assert scale("vn.xep_loai").ordinal(text) == Decimal(2)


def test_what_is_no_level_has_no_place() -> None:
    assert [scale("vn.xep_loai").ordinal(text) for text in ("tốt", "2", "")] == [None, None, None]
    assert [scale("vn.xep_loai").code(Decimal(text)) for text in ("2", "2.5", "4", "-1", "NaN", "Infinity")] == [
        "htt", None, None, None, None, None,
    ]


def test_a_place_in_words_and_none_beyond_the_ladder() -> None:
    recognition = scale("vn.cong_nhan")
    assert [recognition.label(Decimal(place), "vi") for place in range(3)] == [
        "Chưa thực hiện", "Đã trình hồ sơ", "Được công nhận",
    ]
    assert recognition.label(Decimal(2), "en") == "Recognised"
    with pytest.raises(ValueError, match="no level at 3"):
        recognition.label(Decimal(3), "vi")


def test_an_unknown_scale_is_none() -> None:
    assert scale_named("vn.khac") is None


def test_levels_are_told_apart_by_their_words() -> None:
    for each in scales().values():
        places = [Decimal(place) for place in range(len(each.levels))]
        assert [each.ordinal(each.label(place, lang)) for lang in LANGS for place in places] == [*places, *places]
