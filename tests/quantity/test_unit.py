"""Units and scales: one canonical spelling, exact bases, conversions within a dimension."""

import tomllib
import unicodedata
from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity import base, canonical_unit, convert

TABLE = tomllib.loads((files("tiendo.quantity") / "units.toml").read_text(encoding="utf-8"))
SCALES = {  # what the corpus scorer multiplies by
    "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    "nghìn tỷ": 10**12, "ngàn tỷ": 10**12, "triệu tỷ": 10**15,
}
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**9, max_value=10**9, places=3)


@pytest.mark.parametrize(("text", "unit"), [
    ("%", "%"), ("phần trăm", "%"), ("điểm phần trăm", "điểm %"), ("điểm%", "điểm %"),
    ("đồng", "VND"), ("đ", "VND"), ("VNĐ", "VND"), ("vnd", "VND"),
    ("tỉ đồng", "tỷ đồng"), ("tỷ VNĐ", "tỷ đồng"), ("ngàn tỉ  Đồng", "nghìn tỷ đồng"),
    ("triệu tỷ đồng", "triệu tỷ đồng"),
    ("đô la Mỹ", "USD"), ("triệu đô la", "triệu USD"), ("héc-ta", "ha"), ("nghìn hecta", "nghìn ha"),
    ("m²", "m2"), ("mét vuông", "m2"), ("km", "km"), ("mét khối", "m3"), ("nhân khẩu", "người"),
    ("hộ gia đình", "hộ"), ("Dự án", "dự án"), ("nghìn", "nghìn"), ("tạ / ha", "tạ/ha"),
    ("triệu đồng/người/năm", "triệu đồng/người/năm"), ("%/năm", "%/năm"),
    ("giường bệnh/vạn dân", "giường bệnh/vạn dân"),
])
def test_canonical_unit_knows_each_spelling(text: str, unit: str) -> None:
    assert canonical_unit(text) == unit
    assert canonical_unit(unicodedata.normalize("NFD", text)) == unit


@pytest.mark.parametrize("text", [
    "", "triển", "triệuđồng", "tỷ đồngs", "đồng/sao Hỏa", "/năm", "đồng đồng", "15",
])
def test_canonical_unit_refuses_what_it_does_not_know(text: str) -> None:
    assert canonical_unit(text) is None


def spellings() -> list[tuple[str, str]]:
    return [(word, row["symbol"]) for row in TABLE["units"] for word in row["spellings"]]


def test_no_spelling_stands_twice_in_the_table() -> None:
    words = [word for word, _ in spellings()] + TABLE["counted"]["nouns"]
    assert sorted(words) == sorted(set(words))


def test_table_is_composed_and_in_lower_case() -> None:
    words = [word for word, _ in spellings()] + TABLE["counted"]["nouns"] + TABLE["per"]["names"]
    assert [word for word in words if word != unicodedata.normalize("NFC", word).lower()] == []


@pytest.mark.parametrize(("spelling", "symbol"), spellings())
def test_every_spelling_leads_to_its_symbol_and_stays_there(spelling: str, symbol: str) -> None:
    assert canonical_unit(spelling) == symbol
    assert canonical_unit(symbol) == symbol


def test_base_takes_the_scale_away_exactly() -> None:
    assert base(Decimal("41562.008"), "tỷ đồng") == (Decimal(41562008000000), "VND")


@pytest.mark.parametrize(("value", "unit", "expected"), [
    ("1.33", "triệu tỷ đồng", ("1330000000000000", "VND")),
    ("12", "nghìn", ("12000", "")),
    ("7.5", "%/năm", ("7.5", "%")),
    ("0.7", "điểm phần trăm", ("0.7", "điểm %")),
    ("46.7", "triệu đồng/người/năm", ("46700000", "VND/người/năm")),
    ("2.5", "km", ("2.5", "km")),
    ("3", "nghìn sản vật lạ", ("3000", "sản vật lạ")),
    ("3", "Sản vật lạ", ("3", "sản vật lạ")),
])
def test_base_gives_value_and_unit_without_scale(value: str, unit: str, expected: tuple[str, str]) -> None:
    assert base(Decimal(value), unit) == (Decimal(expected[0]), expected[1])


@pytest.mark.parametrize("unit", [("đồng", "VND"), ("USD", "USD"), ("người", "người")])
@pytest.mark.parametrize("scale", list(SCALES.items()))
def test_base_agrees_with_the_scorer_on_every_scale(scale: tuple[str, int], unit: tuple[str, str]) -> None:
    assert base(Decimal("2.5"), f"{scale[0]} {unit[0]}") == (Decimal("2.5") * scale[1], unit[1])


@pytest.mark.parametrize(("value", "unit", "to", "expected"), [
    ("1.5", "tỷ đồng", "triệu đồng", "1500"),
    ("1300", "ha", "m2", "13000000"),
    ("1.3", "nghìn ha", "ha", "1300"),
    ("13", "km2", "ha", "1300"),
    ("62.5", "tạ", "tấn", "6.25"),
    ("7.5", "%/năm", "%", "7.5"),
    ("12", "nghìn hộ", "hộ", "12000"),
    ("3", "sản vật lạ", "Sản vật lạ", "3"),
    ("2", "nghìn", "triệu", "0.002"),
])
def test_convert_changes_unit_within_a_dimension(value: str, unit: str, to: str, expected: str) -> None:
    assert convert(Decimal(value), unit, to) == Decimal(expected)


@pytest.mark.parametrize(("unit", "to"), [
    ("tỷ đồng", "triệu USD"), ("%", "điểm %"), ("ha", "km"), ("triệu đồng/người", "triệu đồng/người/năm"),
    ("hộ", "người"), ("nghìn", "nghìn hộ"), ("sản vật lạ", "hộ"), ("xã", "phường"),
])
def test_convert_refuses_another_dimension(unit: str, to: str) -> None:
    assert convert(Decimal(1), unit, to) is None


@given(AMOUNTS, st.sampled_from([("tỷ đồng", "triệu đồng"), ("ha", "m2"), ("nghìn tỷ đồng", "đồng"), ("tấn", "kg")]))
def test_convert_there_and_back_is_the_same(value: Decimal, units: tuple[str, str]) -> None:
    there = convert(value, *units)
    assert there is not None
    assert convert(there, units[1], units[0]) == value
