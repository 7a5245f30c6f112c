"""Numbers as reports write them: each form of the field, both normal forms, and the way back."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity import Number, Style, format_number, parse_number

FINITE = st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**18, max_value=10**18, places=6)


@pytest.mark.parametrize(("text", "value", "decimals"), [
    ("7,4", "7.4", 1),
    ("41.562", "41562", 0),
    ("1.300", "1300", 0),
    ("1.234.567,8", "1234567.8", 1),
    ("10.044,11", "10044.11", 2),
    ("05", "5", 0),
    ("0", "0", 0),
    ("7.3", "7.3", 1),
    ("95.91", "95.91", 2),
    ("1,234.5", "1234.5", 1),
    ("1,234,567", "1234567", 0),
    ("0,125", "0.125", 3),
    ("0.125", "0.125", 3),
    ("1234,567", "1234.567", 3),
    ("2,1432", "2.1432", 4),
    ("-4,13", "-4.13", 2),
    ("–4,13", "-4.13", 2),
    ("− 4,13", "-4.13", 2),
    ("+5,9", "5.9", 1),
    (" 17 ", "17", 0),
    ("1\u00a0234\u202f567,8", "1234567.8", 1),
    ("mười lăm", "15", 0),
])
def test_parse_number_reads_each_written_form(text: str, value: str, decimals: int) -> None:
    assert parse_number(text) == Number(Decimal(value), decimals, None)


@pytest.mark.parametrize("text", [
    "", "-", ",5", "5,", "1.23.4", "1,2,3", "31.12.2025", "1.234,5,6", "1.234.5", "0.123.456", "12a", "bảy ba", "5%",
])
def test_parse_number_refuses_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_parse_number_reads_open_comma_as_decimals_and_doubts() -> None:
    """The text "6,617" is 6.617 in Vietnamese style and 6617 in English style: nothing in it says which."""
    assert parse_number("6,617") == Number(Decimal("6.617"), 3, "comma_three_digits")
    assert parse_number("65,624", style=Style.MIXED) == Number(Decimal("65.624"), 3, "comma_three_digits")


def test_parse_number_lets_the_style_settle_an_open_shape() -> None:
    assert parse_number("6,617", style=Style.VIETNAMESE) == Number(Decimal("6.617"), 3)
    assert parse_number("6,617", style=Style.ENGLISH) == Number(Decimal(6617), 0)
    assert parse_number("1.300", style=Style.ENGLISH) == Number(Decimal("1.300"), 3)


def test_parse_number_doubts_an_open_dot_where_styles_are_mixed() -> None:
    assert parse_number("1.300", style=Style.MIXED) == Number(Decimal(1300), 0, "dot_three_digits")


@pytest.mark.parametrize("text", ["mười lăm", "bảy", "sáu mươi bốn"])
def test_parse_number_reads_both_normal_forms(text: str) -> None:
    composed, taken_apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert composed != taken_apart
    assert parse_number(taken_apart) == parse_number(composed)


@pytest.mark.parametrize(("value", "decimals", "text"), [
    ("1234.5", None, "1.234,5"),
    ("41562.008", None, "41.562,008"),
    ("1300", None, "1.300"),
    ("7.40", None, "7,40"),
    ("7.4", 2, "7,40"),
    ("0.125", 2, "0,13"),
    ("-0.125", 2, "-0,13"),
    ("2.5", 0, "3"),
    ("-0.001", 2, "0,00"),
    ("1E+3", None, "1.000"),
    ("123456789012345678901234567890.5", None, "123.456.789.012.345.678.901.234.567.890,5"),
])
def test_format_number_writes_the_vietnamese_form(value: str, decimals: int | None, text: str) -> None:
    assert format_number(Decimal(value), decimals) == text


def test_format_number_writes_the_english_form_when_asked() -> None:
    assert format_number(Decimal("1234.5"), style=Style.ENGLISH) == "1,234.5"


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_format_number_refuses_what_cannot_be_written(value: str) -> None:
    with pytest.raises(ValueError, match="not a number to write"):
        format_number(Decimal(value))


@given(FINITE)
def test_format_and_parse_are_inverse(value: Decimal) -> None:
    number = parse_number(format_number(value), style=Style.VIETNAMESE)
    assert number == Number(value + 0, 6)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-10**9, max_value=10**9))
def test_parse_gives_the_value_back_for_any_number_of_decimals(value: Decimal) -> None:
    """Even where a doubt stays, the value of what we wrote ourselves is the one we read."""
    number = parse_number(format_number(value))
    assert number is not None
    assert number.value == value


@given(FINITE)
def test_english_format_and_parse_are_inverse(value: Decimal) -> None:
    number = parse_number(format_number(value, style=Style.ENGLISH), style=Style.ENGLISH)
    assert number == Number(value + 0, 6)
