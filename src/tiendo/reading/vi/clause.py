"""Where a number stands: the words before it back to the number before, the words behind it, the brackets.

A *break* is a separator that parts two things said (a comma inside "nông, lâm, thủy sản" is none). A *piece* is
the stretch from the last break to the number; the *gap* is everything since the tail of the number before. A
*tail* is what follows a unit and still belongs to it: "so với cùng kỳ năm 2019", "kế hoạch Trung ương giao",
the rest of a counted noun. An *aside* is a bracket without a number of its own ("(NSNN)", "[12]") or the title
of a document: it is taken out before reading.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.reading.engine.records import NO_TAGS, Token
from tiendo.reading.vi.amount import Amount, Unit
from tiendo.reading.vi.period import Mention

SEPARATORS = frozenset(',;:()[]“”"…•*|')
_CLOSING = {"(": ")", "[": "]", "“": "”"}
_CLOSED = frozenset(_CLOSING.values())
_INNER_VERBS = {"được", "là", "thực hiện", "với", "thành", "còn", "lên", "xuống", "hoàn thành"}  # also inside names
_JOINTS = {"và", "với", "còn", "nhưng", "song", "có", "trên"}
_HOLDERS = {"của", "cho", "tại", "ở"}
_SAID = {"verb", "status", "predicate", "lead", "time", "than", "against", "unit", "as_at", "bound", "org",
         "rank_verb", "rank_top", "rank_first", "outcome"}
_SAID_INSIDE = {"verb", "status", "predicate", "time", "than", "unit", "bound"}
_SAID_BY_NAMES = {"verb", "status", "action", "bound", "adverb", "as_at", "predicate"}
_LEADS_IN = {"bound", "adverb", "verb", "status", "as_at", "assigned"}
_WITHIN_NAMES = frozenset({"có", "được", "phục vụ", "bị"})  # said inside a name, before the comma of a list
_NONE: frozenset[str] = frozenset()
_TURNING = {"nên", "khiến", "nhưng", "song", "mà", "thì", "trong khi", "trong khi đó", "làm cho", "giúp", "qua đó"}
STILL_TO_DO = {"sẽ", "phải", "cần", "cần phải"}
_DEEDS = {"action", "head", "verb", "outcome"}
_YARDSTICKS = {"yêu cầu", "quy định", "mức quy định", "chuẩn", "mức chuẩn", "mức yêu cầu", "mức cho phép", "cho phép"}
_LONGEST_YARDSTICK = 6  # tokens of "yêu cầu của Tỉnh ủy"
_PLAN_VERBS = (" kế hoạch", " dự toán")  # "thấp hơn kế hoạch"
_UNDERGONE = {"thi hành kỷ luật", "kỷ luật", "xử lý kỷ luật", "tiêu hủy", "đóng cửa", "di dời", "gia hạn", "hủy"}
_LONGEST_PLAN = 10  # tokens between "nghị quyết" and "đề ra"
_LONGEST_PART = 10  # tokens before a comma that can still be part of one name
_TIME_LINKS = {"trong", "vào", "năm", "đến", "ngày", "cuối", "tính", "trong năm"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence ready for reading: its text, tokens (asides out), periods, the tokens in periods, the breaks."""

    text: str
    tokens: Sequence[Token]
    periods: Sequence[Mention]
    timed: frozenset[int]
    breaks: frozenset[int]

    def periods_in(self, start: int, end: int) -> Sequence[Mention]:
        """The periods that begin in a stretch of characters."""
        first = bisect_left(self.periods, start, key=_start)
        return self.periods[first:bisect_left(self.periods, end, lo=first, key=_start)]


