"""Lists and structures that do not make their whole."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.texts import codes, says, told
from tiendo.quantity import format_number


def test_parts_that_do_not_make_their_total() -> None:
    """Tổng chi ngân sách là 1.486 tỷ đồng, gồm chi thường xuyên 812 tỷ đồng, chi đầu tư 574 tỷ đồng."""
    text = test_parts_that_do_not_make_their_total.__doc__
    words = "là 1.486 tỷ đồng, gồm chi thường xuyên 812 tỷ đồng, chi đầu tư 574 tỷ đồng"
    assert told(text) == [("C305", "warning", words, None)]
    assert says(text) == {"sum": "812 tỷ đồng + 574 tỷ đồng", "total": "1.386 tỷ đồng", "whole": "1.486 tỷ đồng"}


def test_some_parts_may_not_be_more_than_their_whole() -> None:
    """Tổng vốn đầu tư công là 612 tỷ đồng, trong đó vốn thành phố 400 tỷ đồng, vốn quận 312 tỷ đồng."""
    assert codes(test_some_parts_may_not_be_more_than_their_whole.__doc__) == ["C305"]


def test_counts_are_exact() -> None:
    """Có 52 tổ chức cơ sở đảng được xếp loại, gồm 10 tổ chức xuất sắc, 38 tổ chức tốt, 3 tổ chức trung bình."""
    assert says(test_counts_are_exact.__doc__)["total"] == "51 tổ chức cơ sở đảng"


@pytest.mark.parametrize("text", [
    "Tổng chi ngân sách là 1.486 tỷ đồng, gồm chi thường xuyên 812 tỷ đồng, chi đầu tư 674 tỷ đồng.",
    "Tổng chi là 1.486 tỷ đồng, gồm chi thường xuyên 812,3 tỷ đồng, chi đầu tư 674,2 tỷ đồng.",
    "Tổng vốn đầu tư công là 612 tỷ đồng, trong đó vốn thành phố 400 tỷ đồng, vốn quận 112 tỷ đồng.",
    "Quận có 38 trường, gồm 15 trường mầm non, 14 trường tiểu học, 9 trường trung học cơ sở.",
    "Toàn quận có 115.000 hộ, gồm 90 nghìn hộ thường trú và 25 nghìn hộ tạm trú.",
    "Quận có 8 di tích, gồm 2 đình, 3 chùa.",
    "Tổng thu 900 tỷ đồng, gồm thu nội địa 700 tỷ đồng, trong đó thu từ đất 300 tỷ đồng, thu khác 200 tỷ đồng.",
    "Tổng thu khoảng 900 tỷ đồng, gồm thu nội địa 700 tỷ đồng, thu khác 300 tỷ đồng.",
])
def test_right_lists_and_lists_of_other_things_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_what_a_list_leaves_out_may_be_told_behind_it() -> None:
    """Có 52 tổ chức, gồm 10 tổ chức xuất sắc, 38 tổ chức tốt, 3 tổ chức trung bình. Một tổ chức đang chờ xem xét."""
    assert codes(test_what_a_list_leaves_out_may_be_told_behind_it.__doc__) == []


def test_structure_that_is_not_a_hundred() -> None:
    """Cơ cấu kinh tế: thương mại – dịch vụ chiếm 65,6%; công nghiệp – xây dựng chiếm 33,9%; nông nghiệp chiếm 1,5%."""
    text = test_structure_that_is_not_a_hundred.__doc__
    assert [(code, severity) for code, severity, _, _ in told(text)] == [("C306", "warning")]
    assert says(text) == {"sum": "65,6% + 33,9% + 1,5%", "total": "101"}


@pytest.mark.parametrize("text", [
    "Cơ cấu kinh tế: dịch vụ chiếm 65,6%; công nghiệp – xây dựng chiếm 33,9%; nông nghiệp chiếm 0,5%.",
    "Cơ cấu kinh tế: công nghiệp chiếm 76,19%; dịch vụ chiếm 16,49%; nông nghiệp chiếm 3,49%; thuế chiếm 3,84%.",
    "Cơ cấu kinh tế: công nghiệp chiếm 38%; dịch vụ chiếm 41%; nông nghiệp chiếm 12%.",
    "Cơ cấu kinh tế: dịch vụ chiếm 65,6%, trong đó thương mại chiếm 30%; công nghiệp chiếm 33,9%; nông nghiệp 0,5%.",
    "Hộ kinh doanh chiếm 40%, hộ làm nông chiếm 35%, hộ làm dịch vụ chiếm 30%.",
])
def test_whole_structures_partial_ones_and_other_shares_are_left_alone(text: str) -> None:
    assert codes(text) == []


def shown(tenths: int) -> str:
    return format_number(Decimal(tenths) / 10, 1)


@settings(max_examples=60)
@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 5000))
def test_true_sum_is_never_questioned_and_a_wrong_one_always(first: int, second: int, third: int) -> None:
    """Tổng chi là T tỷ đồng, gồm chi lương a tỷ đồng, chi đầu tư b tỷ đồng, chi khác c tỷ đồng."""
    text = ("Tổng chi là {} tỷ đồng, gồm chi lương " + shown(first) + " tỷ đồng, chi đầu tư " + shown(second)
            + " tỷ đồng, chi khác " + shown(third) + " tỷ đồng.")
    total = first + second + third
    assert (codes(text.format(shown(total))), codes(text.format(shown(total + 5)))) == ([], ["C305"])


@settings(max_examples=60)
@given(st.integers(50, 600), st.integers(50, 350))
def test_shares_of_a_whole_rounded_to_tenths_are_never_questioned(first: int, second: int) -> None:
    """Cơ cấu kinh tế: dịch vụ chiếm a%; công nghiệp chiếm b%; nông nghiệp chiếm c%."""
    text = "Cơ cấu kinh tế: dịch vụ chiếm {}%; công nghiệp chiếm {}%; nông nghiệp chiếm {}%."
    third = 1000 - first - second
    assert (codes(text.format(*map(shown, (first, second, third)))),
            codes(text.format(*map(shown, (first, second, third + 6))))) == ([], ["C306"])
