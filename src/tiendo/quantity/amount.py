"""Amounts in running text: number, scale and unit, bound and range (`khoảng 3,1-3,2 triệu tỷ đồng`).

Items come from `item`; here the two ends of a range are joined and the words around are taken in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tiendo.quantity.around import Bound, bound_around, is_name, open_range, per_after, range_sign, sign_before
from tiendo.quantity.item import Item, find_items
from tiendo.quantity.nfc import Nfc, to_nfc
from tiendo.quantity.number import Style, format_number
from tiendo.quantity.unit import Parts, parts_of

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity a text states. `value` (and `value_to` for a range) is in `unit`, exact, signed.

    `start` and `end` take in the words of the bound and the range; the digits begin at `digits_at`. `unit` is
    canonical; a bare scale word (`nghìn`) when the counted thing is not in the table, None for a bare number.
    `unit_implied`: the text says only `tỷ` and means đồng. `decimals` is how many were written.
    """

    start: int
    end: int
    value: Decimal
    unit: str | None
    value_to: Decimal | None = None
    decimals: int = 0
    bound: Bound = "exact"
    per: str | None = None
    doubt: str | None = None
    digits_at: int = 0
    unit_implied: bool = False


def find_amounts(text: str, *, style: Style | None = None) -> tuple[Amount, ...]:
    """Every amount a text states, in its order; offsets are those of the text as given.

    `style` (see `style_of`) settles a comma before three digits; so do units that come whole (`2,450 người`).
    What nothing settles keeps its doubt. Bare years and numbers that name things are left out.
    """
    nfc = to_nfc(text)
    return tuple(
        _as_given(_amount(first, last, nfc.text), nfc)
        for first, last in _pairs(find_items(nfc.text, style), nfc.text)
        if not _names(first, last, nfc.text)
    )


def _as_given(found: Amount, nfc: Nfc) -> Amount:
    return replace(
        found, start=nfc.original(found.start), end=nfc.original(found.end), digits_at=nfc.original(found.digits_at),
    )


def _names(first: Item, last: Item, text: str) -> bool:
    """A number without a unit that names a thing or a year."""
    if last.parts.unit or last.parts.scale:
        return False
    return bool(_YEAR.fullmatch(first.written)) or is_name(text, first.start)


def _pairs(items: list[Item], text: str) -> Iterator[tuple[Item, Item]]:
    """The two ends of each range; a lone item is both its ends."""
    index = 0
    while index < len(items):
        ends = _range(items[index], items[index + 1], text) if index + 1 < len(items) else None
        yield ends or (items[index], items[index])
        index += 2 if ends else 1


def _range(item: Item, after: Item, text: str) -> tuple[Item, Item] | None:
    sign = range_sign(text, item.end, after.start)
    first = _first_end(item, after) if sign else None
    return (first, replace(after, value=_signed(after.value, sign))) if sign and first else None


def _first_end(item: Item, after: Item) -> Item | None:
    """A range's first end in the second's unit, from which it borrows what it leaves unsaid."""
    old, new = item.parts, after.parts
    if old == new or (old.unit is None and old.scale is None):
        return replace(item, parts=new)
    if old.unit not in {None, new.unit} or old.per not in {(), new.per}:
        return None
    if old.unit is None and new.unit and new.unit.share:  # 5 tỷ - 7%
        return None
    return replace(item, value=item.value * old.factor / new.factor, parts=new)


def _amount(first: Item, last: Item, text: str) -> Amount:
    sign, start, dash = sign_before(text, first.start, last.end)
    start = open_range(text, start)
    bound, start, end = bound_around(text, start, last.end)
    parts, implied = _with_currency(last.parts)
    return Amount(
        start, end, _signed(first.value, sign), parts.name or None,
        value_to=None if first.start == last.start else last.value,
        decimals=max(first.decimals, last.decimals), bound=bound,
        per="/".join(parts.per) or per_after(text, last.end), doubt=first.doubt or last.doubt or dash,
        digits_at=first.start, unit_implied=implied,
    )


def _signed(value: Decimal, sign: int) -> Decimal:
    """The value with its sign, every digit kept."""
    return value.copy_negate() if sign < 0 else value


def _with_currency(parts: Parts) -> tuple[Parts, bool]:
    """`tỷ` alone is money in reports: `825 tỷ 776 triệu`."""
    if parts.unit or not parts.scale or not parts.scale.endswith("tỷ"):
        return parts, False
    dong = parts_of("đồng")
    return (Parts(parts.scale, dong.unit, parts.per), True) if dong else (parts, False)


def format_amount(value: Decimal, unit: str, decimals: int | None = None) -> str:
    """An amount the Vietnamese way: `41.562,008 tỷ đồng`, `7,4%`, `1.300 ha`; `find_amounts` reads it back.

    A unit that is not in the table is written as given.
    """
    number = format_number(value, decimals)
    parts = parts_of(unit)
    if parts is None or parts.unit is None:
        return f"{number} {unit}"
    name = parts.name if parts.scale else "/".join([parts.unit.shown, *parts.per])
    return f"{number}{'' if parts.unit.tight and not parts.scale else ' '}{name}"
