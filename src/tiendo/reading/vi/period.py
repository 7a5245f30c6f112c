"""Periods as reports write them: which stretch of time a number speaks of.

A mention is found where a word of time or the shape of a date stands, and read by the first rule that matches
there. A mention may lack its year ("9 tháng đầu năm"): the context fills it. A mention behind "so với",
"cùng kỳ" or "kế hoạch" names what a number is compared with, not the number's own period.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tiendo.reading.engine.records import NO_TAGS, Token
from tiendo.reading.engine.rules import Rule, first_answer

OPEN_YEAR = "YYYY"  # stands where the text leaves the year to the context
TERM = "TERM"  # "nửa nhiệm kỳ": the term the document speaks of
NOW = "NOW"  # "đến nay", "năm nay": the year the document speaks of
PRESENT = "PRESENT"  # "hiện có 8 khu công nghiệp": the time of the report
NO_PERIOD = "NONE"  # "2 tháng cuối năm": words of time that name no period of a figure
SAME = "SAME"  # "cùng kỳ năm 2011" as a period of its own: the current period in that year
SAME_BEFORE = "SAME-1"  # "cùng kỳ đạt …": the current period a year earlier

_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(_YEAR)
_TAIL_YEAR = rf"(?:\s?[/.-]\s?(?P<y>{_YEAR})|\s(?:của\s)?(?:năm\s)?(?P<y2>{_YEAR})(?![\d,.%]*\d|\s?[-–]\s?\d))?(?!\d)"
_COUNTS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a sentence: its character span, its code, the rule that read it and its part.

    The code may be open: `YYYY` for a missing year, TERM, or SAME with a year. `role` is own (a number's
    period), goal (own, and what follows is wanted), against (what a number is compared with), plan (the year of a
    plan), since (a beginning), event (the day of a meeting) or name (part of a body's name).
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


def _day_span(found: re.Match[str], _: Spot) -> str | None:
    """From a day to a day: the months they stand in."""
    first, last = int(found["m"]), int(found["m2"])
    year = found["y2"]
    before = found["y"] or year
    if not (1 <= first <= 12 and 1 <= last <= 12) or (before, first) >= (year, last):
        return None
    return f"{before}-{first:02}/{year}-{last:02}"


_DAY = r"(?:ngày )?\d{1,2}[/.-]"
_WHOLE_YEAR = r"(?: năm(?= (?:19|20)\d\d|\b(?! (?:trước|ngoái|sau))))?"
RULES = (
    _rule("months", r"(?P<n>\d+|\w+(?: một)?) tháng(?!\s\d{1,2}(?!\d)|\stuổi|\slương)"
          rf"(?: (?P<part>đầu|cuối|còn lại|tới|tiếp theo))?{_WHOLE_YEAR}" + _TAIL_YEAR, _months),
    _rule("quarters", r"(?P<n>\d|\w+) quý đầu(?: năm)?" + _TAIL_YEAR, _quarters),
    _rule("quarter", r"qu[ýí] (?P<n>iv|iii|ii|i|[1-4]|một|hai|ba|tư|bốn)\b(?! lần)" + _TAIL_YEAR, _quarter),
    _rule("day", rf"(?:ngày )?(?P<d>\d{{1,2}}) tháng (?P<m>\d{{1,2}})(?:,? năm (?P<y>{_YEAR}))?(?!\d)", _day),
    _rule("day_span", rf"{_DAY}(?P<m>\d{{1,2}})(?:[/.-](?P<y>{_YEAR}))? (?:đến|tới)(?: hết)? "
          rf"{_DAY}(?P<m2>\d{{1,2}})[/.-](?P<y2>{_YEAR})", _day_span),
    _rule("date", rf"(?:ngày )?(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>{_YEAR})", _day),
    _rule("short_date", r"(?P<word>ngày )?(?P<d>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?!\d|/)", _short_day),
    _rule("month_span", r"tháng (?P<m>\d{1,2})(?: đến| tới|\s?[-–])(?: hết)?(?: tháng)? ?(?P<m2>\d{1,2})" + _TAIL_YEAR,
          _month_span),
    _rule("month", r"(?:tháng )?(?P<m>\d{1,2})(?<=[^\d]\d|\d\d)(?![.,]\d{1,3}(?!\d))" + _TAIL_YEAR,
          lambda found, spot: _month(found, spot) if found.group().startswith("tháng") or found["y"] else None),
    _rule("years", rf"(?:(?:năm học|năm tài chính|giai đoạn|nhiệm kỳ|thời kỳ|năm) )?(?P<y1>{_YEAR})"
          rf"\s?(?:[-–—]|đến|tới)\s?(?:năm )?(?P<y2>{_YEAR})(?!\d)", _years),
    _rule("half", rf"nửa (?P<part>đầu|cuối) năm(?: (?P<y>{_YEAR}))?", lambda found, _: (
        f"{found['y'] or OPEN_YEAR}-{'H1' if found['part'] == 'đầu' else 'H2'}")),
    _rule("term", r"(?:nửa(?: đầu)?|giữa) nhiệm kỳ|đầu nhiệm kỳ(?: \d{4}\s?[-–]\s?\d{4})?,? đến nay"
          r"|(?<=từ )đầu nhiệm kỳ|(?:cả|toàn|trong) nhiệm kỳ(?! này| tới| sau)|(?:trong )?(?:5|năm) năm qua"
          r"|5 năm(?= (?:đạt|ước|tăng|giảm|là|thu|huy động)\b)",
          lambda _found, _spot: TERM),
    _rule("year", rf"(?:(?:cuối|đầu|giữa|cả|hết|trong) )?(?:năm (?:học )?)?(?P<y>{_YEAR})(?!\d|[.,]\d)",
          lambda found, _: found["y"]),
    _rule("this_year", r"năm nay|cả năm|cuối năm nay|hết năm|(?:cuối|đầu|trong) năm(?! trước| ngoái| sau)"
          r"|đến nay|tới nay|tính đến nay|hiện nay", lambda _found, _spot: NOW),
    _rule("at_present", r"hiện(?= có| còn)", lambda _found, _spot: PRESENT),
)

_OF_PLANS = {"against", "lead", "status", "assigned"}
_PLAIN = {"word", "mark"}  # kinds of tokens that begin no period unless the lexicon says so
_SHAPES = {"date", "month", "years"}
_LINKS = {"thực hiện", "kỳ", "mức", "của", "cả", "cuối", "đầu", "thời điểm", "năm", "giao", "trong", "ngày", "tháng",
          "với", "là", "được giao", "đề ra", "đặt ra", "cho", "cùng", "đến", "đến hết", "đến cuối"}
_LASTING = {"sớm", "sớm hơn", "trước thời hạn", "dưới", "trên", "kỳ hạn", "thời hạn", "sau", "hơn", "gần",
            "khoảng", "mỗi", "trong vòng", "thêm", "chậm", "quá", "không quá", "thời gian", "tối đa", "tối thiểu",
            "kéo dài", "nợ", "liên tục", "ít nhất", "cứ"}
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
                role, code = _goal(tokens, index, end, code) or _role(tokens, index, code)
                mentions.append(Mention(token.start, end, code, rule, role))
    return sorted([*mentions, *_same_before(tokens)], key=lambda mention: mention.start)


def _counted_up(tokens: Sequence[Token], index: int) -> bool:
    """"đến 31/10", "phấn đấu đến …", "đến 17h ngày 18/10": what is told is counted up to the time."""
    at = index - 1
    while at > max(0, index - _LINK_REACH) and (tokens[at].kind == "number" or tokens[at].text in {"h", "giờ", "h00"}):
        at -= 1
    return at >= 0 and ("as_at" in tokens[at].tags or tokens[at].text.endswith(("đến", "hết", "tới")))


def _lasts(tokens: Sequence[Token], index: int, code: str) -> bool:
    """"kỳ hạn dưới 6 tháng": how long, not when; a year behind it ("hơn 6 tháng năm 2023") makes it a period."""
    if OPEN_YEAR not in code or not (tokens[index].kind == "number" or "ordinal" in tokens[index].tags):
        return False
    after = [token.text for token in tokens[index + 2:index + 4]]
    return (bool(index) and tokens[index - 1].text in _LASTING) or bool(after and after[0] in _DURING)


def _same_before(tokens: Sequence[Token]) -> list[Mention]:
    """"(cùng kỳ tăng 4,25%)", "trong khi cùng kỳ nhập siêu …": the period at hand, a year earlier."""
    found = []
    for index, token in enumerate(tokens[:-1]):
        if token.tags.get("against") != "same_period" or not index or not _opens(tokens, index):
            continue
        last = index + 1 if tokens[index + 1].text in {"năm trước", "năm ngoái"} else index
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if after and (after.tags.keys() & {"verb", "status"} or (after.kind == "word" and "time" not in after.tags)):
            found.append(Mention(token.start, tokens[last].end, SAME_BEFORE, "period.same_before"))
    return found


def _opens(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1]
    return before.text in {"(", "trong khi", "trong khi đó", "mà", "còn"} or (
        before.text in {",", ";"} and index > 1 and "than" not in tokens[index - 2].tags)


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if "time" in token.tags:
        return True
    if token.kind in _SHAPES:
        return True
    if token.kind == "fraction":
        before = tokens[index - 1].tags if index else {}
        return "as_at" in before or "day_part" in before
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


def _goal(tokens: Sequence[Token], index: int, end: int, code: str) -> tuple[str, str] | None:
    """"Kế hoạch năm 2023: …", "Về mục tiêu năm 2023, …": a period that opens what is wanted in it."""
    after = next((tokens[at] for at in range(index, len(tokens)) if tokens[at].start >= end), None)
    if after is None or after.text not in {":", ","} or index > _LONGEST_OPENING:
        return None
    before = tokens[:index]
    planned = any(token.tags.get("against") == "plan" for token in before)
    plain = all(token.kind == "mark" or token.tags.keys() & _OF_PLANS for token in before)
    return ("goal", code) if planned and plain else None


def _role(tokens: Sequence[Token], index: int, code: str) -> tuple[str, str]:
    """What part a mention plays, by the words before it; own where none of them says otherwise."""
    at = index - 1
    while at >= 0 and tokens[at].text in _LINKS and index - at < _LINK_REACH:
        at -= 1
    place = Place(tokens, index, code, at)
    return next((role for role in (part(place) for part in _ROLES) if role), ("own", code))


@dataclass(frozen=True, slots=True)
class Place:
    """A mention's place among the tokens: where it begins, its code, the last word before it that says something."""

    tokens: Sequence[Token]
    index: int
    code: str
    at: int

    @property
    def before(self) -> Token | None:
        """The token right before the mention."""
        return self.tokens[self.index - 1] if self.index else None

    @property
    def said(self) -> Mapping[str, str]:
        """The tags of the last word that says something."""
        return self.tokens[self.at].tags if self.at >= 0 else NO_TAGS


