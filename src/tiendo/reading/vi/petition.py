"""Whether words that ask are a request to someone above ("xã kiến nghị huyện hỗ trợ ..."), and so no order.

"Đề nghị" serves both ways: a Chairman's "đề nghị" to his departments is an order, a commune's to its district is a
request. What tells them apart is who stands higher: the seats of the lexicon (`lexicon/directive.toml`, from
the foot to the centre) are compared where the text names both; a section "Đề xuất, kiến nghị" asks upward as a whole.
"""

import re
from functools import cache

from tiendo.reading.vi.setting import Topic
from tiendo.reading.vi.wording import wording

__all__ = ["asks_upward"]

_SEATS = ("seat_foot", "seat_commune", "seat_district", "seat_department", "seat_city", "seat_province", "seat_centre")
_CENTRE = len(_SEATS) - 1


def asks_upward(
    text: str, folded: str, asking: tuple[int, int], who: tuple[int, int] | None, *, under: Topic | None,
) -> bool:
    """Whether the asking word at a span asks someone above.

    `who` is the span of those who are asked, None where the sentence ends with the word; `under` is the topic of
    the sentence's list or section.
    """
    start, after = asking
    word = folded[start:after]
    if not _pattern("{asks}").fullmatch(word):
        return False
    if _pattern("{petitions}").search(folded, 0, after):
        return not _pattern("{overseer}").search(folded, 0, start)
    leaders = list(_pattern("{leader}").finditer(folded, 0, start))
    if under is Topic.PETITION and not leaders:
        return True
    tellers = _seats_in(text, folded, leaders[-1].end() if leaders else 0, start)
    asked = _seats_in(text, folded, *who) if who else ()
    if not tellers:
        return not leaders and (asked[:1] == (_CENTRE,) or (under is Topic.REMEDY and bool(asked)))
    return tellers[-1] < asked[0] if asked else tellers[-1] == 0


def _seats_in(text: str, folded: str, start: int, end: int) -> tuple[int, ...]:
    """How high the bodies stand that a stretch names, in its order."""
    heights = (_height(text, seat) for seat in _seats().finditer(folded, start, end))
    return tuple(height for height in heights if height is not None)


def _height(text: str, seat: re.Match[str]) -> int | None:
    """The seat's place in `_SEATS`; "bộ" is a ministry only with a capital."""
    name = seat.lastgroup or ""
    if seat[0] == "bộ" and not text[seat.start()].isupper():
        return None
    return _SEATS.index(name)


@cache
def _seats() -> re.Pattern[str]:
    words = wording("directive")
    groups = (f"(?P<{name}>{words.phrases('{' + name + '}')})" for name in _SEATS)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("directive").pattern(text)
