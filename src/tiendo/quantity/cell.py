"""Strict cells of the plan's tables: a period, a decimal, a day, a unit, or the problem with it as a value.

Tables are for machines too: a decimal has a dot and no grouping, a period is a code, a day is ISO or dd/mm/yyyy.
A cell written the Vietnamese way is refused, and the message says how the same value is written here, because
`41.562` in a table is a little over forty-one, in a report it is over forty-one thousand.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from tiendo.errors import Place, Problem
from tiendo.quantity.mention import find_periods
from tiendo.quantity.number import parse_number
from tiendo.quantity.period import Period
from tiendo.quantity.unit import canonical_unit

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY_ISO = re.compile(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})")
_DAY_VI = re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})")


def _problem(code: str, place: Place | None, **values: str) -> Problem:
    return Problem(code, place, MappingProxyType(values))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def check_period(text: str, place: Place | None = None) -> Period | Problem:
    """The period a code names (`2022`, `2022-H1`, `2022-01/2022-09`); Q001, or Q002 with the code meant."""
    text = _clean(text)
    period = Period.parse(text)
    if period:
        return period
    said = find_periods(text)
    if len(said) == 1 and (said[0].start, said[0].end) == (0, len(text)):
        return _problem("Q002", place, text=text, meant=said[0].code)
    return _problem("Q001", place, text=text)


def check_decimal(text: str, place: Place | None = None) -> Decimal | Problem:
    """A decimal with a dot (`95.91`, `-3`, `41562.008`); Q101, or Q102 with the form that is allowed.

    A comma, grouped thousands, an exponent, a plus, a unit or a percent sign are refused.
    """
    text = _clean(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    number = parse_number(text)
    if number and number.doubt is None and any(mark in text for mark in ".,"):
        return _problem("Q102", place, text=text, meant=f"{number.value:f}")
    return _problem("Q101", place, text=text)


def check_day(text: str, place: Place | None = None) -> date | Problem:
    """A day written `2023-03-31` or `31/03/2023`; Q201 for another form, Q202 for a day on no calendar."""
    text = _clean(text)
    found = _DAY_ISO.fullmatch(text) or _DAY_VI.fullmatch(text)
    if not found:
        return _problem("Q201", place, text=text)
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return _problem("Q202", place, text=text)


def check_unit(text: str, place: Place | None = None) -> str | Problem:
    """The canonical spelling of a known unit (`tỉ VNĐ` gives `tỷ đồng`); Q301 for an unknown one."""
    return canonical_unit(text) or _problem("Q301", place, text=_clean(text))