def _held_to(place: Place) -> tuple[str, str] | None:
    return ("against", place.code) if place.index and _measured(place.tokens, place.index - 1) else None


def _happened(place: Place) -> tuple[str, str] | None:
    """"Sáng 9/12, Hội đồng nhân dân khai mạc …": the day something happened."""
    dated = place.tokens[place.index].kind in {"fraction", "date"}
    return ("event", place.code) if place.before and "day_part" in place.before.tags and dated else None


def _named(place: Place) -> tuple[str, str] | None:
    """"Hội đồng nhân dân khóa X, nhiệm kỳ 2021-2026"."""
    term = place.tokens[place.index].text == "nhiệm kỳ"
    return ("name", place.code) if term and place.before and place.before.text in {",", "khóa", "-"} else None


def _assigned(place: Place) -> tuple[str, str] | None:
    """"dự toán giao cả năm"."""
    given = place.before is not None and place.before.text in {"giao", "được giao"}
    return ("plan", place.code) if given and place.code == NOW else None


def _begun(place: Place) -> tuple[str, str] | None:
    """"từ năm 2019": a beginning."""
    opens = place.before is not None and place.before.text in {"từ", "ngay từ", "kể từ"} and place.at >= 0
    whole = place.code.isdigit() and place.tokens[place.index].text.startswith(("năm", "đầu năm", "cuối năm"))
    return ("since", place.code) if opens and whole else None


