"""Numbers with their units, before ranges and bounds."""

from decimal import Decimal

import pytest

from tiendo.quantity.item import find_items


def test_find_items_reads_numbers_with_units_in_order() -> None:
    items = find_items("trồng 1.300ha, 5 xã và 12 nghìn hộ", None)
    assert [(i.written, i.parts.name, i.value) for i in items] == [
        ("1.300", "ha", Decimal(1300)), ("5", "xã", Decimal(5)), ("12", "nghìn hộ", Decimal(12)),
    ]


def test_find_items_joins_falling_scales_only() -> None:
    assert [i.value for i in find_items("5 tỷ 300 triệu đồng", None)] == [Decimal("5.3")]
    assert [i.value for i in find_items("5 triệu 3 tỷ đồng", None)] == [Decimal(5), Decimal(3)]
    assert [i.value for i in find_items("1,5 tỷ 300 triệu đồng", None)] == [Decimal("1.5"), Decimal(300)]
    assert [i.value for i in find_items("5 tỷ, 300 triệu đồng", None)] == [Decimal(5), Decimal(300)]


def test_find_items_joins_three_falling_scales() -> None:
    assert [i.value for i in find_items("5 tỷ 300 triệu 20 nghìn đồng", None)] == [Decimal("5.30002")]


@pytest.mark.parametrize(("text", "value", "unit"), [
    ("2 nghìn 500 tỷ đồng", "2500", "tỷ đồng"),
    ("3 nghìn 250 hộ", "3250", "hộ"),
    ("2 nghìn 500 đồng", "2500", "VND"),
    ("12 tỷ rưỡi", "12.5", "tỷ"),
    ("1 triệu rưỡi đồng/hộ", "1.5", "triệu đồng/hộ"),
    ("1 234 567 người", "1234567", "người"),
    ("1 234 567,8 triệu đồng", "1234567.8", "triệu đồng"),
])
def test_find_items_joins_thousands_halves_and_spaced_groups(text: str, value: str, unit: str) -> None:
    """2 nghìn 500 tỷ, 12 tỷ rưỡi, 1 234 567 người: one value each, without a doubt."""
    assert [(i.value, i.parts.name, i.doubt, i.end) for i in find_items(text, None)] == [
        (Decimal(value), unit, None, len(text))]


@pytest.mark.parametrize(("text", "values"), [
    ("5 triệu 3 tỷ đồng", ["5", "3"]),
    ("1,5 nghìn 500 tỷ đồng", ["1.5", "500"]),
    ("2 nghìn 1.500 hộ", ["2", "1500"]),
    ("1 năm rưỡi", ["1"]),
])
def test_find_items_leaves_neighbours_that_are_two_numbers(text: str, values: list[str]) -> None:
    assert [i.value for i in find_items(text, None)] == [Decimal(value) for value in values]
