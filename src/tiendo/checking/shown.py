"""Numbers as shown: a printed number stands for every value that is rounded or cut to its digits.

"19,20%" is anything from 19.195 to 19.21. A check that computes with printed numbers computes with what they may
stand for, so it only speaks where no reading of the digits fits. Counted things come whole: "38 trường" is 38.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.quantity import Amount, convert, find_amounts, format_number, is_counted
from tiendo.quantity.number import COMMA_DOUBT, DOT_DOUBT
from tiendo.reading import Claim

HUNDRED = Decimal(100)
OTHER_READING = {COMMA_DOUBT: Decimal(1000), DOT_DOUBT: Decimal("0.001")}  # doubt -> the other reading, as a factor
_QUOTA = re.compile(r"(?P<part>\d[\d.,]*)\s*/\s*(?P<whole>\d[\d.,]*\s*[^\W\d].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a printed number may stand for: any value from `low` to `high`, both inside."""

    value: Decimal
    low: Decimal
    high: Decimal

    def meets(self, low: Decimal, high: Decimal) -> bool:
        """Whether some value it stands for lies between the two."""
        return low <= self.high and self.low <= high

    def times(self, factor: Decimal) -> "Shown":
        """The same in another unit (a positive factor)."""
        return Shown(self.value * factor, self.low * factor, self.high * factor)


def shown(value: Decimal, decimals: int) -> Shown:
    """A number printed with so many decimals: rounded to them, or cut off after them."""
    step = Decimal(1).scaleb(-decimals)
    low, high = (step / 2, step) if value >= 0 else (step, step / 2)
    return Shown(value, value - low, value + high)


def exact(value: Decimal) -> Shown:
    """A number that is known and not printed."""
    return Shown(value, value, value)


def shown_of(claim: Claim, *, end: bool = False) -> Shown | None:
    """What a measure's number may stand for, in the claim's own unit; `end` is the second of two values.

    None where the claim has no such number, or where it is a bound ("gần", "trên") and not a number to compute with.
    """
    value = claim.value_to if end else claim.value
    if value is None or claim.bound not in {None, "exact"}:
        return None
    if is_counted(claim.unit) and value == value.to_integral_value():
        return exact(value)
    return shown(value, max(_decimals(value), _printed_decimals(claim, value, end=end)))


def in_unit(number: Shown, unit: str, to_unit: str) -> Shown | None:
    """The number in another unit; None where the units differ in dimension."""
    factor = convert(Decimal(1), unit, to_unit)
    return None if factor is None else number.times(factor)


def part_of(part: Shown, whole: Shown) -> tuple[Decimal, Decimal] | None:
    """From what to what per cent the part may be of the whole; None for a whole that may be zero or a fall."""
    if whole.low <= 0 or part.low < 0:
        return None
    return HUNDRED * part.low / whole.high, HUNDRED * part.high / whole.low


def difference(new: Shown, old: Shown) -> Shown:
    """What the one may be more than the other."""
    return Shown(new.value - old.value, new.low - old.high, new.high - old.low)


def spelled(value: Decimal, decimals: int = 2) -> str:
    """A computed number in print, rounded, without idle zeros: "94,44"."""
    written = format_number(value, decimals)
    return written.rstrip("0").rstrip(",") if "," in written else written


def spelled_amount(value: Decimal, unit: str, decimals: int = 3) -> str:
    """A computed amount in print: "1.386 tỷ đồng", "1,6%"."""
    return f"{spelled(value, decimals)}{'' if unit == '%' else ' '}{unit}"


def total(numbers: Sequence[Shown]) -> Shown:
    """What a sum of printed numbers may stand for."""
    return Shown(sum((one.value for one in numbers), Decimal(0)), sum((one.low for one in numbers), Decimal(0)),
                 sum((one.high for one in numbers), Decimal(0)))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _printed_decimals(claim: Claim, value: Decimal, *, end: bool) -> int:
    """How many decimals stand in the quote: "19,20%" has two, its value may have lost one.

    Of a move ("từ 1,0 lên 1") the first amount of that value tells of the old one, the last of the new.
    """
    written = [amount.decimals for amount in find_amounts(claim.quote) if _is(amount, value)]
    return written[-1 if end else 0] if written else 0


def _is(amount: Amount, value: Decimal) -> bool:
    return abs(value) in {abs(amount.value), abs(amount.value_to or amount.value)}


def readings(claim: Claim) -> tuple[Shown, ...]:
    """What a measure's number may be, as written first: both readings of a mark before three digits.

    None if the number is a bound, or doubtful in another way: there is nothing to compute with.
    """
    number = shown_of(claim)
    if number is None or claim.number_doubt not in {None, *OTHER_READING}:
        return ()
    return (number, number.times(OTHER_READING[claim.number_doubt])) if claim.number_doubt else (number,)


def quota_of(claim: Claim) -> tuple[str, Amount] | None:
    """A value written as one with its whole, "65,6/341,8 tỷ đồng": the part's number and the whole; None for others."""
    quota = _QUOTA.search(claim.quote)
    if quota is None or claim.unit in {None, "%"}:
        return None
    part, whole = find_amounts(f"{quota['part']} {claim.unit}"), find_amounts(quota["whole"])
    told = len(part) == len(whole) == 1 and part[0].value == claim.value and whole[0].unit is not None
    return (quota["part"], whole[0]) if told and convert(Decimal(1), whole[0].unit or "", claim.unit or "") else None


def stated(claim: Claim) -> str:
    """The number of a claim as its text has it, with its unit: "65,624 tỷ đồng"; of "65,6/341,8 tỷ đồng" the part."""
    if quota := quota_of(claim):
        return f"{quota[0]} {claim.unit}"
    amounts = find_amounts(claim.quote)
    return " ".join(claim.quote[amounts[0].digits_at:amounts[0].end].split()) if amounts else claim.quote
