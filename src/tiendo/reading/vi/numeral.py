"""Numbers in words among the tokens of a sentence: "mười hai", "hai mươi mốt"."""

from collections.abc import Sequence

from tiendo.quantity.numeral import parse_numeral
from tiendo.reading.engine.records import Token

_LONGEST = 3  # tokens of "hai mươi mốt"
_YEAR = "năm"  # five, or a year: a number only behind one of these
_BEFORE_FIVE = {"cả", "có", "còn", "hoàn thành", "thứ", "trong số", "với", "thực hiện"}


def numeral(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number that words spell from a token on, and where it ends; the longest wins."""
    if at >= len(tokens) or "ordinal" not in tokens[at].tags:
        return None
    for width in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = tokens[at:at + width]
        spelled = " ".join(word.text for word in words) if all(word.kind == "word" for word in words) else ""
        value = parse_numeral(spelled)
        if value is not None and not (words[0].text == _YEAR and not _is_five(tokens, at)):
            return value, at + width
    return None


def _is_five(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and (tokens[at - 1].text in _BEFORE_FIVE or tokens[at - 1].text.endswith("thứ"))
