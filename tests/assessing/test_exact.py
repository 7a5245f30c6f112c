"""Rounding happens once, at the edge."""

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tiendo.assessing.exact import decimal, plain, root


def test_quotient_has_28_digits_whatever_context_stands_around() -> None:
    with localcontext(prec=3):
        assert decimal(Fraction(2, 3)) == Decimal("0.6666666666666666666666666667")


def test_whole_numbers_are_written_without_exponent() -> None:
    assert [f"{plain(Decimal(text))}" for text in ("3E+2", "7.50", "0E-9", "-0.010")] == ["300", "7.5", "0", "-0.01"]


@given(st.decimals("0.01", "3", places=4), st.integers(1, 8))
def test_root_of_a_power_is_the_number(number: Decimal, degree: int) -> None:
    assert root(Fraction(number) ** degree, degree) == number


def test_root_of_nothing_is_nothing() -> None:
    assert root(Fraction(0), 3) == 0


@given(st.decimals("-1000000000000000", "1000000000000000", places=4))
def test_money_passes_unchanged(amount: Decimal) -> None:
    assert decimal(Fraction(amount)) == amount
