"""Units said apart from their number: in brackets ("Thu ngân sách (tỷ đồng)"), by a noun ("Số hộ nghèo")."""

import re

from tiendo.reading.engine.lexer import lex
from tiendo.reading.vi.amount import Unit, find_amounts
from tiendo.reading.vi.lexicon import lexicon

_BRACKET = re.compile(r"\((?:đvt|đơn vị(?: tính)?)?\s?:?\s?(?P<said>[^()]{1,30})\)", re.IGNORECASE)
_COUNTS_OF = ("tổng số lượng ", "tổng số ", "số lượng ", "số lượt ", "tổng lượng ", "lượng ", "số ")


def written_unit(unit: str) -> str:
    """A unit as claims write it: đồng without a scale word is VND."""
    head, slash, per = unit.partition("/")
    return f"{'VND' if head == 'đồng' else head}{slash}{per}"


def said_unit(text: str) -> str | None:
    """The unit in brackets of a head, or a head that is nothing but "%"; None where none is said."""
    found = _BRACKET.search(text)
    said = found["said"] if found else ("%" if text.strip() == "%" else None)
    if said is None:
        return None
    tokens = lex(lexicon(), f"1 {said}")
    amounts = find_amounts(tokens, (), ())
    whole = len(amounts) == 1 and amounts[0].last == len(tokens) and amounts[0].kind is not Unit.NONE
    noun = tokens[1].tags.keys() & {"count", "counted_as", "scale"} if len(tokens) > 1 else set()
    return written_unit(amounts[0].unit) if whole and (amounts[0].kind is not Unit.COUNT or noun) else None


def counted_unit(name: str) -> str | None:
    """What "Tổng số khách hàng", "Số hộ nghèo" count."""
    words = name.lower().strip()
    opening = next((opening for opening in _COUNTS_OF if words.startswith(opening)), None)
    if opening is None:
        return None
    noun = next((token for token in lex(lexicon(), words.removeprefix(opening)) if token.kind == "word"), None)
    if noun is None:
        return None
    return noun.tags.get("counted_as") or noun.tags.get("unit") or (noun.text if "count" in noun.tags else None)
