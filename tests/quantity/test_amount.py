"""Amounts in running text: every form of the field, exact values, offsets in the text as given."""

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity import Amount, Style, base, find_amounts, format_amount


def one(text: str, *, style: Style | None = None) -> Amount:
    (found,) = find_amounts(text, style=style)
    return found


@pytest.mark.parametrize(("text", "value", "unit", "decimals"), [
    ("7,4%", "7.4", "%", 1),
    ("95.91%", "95.91", "%", 2),
    ("41.562 tỷ 8 triệu đồng", "41562.008", "tỷ đồng", 3),
    ("27 tỷ 781 triệu đồng", "27.781", "tỷ đồng", 3),
    ("2 triệu 300 nghìn người", "2.3", "triệu người", 1),
    ("1.300ha", "1300", "ha", 0),
    ("4.28ha", "4.28", "ha", 2),
    ("05 trường", "5", "trường", 0),
    ("7,5%/năm", "7.5", "%/năm", 1),
    ("34.521 tỉ đồng", "34521", "tỷ đồng", 0),
    ("12 ngàn hộ", "12", "nghìn hộ", 0),
    ("5.000đ", "5000", "VND", 0),
    ("46,7 triệu đồng/người/năm", "46.7", "triệu đồng/người/năm", 1),
    ("62,5 tạ/ha", "62.5", "tạ/ha", 1),
    ("0,7 điểm%", "0.7", "điểm %", 1),
    ("48,89 %", "48.89", "%", 2),
    ("3 Chương trình", "3", "chương trình", 0),
    ("12 nghìn", "12", "nghìn", 0),
    ("25 vòng hoa sen", "25", "vòng", 0),
    ("25 triển lãm", "25", None, 0),
    ("1\u00a0234 hộ", "1234", "hộ", 0),
])
def test_find_amounts_reads_each_written_form(text: str, value: str, unit: str | None, decimals: int) -> None:
    found = one(text)
    assert (found.value, found.unit, found.decimals, found.bound, found.doubt) == (
        Decimal(value), unit, decimals, "exact", None,
    )


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("1,33 triệu tỷ", "1.33", "triệu tỷ đồng"),
    ("825 tỷ 776 triệu", "825.776", "tỷ đồng"),
    ("đạt 336,08 tỷ, tăng", "336.08", "tỷ đồng"),
])
def test_find_amounts_takes_bare_billions_for_money_and_says_so(text: str, value: str, unit: str) -> None:
    found = one(text)
    assert (found.value, found.unit, found.unit_implied) == (Decimal(value), unit, True)


def test_find_amounts_gives_money_exactly_in_dong() -> None:
    found = one("41.562 tỷ 8 triệu đồng")
    assert found.unit is not None
    assert base(found.value, found.unit) == (Decimal(41562008000000), "VND")


@pytest.mark.parametrize(("text", "bound"), [
    ("hơn 12 nghìn", "over"), ("trên 240 triệu đồng", "over"), ("ít nhất 5 xã", "over"), ("từ 5 ha trở lên", "over"),
    ("không dưới 5 xã", "over"), ("≥ 95%", "over"), ("khoảng hơn 23.000 tỷ đồng", "over"),
    ("dưới 18%", "under"), ("không quá 3%", "under"), ("5 ngày công trở xuống", "under"), ("không cao hơn 3%", "under"),
    ("khoảng 30%", "about"), ("gần 400 hộ", "about"), ("xấp xỉ 20 tấn", "about"), ("trên dưới 5%", "about"),
    ("30%", "exact"),
])
def test_find_amounts_takes_in_the_words_of_a_bound(text: str, bound: str) -> None:
    found = one(text)
    assert (found.bound, found.start, found.end) == (bound, 0, len(text))


@pytest.mark.parametrize("text", ["cao hơn 2%", "nhiều hơn 2%", "thấp  hơn 2%"])
def test_find_amounts_takes_a_compared_difference_as_exact(text: str) -> None:
    assert one(text).bound == "exact"


