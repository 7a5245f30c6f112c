"""Which reports were due, and which were missed."""

from datetime import date

import pytest

from tiendo.assessing.due import first_due, periods_between, reports_missed


@pytest.mark.parametrize(("frequency", "codes"), [
    ("year", ["2021"]),
    ("half", ["2021-H1", "2021-H2"]),
    ("quarter", ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1"]),
    ("end", []),
])
def test_whole_periods_only(frequency: str, codes: list[str]) -> None:
    found = periods_between(frequency, date(2020, 12, 31), date(2022, 4, 15))
    assert [one.code for one in found] == codes


def test_months_of_a_leap_february() -> None:
    assert [one.code for one in periods_between("month", date(2024, 1, 2), date(2024, 3, 31))] == ["2024-02", "2024-03"]


def test_period_that_had_begun_before_is_not_due() -> None:
    """A term that begins in August owes nothing for that year."""
    assert periods_between("year", date(2020, 8, 14), date(2020, 12, 31)) == ()


@pytest.mark.parametrize(("day", "missed"), [
    (date(2022, 12, 31), 0),
    (date(2022, 3, 1), 0),  # it speaks of a day of 2022
    (date(2021, 12, 31), 1),
    (date(2020, 12, 31), 2),
])
def test_year_is_missed_when_no_figure_speaks_of_any_of_its_days(day: date, missed: int) -> None:
    assert reports_missed("year", day, date(2023, 3, 31)) == missed


def test_quarter_told_a_fortnight_early_is_not_missed() -> None:
    """Số liệu đến ngày 15/3, hội nghị ngày 31/3."""
    assert reports_missed("quarter", date(2023, 3, 15), date(2023, 3, 31)) == 0


def test_first_report_is_due_at_the_end_of_the_first_whole_period() -> None:
    due = date(2025, 12, 31)
    assert [first_due(frequency, date(2020, 12, 31), due) for frequency in ("quarter", "year", "end")] == \
        [date(2021, 3, 31), date(2021, 12, 31), due]