@dataclass(frozen=True, slots=True)
class View:
    """One amount in its line. All positions are token indexes; ends are exclusive.

    `gap` is where the words of its own begin, `piece` where its last piece begins, `opened` the bracket that
    opens the piece (or None), `tail` where what belongs to it ends, `after` where the next number's words
    begin. `embedded`: the amount stands inside a longer name ("tổng doanh thu của 19 doanh nghiệp").
    """

    line: Line
    amount: Amount
    gap: int
    piece: int
    opened: int | None
    tail: int
    after: int
    embedded: bool

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the line."""
        return self.line.tokens


def make_line(text: str, tokens: Sequence[Token], periods: Sequence[Mention]) -> Line:
    """A line with asides taken out, and periods and breaks marked."""
    aside = _asides(tokens, _in_periods(tokens, periods)) if not _CLOSING.keys().isdisjoint(text) else set()
    titles = _titles(tokens, aside)
    periods = [period for period in periods if period.start not in titles] if titles else periods
    kept = [token for index, token in enumerate(tokens) if index not in aside] if aside else tokens
    kept = _names_plain(text, kept)
    timed = _timed(kept, periods)
    return Line(text, kept, periods, timed, _breaks(text, kept, timed))


def _names_plain(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with no verb inside a proper name: "Sông Hạ" and "Tân Đạt" say nothing of a number."""
    inside = [
        index for index, token in enumerate(tokens) if index > 1 and token.tags.keys() & _SAID_BY_NAMES
        and _titled(text, token) and _titled(text, tokens[index - 1])
        and not tokens[index - 1].tags.keys() & {"time", "head"} and "head" not in token.tags
    ]
    if not inside:
        return tokens
    plain = list(tokens)
    for index in inside:
        plain[index] = tokens[index]._replace(tags=NO_TAGS)
    return plain


def _titled(text: str, token: Token) -> bool:
    """Whether a word is written with a capital and small letters; "THU" in a heading says what it says."""
    word = text[token.start:token.end]
    return token.kind == "word" and word[0].isupper() and not word.isupper()


def _start(period: Mention) -> int:
    return period.start


def _in_periods(tokens: Sequence[Token], periods: Sequence[Mention]) -> set[int]:
    """The tokens that stand in periods; both run from left to right."""
    found, at = set(), 0
    for index, token in enumerate(tokens):
        while at < len(periods) and periods[at].end <= token.start:
            at += 1
        if at < len(periods) and periods[at].start <= token.start:
            found.add(index)
    return found


def _asides(tokens: Sequence[Token], timed: set[int]) -> set[int]:
    """Brackets without numbers, marks of footnotes, titles of documents."""
    closes = _closes(tokens)
    found: set[int] = set()
    for index, end in closes.items():
        if index not in found and _says_nothing(tokens, index, end, timed):
            found.update(range(index, end + 1))
    return found


def _closes(tokens: Sequence[Token]) -> dict[int, int]:
    """For each opening mark the next mark that closes it."""
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for index in range(len(tokens) - 1, -1, -1):
        text = tokens[index].text
        if text in _CLOSING and _CLOSING[text] in last:
            found[index] = last[_CLOSING[text]]
        if text in _CLOSED:
            last[text] = index
    return dict(sorted(found.items()))


def _titles(tokens: Sequence[Token], aside: set[int]) -> set[int]:
    """Where the tokens of documents' titles begin: a year there is nobody's period."""
    found, inside = set(), False
    for index in sorted(aside):
        inside = tokens[index].text == "“" or (inside and tokens[index].text != "”")
        if inside:
            found.add(tokens[index].start)
    return found


def _says_nothing(tokens: Sequence[Token], start: int, end: int, timed: set[int]) -> bool:
    opening = tokens[start].text
    if opening == "[":
        return True
    if opening == "“":
        return start > 0 and tokens[start - 1].text == "về"
    return not any(
        (tokens[index].kind in {"number", "fraction"} and index not in timed) or "than" in tokens[index].tags
        for index in range(start + 1, end)
    )


def _timed(tokens: Sequence[Token], periods: Sequence[Mention]) -> frozenset[int]:
    """Tokens of periods, with the small words that lead into them ("đến hết", "trong")."""
    if not periods:
        return frozenset()
    timed = _in_periods(tokens, periods)
    for index in sorted(timed):
        before = index - 1
        while before >= 0 and before not in timed and (
                "as_at" in tokens[before].tags or tokens[before].text in _TIME_LINKS):
            timed.add(before)
            before -= 1
    return frozenset(timed)


