"""Groups of targets or tasks make their whole; what is inside another group is no second group."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.texts import codes, says, told


def test_groups_that_are_more_than_the_whole() -> None:
    """Trong 26 chỉ tiêu, có 22 chỉ tiêu đạt và vượt, 2 chỉ tiêu xấp xỉ đạt, 3 chỉ tiêu chưa đạt."""
    text = test_groups_that_are_more_than_the_whole.__doc__
    assert [(code, severity) for code, severity, _, _ in told(text)] == [("C202", "error")]
    assert says(text) == {"sum": "22 + 2 + 3", "total": "27", "of": "26"}


@pytest.mark.parametrize(("text", "sum_"), [
    ("Trong 26 nhiệm vụ Ban Thường vụ giao, đã hoàn thành 21 nhiệm vụ, đang thực hiện 4 nhiệm vụ, quá hạn 2 nhiệm vụ.",
     "21 + 4 + 2"),
    ("Trong 833 nhiệm vụ được giao, đã hoàn thành 585 nhiệm vụ, 76 nhiệm vụ đang thực hiện, 181 nhiệm vụ quá hạn.",
     "585 + 76 + 181"),
    ("Trong 26 chỉ tiêu, 9 chỉ tiêu vượt, 13 chỉ tiêu đạt, 5 chỉ tiêu chưa đạt.", "9 + 13 + 5"),
    ("UBND giao tổng số 50 nhiệm vụ. Trong đó, có 40 nhiệm vụ đã hoàn thành; 12 nhiệm vụ chưa hoàn thành.", "40 + 12"),
])
def test_groups_are_found_in_tallies_and_counts_alike(text: str, sum_: str) -> None:
    assert codes(text) == ["C202"]
    assert says(text)["sum"] == sum_


def test_words_of_a_finding_reach_from_the_whole_to_the_last_group() -> None:
    """Quận có 12 chỉ tiêu, trong đó 8 chỉ tiêu đạt, 5 chỉ tiêu chưa đạt kế hoạch năm."""
    ((_, _, quote, _),) = told(test_words_of_a_finding_reach_from_the_whole_to_the_last_group.__doc__)
    assert quote == "12 chỉ tiêu, trong đó 8 chỉ tiêu đạt, 5 chỉ tiêu chưa đạt"


@pytest.mark.parametrize(("text", "left"), [
    ("Có 22/26 chỉ tiêu đạt và vượt, 2/26 chỉ tiêu xấp xỉ đạt.", "2"),
    ("Có 16/30 chỉ tiêu đạt và vượt, 12/30 chỉ tiêu có khả năng đạt vào cuối nhiệm kỳ.", "2"),
    ("Đang thực hiện 2.414 nhiệm vụ, trong đó 2.065 nhiệm vụ trong hạn, 348 nhiệm vụ đã quá hạn.", "1"),
])
def test_what_is_left_unsaid_is_asked_for(text: str, left: str) -> None:
    assert [(code, severity) for code, severity, _, _ in told(text)] == [("C205", "warning")]
    assert says(text)["left"] == left


@pytest.mark.parametrize("text", [
    "Có 26 chỉ tiêu, trong đó 22 chỉ tiêu đạt và vượt (9 chỉ tiêu vượt), 2 chỉ tiêu xấp xỉ, 2 chỉ tiêu chưa đạt.",
    "17/17 chỉ tiêu đều đạt và vượt, trong đó có 9/17 chỉ tiêu vượt kế hoạch.",
    "Quận giao 45 nhiệm vụ, đã hoàn thành 30 nhiệm vụ, 15 nhiệm vụ đang thực hiện.",
    "Quận giao 45 nhiệm vụ, đã hoàn thành 30 nhiệm vụ, 2 nhiệm vụ quá hạn.",
    "Có 833 nhiệm vụ, trong đó 181 nhiệm vụ quá hạn (lâu nhất 120 ngày), 67 nhiệm vụ trong hạn, 585 nhiệm vụ xong.",
    "Có 2.723 nhiệm vụ đến hạn, trong đó đã hoàn thành 2.501 nhiệm vụ (91,8%), còn 222 nhiệm vụ quá hạn.",
    "Có 50 nhiệm vụ, xong 40 nhiệm vụ; đang thực hiện 10 nhiệm vụ, trong đó 9 nhiệm vụ trong hạn, 1 nhiệm vụ quá hạn.",
    "Quận đã giải quyết 1.250/1.300 hồ sơ; trong đó trước hạn 900 hồ sơ, đúng hạn 340 hồ sơ, quá hạn 10 hồ sơ.",
    "Đã giải quyết 1.250/1.300 hồ sơ, trong đó đúng hạn 1.240 hồ sơ, quá hạn 10 hồ sơ.",
    "Đã đạt 14/21 chỉ tiêu; 07/21 chỉ tiêu đang trong lộ trình thực hiện.",
    "Kinh tế có 10 chỉ tiêu, 8 chỉ tiêu đạt, 2 chỉ tiêu chưa đạt; xã hội có 7 chỉ tiêu, 6 đạt, 1 chỉ tiêu chưa đạt.",
    "Trong số 608 nhiệm vụ có 45 nhiệm vụ chậm tiến độ, Sở Xây dựng 21 nhiệm vụ, Sở Nội vụ 5 nhiệm vụ.",
    "Có 30 dự án, khởi công 12 dự án, hoàn thành 15 dự án, giải ngân xong 20 dự án.",
])
def test_whole_partitions_and_groups_inside_groups_are_left_alone(text: str) -> None:
    assert codes(text) == []


@settings(max_examples=60)
@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60), st.integers(-5, 5))
def test_partition_is_questioned_exactly_when_it_does_not_add_up(over: int, met: int, missed: int, off: int) -> None:
    """Trong n chỉ tiêu, a chỉ tiêu vượt, b chỉ tiêu đạt, c chỉ tiêu chưa đạt."""
    whole = over + met + missed + off
    text = f"Trong {whole} chỉ tiêu, {over} chỉ tiêu vượt, {met} chỉ tiêu đạt, {missed} chỉ tiêu chưa đạt."
    if whole <= max(over, met, missed):
        return
    assert codes(text) == ([] if off == 0 else ["C205"] if off > 0 else ["C202"])
