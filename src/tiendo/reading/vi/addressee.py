"""Who is told to do something, and where what they are told begins.

In "yêu cầu, trong thời gian tới, các đơn vị có tỷ lệ thấp khẩn trương rà soát" the addressee is "các đơn vị có tỷ
lệ thấp" and the order begins at "khẩn trương": the first word of action that is not part of a body's name ("Ban
Quản lý dự án", "Sở Xây dựng"). A stretch that does not open with a body or a name is no addressee at all, and
the words around it tell nobody anything ("đề nghị công nhận").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from tiendo.reading.vi.clauses import syllables, trimmed
from tiendo.reading.vi.wording import fold, wording

__all__ = ["Told", "addressee_in", "full_name", "opens_with_action", "told_after"]

_MOST = 35  # syllables of an addressee
_BACK = 300  # sentences to look back for a full name
_KINDS = re.compile(r"quận|huyện|thị xã|thành phố|tỉnh|phường|xã|thị trấn|đặc khu|sở|cục|chi cục|công ty|trường")


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told and where the order begins: offsets in the sentence; `who` is empty where nobody is named."""

    who: tuple[int, int]
    order: int
    modal: bool

    @property
    def named(self) -> bool:
        """Whether the words name an addressee."""
        return self.who[0] < self.who[1]


def told_after(text: str, folded: str, start: int, end: int, *, modal: bool = False) -> Told | None:
    """Who is told and the order, parsed from `start`; None where the words are no addressee and order.

    With `modal` the order must open with cần or phải.
    """
    if not modal and (at := opens_with_action(folded, start, end)) is not None:
        return Told((at, at), at, modal=bool(_pattern("{modal}").match(folded, at, end)))
    for words in ("{modal}",) if modal else ("{modal}|{action}", "{short_action}"):
        for found in _pattern(words).finditer(folded, start, end):
            if not _in_a_name(text, folded, start, found):
                who = addressee_in(text, folded, start, found.start())
                said = bool(_pattern("{modal}").match(folded, found.start(), end))
                return Told(who, found.start(), said) if who else None
    return None


def opens_with_action(folded: str, start: int, end: int) -> int | None:
    """Where an order begins that opens a stretch (after list marks and "Bên cạnh đó,"); None if none does."""
    start, end = trimmed(folded, start, end)
    start = _past_adverbials(folded, start, end)
    if _pattern("(?:{many} )*{body}").match(folded, start, end) and not _pattern("{action}").match(folded, start, end):
        return None
    return start if _pattern("{modal}|{action}|{short_action}").match(folded, start, end) else None


def full_name(kind: str, before: Iterable[str]) -> str | None:
    """The full name a bare "quận" or "Sở" stands for: the last of its kind in the texts, the nearest given first."""
    bare = fold(kind).strip()
    if not _KINDS.fullmatch(bare):
        return None
    for text in islice(before, _BACK):
        folded = fold(text)
        at = folded.rfind(f"{bare} ")
        while at >= 0:
            name = _name_at(text, at + len(bare))
            if name and not text[max(0, at - 1):at].strip():
                return text[at:at + len(bare)] + name
            at = folded.rfind(f"{bare} ", 0, at)
    return None


def _name_at(text: str, at: int) -> str:
    """The proper name after a noun: at most four words in capitals, or one number ("phường 12")."""
    words = text[at:].split(maxsplit=5)[:4]
    name = list(takewhile(lambda word: word[0].isupper(), words)) or [w for w in words[:1] if w.isdigit()]
    said = " ".join(name)
    return " " + re.split(r"[.,;:!?…”\")]", said, maxsplit=1)[0] if said else ""


def addressee_in(text: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The addressee in a stretch without the adverbials around it; empty if nothing else is there."""
    start, end = trimmed(folded, start, end)
    start = _past_adverbials(folded, start, end)
    if start >= end:
        return end, end
    headed = _pattern("(?:{many} )*{body}").match(folded, start, end)
    if not (headed or text[start].isupper()) or syllables(folded[start:end]) > _MOST:
        return None
    return None if _pattern("đạt|là|tăng|giảm|đã|nếu|khi|để|bị").search(folded, start, end) else (start, end)


def _past_adverbials(folded: str, start: int, end: int) -> int:
    """Past "trong thời gian tới," and "cho", "với" before an addressee."""
    pattern = _pattern("{time_adverbial}|rằng|cho|với|tới|đối với")
    while start < end:
        found = pattern.match(folded, start, end)
        if not found:
            return start
        start = found.end()
        while start < end and folded[start] in " ,:":
            start += 1
    return start


def _in_a_name(text: str, folded: str, start: int, found: re.Match[str]) -> bool:
    """Whether a word of action belongs to a body's name: written with a capital, or after "ban", "đội" ..."""
    at = found.start()
    if folded[start:at].rstrip(' :,-–+“"') == "" or folded[:at].rstrip().endswith(":"):
        return False
    return text[at].isupper() or bool(_pattern("{in_names}").match(folded, at) and _before().search(folded, start, at))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_pattern("{names_before}").pattern + r"\s+\Z")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("directive").pattern(text)