def _breaks(text: str, tokens: Sequence[Token], timed: frozenset[int]) -> frozenset[int]:
    marks = [index for index, token in enumerate(tokens) if token.text in SEPARATORS]
    previous = -1
    breaks = set()
    for mark in marks:
        if tokens[mark].text == "," and _joins(text, tokens, timed, previous, mark):
            continue
        breaks.add(mark)
        previous = mark
    return frozenset(breaks)


def _joins(text: str, tokens: Sequence[Token], timed: frozenset[int], previous: int, mark: int) -> bool:
    """Whether a comma joins parts of one name: nothing was said before it, a plain noun follows."""
    part = range(previous + 1, mark)
    if not 0 < len(part) <= _LONGEST_PART or mark + 1 >= len(tokens):
        return False
    following = tokens[mark + 1]
    if following.kind != "word" or mark + 1 in timed or following.tags.keys() & (_SAID | {"head"}):
        return False
    if text[following.start].isupper() and not text[tokens[mark - 1].start].isupper():
        return False
    headed = tokens[part[0]].tags.get("head") in {"rate", "amount"}  # "Tỷ lệ rác được thu gom, xử lý": one name
    inside = _WITHIN_NAMES if headed else _NONE
    return all(
        index not in timed and (tokens[index].kind == "word" or tokens[index].text in {",", "-", "–"})
        and (tokens[index].text in inside or "head" in tokens[index].tags
             or not tokens[index].tags.keys() & _SAID_INSIDE)
        for index in part
    )


def view_of(line: Line, amount: Amount, gap: int, limit: int, *, last: bool) -> View:
    """The view of an amount whose own words begin at `gap`; the next amount begins at `limit` unless `last`."""
    tokens = line.tokens
    piece, opened = gap, None
    for index in range(amount.first - 1, gap - 1, -1):
        if index in line.breaks:
            piece = index + 1
            opened = index if tokens[index].text == "(" else None
            break
    holder = amount.first - 1 > piece and tokens[amount.first - 1].text in _HOLDERS
    tail, after = _tail(line, amount.last, limit, last=last)
    if amount.kind is Unit.RANK and amount.last < len(tokens) and tokens[amount.last].text == "là":
        tail = after = amount.last  # "xếp thứ hai là Phật giáo có …": what follows is the next number's name
    return View(line, amount, gap, piece, opened, tail, after, holder)


def _tail(line: Line, start: int, limit: int, *, last: bool) -> tuple[int, int]:
    """Where the words that belong to a number end, and where the words of the next number begin."""
    stop = next((index for index in range(start, limit) if index in line.breaks or line.tokens[index].text == "."),
                limit)
    shared = stop == limit and not last
    if not shared:
        said = next((index for index in range(start, stop)
                     if _says(line, index) and not _tells_which(line, start, index)), None)
        end = stop if said is None else said
        return end, end
    whole = limit
    while limit > start and line.tokens[limit - 1].tags.keys() & _LEADS_IN:
        limit -= 1  # "với gần", "đạt trên": the next number's own
    verbal = any("verb" in line.tokens[index].tags for index in range(limit, whole))
    if verbal and limit > start and line.tokens[start - 1].text == "%" and _names_next(line, start, limit):
        return start, start
    said = next((index for index in range(start, limit) if _says(line, index)), None)
    turn = _turn(line, start, limit)
    end = min(limit if said is None else said, limit if turn is None else turn)
    turned = said is not None and line.tokens[said].text in _TURNING
    if said == end and end > start and not turned and _plain(line, start):
        return start, start  # "tăng 3,9% công nghiệp tăng 14,2%": the name is the next number's
    return end, end


def _tells_which(line: Line, start: int, index: int) -> bool:
    """"12.980 ca đã khỏi bệnh", "8 khu đã thành lập": right behind a counted noun it is part of the name."""
    return index == start and line.tokens[index].text in {"đã", "đang"} and "count" in line.tokens[start - 1].tags


def _names_next(line: Line, start: int, end: int) -> bool:
    """Whether words between a percentage and the next verb are that verb's subject ("3,9% công nghiệp tăng 14,2%")."""
    return _plain(line, start) and all(
        line.tokens[index].kind in {"word", "mark"} and index not in line.timed
        and not line.tokens[index].tags.keys() & {"than", "against", "lead", "verb"} for index in range(start, end))


