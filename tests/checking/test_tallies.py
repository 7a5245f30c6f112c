"""Tallies: a count within its whole, one whole for a set, and a share that says what its counts say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.texts import codes, says, told


def test_more_counted_than_there_are() -> None:
    """Đến nay đã hoàn thành 18/17 chỉ tiêu."""
    text = test_more_counted_than_there_are.__doc__
    assert told(text) == [("C201", "error", "18/17 chỉ tiêu", None)]
    assert says(text) == {"count": "18", "of": "17", "subject": "chỉ tiêu"}


def test_part_of_a_set_with_another_whole() -> None:
    """17/17 chỉ tiêu đạt và vượt, trong đó có 9/18 chỉ tiêu vượt."""
    assert told(test_part_of_a_set_with_another_whole.__doc__) == [("C203", "warning", "9/18 chỉ tiêu", None)]


@pytest.mark.parametrize("text", [
    "17/17 chỉ tiêu đều đạt và vượt, trong đó có 9/17 chỉ tiêu vượt kế hoạch.",
    "17/20 chỉ tiêu đạt và vượt, trong đó 9/17 chỉ tiêu vượt.",
    "Xã A đạt 24/28 chỉ tiêu, xã B đạt 37/57 chỉ tiêu.",
    "8 năm liên tiếp xếp thứ Nhất; năm thứ 6 liên tiếp đạt tuyệt đối 13/13 chỉ tiêu thi đua.",
])
def test_right_tallies_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "quote", "computed"), [
    ("Năm 2022, quận có 27/38 trường công lập đạt chuẩn quốc gia, chiếm 75,1%.", "chiếm 75,1%", "71,05"),
    ("Tỷ lệ trường đạt chuẩn là 72,1% (27/38 trường).", "là 72,1%", "71,05"),
    ("Có 17/18 chỉ tiêu đạt và vượt (95%).", "95%", "94,44"),
])
def test_share_that_its_counts_contradict(text: str, quote: str, computed: str) -> None:
    assert told(text) == [("C204", "error", quote, None)]
    assert says(text)["computed"] == computed


@pytest.mark.parametrize("text", [
    "Năm 2022, quận có 27/38 trường công lập đạt chuẩn quốc gia, chiếm 71,1%.",
    "Có 17/18 chỉ tiêu đạt và vượt (94,4%).",
    "Có 2/3 chỉ tiêu đạt (66,6%) và 1/3 chỉ tiêu chưa đạt (33,3%).",
    "Có 17/18 chỉ tiêu đạt, tỷ lệ hộ nghèo còn 1,2%.",
])
def test_share_rounded_or_cut_and_share_of_something_else_are_left_alone(text: str) -> None:
    assert codes(text) == []


@settings(max_examples=60)
@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 2), st.booleans())
def test_share_of_counts_is_called_wrong_exactly_when_it_is(count: int, of: int, places: int, slip: bool) -> None:
    """Both rounding and cutting are right; two steps off is wrong."""
    if count > of:
        count, of = of, count
    share = round(100 * count / of + (3 * 10 ** -places if slip else 0), places)
    text = f"Có {count}/{of} trường đạt chuẩn quốc gia, chiếm {f'{share:.{places}f}'.replace('.', ',')}%."
    assert codes(text) == (["C204"] if slip else [])
