"""Whom the questions about a document go to: the unit that wrote it, by its own number or by its letterhead."""

import re

from tiendo.checking.case import Case
from tiendo.checking.rows import name_of
from tiendo.plan import Plan
from tiendo.reading.vi.symbol import parse_symbol

_HEAD = 700  # characters in which a document says whose it is
_NUMBER = re.compile(r"(?<!\w)(?:Số|SỐ)\s*:?\s*(?P<symbol>\d\S*)")  # a citation writes "số"
_REPORT = re.compile(r"(?<!\w)Báo\s+cáo\s+số\s+(?P<symbol>\d\S*)", re.IGNORECASE)
_NOT_A_UNIT = re.compile(r"CỘNG\s+HÒA|CỘNG\s+SẢN|ĐỘC\s+LẬP|^\W*$", re.IGNORECASE)


def unit_of(case: Case) -> str | None:
    """The name of the unit that wrote a document; None where it does not say (a news text).

    The plan knows it by the document's own symbol; else the last line in capitals above "Số" is the unit's name.
    """
    head = case.document.text[:_HEAD]
    return _by_symbol(head, case.plan) or _by_letterhead(head)


def _by_symbol(head: str, plan: Plan | None) -> str | None:
    found = _NUMBER.search(head) or _REPORT.search(head)
    if plan is None or found is None:
        return None
    own = next((one for one in plan.documents if one.symbol and _normal(one.symbol) == _normal(found["symbol"])), None)
    return None if own is None else name_of(plan, own.body) if own.body else own.issuer


def _normal(text: str) -> str:
    symbol = parse_symbol(text)
    return symbol.normal if symbol else text


def _by_letterhead(head: str) -> str | None:
    number = _NUMBER.search(head)
    lines = [line.strip() for line in head[:number.start()].splitlines()] if number else []
    named = [line for line in lines if line.isupper() and len(line) > 3 and not _NOT_A_UNIT.search(line)]
    return named[-1] if named else None
