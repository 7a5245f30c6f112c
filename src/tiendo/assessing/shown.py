"""How numbers that are worked out on the way are shown: two decimals at most, and counted things whole.

Nobody builds 3.41 schools. What a path asks for of counted things is the whole number that satisfies it: the next one
up where at least so many are asked for, the next one down where at most so many are.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from tiendo.plan import Direction, Kind, Target
from tiendo.quantity import is_counted

__all__ = ["asked_shown", "rounded", "step_shown"]

_CENT = Decimal("0.01")
_WHOLE = {Direction.AT_LEAST: ROUND_CEILING, Direction.AT_MOST: ROUND_FLOOR}


def rounded(value: Decimal) -> Decimal:
    """A computed value with two decimals at most, half up, and without idle zeros: 105.6008 is 105.6, 7.00 is 7."""
    cents = value.quantize(_CENT, rounding=ROUND_HALF_UP)
    whole = cents.to_integral_value()
    return whole if cents == whole else cents.normalize()


def asked_shown(target: Target, asked: Decimal) -> Decimal:
    """What a target's path asks for on a day: of counted things the whole number that satisfies it."""
    if not _is_count(target):
        return rounded(asked)
    return asked.to_integral_value(rounding=_WHOLE.get(target.direction, ROUND_HALF_UP))


def step_shown(target: Target, step: Decimal) -> Decimal:
    """How much more (or less) every year left has to bring: of counted things whole ones, enough of them."""
    if not _is_count(target):
        return rounded(step)
    return step.to_integral_value(rounding=ROUND_CEILING if step >= 0 else ROUND_FLOOR)


def _is_count(target: Target) -> bool:
    return target.kind is not Kind.RELATIVE_TO_ASSIGNED and not target.scale and is_counted(target.unit)
