"""Exact arithmetic: verdicts compare fractions; a number is rounded once, where it leaves this room.

A Decimal quotient is rounded to the context somebody else may have set, so no comparison rests on one.
Shown quotients and means carry 28 significant digits, roots are worked out with 50.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

_SHOWN = Context(prec=28, rounding=ROUND_HALF_EVEN)
_INNER = Context(prec=50, rounding=ROUND_HALF_EVEN)


def decimal(value: Fraction) -> Decimal:
    """A fraction to 28 significant digits, exact when it has no more."""
    return plain(_SHOWN.divide(Decimal(value.numerator), Decimal(value.denominator)))


def root(value: Fraction, degree: int) -> Decimal:
    """The `degree`-th root of a number that is not negative, to 28 significant digits."""
    if value == 0:
        return Decimal(0)
    inside = _INNER.divide(Decimal(value.numerator), Decimal(value.denominator))
    return plain(_SHOWN.plus(_INNER.exp(_INNER.divide(_INNER.ln(inside), Decimal(degree)))))


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros after the point and without an exponent (`300`, not `3E+2`)."""
    short = value.normalize(_INNER)
    return short.quantize(Decimal(1), context=_INNER) if int(short.as_tuple().exponent) > 0 else short
