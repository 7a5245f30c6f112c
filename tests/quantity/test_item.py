"""Numbers with their units, before ranges and bounds."""

from decimal import Decimal

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
