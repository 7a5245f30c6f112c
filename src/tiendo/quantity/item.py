"""One number with the unit that follows it, and compounds of such: the pieces amounts are made of.

`41.562 tỷ 8 triệu đồng` is two items and one value, and so is `2 nghìn 500 tỷ đồng`; `12 tỷ rưỡi` is one with a
half more. A number that belongs to a date, a ratio or a name
(`15-NQ/TW`, `3D`) is no item.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tiendo.quantity.mention import period_spans
from tiendo.quantity.number import NUMBER, Style, is_open, parse_number
from tiendo.quantity.ratio import RATIO
from tiendo.quantity.unit import Parts, read_unit

_DIGITS = re.compile(rf"(?<![\w/])(?<![^\W\d_]-)(?P<digits>{NUMBER})(?![.,]?[0-9])")
_NAMING = re.compile(r"[-–]?[^\W\d_]|/\s?\w|[-–/][0-9]+[-/]?[^\W\d_]")  # what goes on right after the digits
_SPLIT = re.compile(r"(?<![\w.,/-])[1-9][0-9]{0,2} [0-9]{3}(?:[.,][0-9]{1,2})?$")
_BARE = Parts(None, None, ())
_HALF = re.compile(r"[^\S\n]+rưỡi(?!\w)", re.IGNORECASE)
_HALF_MORE = Decimal("0.5")
_THOUSANDS = "nghìn"

SPACE_DOUBT = "space_before_three_digits"


@dataclass(frozen=True, slots=True)
class Item:
    """A number and its unit: NFC offsets, the digits as written, the value in the unit as written.

    `lowest` is the smallest scale factor in it; `whole` says that a smaller scale may go on with the value.
    """

    start: int
    end: int
    written: str
    value: Decimal
    decimals: int
    parts: Parts
    doubt: str | None
    lowest: Decimal
    whole: bool


def find_items(text: str, style: Style | None) -> list[Item]:
    """Every number of NFC text that may count something, compounds joined."""
    joined: list[Item] = []
    for item in _single_items(text, style):
        last = joined[-1] if joined else None
        if last and _continues(last, item, text[last.end:item.start]):
            joined[-1] = _compound(last, item)
        elif last and _counts_on(last, item, text[last.end:item.start]):
            joined[-1] = _thousands(last, item)
        else:
            joined.append(item)
    return joined


def _single_items(text: str, style: Style | None) -> Iterator[Item]:
    taken = sorted([*period_spans(text), *(m.span() for m in RATIO.finditer(text))])
    for found in _outside(_DIGITS.finditer(text), taken):
        parts, end = _unit_behind(text, found.end())
        if parts is _BARE and _NAMING.match(text, end):
            continue
        number = parse_number(found["digits"], style=_settled(found["digits"], parts) or style)
        if number:
            item = Item(
                found.start(), end, found["digits"], number.value, number.decimals, parts,
                number.doubt or _split_doubt(text, found), parts.factor,
                whole=number.decimals == 0 or is_open(found["digits"]),
            )
            yield _with_half(item, text)


def _with_half(item: Item, text: str) -> Item:
    """`12 tỷ rưỡi`, `1 triệu rưỡi đồng`: half of the scale more."""
    half = _HALF.match(text, item.end) if item.whole and item.parts.scale and item.parts.unit is None else None
    if half is None:
        return item
    behind, end = _unit_behind(text, half.end())
    unit = behind if behind.unit and not behind.scale else _BARE
    return replace(
        item, end=end if unit is behind else half.end(), value=item.value + _HALF_MORE, decimals=1,
        parts=Parts(item.parts.scale, unit.unit, unit.per), whole=False,
    )


def _split_doubt(text: str, found: re.Match[str]) -> str | None:
    """`2 300 hộ` may be 2300 households or 300 after some other number."""
    if " " in found["digits"]:
        return None  # groups of three from end to end
    return SPACE_DOUBT if _SPLIT.search(text[max(0, found.start() - 5):found.end()]) else None


def _unit_behind(text: str, at: int) -> tuple[Parts, int]:
    """The unit behind a number, on the same line, and where it ends; a lone per-part is none."""
    unit = read_unit(text, at)
    return unit if unit and (unit[0].unit or unit[0].scale) else (_BARE, at)


def _outside(matches: Iterable[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches that start in none of the spans; both come in the text's order."""
    at = 0
    for match in matches:
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at == len(taken) or match.start() < taken[at][0]:
            yield match


def _settled(digits: str, parts: Parts) -> Style | None:
    """The style a unit forces on an open shape: people and coins come whole, so the mark is for thousands."""
    if not is_open(digits) or not parts.unit or not parts.unit.whole or parts.scale:
        return None
    return Style.ENGLISH if "," in digits else Style.VIETNAMESE


def _continues(last: Item, item: Item, between: str) -> bool:
    """Whether a neighbour goes on with the value: whole, scaled, no unit yet, and a smaller scale next."""
    return bool(
        last.whole and last.parts.scale and last.parts.unit is None and not last.parts.per
        and item.parts.scale and item.parts.factor < last.lowest and between.isspace() and "\n" not in between,
    )


def _counts_on(last: Item, item: Item, between: str) -> bool:
    """`2 nghìn 500 tỷ`, `3 nghìn 250 hộ`: thousands of what stands behind the next number, itself below a thousand."""
    bare = last.whole and last.parts.scale == _THOUSANDS and last.parts.unit is None and not last.parts.per
    below = item.whole and 0 < item.value < last.parts.factor
    larger = item.parts.factor > last.parts.factor or (item.parts.unit is not None and item.parts.scale is None)
    return bare and below and larger and between.isspace() and "\n" not in between


def _thousands(last: Item, item: Item) -> Item:
    """The two as one value in the second's unit."""
    value = last.value * last.parts.factor + item.value
    return replace(item, start=last.start, written=f"{last.written} {item.written}", value=value)


def _compound(last: Item, item: Item) -> Item:
    """The two as one value in the first's scale; an open shape in the head can only be thousands."""
    head = Decimal(re.sub("[.,]", "", last.written)) if is_open(last.written) else last.value
    value = head + item.value * item.parts.factor / last.parts.factor
    return Item(
        last.start, item.end, f"{last.written} {item.written}", value, _decimals(value),
        Parts(last.parts.scale, item.parts.unit, item.parts.per), item.doubt, item.parts.factor, whole=item.whole,
    )


def _decimals(value: Decimal) -> int:
    """How many decimals the value needs."""
    return max(0, -int(value.normalize().as_tuple().exponent))
