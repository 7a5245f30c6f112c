"""Numbers as Vietnamese reports write them, and back.

Vietnam writes `1.234.567,8`: dots between thousands, a comma before decimals. Reports also hold the English
form (`1,234.5`, `17.2`), or spaces between thousands (`1 234 567`). Two shapes are open: a comma or a dot before
exactly three digits. A comma is then read as Vietnamese decimals and carries a doubt, unless the document's own
style settles it; a dot is read as thousands. Nothing is guessed silently.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from tiendo.quantity.numeral import parse_numeral

_THIN = r"[\u00a0\u2009\u202f]"  # no-break and thin spaces, which some typists put between thousands
NUMBER = (  # one number's digits, without its sign
    rf"(?:[1-9][0-9]{{0,2}}(?:(?:{_THIN}[0-9]{{3}})+|(?: [0-9]{{3}}){{2,}})(?:,[0-9]+)?(?![0-9])|[0-9]+(?:[.,][0-9]+)*)"
)
MINUSES = ("-", "–", "−")

_WRITTEN = re.compile(rf"(?P<sign>[-+–−])?\s?(?P<digits>{NUMBER})")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")

COMMA_DOUBT = "comma_three_digits"
DOT_DOUBT = "dot_three_digits"
_SWAP = str.maketrans(",.", ".,")


class Style(StrEnum):
    """How a document separates thousands and decimals; `style_of` finds it."""

    VIETNAMESE = "vietnamese"  # 1.234,5
    ENGLISH = "english"  # 1,234.5
    MIXED = "mixed"  # both were seen: an open shape stays open


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: its exact value, how many decimals stand there, and why it might be misread."""

    value: Decimal
    decimals: int
    doubt: str | None = None


def parse_number(text: str, *, style: Style | None = None) -> Number | None:
    """Read one written number (`7,4`, `1.234,5`, `05`, `–4,13`, `mười lăm`); None when it is none.

    `style` settles a comma or dot before exactly three digits. Without it a comma there is read as decimals
    with the doubt `comma_three_digits`; in a document of mixed style a dot there has `dot_three_digits`.
    """
    text = unicodedata.normalize("NFC", text).strip()
    found = _WRITTEN.fullmatch(text)
    if not found:
        counted = parse_numeral(text)
        return None if counted is None else Number(Decimal(counted), 0)
    sides = _sides(found["digits"], style)
    if sides is None:
        return None
    whole, fraction, doubt = sides
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    return Number(value.copy_negate() if found["sign"] in MINUSES else value, len(fraction), doubt)


def is_open(digits: str) -> bool:
    """Whether digits hold one separator before exactly three digits: thousands or decimals, who knows."""
    return bool(re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", digits))


def _sides(digits: str, style: Style | None) -> tuple[str, str, str | None] | None:
    """The digits before and after the decimal mark, and the doubt; None for an impossible grouping."""
    if re.search(rf"{_THIN}| ", digits):
        whole, _, fraction = re.sub(rf"{_THIN}| ", "", digits).partition(",")
        return whole, fraction, None
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return digits, "", None
    last = marks[-1]
    if is_open(digits):
        return _open_sides(digits, last, style)
    if len(set(marks)) == 1 and len(marks) > 1:
        return (re.sub("[.,]", "", digits), "", None) if _GROUPED.fullmatch(digits) else None
    whole, fraction = digits.rsplit(last, 1)
    if marks.count(last) > 1 or (len(marks) > 1 and not _GROUPED.fullmatch(whole)):
        return None
    return re.sub("[.,]", "", whole), fraction, None


def _open_sides(digits: str, mark: str, style: Style | None) -> tuple[str, str, str | None]:
    whole, three = digits.split(mark)
    if mark == ",":
        if style is Style.ENGLISH:
            return whole + three, "", None
        return whole, three, None if style is Style.VIETNAMESE else COMMA_DOUBT
    if style is Style.ENGLISH:
        return whole, three, None
    return whole + three, "", DOT_DOUBT if style is Style.MIXED else None


def format_number(value: Decimal, decimals: int | None = None, *, style: Style = Style.VIETNAMESE) -> str:
    """Write a number the Vietnamese way (`1.234,5`), rounded half up to `decimals` when they are given.

    Without `decimals` every digit the value holds is written. English style gives `1,234.5`; mixed is the
    Vietnamese. A value that is not finite is a ValueError.
    """
    if not value.is_finite():
        raise ValueError(f"not a number to write: {value}")
    places = max(0, -int(value.as_tuple().exponent)) if decimals is None else decimals
    rounded = _round_half_up(value, places)
    english = f"{rounded.copy_abs() if rounded == 0 else rounded:,f}"
    return english if style is Style.ENGLISH else english.translate(_SWAP)


def _round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round as offices do (0,125 to two decimals is 0,13), with room for every digit of the value."""
    room = max(28, value.adjusted() + decimals + 2)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=Context(prec=room))
