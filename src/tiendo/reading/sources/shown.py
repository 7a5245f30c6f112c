"""A number of a worksheet as a Vietnamese sheet shows it: 6617.2 is "6.617,2", 0.9591 as a percentage "95,91%".

A workbook stores bare numbers; whether 0.9591 is a share or 45016 a day stands in the cell's number format. What is
shown is what a person can check on the sheet: its decimals, its percent sign, its literal unit.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

Look = Literal["general", "number", "percent", "day", "month", "year", "time"]

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a worksheet's days have no time zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - the same for workbooks from old Macs
LAST_DAY = 2_958_465  # 31/12/9999
BUILT_IN = {  # ECMA-376 part 1, 18.8.30, as far as it changes what is shown
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}
LITERAL = re.compile(r'"([^"]*)"|\\(.)|( )')  # in quotes, after a backslash, and spaces as they are
SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
NOT_SHOWN = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, conditions, paddings
DIGITS = re.compile(r"[0#?][0#?,.]*")
ALWAYS_GROUPED = 10_000  # smaller whole numbers without a format of their own may be years
SIGNIFICANT = Context(prec=15)  # what Excel itself keeps
LARGEST_EXPONENT = 20  # a number beyond is no figure of an office and is shown as it is stored
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2},\d{3}")

__all__ = ["GENERAL", "NumberFormat", "format_of", "shown"]


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a cell shows its number; `decimals` least and most, None for as many as there are."""

    look: Look = "general"
    decimals: tuple[int, int] | None = None
    grouped: bool = False
    thousands: int = 0  # how often the sheet divides by a thousand before it shows the number
    before: str = ""
    after: str = ""


GENERAL = NumberFormat()


def format_of(code: str) -> NumberFormat:
    """A number format code read: its first section, the one for positive numbers."""
    if code.lower() in {"", "general", "@"}:
        return GENERAL
    first = SECTION.match(code)
    section = NOT_SHOWN.sub("", first[0] if first else "")
    bare = LITERAL.sub("", section)
    if look := _calendar_look(bare.lower()):
        return NumberFormat(look)
    digits = DIGITS.search(section)
    if not digits:
        return GENERAL
    whole, _, fraction = digits[0].partition(".")
    return NumberFormat(
        "percent" if "%" in bare else "number",
        (fraction.count("0"), sum(char in "0#?" for char in fraction)),
        grouped="," in whole.rstrip(","),
        thousands=len(digits[0]) - len(digits[0].rstrip(",")),
        before=_literals(section[:digits.start()]).lstrip(),
        after=_literals(section[digits.end():]).rstrip(),
    )


def _calendar_look(bare: str) -> Look | None:
    """What a date format shows; "m" beside hours or seconds means minutes."""
    letters = set(re.findall(r"[ymdhs]", bare))
    if "d" in letters:
        return "day"
    if letters & {"h", "s"}:
        return "day" if "y" in letters else "time"
    if letters == {"y"}:
        return "year"
    return "month" if letters else None


def _literals(part: str) -> str:
    return "".join(quoted or escaped or space for quoted, escaped, space in LITERAL.findall(part))


def shown(value: Decimal, number_format: NumberFormat = GENERAL, epoch: datetime = EPOCH) -> str:
    """The number as text: comma before decimals, full stops between thousands, dates day first."""
    if abs(value.adjusted()) > LARGEST_EXPONENT and value:
        return str(value)
    rounded = SIGNIFICANT.create_decimal(value)
    if number_format.look not in {"general", "number", "percent"} and 0 <= rounded < LAST_DAY:
        return _calendar(rounded, number_format.look, epoch)
    if number_format.decimals is None:
        plain = f"{rounded.normalize():f}"
        grouped = abs(rounded) >= ALWAYS_GROUPED or "." in plain
        return _vietnamese(plain, grouped=grouped)
    scaled = rounded * (100 if number_format.look == "percent" else 1) / 1000 ** number_format.thousands
    grouped = number_format.grouped or abs(scaled) >= ALWAYS_GROUPED
    number = _vietnamese(_fixed(scaled, number_format.decimals), grouped=grouped)
    return f"{number_format.before}{number}{'%' if number_format.look == 'percent' else ''}{number_format.after}"


def _fixed(value: Decimal, decimals: tuple[int, int]) -> str:
    """Rounded to the most decimals the format shows, without zeros beyond the least."""
    least, most = decimals
    text = f"{value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=60)):f}"
    while most > least and text.endswith("0"):
        text, most = text[:-1], most - 1
    return text.rstrip(".")


def _vietnamese(plain: str, *, grouped: bool) -> str:
    """"6617.2" as "6.617,2"; "6.617" as "6,6170", for "6,617" could be six thousand."""
    whole, _, fraction = plain.partition(".")
    if grouped:
        whole = f"{int(whole):,}".replace(",", ".") if whole not in {"-0", "-"} else whole
    text = f"{whole},{fraction}" if fraction else whole
    return text + "0" if AMBIGUOUS.fullmatch(text) else text


def _calendar(days: Decimal, look: Look, epoch: datetime) -> str:
    """A day number as a date, a month, a year or a time of day."""
    moment = epoch + timedelta(seconds=round(float(days) * 86_400))
    if look == "day":
        return f"{moment:%d/%m/%Y %H:%M}".removesuffix(" 00:00")
    return f"{moment:{ {'month': '%m/%Y', 'year': '%Y', 'time': '%H:%M'}[look] }}"
