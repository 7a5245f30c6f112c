"""Places among peers: "xếp thứ 11/63", "8 năm liên tiếp xếp thứ Nhất", "nằm trong tốp đầu", "lớn nhất cả nước".

Places told from the other end have words for a number: `last` ("xếp cuối bảng"), `second_last` ("áp chót"),
`bottom` ("trong tốp cuối"); of how many peers is said only where the text says it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.reading.engine.records import Token
from tiendo.reading.engine.rules import Rule, first_answer
from tiendo.reading.vi.amount import Amount, Unit
from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.numeral import numeral

_BEFORE_PLACE = {"thứ", "ở", "vị trí", "hạng", "số", "vị trí thứ", "vị", "thứ hạng", "đứng thứ", "hàng"}
_INTO_TOP = {"trong", "vào", "thuộc", "nằm", "là", "đứng", "xếp", "đạt", "giữ", "lọt", "lọt vào"}
_AMONG = {"trong", "trong số", "trong tổng số", "trên tổng số", "/", "trên"}
_NEXT = {"rank_verb", "rank_first", "rank_top", "rank_last", "rank_moves", "verb", "outcome"}
_GOOD = {"đầu", "cao", "tốt", "khá", "đẹp", "mạnh"}
_STREAK_REACH = 10  # words behind a place among which "năm thứ ba liên tiếp" may follow
_ALSO_REACH = 20  # words between a place and another one of the same verb
_SCOPE_REACH = 5  # words between "cao nhất" and what it is highest of


@dataclass(frozen=True, slots=True)
class Rank:
    """A place as an amount (its value the place; 0 where it is told in words), and for how many years running."""

    amount: Amount
    place: int | str
    streak: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rank may stand."""

    line: Line
    at: int


def _amount(first: int, last: int, place: int, of: int | None = None) -> Amount:
    return Amount(first, last, Decimal(place), "", Unit.RANK, "rank", of=of)


def _numbered(place: Place) -> Rank | None:
    """"xếp thứ 38", "đứng 10/63", "ở vị trí thứ ba"."""
    tokens, at = place.line.tokens, place.at
    if "rank_verb" not in tokens[at].tags:
        return None
    said = tokens[at].text
    index = at + 1
    while index < len(tokens) and tokens[index].text in _BEFORE_PLACE:
        said += " " + tokens[index].text
        index += 1
    if index >= len(tokens):
        return None
    found = _place(tokens, index, ordinal="thứ" in said.split() or "hạng" in said.split())
    if found is None or _counts(tokens, index, said):
        return None
    number, of, end = found
    return Rank(_amount(at, end, number, of), number)


def _place(tokens: Sequence[Token], index: int, *, ordinal: bool) -> tuple[int, int | None, int] | None:
    """A place, the number of peers, and where it ends."""
    token = tokens[index]
    if token.kind == "fraction":
        above, below = (int(part) for part in token.text.replace(".", "").split("/"))
        return above, below, index + 1
    if token.kind == "number" and token.text.isdigit() and len(token.text) < 5:
        return int(token.text), None, index + 1
    said = numeral(tokens, index) if ordinal else None
    if said:
        return said[0], None, said[1]
    if "ordinal" in token.tags and (ordinal or token.text in {"nhất", "nhì"}):
        return int(token.tags["ordinal"]), None, index + 1
    return None


def _counts(tokens: Sequence[Token], index: int, said: str) -> bool:
    """"xếp 3 đơn vị" counts; "xếp thứ 3 toàn tỉnh" does not."""
    following = tokens[index + 1].tags if index + 1 < len(tokens) else {}
    counted = "unit" in following or "count" in following or "not_a_fact" in following
    return counted and tokens[index].kind == "number" and "thứ" not in said and "hạng" not in said


def _top(place: Place) -> Rank | None:
    tokens, at = place.line.tokens, place.at
    if "rank_top" not in tokens[at].tags:
        return None
    first = at
    while first > 0 and tokens[first - 1].text in _INTO_TOP:
        first -= 1
    return Rank(_amount(first, at + 1, 0), "top")