def test_find_amounts_does_not_take_trien_for_trieu() -> None:
    assert [(a.value, a.unit) for a in find_amounts("phát triển 3 triển lãm")] == [(Decimal(3), None)]


@pytest.mark.parametrize(("text", "low", "high", "unit"), [
    ("3-5%", "3", "5", "%"),
    ("3 – 5%", "3", "5", "%"),
    ("từ 3% đến 5%", "3", "5", "%"),
    ("6,5% – 7%/năm", "6.5", "7", "%/năm"),
    ("từ 80-85%", "80", "85", "%"),
    ("3,1-3,2 triệu tỷ đồng", "3.1", "3.2", "triệu tỷ đồng"),
    ("181 tỷ đồng đến 362 tỷ đồng", "181", "362", "tỷ đồng"),
    ("từ 900 triệu đến 1,2 tỷ đồng", "0.9", "1.2", "tỷ đồng"),
    ("1-2 chuyến", "1", "2", "chuyến"),
    ("15 tới 20 triệu đồng/người/năm", "15", "20", "triệu đồng/người/năm"),
    ("từ -3% đến -4%", "-3", "-4", "%"),
])
def test_find_amounts_joins_the_ends_of_a_range(text: str, low: str, high: str, unit: str) -> None:
    found = one(text)
    assert (found.value, found.value_to, found.unit, found.start, found.end) == (
        Decimal(low), Decimal(high), unit, 0, len(text),
    )


def test_find_amounts_keeps_two_units_apart() -> None:
    assert [(a.value, a.value_to) for a in find_amounts("từ 3% đến 5 xã")] == [(Decimal(3), None), (Decimal(5), None)]
    assert [(a.value, a.unit) for a in find_amounts("chi 5 tỷ - 7%")] == [(Decimal(5), "tỷ đồng"), (Decimal(7), "%")]


@pytest.mark.parametrize(("text", "per"), [
    ("bình quân 7,5%/năm", "năm"), ("tăng 7,1% mỗi năm", "năm"), ("46 triệu đồng/người/năm", "người/năm"),
    ("200 triệu đồng / hộ", "hộ"), ("7,1%", None),
])
def test_find_amounts_names_the_per_part(text: str, per: str | None) -> None:
    assert one(text).per == per


@pytest.mark.parametrize(("text", "value"), [
    ("giảm còn -4,13%", "-4.13"), ("tăng trưởng âm, đạt – 4,13%", "-4.13"), ("(-0,3 điểm%)", "-0.3"),
    ("-4,13%", "-4.13"), ("công nghiệp\n−4,13%\nxây dựng", "-4.13"), ("(+5,9%)", "5.9"), ("- 45 dự án", "45"),
    ("năm 2020 – 45 dự án", "45"),
])
def test_find_amounts_tells_a_minus_from_a_dash(text: str, value: str) -> None:
    found = one(text)
    assert (found.value, found.doubt) == (Decimal(value), None)


def test_find_amounts_doubts_a_dash_that_opens_a_line() -> None:
    found = one("-45 dự án hoàn thành")
    assert (found.value, found.doubt) == (Decimal(45), "leading_dash")


def test_find_amounts_keeps_the_doubt_of_an_open_comma() -> None:
    """Of "65,624 tỷ, bằng 19,20%" the share shows a decimal comma, yet 65,624 may be sixty-five thousand."""
    money, share = find_amounts("thu 65,624 tỷ, bằng 19,20% dự toán")
    assert (money.value, money.doubt) == (Decimal("65.624"), "comma_three_digits")
    assert (share.value, share.doubt) == (Decimal("19.20"), None)


@pytest.mark.parametrize(("text", "style", "value"), [
    ("7,061 nghìn tỷ đồng", Style.VIETNAMESE, "7.061"),
    ("65,624 tỷ đồng", Style.ENGLISH, "65624"),
    ("2,450 USD", None, "2450"),
    ("6,617 người", Style.VIETNAMESE, "6617"),
    ("41,562 tỷ 8 triệu đồng", None, "41562.008"),
    ("0,125%", None, "0.125"),
])
def test_find_amounts_settles_an_open_comma_by_style_unit_or_shape(
    text: str, style: Style | None, value: str,
) -> None:
    """People and coins come whole, and a compound's head holds no decimals."""
    found = one(text, style=style)
    assert (found.value, found.doubt) == (Decimal(value), None)


