"""A worksheet's numbers as a Vietnamese sheet shows them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reading.sources.shown import EPOCH_1904, format_of, shown


@pytest.mark.parametrize(("value", "code", "text"), [
    ("6617.2", "#,##0.0", "6.617,2"), ("0.9591", "0.00%", "95,91%"), ("0.9591", "0%", "96%"), ("0.5", "0.##%", "50%"),
    ("12", "_-* #,##0 _đ_-", "12"), ("0.95", "0.0 %", "95,0%"),
    ("5480", "General", "5480"), ("54800", "General", "54.800"), ("5480.5", "General", "5.480,5"),
    ("12", '#,##0 "hộ"', "12 hộ"), ("12", '"khoảng "0', "khoảng 12"), ("12", "[Red]0", "12"), ("12", "0_);(0)", "12"),
    ("5480000", "#,##0,", "5.480"), ("5480000000", '#,##0.0,, "triệu"', "5.480,0 triệu"), ("-4.1", "0.0", "-4,1"),
    ("0.1", "General", "0,1"), ("1E+2", "General", "100"), ("0.30000000000000004", "General", "0,3"), ("0", "", "0"),
    ("6.617", "General", "6,6170"), ("-6.617", "0.000", "-6,6170"), ("6.6170", "0.00", "6,62"), ("2.5", "0", "3"),
    ("1E+300", "General", "1E+300"),
])
def test_numbers(value: str, code: str, text: str) -> None:
    """6,617 could be six thousand: a fourth decimal says that it is not."""
    assert shown(Decimal(value), format_of(code)) == text


@pytest.mark.parametrize(("value", "code", "text"), [
    ("45016", "dd/mm/yyyy", "31/03/2023"), ("45016", "yyyy\\-mm\\-dd", "31/03/2023"), ("45016", "mm/yyyy", "03/2023"),
    ("45016", "mmm-yy", "03/2023"), ("45016", "yyyy", "2023"), ("45016.75", "dd/mm/yyyy hh:mm", "31/03/2023 18:00"),
    ("0.75", "hh:mm", "18:00"), ("0.75", "mm:ss", "18:00"), ("45016", "[$-42A]dd/mm/yyyy;@", "31/03/2023"),
    ("-1", "dd/mm/yyyy", "-1"), ("99999999", "dd/mm/yyyy", "99.999.999"),
])
def test_days(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), format_of(code)) == text


def test_days_from_an_old_mac() -> None:
    assert shown(Decimal(43554), format_of("dd/mm/yyyy"), EPOCH_1904) == "31/03/2023"


SIGNS = st.sampled_from('0#?,.%;"\\[]dmyhs@ hộ_*')


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.text(SIGNS, max_size=16))
def test_every_number_in_every_format_is_shown(value: Decimal, code: str) -> None:
    assert shown(value, format_of(code)) != ""


@given(st.integers(-10**11, 10**11), st.integers(0, 4))
def test_what_is_shown_is_the_number(whole: int, places: int) -> None:
    value = Decimal(whole).scaleb(-places)
    text = shown(value, format_of("#,##0.0000"))
    assert Decimal(text.replace(".", "").replace(",", ".")) == value