def _end(place: Place) -> Rank | None:
    """"đứng cuối trong 12 huyện", "xếp áp chót toàn tỉnh", "nằm trong nhóm cuối": told from the other end."""
    tokens, at = place.line.tokens, place.at
    told = tokens[at].tags.get("rank_last")
    if told is None:
        return None
    first, of, last = at, *_peers(tokens, at + 1)
    while first > 0 and (tokens[first - 1].text in _INTO_TOP or "rank_verb" in tokens[first - 1].tags):
        first -= 1
    return Rank(_amount(first, last, 0, of), told)


def _peers(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """"trong 12 huyện", "/18 phường", "63 tỉnh, thành phố": of how many, and where that ends."""
    number = at + (at < len(tokens) and tokens[at].text in _AMONG)
    if number + 1 < len(tokens) and tokens[number].text.isdigit() and "count" in tokens[number + 1].tags:
        return int(tokens[number].text), number + 2
    return None, at


def _top_of(place: Place) -> Rank | None:
    """"lọt tốp 10 bãi biển đẹp nhất", "vào nhóm 10 địa phương dẫn đầu cả nước": among the first, not which."""
    tokens, at = place.line.tokens, place.at
    if tokens[at].text not in {"tốp", "top", "nhóm"} or at + 1 >= len(tokens) or not tokens[at + 1].text.isdigit():
        return None
    if at + 2 < len(tokens) and tokens[at + 2].text in {"-", "–"}:
        return None  # "nhóm 501-600": a band, not the first
    enters = at > 0 and tokens[at - 1].text in _INTO_TOP
    near = range(at + 2, min(len(tokens), at + 2 + _SCOPE_REACH))
    praised = next((index for index in near if tokens[index].tags.keys() & {"rank_first", "rank_best", "rank_scope"}
                    or tokens[index].text in _GOOD), None)
    if not (praised is not None or (enters and tokens[at].text != "nhóm")):
        return None
    first, last = at, at + 2
    while first > 0 and tokens[first - 1].text in _INTO_TOP:
        first -= 1
    if praised is not None and tokens[praised].tags.keys() & {"rank_first", "rank_best"}:
        last = praised + 1
    while last < len(tokens) and last <= at + 4 and tokens[last].tags.keys() & {"rank_first", "rank_best", "count"}:
        last += 1
    return Rank(_amount(first, last, 0), "top")


def _also(place: Place) -> Rank | None:
    """"xếp thứ 4/14 trong vùng và thứ 17 cả nước": the second place of one verb."""
    tokens, at = place.line.tokens, place.at
    joined = at > 0 and tokens[at - 1].text in {"và", ","}
    placed = any("rank_verb" in token.tags for token in tokens[max(0, at - _ALSO_REACH):at])
    if tokens[at].text != "thứ" or not joined or not placed:
        return None
    found = _place(tokens, at + 1, ordinal=True) if at + 1 < len(tokens) else None
    return Rank(_amount(at, found[2], found[0], found[1]), found[0]) if found else None


def _leading(place: Place) -> Rank | None:
    """"dẫn đầu cả nước": first, where the text says of whom or for how long."""
    tokens, at = place.line.tokens, place.at
    if "rank_first" not in tokens[at].tags:
        return None
    scoped = any("rank_scope" in token.tags or token.text in {"về", "với"} for token in tokens[at + 1:at + 4])
    running = any("streak" in token.tags for token in tokens[max(0, at - 3):at + 4])
    return Rank(_amount(at, at + 1, 1), 1) if scoped or running else None


def _best(place: Place) -> Rank | None:
    """"lớn nhất cả nước", "mức cao nhất trong giai đoạn": first, where the text says of what."""
    tokens, at = place.line.tokens, place.at
    names = at + 1 < len(tokens) and tokens[at + 1].text == "là"  # "cao nhất là nhóm giao thông": first of a list
    if "rank_best" not in tokens[at].tags or tokens[at].text == "thấp nhất" or names:
        return None
    scoped = any("rank_scope" in token.tags for token in tokens[at + 1:at + 1 + _SCOPE_REACH])
    said = any(token.text in {"là", "vẫn là"} for token in tokens[max(0, at - _SCOPE_REACH):at])
    ends = at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or tokens[at + 1].text in {"với", "của"}
    return Rank(_amount(at, at + 1, 1), 1) if scoped or (said and ends) else None


RANKS: tuple[Rule[Place, Rank], ...] = (
    Rule("rank.numbered", _numbered),
    Rule("rank.top", _top),
    Rule("rank.end", _end),
    Rule("rank.top_of", _top_of),
    Rule("rank.also", _also),
    Rule("rank.leading", _leading),
    Rule("rank.best", _best),
)
_TRIGGERS = {"rank_verb", "rank_top", "rank_first", "rank_best", "rank_last"}
_WORDS = {"tốp", "top", "nhóm", "thứ"}


def find_ranks(line: Line) -> list[Rank]:
    """The ranks of a sentence, from left to right."""
    ranks: list[Rank] = []
    done = 0
    for at, token in enumerate(line.tokens):
        if at < done or (_TRIGGERS.isdisjoint(token.tags) and token.text not in _WORDS):
            continue
        answer = first_answer(RANKS, Place(line, at))
        if answer:
            rank, rule = answer
            rank = _with_streak(rank, rule, line)
            ranks.append(rank)
            done = rank.amount.last
    return ranks


def _with_streak(rank: Rank, rule: str, line: Line) -> Rank:
    """"8 năm liên tiếp" before the place, or right behind it; "năm thứ 6 liên tiếp" before it."""
    tokens, amount = line.tokens, rank.amount
    streak = _running(tokens, range(max(0, amount.first - 6), amount.first)) \
        or _running(tokens, range(amount.last, min(len(tokens), amount.last + _STREAK_REACH)), behind=True)
    first, last = amount.first, amount.last
    if streak:
        first, last = min(first, streak[1]), max(last, streak[2])
    named = Amount(first, last, amount.value, "", Unit.RANK, rule, of=amount.of)
    return Rank(named, rank.place, streak[0] if streak else None)


def _running(tokens: Sequence[Token], window: range, *, behind: bool = False) -> tuple[int, int, int] | None:
    """How long a place was held, by the words in a window; behind it, not what the next place was held."""
    for index in window:
        if behind and (tokens[index].text == ";" or _counts_something(tokens, index)):
            return None
        found = _years(tokens, index) or _year_running(tokens, index)
        if found:
            return None if behind and _is_of_next(tokens, found[2]) else found
    return None


def _years(tokens: Sequence[Token], index: int) -> tuple[int, int, int] | None:
    """"8 năm liên tiếp", "ba năm liền"."""
    if "streak" not in tokens[index].tags or not index:
        return None
    before = tokens[index - 1]
    said = before.text if before.kind == "number" else before.tags.get("ordinal", "")
    return (int(said), index - 1, index + 1) if said.isdigit() else None


def _year_running(tokens: Sequence[Token], index: int) -> tuple[int, int, int] | None:
    """"năm thứ 6 liên tiếp", "năm thứ hai liền"."""
    if tokens[index].text != "năm thứ" or index + 2 >= len(tokens):
        return None
    number = tokens[index + 1].tags.get("ordinal", tokens[index + 1].text)
    if not number.isdigit() or tokens[index + 2].text not in {"liên tiếp", "liên", "liền", "liên tục"}:
        return None
    last = index + 3 + (tokens[index + 2].text == "liên")
    return int(number), index, min(last, len(tokens))


def _counts_something(tokens: Sequence[Token], index: int) -> bool:
    """"xếp thứ 41, giảm 8 bậc, …": another number stands between a place and its years."""
    following = tokens[index + 1].tags if index + 1 < len(tokens) else {}
    return tokens[index].kind == "number" and "streak" not in following and bool(following.keys() & {"unit", "count"})


def _is_of_next(tokens: Sequence[Token], at: int) -> bool:
    """"…, năm thứ 3 liên tiếp trong nhóm cuối", "…, 5 năm liền dẫn đầu khối": the years of what follows."""
    while at < len(tokens) and tokens[at].text in _INTO_TOP:
        at += 1
    return at < len(tokens) and bool(tokens[at].tags.keys() & _NEXT)
