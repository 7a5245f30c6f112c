"""A share or a change against the two numbers it was computed from, each in every way it can be read.

Printed numbers are taken for all they may stand for (`checking.shown`): what rounding, or the other reading of
"65,624", can explain is never called wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from tiendo.checking.bases import Base
from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import (
    HUNDRED,
    Shown,
    difference,
    in_unit,
    part_of,
    readings,
    shown_of,
    spelled,
    spelled_amount,
    stated,
    total,
)
from tiendo.reading import Claim

SHARE = Rule("C301", "arithmetic", "error")
CHANGE = Rule("C302", "arithmetic", "error")
EXCESS = Rule("C303", "arithmetic", "error")
READING = Rule("C304", "arithmetic", "info")
POINTS = Rule("C307", "arithmetic", "error")
PER_CENT = Rule("C308", "arithmetic", "warning")

POINT = "điểm %"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A value and its base in one unit, in every way they can be read (as written first), and their words."""

    pairs: tuple[tuple[Shown, Shown], ...]
    unit: str
    value: str
    base: str
    perhaps_change: bool = False  # the base's number may be the change itself

    @classmethod
    def of(cls, value: Claim, base: Base) -> "Reckoning":
        """A stated value against a base."""
        unit = value.unit or ""
        pairs = tuple(product(readings(value), base.into(unit)))
        return cls(pairs, unit, stated(value), base.text, base.perhaps_change)

    @property
    def written(self) -> tuple[Shown, Shown]:
        """Value and base as they are written."""
        return self.pairs[0]


def check_share(case: Case, share: Claim, value: Claim, base: Base) -> Iterator[Finding]:
    """C301 when no reading of value and base fits; C304 when it is not the one that is written."""
    number, sum_ = shown_of(share), Reckoning.of(value, base)
    ends = [part_of(part, whole) for part, whole in sum_.pairs]
    if number is None or share.unit != "%" or not ends or None in ends:
        return
    fitting = [part for (part, _), span in zip(sum_.pairs, ends, strict=True) if span and number.meets(*span)]
    part, whole = sum_.written
    if not fitting:
        yield SHARE.at(case.document, share, stated=stated(share), value=sum_.value, base=sum_.base,
                       computed=f"{spelled(HUNDRED * part.value / whole.value)}%")
    elif part not in fitting and len({one.value for one in fitting}) == 1:
        read = spelled_amount(fitting[0].value, sum_.unit)
        yield READING.at(case.document, value, read, value=sum_.value, read=read, share=stated(share), base=sum_.base)


def check_change(case: Case, change: Claim, sum_: Reckoning) -> Iterator[Finding]:
    """C302, C303 or C307 when no reading fits; C308 when the number fits as percentage points."""
    number = shown_of(change)
    if number is None or change.number_doubt or not sum_.pairs:
        return
    others = [(new, _before(number, new, more)) for new, more in sum_.pairs] if sum_.perhaps_change else []
    if any(_fits(number, change, sum_, new, old) for new, old in (*sum_.pairs, *others)):
        return
    new, old = sum_.written
    moved = difference(new, old)
    if change.unit == sum_.unit == "%" and number.meets(moved.low, moved.high):
        yield PER_CENT.at(case.document, change, f"{spelled(abs(number.value))} {POINT}", stated=stated(change),
                          value=sum_.value, base=sum_.base)
    else:
        told = min((sum_.written, *others[:1]), key=lambda pair: abs(_computed(change, *pair) - number.value))
        yield _wrong(case, change, sum_, told)


def _wrong(case: Case, change: Claim, sum_: Reckoning, told: tuple[Shown, Shown]) -> Finding:
    """A change with what its numbers make of it; of two readings of the brackets the nearer one."""
    rule = POINTS if change.unit == POINT else EXCESS if change.relation == "excess" else CHANGE
    base = sum_.base if told is sum_.written else spelled_amount(told[1].value, sum_.unit)
    unit = change.unit if change.unit in {"%", POINT} else sum_.unit
    computed = spelled_amount(_computed(change, *told), unit or "", 2 if unit == "%" else 3)
    return rule.at(case.document, change, stated=stated(change), value=sum_.value, base=base, computed=computed)


def _computed(change: Claim, new: Shown, old: Shown) -> Decimal:
    """A change as its numbers make it, in per cent of the old or in their unit."""
    return HUNDRED * new.value / old.value - HUNDRED if change.unit == "%" else new.value - old.value


def _before(number: Shown, new: Shown, more: Shown) -> Shown:
    """The base, where the amount in brackets is how much more, or in a fall how much less, the value is."""
    return total((new, more)) if number.value < 0 < more.value else difference(new, more)


def _fits(number: Shown, change: Claim, sum_: Reckoning, new: Shown, old: Shown) -> bool:
    """Whether a change may be the one from old to new: per cent of the old, or the difference in the value's unit."""
    if change.unit == "%":
        ends = part_of(new, old)
        return ends is None or number.meets(ends[0] - HUNDRED, ends[1] - HUNDRED)
    moved = difference(new, old)
    told = number if change.unit == POINT and sum_.unit == "%" else in_unit(number, change.unit or "", sum_.unit)
    return told is None or told.meets(moved.low, moved.high)
