"""Units a target may be in."""

import tomllib
from importlib.resources import files

import pytest

from tiendo.plan.units import is_known_unit, nearest_units


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
