"""Printed numbers stand for every value that rounds, or is cut, to them; counted things are exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checking.texts import read
from tiendo.checking.shown import Shown, part_of, readings, shown, shown_of, spelled, spelled_amount, stated
from tiendo.quantity import is_counted
from tiendo.reading import Claim


def measure(text: str) -> Claim:
    return next(claim for claim in read(text)[1] if claim.kind == "measure")


@given(st.decimals(-10**6, 10**6, places=6), st.integers(0, 5))
def test_shown_holds_the_rounded_and_the_cut_number(value: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    rounded, cut = value.quantize(step), value.quantize(step, "ROUND_DOWN")
    for printed in (rounded, cut):
        if printed:  # a cut to zero has lost its sign
            assert shown(printed, places).meets(value, value)


def test_digits_written_count_and_not_only_those_of_the_value() -> None:
    """Tỷ lệ giải ngân đạt 19,20% kế hoạch."""
    number = shown_of(measure("Tỷ lệ giải ngân đạt 19,20% kế hoạch."))
    assert number == Shown(Decimal("19.20"), Decimal("19.195"), Decimal("19.21"))


@pytest.mark.parametrize(("text", "low", "high"), [
    ("Quận có 38 trường.", "38", "38"), ("Quận có 231,6 nghìn người.", "231.55", "231.7"),
    ("Thu ngân sách đạt 1.486 tỷ đồng.", "1485.5", "1487"),
    ("Đã giải ngân 586 tỷ 969,2 triệu đồng.", "586.96915", "586.9693"),
])
def test_counts_are_exact_and_amounts_are_rounded(text: str, low: str, high: str) -> None:
    number = shown_of(measure(text))
    assert number
    assert (number.low, number.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("text", "values"), [
    ("Thu ngân sách đạt 65,624 tỷ đồng.", ["65.624", "65624"]), ("Thu ngân sách đạt 65,6 tỷ đồng.", ["65.6"]),
    ("Thu ngân sách đạt gần 65 tỷ đồng.", []),
])
def test_open_comma_has_two_readings_and_a_bound_none(text: str, values: list[str]) -> None:
    assert [one.value for one in readings(measure(text))] == [Decimal(value) for value in values]


@pytest.mark.parametrize(("unit", "counted"), [
    ("trường", True), ("tổ chức cơ sở đảng", True), ("người", True), ("nghìn người", False), ("tỷ đồng", False),
    ("VND", False), ("ha", False), ("%", False), (None, False),
])
def test_whole_things_are_counted_and_money_is_not(unit: str | None, counted: bool) -> None:
    assert is_counted(unit) is counted


def test_part_of_a_whole_that_may_be_zero_is_unknown() -> None:
    assert part_of(shown(Decimal(5), 0), shown(Decimal(0), 0)) is None


@pytest.mark.parametrize(("value", "words"), [
    ("1386.000", "1.386"), ("94.444", "94,44"), ("100", "100"), ("-5.30", "-5,3"), ("0.004", "0"),
])
def test_computed_numbers_are_printed_without_idle_zeros(value: str, words: str) -> None:
    assert spelled(Decimal(value)) == words


def test_amounts_in_print() -> None:
    assert [spelled_amount(Decimal("1.6"), unit) for unit in ("%", "tỷ đồng")] == ["1,6%", "1,6 tỷ đồng"]


def test_stated_number_is_the_texts_own() -> None:
    """Thu ngân sách ước đạt 65,624 tỷ đồng."""
    assert stated(measure("Thu ngân sách ước đạt 65,624 tỷ đồng.")) == "65,624 tỷ đồng"