def _says(line: Line, index: int) -> bool:
    token = line.tokens[index]
    tags = token.tags
    wanted = "status" in tags and "against" not in tags and not held_to(line, index)
    if wanted or "rank_verb" in tags or token.text in _TURNING:
        return True
    return "verb" in tags and token.text not in _INNER_VERBS and "head" not in tags


def _turn(line: Line, start: int, limit: int) -> int | None:
    """The last word before the next number behind which its own words begin ("và", "với tổng vốn", "có tỷ lệ")."""
    tokens = line.tokens
    for index in range(limit - 1, start - 1, -1):
        if tokens[index].text == "và":
            return index
        if tokens[index].text in _JOINTS and index + 1 < limit and "head" in tokens[index + 1].tags:
            return index
    return None


def _plain(line: Line, start: int) -> bool:
    """Whether words behind a number compare nothing and count nothing, so that they may name the next one."""
    tags = line.tokens[start].tags
    before = line.tokens[start - 1].tags
    return "unit" in before and not tags.keys() & {"against", "than"} and not line.tokens[start].text.startswith("tổng")


def bare_between(line: Line, start: int, end: int) -> bool:
    """Whether only marks, "và" and bounds stand between two places: the numbers there are of one list."""
    return all(token.kind == "mark" or token.text == "và" or "bound" in token.tags for token in line.tokens[start:end])


def beside_yardstick(view: View) -> bool:
    """"thấp hơn yêu cầu của Tỉnh ủy (15%)": a number alone in a bracket behind what a result is held to."""
    opened = view.opened
    if opened is None or not all("bound" in token.tags for token in view.tokens[opened + 1:view.amount.first]):
        return False
    for index in range(opened - 1, max(0, opened - _LONGEST_YARDSTICK) - 1, -1):
        if index in view.line.breaks:
            return False
        if view.tokens[index].text in _YARDSTICKS:
            return True
    return False


def will_be(line: Line, index: int) -> bool:
    """"Sở sẽ tổ chức …", "phải giải ngân …": what is still to be done, told by the word before the deed."""
    tokens = line.tokens
    if index + 1 >= len(tokens) or tokens[index].text not in STILL_TO_DO:
        return False
    if tokens[index + 1].text in _UNDERGONE:
        return tokens[index].text == "sẽ"  # "phải thi hành kỷ luật 13 đảng viên" tells what was done
    return tokens[index].text == "sẽ" or bool(tokens[index + 1].tags.keys() & _DEEDS)


def held_to(line: Line, index: int) -> bool:
    """"vượt 2,5% so với mục tiêu Nghị quyết đề ra": "đề ra" belongs to what a number is held to, it wishes nothing."""
    tokens = line.tokens
    if tokens[index].text == "mục tiêu đến":
        return index > 0 and bool(tokens[index - 1].tags.keys() & {"outcome", "than"})  # "vượt mục tiêu đến năm 2025"
    if "assigned" not in tokens[index].tags:
        return False
    for at in range(index - 1, max(-1, index - 1 - _LONGEST_PLAN), -1):
        if at in line.breaks:
            return False
        if "against" in line.tokens[at].tags or tokens[at].text.endswith(_PLAN_VERBS):
            return not _opens_clause(line, at)
    return False


def _opens_clause(line: Line, index: int) -> bool:
    """"Kế hoạch 5 năm đề ra GDP tăng …": a plan that opens the clause wants something, it holds nothing to itself."""
    at = index - 1
    while at >= 0 and at not in line.breaks and (at in line.timed or line.tokens[at].tags.keys() & {"lead", "adverb"}):
        at -= 1
    return at < 0 or at in line.breaks


def segments(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between breaks, from the last to the first; empty ones are left out."""
    stop = end
    for index in range(end - 1, start - 1, -1):
        if index in line.breaks:
            if index + 1 < stop:
                yield index + 1, stop
            stop = index
    if start < stop:
        yield start, stop