def test_find_amounts_doubts_digits_split_by_a_space() -> None:
    assert [(a.value, a.doubt) for a in find_amounts("có 2 300 hộ")] == [
        (Decimal(2), None), (Decimal(300), "space_before_three_digits"),
    ]


@pytest.mark.parametrize("text", [
    "Nghị quyết số 15-NQ/TW ngày 05/5/2022", "Nghị định 30/2020/NĐ-CP", "COVID-19", "lần thứ 16", "Điều 4",
    "17/17", "chiều 5/4", "năm 2020, 2022 và 2023", "nhiệm kỳ 2020-2025", "6 tháng đầu năm", "quý 3", "mô hình 3D",
    "mục 3.5.2", "tầng 12a",
])
def test_find_amounts_leaves_dates_names_and_symbols_alone(text: str) -> None:
    assert find_amounts(text) == ()


def test_find_amounts_keeps_lines_apart() -> None:
    """Cells of a table stand on lines of their own: a number does not take the next cell for its unit."""
    assert [(a.value, a.unit) for a in find_amounts("45\nhộ\n12 tỷ\n8 triệu")] == [
        (Decimal(45), None), (Decimal(12), "tỷ đồng"), (Decimal(8), "triệu"),
    ]


SENTENCES = [
    "thu ngân sách đạt 41.562 tỷ 8 triệu đồng, tăng khoảng 7,4% so với năm trước",
    "hỗ trợ từ 900 triệu đến 1,2 tỷ đồng cho 05 trường và hơn 12 nghìn hộ",
    "giảm còn dưới 1% hộ nghèo, bình quân 7,5%/năm",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_find_amounts_reads_both_normal_forms_the_same(text: str) -> None:
    taken_apart = unicodedata.normalize("NFD", text)
    bare = [replace(a, start=0, end=0, digits_at=0) for a in find_amounts(text)]
    assert [replace(a, start=0, end=0, digits_at=0) for a in find_amounts(taken_apart)] == bare
    assert [unicodedata.normalize("NFC", taken_apart[a.start:a.end]) for a in find_amounts(taken_apart)] == [
        text[a.start:a.end] for a in find_amounts(text)
    ]


@pytest.mark.parametrize(("value", "unit", "decimals", "text"), [
    ("41562.008", "tỷ đồng", None, "41.562,008 tỷ đồng"),
    ("7.4", "%", None, "7,4%"),
    ("7.5", "%/năm", None, "7,5%/năm"),
    ("1300", "ha", None, "1.300 ha"),
    ("1000000", "VND", None, "1.000.000 đồng"),
    ("46.7", "triệu đồng/người/năm", 2, "46,70 triệu đồng/người/năm"),
    ("12", "nghìn", None, "12 nghìn"),
    ("3", "sản vật lạ", None, "3 sản vật lạ"),
    ("5", "tỉ VNĐ", None, "5 tỷ đồng"),
])
def test_format_amount_writes_the_vietnamese_form(value: str, unit: str, decimals: int | None, text: str) -> None:
    assert format_amount(Decimal(value), unit, decimals) == text


UNITS = ["%", "%/năm", "điểm %", "VND", "tỷ đồng", "nghìn tỷ đồng", "triệu USD", "ha", "người", "hộ", "dự án",
         "triệu đồng/người/năm", "nghìn hộ", "tạ/ha", "m2"]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**12, max_value=10**12, places=2),
       st.sampled_from(UNITS), st.sampled_from(["NFC", "NFD"]))
def test_find_amounts_reads_back_what_format_amount_writes(value: Decimal, unit: str, form: str) -> None:
    """The loop test stands on this: what a review writes, the reader reads."""
    text = unicodedata.normalize(form, f"kết quả đạt {format_amount(value, unit)} theo báo cáo")  # type: ignore[arg-type]
    found = one(text)
    assert (found.value, found.unit, found.doubt) == (value, unit, None)
