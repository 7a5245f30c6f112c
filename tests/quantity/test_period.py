"""Period codes: what days they span, and what names no period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.quantity import Period


@pytest.mark.parametrize(("code", "start", "end"), [
    ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("2022-H1", date(2022, 1, 1), date(2022, 6, 30)),
    ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
    ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2022-01/2022-09", date(2022, 1, 1), date(2022, 9, 30)),
    ("2020/2025", date(2020, 1, 1), date(2025, 12, 31)),
    ("2022-06-15", date(2022, 6, 15), date(2022, 6, 15)),
])
def test_parse_spans_the_days_a_code_names(code: str, start: date, end: date) -> None:
    assert Period.parse(code) == Period(start, end, code)


@pytest.mark.parametrize("code", [
    "", "22", "2022-", "2022-Q5", "2022-H3", "2022-13", "2022-00", "2022-9", "2022-02-30", "2025/2020",
    "2022-09/2022-01", "0000", " 2022", "2022\n", "２０２２", "2022-01/2022",
])
def test_parse_refuses_what_names_no_period(code: str) -> None:
    assert Period.parse(code) is None


@given(st.from_regex(r"(?:19|20)[0-9]{2}(?:-H[12]|-Q[1-4]|-[01][0-9](?:-[0-3][0-9])?|/20[0-9]{2})?", fullmatch=True))
def test_parse_and_code_are_inverse(code: str) -> None:
    period = Period.parse(code)
    assert period is None or (period.code, str(period), period.start <= period.end) == (code, code, True)


def test_periods_order_by_their_days() -> None:
    codes = ["2023-Q1", "2022", "2022-Q2", "2022-H1"]
    periods = sorted(period for code in codes if (period := Period.parse(code)))
    assert [period.code for period in periods] == ["2022-H1", "2022", "2022-Q2", "2023-Q1"]
