"""Periods as reports write them: which stretch of time a number speaks of.

A mention is found where a word of time or the shape of a date stands, and read by the first rule that matches
there. A mention may lack its year ("9 tháng đầu năm"): the context fills it. A mention behind "so với",
"cùng kỳ" or "kế hoạch" names what a number is compared with, not the number's own period.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tiendo.reading.engine.records import Token
from tiendo.reading.engine.rules import Rule, first_answer
from tiendo.reading.vi.period_code import (
    FIVE_YEARS,
    NO_PERIOD,
    NOW,
    OPEN_YEAR,
    PRESENT,
    PRIOR,
    SAME_BEFORE,
    TERM,
    TO_DATE,
    WITHIN,
    YEARLY,
)
from tiendo.reading.vi.period_role import DATES, LINK_REACH, goal_of, role_of

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(_YEAR)
_TAIL_YEAR = rf"(?:\s?[/.-]\s?(?P<y>{_YEAR})|\s(?:của\s)?(?:năm\s)?(?P<y2>{_YEAR})(?![\d,.%]*\d|\s?[-–]\s?\d))?(?!\d)"
_COUNTS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}


TOLD = frozenset({"own", "passing", "goal"})  # roles of periods that a number may be of


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a sentence: its character span, its code, the rule that read it and its part.

    The code may be open (`period_code`). `role` is own (a number's period), passing (own, but the text goes on
    without it), goal (own, and what follows is wanted), against (what a number is compared with), plan (the year of
    a plan), since (a beginning), event (the day of a meeting, of a document) or name (part of a body's name).
    """

    start: int
    end: int
    code: str
    rule: str
    role: str = "own"

    @property
    def year(self) -> int | None:
        """The last year the code names, if it names one."""
        years = _YEARS.findall(self.code)
        return int(years[-1]) if years else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a mention may begin: lower-case text, offset, what stands before ("đến", "sáng", "trong")."""

    low: str
    at: int
    as_at: bool
    day_part: bool
    within: bool = False


_Coder = Callable[[re.Match[str], Spot], str | None]


def _rule(name: str, pattern: str, code: _Coder) -> Rule[Spot, tuple[int, str]]:
    compiled = re.compile(pattern)

    def read(spot: Spot) -> tuple[int, str] | None:
        found = compiled.match(spot.low, spot.at)
        written = code(found, spot) if found else None
        return (found.end(), written) if found and written else None

    return Rule(f"period.{name}", read)


def _year(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return groups.get("y") or groups.get("y2") or OPEN_YEAR


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS.get(text, 0)


def _months(found: re.Match[str], _: Spot) -> str | None:
    """"6 tháng đầu năm" is a half, "3 tháng đầu năm" a quarter, "9 tháng" a span from January."""
    count, part, year = _count(found["n"]), found["part"], _year(found)
    if part == "cuối":
        return f"{year}-H2" if count == 6 else NO_PERIOD
    if part in {"còn lại", "tới", "tiếp theo"}:
        return NO_PERIOD
    if not 1 < count <= 12:
        return None
    return {3: f"{year}-Q1", 6: f"{year}-H1", 12: year}.get(count, f"{year}-01/{year}-{count:02}")


def _quarters(found: re.Match[str], _: Spot) -> str | None:
    count, year = _count(found["n"]), _year(found)
    return {1: f"{year}-Q1", 2: f"{year}-H1", 3: f"{year}-01/{year}-09", 4: year}.get(count)


def _quarter(found: re.Match[str], spot: Spot) -> str | None:
    """"hết quý III" counts up to it: nine months."""
    number, year = _count(found["n"]), _year(found)
    if not 1 <= number <= 4:
        return None
    up_to = {2: f"{year}-H1", 3: f"{year}-01/{year}-09", 4: year}
    return up_to.get(number, f"{year}-Q1") if spot.as_at else f"{year}-Q{number}"


def _day(found: re.Match[str], spot: Spot) -> str | None:
    """A day counted up to is a period "as at"; any other day only tells the year."""
    day, month, year = int(found["d"]), int(found["m"]), _year(found)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{year}-{month:02}-{day:02}" if spot.as_at or spot.within else year


def _short_day(found: re.Match[str], spot: Spot) -> str | None:
    return _day(found, spot) if spot.as_at or spot.day_part or found["word"] else None


def _month(found: re.Match[str], spot: Spot) -> str | None:
    number, year = int(found["m"]), _year(found)
    if not 1 <= number <= 12:
        return None
    if not spot.as_at or number == 1:
        return f"{year}-{number:02}"
    return {3: f"{year}-Q1", 6: f"{year}-H1", 12: year}.get(number, f"{year}-01/{year}-{number:02}")


def _month_span(found: re.Match[str], _: Spot) -> str | None:
    first, last, year = int(found["m"]), int(found["m2"]), _year(found)
    return f"{year}-{first:02}/{year}-{last:02}" if 1 <= first < last <= 12 else None


def _years(found: re.Match[str], _: Spot) -> str | None:
    return f"{found['y1']}/{found['y2']}" if found["y1"] < found["y2"] else None


def _next_years(found: re.Match[str], _: Spot) -> str | None:
    """"năm 2021 và 2022": two years, one after the other, told together."""
    return f"{found['y1']}/{found['y2']}" if int(found["y2"]) == int(found["y1"]) + 1 else None


def _day_span(found: re.Match[str], _: Spot) -> str | None:
    """From a day to a day: the months they stand in."""
    first, last = int(found["m"]), int(found["m2"])
    year = found["y2"]
    before = found["y"] or year
    if not (1 <= first <= 12 and 1 <= last <= 12) or (before, first) > (year, last):
        return None
    if (before, first) == (year, last):
        return f"{year}-{last:02}"
    return f"{before}-{first:02}/{year}-{last:02}"


_DAY = r"(?:ngày )?\d{1,2}[/.-]"
_WHOLE_YEAR = r"(?: năm(?= (?:19|20)\d\d|\b(?! (?:trước|ngoái|sau))))?"
RULES = (
    _rule("months", r"(?P<n>\d+|\w+(?: một)?) tháng(?!\s\d{1,2}(?!\d|[.,]\d)|\stuổi|\slương)"
          rf"(?: (?P<part>đầu|cuối|còn lại|tới|tiếp theo))?{_WHOLE_YEAR}" + _TAIL_YEAR, _months),
    _rule("quarters", r"(?P<n>\d|\w+) quý đầu(?: năm)?" + _TAIL_YEAR, _quarters),
    _rule("quarter", r"qu[ýí] (?P<n>iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn)\b(?! lần)" + _TAIL_YEAR, _quarter),
    _rule("day", rf"(?:ngày )?(?P<d>\d{{1,2}}) tháng (?P<m>\d{{1,2}})(?:,? năm (?P<y>{_YEAR}))?(?!\d|[.,]\d)", _day),
    _rule("day_span", rf"{_DAY}(?P<m>\d{{1,2}})(?:[/.-](?P<y>{_YEAR}))? (?:đến|tới)(?: hết)? "
          rf"{_DAY}(?P<m2>\d{{1,2}})[/.-](?P<y2>{_YEAR})", _day_span),
    _rule("date", rf"(?:ngày )?(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>{_YEAR})", _day),
    _rule("short_date", r"(?P<word>ngày )?(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?!\d|/)", _short_day),
    _rule("month_span", r"tháng (?P<m>\d{1,2})(?: đến| tới|\s?[-–])(?: hết)?(?: tháng)? ?(?P<m2>\d{1,2})" + _TAIL_YEAR,
          _month_span),
    _rule("month", r"(?:tháng )?(?P<m>\d{1,2})(?<=[^\d]\d|\d\d)(?![.,]\d{1,3}(?!\d))" + _TAIL_YEAR,
          lambda found, spot: _month(found, spot) if found.group().startswith("tháng") or found["y"] else None),
    _rule("years", rf"(?:(?:(?:đầu |cuối |hết )?năm học|năm tài chính|giai đoạn|nhiệm kỳ|thời kỳ|năm) )?(?P<y1>{_YEAR})"
          rf"\s?(?:[-–—]|đến|tới)\s?(?:năm )?(?P<y2>{_YEAR})(?!\d)", _years),
    _rule("year_list", rf"năm (?P<y1>{_YEAR})(?: và|,) (?:năm )?(?P<y2>{_YEAR})(?!\d|[.,]\d|\s?[-–])", _next_years),
    _rule("half", rf"nửa (?P<part>đầu|cuối) năm(?: (?P<y>{_YEAR}))?", lambda found, _: (
        f"{found['y'] or OPEN_YEAR}-{'H1' if found['part'] == 'đầu' else 'H2'}")),
    _rule("term", r"(?:nửa(?: đầu)?|giữa) nhiệm kỳ|đầu nhiệm kỳ(?: \d{4}\s?[-–]\s?\d{4})?,? đến nay"
          r"|(?<=từ )đầu nhiệm kỳ|(?:cả|toàn|trong) nhiệm kỳ(?! này| tới| sau)",
          lambda _found, _spot: TERM),
    _rule("five_years", r"(?:trong )?(?:5|năm) năm qua|5 năm(?= (?:đạt|ước|tăng|giảm|là|thu|huy động|khoảng|trên)\b)",
          lambda _found, _spot: FIVE_YEARS),
    _rule("year", rf"(?:(?:cuối|đầu|giữa|cả|hết|trong) )?(?:năm (?:học )?)?(?P<y>{_YEAR})(?!\d|[.,]\d)",
          lambda found, _: found["y"]),
    _rule("this_year", r"năm (?:nay|qua|vừa qua)|cả năm|cuối năm nay|hết năm"
          r"|(?:cuối|đầu|trong) năm(?! trước| ngoái| sau)"
          r"|(?:(?<=cuối )|(?<=giữa )|(?<=hết ))năm(?! trước| ngoái| sau| học| \d)"
          r"|(?:lũy kế |tính |cho |từ trước )?(?:đến|tới) nay|hiện nay", lambda _found, _spot: NOW),
    _rule("at_present", r"hiện(?= có| còn|,? (?:toàn|cả|trên địa bàn|tỉnh|huyện|xã|phường|thành phố|thị xã)\b)",
          lambda _found, _spot: PRESENT),
)

_PLAIN = {"word", "mark"}  # kinds of tokens that begin no period unless the lexicon says so
_LASTING = {"sớm", "sớm hơn", "trước thời hạn", "dưới", "trên", "kỳ hạn", "thời hạn", "sau", "hơn", "gần",
            "khoảng", "mỗi", "trong vòng", "thêm", "chậm", "quá", "không quá", "thời gian", "tối đa", "tối thiểu",
            "kéo dài", "nợ", "liên tục", "ít nhất", "cứ"}
_UP_TO = ("đến", "hết", "tới")  # "phấn đấu đến 31/12"
_INSIDE = {"tháng": "M", "quý": "Q"}
_WHICH = {"i", "ii", "iii", "iv", "một", "hai", "ba", "bốn", "tư", "này", "trước", "sau", "tới", "qua", "tiếp", "cuối",
          "đầu"}
_NAMED_SOON = 6  # tokens behind "lũy kế" among which its own period stands
_STILL = ("đó", "chuyển", "để lại")  # "kỳ trước chuyển sang 26 hồ sơ" are this period's
_MANY = {"nhiều", "những", "các", "mấy", "vài"}  # "những năm qua" is no year
_DURING = {"trở lên", "liên tục", "liên tiếp", "một lần", "lần", "kể từ", "trước", "sau"}  # around "6 tháng": how long


def find_periods(tokens: Sequence[Token], low: str) -> list[Mention]:
    """The periods a sentence names, from left to right; `low` is the lower-case sentence."""
    mentions: list[Mention] = []
    done = -1
    for index, token in enumerate(tokens):
        if token.start < done or (not token.tags and token.kind in _PLAIN) or not _may_begin(tokens, index):
            continue
        before = tokens[index - 1].tags if index else {}
        within = bool(index) and tokens[index - 1].text == "trong" and token.text == "ngày"
        spot = Spot(low, token.start, _counted_up(tokens, index), "day_part" in before, within)
        answer = first_answer(RULES, spot)
        if answer:
            (end, code), rule = answer
            done = end
            if code != NO_PERIOD and not _lasts(tokens, index, code):
                role, code = goal_of(tokens, index, end, code) or role_of(tokens, index, code)
                mentions.append(Mention(token.start, end, code, rule, role))
    return sorted([*mentions, *_same_before(tokens), *_worded(tokens)], key=lambda mention: mention.start)


def _counted_up(tokens: Sequence[Token], index: int) -> bool:
    """"đến 31/10", "phấn đấu đến …", "đến 17h ngày 18/10": what is told is counted up to the time."""
    at = index - 1
    while at > max(0, index - LINK_REACH) and (tokens[at].kind == "number" or tokens[at].text in {"h", "giờ", "h00"}):
        at -= 1
    return at >= 0 and ("as_at" in tokens[at].tags or tokens[at].text.endswith(_UP_TO))


def _lasts(tokens: Sequence[Token], index: int, code: str) -> bool:
    """"kỳ hạn dưới 6 tháng": how long, not when; a year behind it ("hơn 6 tháng năm 2023") makes it a period."""
    if code == NOW and tokens[index].text in {"năm", "năm qua"} and index:
        before = tokens[index - 1]  # "3 năm qua", "những năm qua"
        return before.kind == "number" or "ordinal" in before.tags or before.text in _MANY
    if OPEN_YEAR not in code or not (tokens[index].kind == "number" or "ordinal" in tokens[index].tags):
        return False
    after = [token.text for token in tokens[index + 2:index + 4]]
    return (bool(index) and tokens[index - 1].text in _LASTING) or bool(after and after[0] in _DURING)


def _same_before(tokens: Sequence[Token]) -> list[Mention]:
    """"(cùng kỳ tăng 4,25%)", "(cùng kỳ: 203 phút)", "trong khi cùng kỳ …": the period at hand, a year earlier."""
    found = []
    for index, token in enumerate(tokens[:-1]):
        if token.tags.get("against") != "same_period" or (index and not _opens(tokens, index)):
            continue
        last = index + 1 if tokens[index + 1].text in {"năm trước", "năm ngoái"} else index
        leads = not index and last + 1 < len(tokens) and tokens[last + 1].text == ","
        if leads or _tells(tokens, last + 1, bracketed=bool(index) and tokens[index - 1].text == "("):
            found.append(Mention(token.start, tokens[last].end, SAME_BEFORE, "period.same_before"))
    return found


def _worded(tokens: Sequence[Token]) -> Iterator[Mention]:
    """Periods said by words alone: "tháng trước thu …", "hằng năm", "lũy kế", "từ đầu năm đến nay"."""
    for index, token in enumerate(tokens):
        prior = token.tags.get("prior")
        if prior and (_leads(tokens, index) or (_opens(tokens, index) and _tells(tokens, index + 1, bracketed=True))):
            yield Mention(token.start, token.end, PRIOR + prior, "period.prior")
        elif _is_last(tokens, index):
            yield Mention(token.start, token.end, WITHIN + _INSIDE[token.text], "period.within", "passing")
        elif "yearly" in token.tags and _is_time(tokens, index):
            yield Mention(token.start, token.end, YEARLY, "period.yearly", "passing")
        elif _adds_up(tokens, index):
            yield Mention(token.start, token.end, TO_DATE, "period.to_date")


def _leads(tokens: Sequence[Token], index: int) -> bool:
    """"Năm ngoái, đơn vị …": the sentence opens with it."""
    return not index and len(tokens) > 1 and (tokens[1].text == "," or _tells(tokens, 1, bracketed=False))


def _is_last(tokens: Sequence[Token], index: int) -> bool:
    """"Trong tháng, …", "trong quý": the month or quarter that a text about several ends with."""
    if tokens[index].text not in _INSIDE or not index or tokens[index - 1].text != "trong":
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not (after.kind in {"number", "month", "fraction"} or after.text in _WHICH)


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    """"Hằng năm, …", "sản lượng hằng năm đạt …" tell when; "cây hằng năm" tells which."""
    if not index or tokens[index - 1].kind == "mark" or "lead" in tokens[index - 1].tags:
        return tokens[index - 1].text != "và" if index else True
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and (after.kind == "number" or bool(after.tags.keys() & {"verb", "bound", "status"}))


def _adds_up(tokens: Sequence[Token], index: int) -> bool:
    """"từ đầu năm" that begins a sum, "lũy kế" that names no period of its own."""
    before = tokens[index - 1] if index else None
    if tokens[index].text == "từ đầu năm":
        return before is None or not (before.text == "ngay" or "than" in before.tags)
    return tokens[index].text == "lũy kế" and not any(
        "time" in after.tags or after.kind in DATES or after.text.startswith("từ đầu")
        for after in tokens[index + 1:index + _NAMED_SOON])


def _tells(tokens: Sequence[Token], at: int, *, bracketed: bool) -> bool:
    """Whether what follows tells of the period: something said, or a word or a bare number of it."""
    after = tokens[at] if at < len(tokens) else None
    if after is None:
        return False
    named = after.kind == "word" and "time" not in after.tags and not after.text.startswith(_STILL)
    counted = bracketed and (after.kind == "number" or after.text == ":" or "bound" in after.tags)
    return bool(after.tags.keys() & {"verb", "status"}) or named or counted


def _opens(tokens: Sequence[Token], index: int) -> bool:
    if not index:
        return False
    before = tokens[index - 1]
    return before.text in {"(", "trong khi", "trong khi đó", "mà", "còn"} or (
        before.text in {",", ";"} and index > 1 and "than" not in tokens[index - 2].tags)


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if "time" in token.tags:
        return True
    if token.kind in DATES:
        return True
    if token.kind == "fraction":
        before = tokens[index - 1] if index else None
        return before is not None and (bool(before.tags.keys() & {"as_at", "day_part"})
                                       or before.text == "từ" or before.text.endswith(_UP_TO))
    if token.text == "5" and following and following.text == "năm":
        return True
    if following and following.tags.get("time") in {"month", "quarter"}:
        return token.kind == "number" or "ordinal" in token.tags
    return token.kind == "number" and len(token.text) == 4 and _stands_alone(tokens, index)


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """A bare four-digit number is a year unless a unit or noun follows it, or a name stands before it."""
    if not tokens[index].text.startswith(("19", "20")):
        return False
    if index + 1 < len(tokens) and tokens[index + 1].tags.keys() & {"unit", "scale", "count"}:
        return False
    return not (index and "ordinal_name" in tokens[index - 1].tags)
