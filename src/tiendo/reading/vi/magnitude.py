"""How a number is written over several words: digits in groups, with scale words, with a half.

"1 234 567", "27 tỷ 781 triệu", "2 nghìn 500 tỷ", "12 tỷ rưỡi". Each is one value in the scale that ends up in its
unit. Two groups of digits with one space between ("2 300 hộ") may be one number or two: they are read as one, with
the doubt `space_before_three_digits`, where a unit follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tiendo.quantity.item import SPACE_DOUBT
from tiendo.quantity.number import parse_number
from tiendo.reading.engine.records import Token

SCALES = {"": 0, "nghìn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12, "triệu tỷ": 15}

_GROUP = 3  # digits of a group of thousands
_THOUSAND = 1000
_HALF = "rưỡi"
_THOUSANDS = "nghìn"  # "2 nghìn 500 tỷ": thousands of what the next scale counts
_ONE = Decimal(1)
_NAMES = {"numbered", "ordinal_name"}


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number and its scale; `after` is the token behind it, `rule` what put it together (None: one number)."""

    value: Decimal
    scale: str
    after: int
    doubt: str | None = None
    rule: str | None = None


@lru_cache(maxsize=4096)
def number(text: str) -> tuple[Decimal, str | None] | None:
    """A written number and its doubt."""
    found = parse_number(text)
    return (found.value, found.doubt) if found else None


def magnitude(tokens: Sequence[Token], at: int) -> Magnitude | None:
    """The number that begins at a token, with all that goes on with it."""
    first = _grouped(tokens, at) or _plain(tokens, at)
    if first is None:
        return None
    scale, after = scale_at(tokens, first.after)
    whole = replace(first, scale=scale, after=after)
    while (longer := _thousands(tokens, whole) or _lower(tokens, whole)) is not None:
        whole = longer
    return _half(tokens, whole) or whole


def scale_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The scale word at a token, "" for none, and where it ends."""
    scale = tokens[at].tags.get("scale") if at < len(tokens) else None
    return (scale, at + 1) if scale else ("", at)


def _plain(tokens: Sequence[Token], at: int) -> Magnitude | None:
    found = number(tokens[at].text) if at < len(tokens) and tokens[at].kind == "number" else None
    return Magnitude(found[0], "", at + 1, found[1]) if found else None


def _grouped(tokens: Sequence[Token], at: int) -> Magnitude | None:
    """"1 234 567": groups of three digits, one space apart, the last perhaps with decimals."""
    head = tokens[at].text
    named = at > 0 and bool(tokens[at - 1].tags.keys() & _NAMES)  # "lớp 10 345 học sinh"
    if named or not (head.isdigit() and len(head) <= _GROUP and head[0] != "0") or _beside(tokens, at - 1):
        return None
    after = at + 1
    while _beside(tokens, after - 1) and tokens[after].text.isdigit() and len(tokens[after].text) == _GROUP:
        after += 1
    digits = "".join(token.text for token in tokens[at:after])
    last = tokens[after].text if _beside(tokens, after - 1) else ""
    if last[:_GROUP].isdigit() and last[_GROUP:_GROUP + 1] == ",":  # "1 234 567,5"
        digits, after = digits + last, after + 1
    elif last or after == at + 1:
        return None  # numbers of a row, not groups of one
    value = number(digits)
    doubt = SPACE_DOUBT if after == at + 2 else None
    return Magnitude(value[0], "", after, doubt, "amount.grouped") if value else None


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether this token and the next are numbers with one space between them."""
    if not 0 <= at < len(tokens) - 1:
        return False
    left, right = tokens[at], tokens[at + 1]
    return left.kind == right.kind == "number" and right.start - left.end == 1


def _lower(tokens: Sequence[Token], high: Magnitude) -> Magnitude | None:
    """"27 tỷ 781 triệu" is one value, in the first scale; both parts come whole."""
    low = _next(tokens, high)
    if low is None or not low.scale or SCALES[low.scale] >= SCALES[high.scale]:
        return None
    value = high.value + low.value.scaleb(SCALES[low.scale] - SCALES[high.scale])
    return Magnitude(value, high.scale, low.after, rule="amount.compound")


def _thousands(tokens: Sequence[Token], high: Magnitude) -> Magnitude | None:
    """"2 nghìn 500 tỷ" is 2500 tỷ, "3 nghìn 250 hộ" 3250 hộ: what follows is below a thousand of the same."""
    low = _next(tokens, high)
    if low is None or high.scale != _THOUSANDS or high.rule or high.value != int(high.value):
        return None
    larger = not low.scale or SCALES[low.scale] > SCALES[high.scale]
    if not larger or not 0 < low.value < _THOUSAND or low.value != int(low.value):
        return None
    return Magnitude(high.value.scaleb(SCALES[high.scale]) + low.value, low.scale, low.after, rule="amount.compound")


def _next(tokens: Sequence[Token], high: Magnitude) -> Magnitude | None:
    """The number right behind a scaled one, with its scale."""
    if not high.scale or high.after >= len(tokens) or not tokens[high.after].text[0].isdigit():
        return None
    plain = _plain(tokens, high.after)
    if plain is None:
        return None
    scale, after = scale_at(tokens, plain.after)
    return replace(plain, scale=scale, after=after)


def _half(tokens: Sequence[Token], whole: Magnitude) -> Magnitude | None:
    """"12 tỷ rưỡi", "1 triệu rưỡi": half of the scale more."""
    half = whole.after < len(tokens) and tokens[whole.after].text == _HALF
    if not half or not whole.scale or whole.rule or whole.value != int(whole.value):
        return None
    return Magnitude(whole.value + _ONE / 2, whole.scale, whole.after + 1, whole.doubt, "amount.half")
