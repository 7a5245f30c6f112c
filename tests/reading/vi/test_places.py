"""Units by name: which there are of a name, on which map."""

import pytest

from tiendo.reading.vi.places import Home, homes_of, place_doubt, places_in


def test_homes_of_a_district_name_its_era_and_province() -> None:
    assert homes_of("Huyện Diên Khánh") == [Home("before", "Tỉnh Khánh Hòa", "Huyện Diên Khánh")]


@pytest.mark.parametrize("unit", ["xã", "xã Không Có Tên Ấy", "", "huyện", "xã\n"])
def test_homes_of_what_is_no_unit_are_none(unit: str) -> None:
    assert homes_of(unit) == []


def test_name_inside_another_name_is_not_that_unit() -> None:
    """"xã Tân" is no unit, though hundreds begin so."""
    assert homes_of("xã Tân") == []


def test_spelling_of_the_tone_mark_makes_no_other_place() -> None:
    assert homes_of("xã Tân Hoà") == homes_of("xã Tân Hòa") != []


def test_commune_of_many_provinces_is_doubtful_until_the_text_names_one() -> None:
    homes = [home for home in homes_of("xã Tân Hòa") if home.era == "before"]
    district = next(home.district for home in homes if [one.district for one in homes].count(home.district) == 1)
    assert place_doubt("xã Tân Hòa", "2020", frozenset()) == "place_ambiguous"
    assert place_doubt("xã Tân Hòa", "2020", places_in(f"Báo cáo của {district[0].lower()}{district[1:]}")) is None