def _compared(place: Place) -> tuple[str, str] | None:
    """"so với năm 2020", "giá năm 2010"."""
    past = "than" in place.said or "price" in place.said or place.said.get("against") == "previous"
    return ("against", place.code) if past else None


def _same_period(place: Place) -> tuple[str, str] | None:
    """"cùng kỳ năm 2011" compares; where it opens a clause it is a period of its own."""
    if place.said.get("against") != "same_period":
        return None
    before = place.tokens[place.at - 1] if place.at else None
    leads = before is not None and "lead" in before.tags and "than" not in before.tags
    opens = before is None or before.text in {",", ";", "("} or leads
    year = len(place.code) == 4
    return "own" if opens and year else "against", SAME + place.code if year else place.code


def _goal_held_to(place: Place) -> tuple[str, str] | None:
    """"đạt và vượt mục tiêu đến năm 2025": the year of the goal that a result is held to."""
    tokens, index = place.tokens, place.index
    goal = index > 1 and tokens[index - 1].text == "mục tiêu đến"
    held = goal and tokens[index - 2].tags.keys() & {"outcome", "than"}
    return ("plan", place.code) if held else None


def _planned(place: Place) -> tuple[str, str] | None:
    """"kế hoạch năm 2020" is the year of a plan; "kế hoạch 2011-2015" is the years a number is of."""
    return ("plan" if "/" not in place.code else "own", place.code) if "against" in place.said else None


_LONGEST_OPENING = 12  # tokens before a period that opens what is wanted in it
_LINK_REACH = 5  # small words between a mention and the word that says its part
_ROLES = (_held_to, _happened, _named, _assigned, _begun, _compared, _same_period, _goal_held_to, _planned)


def _measured(tokens: Sequence[Token], at: int) -> bool:
    """"cao hơn năm 2020 …", "gấp 2,3 lần năm 2015", "bằng 88% năm 2021": the year a number is held to."""
    token = tokens[at]
    if token.tags.get("verb") in {"up", "down"}:
        return token.text.endswith("hơn")
    if token.tags.get("unit") == "lần":
        return True
    return token.text == "%" and at > 1 and tokens[at - 2].tags.get("verb") in {"equal", "times"}
