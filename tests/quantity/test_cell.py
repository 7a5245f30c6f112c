"""Strict cells: what a table may hold, and the problem with everything else."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.errors import Place, Problem
from tiendo.quantity import Period, check_day, check_decimal, check_period, check_unit

PLACE = Place("figures.csv", row=4, column="value")


def told(problem: object) -> tuple[str, dict[str, str]]:
    """The code and values of a problem that carries its place."""
    assert isinstance(problem, Problem)
    assert problem.place == PLACE
    return problem.code, dict(problem.values)


@pytest.mark.parametrize(("text", "value"), [
    ("95.91", "95.91"), ("-3", "-3"), ("0", "0"), ("41562.008", "41562.008"), (" 7.40 ", "7.40"), ("41.562", "41.562"),
])
def test_check_decimal_takes_digits_and_a_point(text: str, value: str) -> None:
    assert check_decimal(text, PLACE) == Decimal(value)


@pytest.mark.parametrize(("text", "meant"), [
    ("95,91", "95.91"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"), ("1,234.5", "1234.5"), ("–4,13", "-4.13"),
])
def test_check_decimal_refuses_prose_and_says_the_form_allowed(text: str, meant: str) -> None:
    assert told(check_decimal(text, PLACE)) == ("Q102", {"text": text, "meant": meant})


@pytest.mark.parametrize("text", ["", "abc", "7%", "1e5", "nan", "Infinity", "+5", ".5", "5.", "1 234", "6,617", "٣"])
def test_check_decimal_refuses_what_is_no_decimal(text: str) -> None:
    """The text "6,617" has two meanings, so none is suggested."""
    assert told(check_decimal(text, PLACE)) == ("Q101", {"text": text})


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_check_decimal_takes_every_plain_decimal(value: Decimal) -> None:
    assert check_decimal(f"{value:f}") == value


@pytest.mark.parametrize("code", ["2022", "2022-H1", "2022-Q3", "2022-09", "2022-01/2022-09", "2020/2025"])
def test_check_period_takes_codes(code: str) -> None:
    assert check_period(f" {code}", PLACE) == Period.parse(code)


def test_check_period_refuses_words_and_says_the_code_meant() -> None:
    text = unicodedata.normalize("NFD", "6 tháng đầu năm 2023")
    assert told(check_period(text, PLACE)) == ("Q002", {"text": "6 tháng đầu năm 2023", "meant": "2023-H1"})
    assert told(check_period("31/3/2023", PLACE)) == ("Q002", {"text": "31/3/2023", "meant": "2023-03-31"})


@pytest.mark.parametrize("text", ["", "2022-Q5", "quý I", "trong năm 2022"])
def test_check_period_refuses_what_names_no_period(text: str) -> None:
    assert told(check_period(text, PLACE)) == ("Q001", {"text": text})


@pytest.mark.parametrize("text", ["2023-03-31", "31/03/2023", "31/3/2023", " 2023-03-31 "])
def test_check_day_takes_iso_and_vietnamese_days(text: str) -> None:
    assert check_day(text, PLACE) == date(2023, 3, 31)


@pytest.mark.parametrize("text", ["", "31-03-2023", "31.03.2023", "2023/03/31", "03/2023", "2023-3-31", "hôm nay"])
def test_check_day_refuses_other_forms(text: str) -> None:
    assert told(check_day(text, PLACE)) == ("Q201", {"text": text})


@pytest.mark.parametrize("text", ["2023-02-29", "31/04/2023", "2023-13-01", "00/01/2023"])
def test_check_day_refuses_days_on_no_calendar(text: str) -> None:
    assert told(check_day(text, PLACE)) == ("Q202", {"text": text})


@given(st.dates())
def test_check_day_reads_back_every_day(day: date) -> None:
    assert check_day(day.isoformat()) == day
    assert check_day(f"{day.day:02d}/{day.month:02d}/{day.year:04d}") == day


def test_check_unit_gives_the_canonical_spelling() -> None:
    assert check_unit("tỉ VNĐ", PLACE) == "tỷ đồng"
    assert told(check_unit("bao gạo", PLACE)) == ("Q301", {"text": "bao gạo"})


def test_problem_says_what_is_wrong_where_and_what_is_allowed() -> None:
    problem = check_decimal("95,91", PLACE)
    assert isinstance(problem, Problem)
    assert problem.say("vi") == (
        "figures.csv, dòng 4, cột value: số “95,91” viết theo kiểu văn bản; trong bảng dùng dấu chấm thập phân, "
        "không có dấu phân cách hàng nghìn: hãy thay bằng 95.91 [Q102]"
    )
    assert problem.message("en") == (
        "the number “95,91” is written as in prose; a table takes a decimal point and no thousands separators: "
        "put 95.91 instead"
    )
