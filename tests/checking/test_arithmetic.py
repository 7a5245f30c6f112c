"""Shares, growth and excess against the numbers beside them: what is wrong is said, what rounding explains is not."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking.texts import codes, findings, says, told
from tiendo.checking.shown import HUNDRED, part_of, shown
from tiendo.quantity import format_number

FEW = settings(max_examples=80)


def test_share_that_its_numbers_contradict() -> None:
    """Chi thường xuyên đạt 812,4 tỷ đồng, bằng 71,60% dự toán (1.052 tỷ đồng)."""
    text = test_share_that_its_numbers_contradict.__doc__
    assert told(text) == [("C301", "error", "bằng 71,60% dự toán", None)]
    assert says(text) == {"stated": "71,60%", "value": "812,4 tỷ đồng", "base": "1.052 tỷ đồng", "computed": "77,22%"}


def test_share_of_a_plan_told_in_the_sentence_before() -> None:
    """Kế hoạch thu ngân sách năm 2023 là 500 tỷ đồng. Quý I, thu ngân sách đạt 65,624 tỷ đồng, bằng 19,20% kế hoạch."""
    assert told(test_share_of_a_plan_told_in_the_sentence_before.__doc__) == [
        ("C301", "error", "bằng 19,20% kế hoạch", None)]


def test_two_denominators_each_with_its_own_share() -> None:
    """Giải ngân 586 tỷ đồng, bằng 95,9% kế hoạch Trung ương giao (611 tỷ đồng) và 91,8% kế hoạch quận (665 tỷ đồng)."""
    text = test_two_denominators_each_with_its_own_share.__doc__
    assert told(text) == [("C301", "error", "91,8% kế hoạch quận", None)]
    assert says(text)["computed"] == "88,12%"


@pytest.mark.parametrize(("text", "quote", "value", "computed"), [
    ("Quý I, quận giải ngân 65,6 tỷ đồng, bằng 19,20% kế hoạch vốn 541,8 tỷ đồng.", "bằng 19,20% kế hoạch vốn",
     "65,6 tỷ đồng", "12,11%"),
    ("Quý I, quận giải ngân 65,6 tỷ đồng trên kế hoạch 341,8 tỷ đồng, bằng 25%.", "bằng 25%", "65,6 tỷ đồng", "19,19%"),
    ("Giải ngân vốn đầu tư công 65,6/341,8 tỷ đồng, đạt 25%.", "đạt 25%", "65,6 tỷ đồng", "19,19%"),
    ("Giải ngân 65,6 tỷ đồng, đạt 25% kế hoạch vốn năm 2023 là 341,8 tỷ đồng.", "đạt 25% kế hoạch vốn năm 2023",
     "65,6 tỷ đồng", "19,19%"),
    ("Giải ngân 65,6 tỷ đồng/kế hoạch 341,8 tỷ đồng, đạt tỷ lệ 25%.", "25%", "65,6 tỷ đồng", "19,19%"),
    ("Giải ngân 65,6 tỷ đồng trên tổng số 341,8 tỷ đồng (đạt 25%).", "đạt 25%", "65,6 tỷ đồng", "19,19%"),
    ("Quý I, quận giải ngân 65,6 tỷ đồng, chiếm 25% tổng vốn 341,8 tỷ đồng.", "chiếm 25%", "65,6 tỷ đồng", "19,19%"),
    ("Kế hoạch vốn 341,8 tỷ đồng, đã giải ngân 65,6 tỷ đồng, đạt 25%.", "đạt 25%", "65,6 tỷ đồng", "19,19%"),
    ("Quý I, tỷ lệ giải ngân đạt 25% (65,6/341,8 tỷ đồng).", "đạt 25%", "65,6 tỷ đồng", "19,19%"),
    ("Toàn xã gieo trồng 1.250/1.560 ha, đạt 96% kế hoạch.", "đạt 96% kế hoạch", "1.250 ha", "80,13%"),
    ("Toàn xã có 450 hộ trên tổng số 600 hộ có nước sạch, đạt 80%.", "đạt 80%", "450 hộ", "75%"),
])
def test_share_against_a_whole_told_without_brackets(text: str, quote: str, value: str, computed: str) -> None:
    """`tiendo check` only sees a wrong share when its plan stands in brackets; our units seldom write brackets."""
    assert told(text) == [("C301", "error", quote, None)]
    assert (says(text)["value"], says(text)["computed"]) == (value, computed)


@pytest.mark.parametrize("text", [
    "Quý I năm 2023, thu ngân sách đạt 65,624 tỷ đồng, bằng 19,20% kế hoạch (341,8 tỷ đồng).",
    "Giải ngân 586 tỷ đồng, bằng 95,9% kế hoạch Thủ tướng giao (611 tỷ đồng) và 88,1% kế hoạch quận (665 tỷ đồng).",
    "Giải ngân đạt 586 tỷ đồng, bằng 95,9% kế hoạch Thủ tướng giao và 88,1% kế hoạch Thành phố giao.",
    "Kế hoạch giải ngân là 611 tỷ đồng. Giải ngân đạt 586 tỷ đồng, bằng 88,1% kế hoạch quận và 95,9% kế hoạch tỉnh.",
    "Kế hoạch thu ngân sách năm 2023 là 500 tỷ đồng. Quý I, thu nội địa đạt 65 tỷ đồng, bằng 19,2% kế hoạch.",
    "Thu ngân sách gần 421 tỷ đồng, bằng gần 262% dự toán (160 tỷ đồng).",
    "Quận giải quyết việc làm cho 10.236 lao động, bằng 113,7% kế hoạch (9.000 lao động).",
    "Sản lượng đạt 281.335 tấn, đạt 100% kế hoạch và 104,13% cùng kỳ.",
    "Chi đầu tư là 574 tỷ đồng, chiếm 38,6% tổng chi (1.486 tỷ đồng).",
    "Thu ngân sách đạt 120 tỷ đồng; chi ngân sách bằng 80% dự toán (90 tỷ đồng).",
    "Kế hoạch là 500 triệu USD. Kim ngạch đạt 65 tỷ đồng, bằng 19,2% kế hoạch.",
    "Quý I, quận giải ngân 65,6 tỷ đồng, bằng 12,1% kế hoạch vốn 541,8 tỷ đồng.",
    "Quý I, quận giải ngân 65,6 tỷ đồng trên kế hoạch 341,8 tỷ đồng, bằng 19%.",
    "Quý I, quận giải ngân 65,6 tỷ đồng trên kế hoạch 341,8 tỷ đồng, phấn đấu cả năm đạt 95%.",
    "Quý I, quận giải ngân khoảng 65 tỷ đồng trên kế hoạch 341,8 tỷ đồng, bằng 20%.",
    "Giải ngân vốn đầu tư công 65,6/341,8 tỷ đồng, đạt 19,2%, tăng 25% so với cùng kỳ.",
    "Giải ngân vốn đầu tư công 65,6/341,8 tỷ đồng, đạt 80% kế hoạch quý.",
    "Giải ngân 65,6 tỷ đồng, bằng 19,2% kế hoạch vốn, trong đó vốn thành phố 41,8 tỷ đồng.",
    "Giải ngân 65,6 tỷ đồng, đạt 25% kế hoạch và tăng 12,5 tỷ đồng so với cùng kỳ.",
    "Giải ngân 65,6 tỷ đồng, bằng 25% dự toán quý trong tổng dự toán 341,8 tỷ đồng cả năm.",
    "Toàn xã gieo trồng 1.250/1.300 ha, đạt 96%.",
    "Kế hoạch năm là 0 tỷ đồng. Thu ngân sách đạt 65 tỷ đồng, bằng 19,2% kế hoạch (0 tỷ đồng).",
])
def test_right_or_open_shares_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_growth_against_the_base_in_brackets() -> None:
    """Thu nhập bình quân đầu người năm 2022 đạt 80,4 triệu đồng, tăng 15,4% so với năm 2021 (70,9 triệu đồng)."""
    text = test_growth_against_the_base_in_brackets.__doc__
    assert told(text) == [("C302", "error", "tăng 15,4% so với năm 2021", None)]
    assert says(text)["computed"] == "13,4%"


@pytest.mark.parametrize(("text", "computed"), [
    ("Số trường tăng từ 40 lên 50 trường (tăng 20%).", "25%"),
    ("Sản lượng đạt 1.200 tấn, tăng 200 tấn, tăng 25% so với cùng kỳ.", "20%"),
    ("Sản lượng đạt 800 tấn, giảm 25% (200 tấn) so với cùng kỳ.", "-20%"),
    ("Kim ngạch đạt 8.710 tỷ đồng, giảm 1,21% so với tháng trước (8.270 tỷ đồng).", "5,32%"),
])
def test_growth_against_what_it_grew_from(text: str, computed: str) -> None:
    (found,) = findings(text)
    assert (found.problem.code, found.problem.severity, found.problem.values["computed"]) == ("C302", "error", computed)


@pytest.mark.parametrize("text", [
    "Thu nhập năm 2022 đạt 80,4 triệu đồng, tăng 13,4% so với năm 2021 (70,9 triệu đồng).",
    "Thu nhập tăng từ 68,5 triệu đồng năm 2020 lên 80,4 triệu đồng năm 2022, bình quân tăng 8,3%/năm.",
    "Thu nhập tăng từ 68,5 triệu đồng lên 80,4 triệu đồng, tăng 6,1% so với năm 2021.",
    "Sản lượng đạt 1.200 tấn, tăng 20% (200 tấn) so với cùng kỳ.",
    "Sản lượng đạt 800 tấn, giảm 20% (200 tấn) so với cùng kỳ.",
    "Kim ngạch đạt 6,99 tỷ USD, giảm 7,17% so với tháng 7 và 11,65% so với cùng kỳ năm 2019.",
    "Sản lượng đạt 1.200 tấn, tăng hơn 200 tấn, tăng 20% so với cùng kỳ.",
])
def test_right_averages_and_amounts_of_change_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "quote", "computed"), [
    ("Thu ngân sách đạt 112% dự toán, vượt 14% so với kế hoạch.", "vượt 14% so với kế hoạch", "12%"),
    ("Thu ngân sách đạt 120 tỷ đồng, vượt 30 tỷ đồng so với dự toán (100 tỷ đồng).",
     "vượt 30 tỷ đồng so với dự toán", "20 tỷ đồng"),
    ("Quận có 9 trường đạt chuẩn, vượt 2 trường so với chỉ tiêu (8 trường).",
     "vượt 2 trường so với chỉ tiêu", "1 trường"),
])
def test_excess_against_its_plan(text: str, quote: str, computed: str) -> None:
    assert told(text) == [("C303", "error", quote, None)]
    assert says(text)["computed"] == computed


@pytest.mark.parametrize("text", [
    "Thu ngân sách đạt 112,4% dự toán, vượt 12% so với dự toán.",
    "Thu ngân sách đạt 120 tỷ đồng, vượt 20% dự toán (100 tỷ đồng).",
    "Giải ngân đạt 95,91% kế hoạch, vượt 0,91% chỉ tiêu (95%).",
    "Giải ngân đạt 95,91% kế hoạch, vượt 0,91% so với chỉ tiêu đề ra.",
])
def test_right_excess_and_excess_over_a_rate_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_comma_that_only_fits_as_thousands() -> None:
    """Doanh thu ước đạt 1,234 tỷ đồng, bằng 102,8% kế hoạch (1.200 tỷ đồng)."""
    assert told(test_comma_that_only_fits_as_thousands.__doc__) == [
        ("C304", "info", "ước đạt 1,234 tỷ đồng", "1.234 tỷ đồng")]


def test_comma_before_three_digits_is_wrong_only_when_neither_reading_fits() -> None:
    """Doanh thu ước đạt 1,234 tỷ đồng, bằng 97,2% kế hoạch (1.200 tỷ đồng)."""
    assert codes(test_comma_before_three_digits_is_wrong_only_when_neither_reading_fits.__doc__) == ["C301"]


@pytest.mark.parametrize(("text", "computed"), [
    ("Tỷ lệ hộ nghèo năm 2022 là 0,16%, giảm 0,30 điểm % so với năm 2021 (0,56%).", "-0,4 điểm %"),
    ("Tỷ lệ hộ nghèo giảm từ 2,1% xuống còn 1,6%, giảm 0,8 điểm phần trăm.", "-0,5 điểm %"),
])
def test_difference_of_two_rates_in_points(text: str, computed: str) -> None:
    (found,) = findings(text)
    assert (found.problem.code, found.problem.severity, found.problem.values["computed"]) == ("C307", "error", computed)


@pytest.mark.parametrize(("text", "suggestion"), [
    ("Năm 2022, thương mại - dịch vụ chiếm 65,6%, tăng 1,7% so với năm 2021 (63,9%).", "1,7 điểm %"),
    ("Tỷ lệ hộ nghèo giảm từ 2,1% xuống còn 1,6%, giảm 0,5%.", "0,5 điểm %"),
])
def test_per_cent_where_points_are_meant(text: str, suggestion: str) -> None:
    assert [(code, severity, tip) for code, severity, _, tip in told(text)] == [("C308", "warning", suggestion)]


@pytest.mark.parametrize("text", [
    "Tỷ lệ hộ nghèo năm 2022 là 0,16%, giảm 0,40 điểm % so với năm 2021 (0,56%).",
    "Tỷ lệ hộ nghèo giảm từ 2,1% xuống còn 1,6%, giảm 23,8%.",
    "Tỷ lệ hộ nghèo giảm từ 2,1% xuống còn 1,6% (giảm 0,5 điểm phần trăm).",
])
def test_points_and_relative_changes_of_rates_that_fit_are_left_alone(text: str) -> None:
    assert codes(text) == []


# --- arithmetic over random numbers -----------------------------------------------------------------------------------

amounts = st.decimals(Decimal("0.5"), 10**6, places=4)
rates = st.decimals(Decimal("0.02"), 3, places=6)
decimals = st.integers(0, 2)


def printed(value: Decimal, places: int) -> str:
    return format_number(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), places)


def number(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@FEW
@given(amounts, rates, st.integers(0, 3), st.integers(0, 3), decimals)
def test_true_share_printed_rounded_is_never_called_wrong(
    plan: Decimal, rate: Decimal, value_places: int, plan_places: int, share_places: int,
) -> None:
    value, share = printed(plan * rate, value_places), printed(100 * rate, share_places)
    text = f"Năm 2022, thu ngân sách đạt {value} tỷ đồng, bằng {share}% dự toán ({printed(plan, plan_places)} tỷ đồng)."
    assert [code for code in codes(text) if code != "C304"] == []


@FEW
@given(amounts, rates, decimals, decimals, decimals, st.booleans())
def test_share_wrong_by_more_than_its_rounding_is_always_called_wrong(
    plan: Decimal, rate: Decimal, value_places: int, plan_places: int, share_places: int, above: bool,
) -> None:
    value, whole = number(plan * rate, value_places), number(plan, plan_places)
    ends = part_of(shown(value, value_places), shown(whole, plan_places))
    step = Decimal(1).scaleb(-share_places)
    wrong = ends and (ends[1] + 2 * step if above else ends[0] - 2 * step)
    if not wrong or wrong < step or value == 0:
        return
    paid, planned = format_number(value, value_places), format_number(whole, plan_places)
    text = f"Thu ngân sách đạt {paid} tỷ đồng, bằng {printed(wrong, share_places)}% dự toán ({planned} tỷ đồng)."
    assert codes(text) == ["C301"]


@FEW
@given(amounts, st.decimals(Decimal("0.5"), 2, places=5), decimals, decimals, decimals)
def test_true_growth_printed_rounded_is_never_called_wrong(
    old: Decimal, factor: Decimal, old_places: int, new_places: int, growth_places: int,
) -> None:
    growth = HUNDRED * factor - HUNDRED
    verb, to = ("tăng", "lên") if growth >= 0 else ("giảm", "xuống")
    before, after = printed(old, old_places), printed(old * factor, new_places)
    told_as = printed(abs(growth), growth_places)
    for text in (f"Doanh thu {verb} từ {before} tỷ đồng {to} {after} tỷ đồng, {verb} {told_as}%.",
                 f"Doanh thu năm 2022 đạt {after} tỷ đồng, {verb} {told_as}% so với năm 2021 ({before} tỷ đồng)."):
        assert codes(text) == []


@FEW
@given(st.decimals(10, 10**5, places=1), st.decimals(Decimal("1.05"), 2, places=3), st.integers(1, 40))
def test_growth_wrong_by_more_than_its_rounding_is_always_called_wrong(
    old: Decimal, factor: Decimal, more: int,
) -> None:
    new = number(old * factor, 1)
    ends = part_of(shown(new, 1), shown(old, 1))
    assert ends is not None
    wrong = printed(ends[1] - HUNDRED + Decimal(more), 1)
    text = f"Doanh thu tăng từ {format_number(old, 1)} tỷ đồng lên {format_number(new, 1)} tỷ đồng, tăng {wrong}%."
    assert codes(text) == ["C302"]


@FEW
@given(st.decimals(0, 90, places=3), st.decimals(Decimal("0.3"), 9, places=3), st.integers(1, 2))
def test_true_difference_of_rates_is_never_called_wrong(low: Decimal, more: Decimal, places: int) -> None:
    high = low + more
    new, old, points = printed(high, places), printed(low, places), printed(more, places)
    text = f"Tỷ lệ hộ tham gia năm 2022 là {new}%, tăng {points} điểm % so với năm 2021 ({old}%)."
    assert codes(text) == []
