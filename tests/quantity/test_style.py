"""Which way a document separates thousands and decimals."""

import unicodedata

import pytest

from tiendo.quantity import Style, style_of


@pytest.mark.parametrize(("text", "style"), [
    ("chi 1.234,5 tỷ đồng", Style.VIETNAMESE),
    ("tăng 7,4%; trồng 1.300ha rừng", Style.VIETNAMESE),
    ("1.519.400 người, thu nhập 76,6 triệu đồng", Style.VIETNAMESE),
    ("chi 1,234.5 tỷ đồng", Style.ENGLISH),
    ("có 1,234,567 người", Style.ENGLISH),
    ("diện tích 5.83ha", Style.ENGLISH),
    ("xuất khẩu 17.2 tỉ USD, tăng 5,3%", Style.MIXED),
    ("diện tích 5.83ha, 1.300 hộ", Style.MIXED),
    ("1,234.5 và 1.234,5", Style.MIXED),
])
def test_style_of_finds_what_the_numbers_show(text: str, style: Style) -> None:
    assert style_of(text) is style
    assert style_of(unicodedata.normalize("NFD", text)) is style


@pytest.mark.parametrize("text", [
    "", "không có số nào", "17/17 chỉ tiêu", "tăng 7,4%", "chi 65,624 tỷ, bằng 19,20%", "1.1. Kinh tế\n1.2. Xã hội",
    "ngày 15.6.2022", "Nghị quyết 15-NQ/TW năm 2022", "1.300 hộ",
])
def test_style_of_says_nothing_where_too_little_shows(text: str) -> None:
    """A decimal comma alone does not settle a comma before three digits: writers do mix them."""
    assert style_of(text) is None
