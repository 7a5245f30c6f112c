"""Disbursement by budget year: a project without a figure is neither paid nor unpaid, and the rate names its whole."""

from datetime import date
from decimal import Decimal

from tiendo.plan import Disbursement
from tiendo.web.board.curve import curve, deadline, years_of

TABLE = (
    Disbursement("DA-01", 2021, Decimal(100), Decimal(40), date(2021, 6, 30), "UBND quận giao", "bc"),
    Disbursement("DA-01", 2021, Decimal(100), Decimal(95), date(2022, 1, 31), "UBND quận giao", "bc"),
    Disbursement("DA-02", 2021, Decimal(50), None, date(2022, 1, 31), "HĐND giao", "bc"),
    Disbursement("DA-01", 2022, Decimal(80), Decimal(20), date(2022, 6, 30), "UBND quận giao", "bc"),
)


def test_a_silent_project_stays_in_the_plan_and_out_of_the_rate() -> None:
    (year,) = years_of(TABLE, date(2022, 2, 1))
    assert (year.planned, year.known, year.paid, year.rate, year.silent, year.projects) == (
        Decimal(150), Decimal(100), Decimal(95), Decimal(95), 1, 2)
    assert year.basis == ("UBND quận giao", "HĐND giao")


def test_only_what_was_known_on_the_day_counts() -> None:
    (year,) = years_of(TABLE, date(2021, 12, 31))
    assert (year.paid, year.as_of, year.points) == (
        Decimal(40), date(2021, 6, 30), ((date(2021, 6, 30), Decimal(40)),))
    assert years_of(TABLE, date(2021, 1, 1)) == ()


def test_a_year_nobody_reported_has_no_rate() -> None:
    (year,) = years_of((TABLE[2],), date(2022, 2, 1))
    assert (year.paid, year.rate, year.points) == (None, None, ())


def test_the_curve_goes_on_from_year_to_year_and_is_empty_without_payments() -> None:
    drawn = curve(years_of(TABLE, date(2022, 12, 31)))
    assert [drawn.count(look) for look in ('class="s-plan"', 'class="s-paid"', 'class="s-dot"')] == [1, 1, 3]
    assert curve(()) == ""
    assert curve(years_of((TABLE[2],), date(2022, 2, 1))) == ""


def test_capital_of_a_budget_year_is_paid_until_the_end_of_january() -> None:
    assert deadline(2022) == date(2023, 1, 31)
