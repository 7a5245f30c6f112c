"""So many of so many."""

import unicodedata

import pytest

from tiendo.quantity import Ratio, find_ratios


@pytest.mark.parametrize(("text", "start", "end", "count", "of"), [
    ("17/17 chỉ tiêu đạt và vượt", 0, 5, 17, 17),
    ("đứng thứ 3/63", 9, 13, 3, 63),
    ("đạt 13 / 13 tiêu chí", 4, 11, 13, 13),
    ("có 05/12 phường.", 3, 8, 5, 12),
])
def test_find_ratios_reads_so_many_of_so_many(text: str, start: int, end: int, count: int, of: int) -> None:
    assert find_ratios(text) == (Ratio(start, end, count, of),)


@pytest.mark.parametrize("text", [
    "chiều 5/4", "ngày 3/4", "ngày 05/5/2022", "số 15/2022/QH15", "số 12/34-KH", "tháng 3/2023", "18/17", "1,5/2",
])
def test_find_ratios_leaves_dates_and_symbols_alone(text: str) -> None:
    assert find_ratios(text) == ()


def test_find_ratios_gives_offsets_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "đạt và vượt 9/17 chỉ tiêu")
    (ratio,) = find_ratios(text)
    assert text[ratio.start:ratio.end] == "9/17"
