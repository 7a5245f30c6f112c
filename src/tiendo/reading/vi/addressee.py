"""Who is told to do something, and where what they are told begins.

In "yêu cầu, trong thời gian tới, các đơn vị có tỷ lệ thấp khẩn trương rà soát" the addressee is "các đơn vị có tỷ
lệ thấp" and the order begins at "khẩn trương": the first word of action that is not part of a body's name ("Ban
Quản lý dự án", "Sở Xây dựng"). A stretch that does not open with a body or a name is no addressee at all, and
the words around it tell nobody anything ("đề nghị công nhận").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from tiendo.reading.vi.citation_tail import UPPER
from tiendo.reading.vi.clauses import syllables, trimmed
from tiendo.reading.vi.wording import fold, wording

__all__ = ["Told", "addressed", "addressee_in", "full_name", "opens_with_action", "told_after"]

_BODY = "(?:{many} )*+{body}"
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


def told_after(
    text: str, folded: str, start: int, end: int, *, modal: bool = False, any_verb: bool = False,
) -> Told | None:
    """Who is told and the order, parsed from `start`; None where the words are no addressee and order.

    With `modal` the order must open with cần or phải; with `any_verb` it may open with a word that the lexicon
    does not know, after a body's plain name.
    """
    if not modal and (at := opens_with_action(folded, start, end)) is not None:
        return Told((at, at), at, modal=bool(_pattern("{modal}").match(folded, at, end)))
    begin = _past_head(folded, start, end)
    for words in ("{modal}",) if modal else ("{modal}|{action}", "{short_action}"):
        found = next(_words(words, text, folded, start, (begin, end)), None)
        if found is None:
            continue
        who = addressee_in(text, folded, start, found.start())
        if who and (tail := _verb_at_end(text, folded, begin, who)):
            return Told((who[0], trimmed(folded, who[0], tail)[1]), tail, modal=False)
        if who and _all_bodies(text, folded, *who):
            first = None if modal else _before_comma(text, folded, who, found.start())
            return first or Told(who, found.start(), bool(_pattern("{modal}").match(folded, found.start(), end)))
        break
    return _after_a_plain_name(text, folded, start, end) if any_verb else None


def _words(words: str, text: str, folded: str, start: int, within: tuple[int, int]) -> Iterator[re.Match[str]]:
    """The words of a list that are no part of a name or noun."""
    found = _pattern(words).finditer(folded, *within)
    return (word for word in found if not _in_a_name(text, folded, start, word))


def _past_head(folded: str, start: int, end: int) -> int:
    """Where the noun ends that an addressee opens with ("Ban Quản lý", "cơ quan"): what follows may be the order."""
    first, last = trimmed(folded, start, end)
    head = _body().match(folded, _past_adverbials(folded, first, last), last)
    return head.end() if head else start


def _verb_at_end(text: str, folded: str, begin: int, who: tuple[int, int]) -> int | None:
    """Where a verb of one syllable ends what was taken for an addressee ("UBKT các đảng ủy cơ sở ¦gửi báo cáo")."""
    found = _last_verb().search(folded, begin, who[1])
    return found.start() if found and not _in_a_name(text, folded, who[0], found) else None


def _before_comma(text: str, folded: str, who: tuple[int, int], order: int) -> Told | None:
    """The order that opens before the comma after which the first known action stands ("... lập tiến độ, cam kết")."""
    if "," not in folded[who[1]:order] or _plain_name().fullmatch(text, *who):
        return None
    begin = _past_head(folded, *who)
    short = next(_words("{short_action}", text, folded, who[0], (begin, who[1])), None)
    if short and (named := addressee_in(text, folded, who[0], short.start())):
        return Told(named, short.start(), modal=False)
    return _after_a_plain_name(text, folded, who[0], order)


def addressed(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a stretch is an addressee and nothing else: "Đối với UBND huyện", "Các sở, ngành"."""
    who = addressee_in(text, folded, start, end)
    if who is None or who[0] == who[1]:
        return False
    return _body().match(folded, *who) is not None and _all_bodies(text, folded, *who)


def _after_a_plain_name(text: str, folded: str, start: int, end: int) -> Told | None:
    """Who is told and the order, where its verb is not among the words of action: all after a body's plain name."""
    start, end = trimmed(folded, start, end)
    start = _past_adverbials(folded, start, end)
    found = _plain_name().match(text, start, end)
    if not found or found.end() >= end:
        return None
    at = found.end() + 1
    if text[at - 1] != " " or not text[at].islower() or _pattern("{no_order}").match(folded, at, end):
        return None
    return Told((start, found.end()), at, modal=False)


def _all_bodies(text: str, folded: str, start: int, end: int) -> bool:
    """Whether each part of an addressee names a body, or goes on with a name: no clause has slipped in."""
    cuts = [found.start() for found in re.finditer(",", folded[start:end])]
    for cut in cuts:
        at = start + cut + 1
        while at < end and folded[at] == " ":
            at += 1
        if at < end and not (text[at].isupper() or text[at].isdigit() or _body().match(folded, at, end)
                             or _pattern("{in_lists}").match(folded, at, end)):
            return False
    return True


def opens_with_action(folded: str, start: int, end: int) -> int | None:
    """Where an order begins that opens a stretch (after list marks and "Bên cạnh đó,"); None if none does."""
    start, end = trimmed(folded, start, end)
    start = _past_adverbials(folded, start, end)
    if _body().match(folded, start, end) and not _pattern("{action}").match(folded, start, end):
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
            name = None if _after_title().search(folded, 0, at) else _name_at(text, at + len(bare))
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
    headed = _body().match(folded, start, end)
    if not (headed or text[start].isupper()) or syllables(folded[start:end]) > _MOST:
        return None
    return None if _pattern("{no_name}").search(folded, start, end) else (start, end)


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
    if text[at].isupper() or _before("{noun_before}").search(folded, start, at):
        return True
    return bool(_pattern("{in_names}").match(folded, at) and _before("{names_before}").search(folded, start, at))


@cache
def _body() -> re.Pattern[str]:
    return _pattern(_BODY)


@cache
def _plain_name() -> re.Pattern[str]:
    """A body's name in the text as written: its noun, words in capitals and what tells which ones."""
    many, noun, seat, more = (wording("directive").phrases(part) for part in (
        "(?:{many} )*+", "{body}", "{place}", "{which_ones}"))
    placed = rf"(?i:{seat})(?:\s[{UPPER}]\w*)+"
    pair = rf"[{UPPER}]\w*\s\w+"  # "Nội vụ", "Công Thương"
    after = rf"\s(?:{placed}|(?i:{more})(?!\w)|{pair}|và(?=\s[{UPPER}])|[-–](?=\s[{UPPER}]))"
    one = rf"(?i:{many})(?:{placed}|(?i:{noun})(?!\w))(?:{after})*+"
    return re.compile(rf"{one}(?:(?:,| và)\s{one})*")


@cache
def _after_title() -> re.Pattern[str]:
    """A person's office at the end of a text: what follows "Chủ tịch UBND phường" may be the person's name."""
    office = "{office}(?: (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|thường trực|đảng ủy|đảng bộ))?"
    return re.compile(_pattern(office).pattern + r"\s*\Z")


@cache
def _last_verb() -> re.Pattern[str]:
    return re.compile(_pattern("{ending_verb}").pattern + r"\Z")


@cache
def _before(words: str) -> re.Pattern[str]:
    return re.compile(_pattern(words).pattern + r"\s+\Z")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("directive").pattern(text)
