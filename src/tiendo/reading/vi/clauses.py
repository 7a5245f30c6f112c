"""How a Vietnamese sentence falls into clauses: the pieces a shortcoming or an instruction is quoted from.

Everything here works on *plain* text: folded, and what stands in brackets blanked out, so that offsets stay
those of the sentence. A span is a pair of offsets, end exclusive.
"""

import re
from dataclasses import dataclass
from functools import cache

from tiendo.reading.vi.wording import fold, wording

__all__ = ["Piece", "after_marker", "is_nominal", "parts", "pieces", "plain", "syllables", "trimmed"]

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_EDGES = " ,.;:…-–—•*+“”\"'’‘"
_MARKER = re.compile(
    r"\s*(?:[-–—+*•●▪■o]\s|[-–—+*•●▪■]+|\(?\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\d{1,2}[-–]\s|\(?[a-zđ][.)]\s|\(?[ivx]{1,5}[.)]\s"
    r"|(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười) là\b[,:]?"
    r"|thứ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\b(?=\s?[,:])[,:]?)\s*",
)
_COMMA = re.compile(r",(?!\d)")
_NUMBERED = re.compile(  # nouns whose number is a name and no count
    r"(?<!\w)(?:thôn|tổ|khu|khu phố|ấp|bản|đội|số|quốc lộ|đường|tuyến|gói thầu|cấp|giai đoạn|điểm|khóa) \d+(?!\w)",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two strong joints of a sentence, and the joints themselves ("" at the sentence's ends)."""

    start: int
    end: int
    before: str
    after: str


def plain(text: str) -> str:
    """Folded text in which brackets and what they hold are spaces."""
    return _BRACKETS.sub(lambda found: " " * len(found[0]), fold(text))


def pieces(text: str) -> tuple[Piece, ...]:
    """The stretches of plain text between `;`, `:`, dots, closing quotes, "nhưng" and verbs of saying."""
    made, at, before = [], 0, ""
    for joint in _joints().finditer(text):
        made.append(Piece(at, joint.start(), before, joint[0].strip()))
        at, before = joint.end(), joint[0].strip()
    made.append(Piece(at, len(text), before, ""))
    return tuple(piece for piece in made if text[piece.start:piece.end].strip(_EDGES))


def parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The stretches between the commas of a span; the comma of a number is none."""
    cuts = [found.start() for found in _COMMA.finditer(text, start, end)]
    return tuple(zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks at its edges, list markers and opening words ("Bên cạnh đó, ")."""
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    moved = True
    while moved and start < end:
        at = start
        while start < end and text[start] in _EDGES:
            start += 1
        for pattern in (_MARKER, _opener()):
            found = pattern.match(text, start, end)
            start = found.end() if found else start
        moved = start != at
    if text.count("“", start, end) > text.count("”", start, end) and text[end:end + 1] == "”":
        end += 1
    return start, max(start, end)


def after_marker(text: str) -> int:
    """Where the matter of a list item begins; 0 where the sentence opens with no marker."""
    found = _MARKER.match(text)
    return found.end() if found else 0


def is_nominal(text: str, start: int, end: int, most: int = 12) -> bool:
    """Whether a span can be one more noun of a list: short, no digits, no predicate, no adverbial head."""
    stretch = _NUMBERED.sub("số", text[start:end]).strip(_EDGES)
    if not stretch or syllables(stretch) > most or any(sign.isdigit() for sign in stretch):
        return False
    return not (_predicate().search(stretch) or _adverbial().match(stretch))


def syllables(text: str) -> int:
    """How many syllables a stretch has."""
    return len(text.split())


@cache
def _joints() -> re.Pattern[str]:
    own = wording("prose")
    talk = own.pattern("{says}(?: rằng)?|{says_that}(?=,| rằng)(?: rằng)?").pattern
    turn = own.pattern("{adversative}").pattern
    return re.compile(rf"[;:…]|\.\.\.|[”\"]\s*,|\.(?=\s)|{talk},?|{turn},?")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(wording("prose").pattern("{opener}").pattern + r"\s*[,:]?\s*")


@cache
def _predicate() -> re.Pattern[str]:
    return wording("prose").pattern("{predicate}")


@cache
def _adverbial() -> re.Pattern[str]:
    return wording("prose").pattern("{adverbial}")
