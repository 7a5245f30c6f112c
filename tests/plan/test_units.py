"""Units a target may be in."""

import tomllib
from importlib.resources import files

import pytest

from tiendo.plan.units import in_vietnamese, is_known_unit, nearest_units


@pytest.mark.parametrize(
    "unit", ["%", "%/năm", "tỷ đồng", "tỉ VNĐ", "triệu đồng/người/năm", "trường", "Trường", "mức", "m2"],
)
def test_units_of_reports_are_known(unit: str) -> None:
    assert is_known_unit(unit)


@pytest.mark.parametrize("unit", ["tỷ đồngg", "cái chi đó", "đường thở"])
def test_other_words_are_not(unit: str) -> None:
    assert not is_known_unit(unit)


def test_a_plan_declares_nouns_of_its_own() -> None:
    assert not is_known_unit("Ngõ")
    assert is_known_unit("Ngõ", ("ngõ",))


def test_a_misspelt_unit_is_told_what_it_may_have_meant() -> None:
    assert nearest_units("tỷ đồngg")[0] == "tỷ đồng"
    assert nearest_units("trườg")[0] == "trường"
    assert nearest_units("ngỗ", ("ngõ",))[0] == "ngõ"
    assert nearest_units("xyzxyz") == ()


def test_every_unit_of_the_list_is_a_known_one() -> None:
    words = tomllib.loads(files("tiendo.plan").joinpath("units.toml").read_text(encoding="utf-8"))
    assert [unit for unit in (*words["common"], *words["nouns"]) if not is_known_unit(unit)] == []


@pytest.mark.parametrize(("written", "unit"), [
    ("people", "người"), ("million USD", "triệu USD"), ("USD million", "triệu USD"), ("billion VND", "tỷ đồng"),
    ("million VND/person/year", "triệu đồng/người/năm"), ("%/year", "%/năm"), ("hectares", "ha"), ("per cent", "%"),
    ("tỉ VNĐ", "tỉ VNĐ"), ("tạ/ha", "tạ/ha"), ("cartons", "cartons"),
])
def test_a_unit_in_english_is_read_as_every_room_writes_it(written: str, unit: str) -> None:
    """Our targets.csv is in English: "people" and "million USD" are refused as unknown units."""
    assert in_vietnamese(written) == unit


def test_a_misspelt_english_unit_is_told_what_it_may_have_meant() -> None:
    assert nearest_units("milion USD")[:2] == ("million VND", "million USD")
