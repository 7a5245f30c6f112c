"""What part a period plays in its sentence, by the words before it.

A mention is a number's own period where nothing says otherwise. It may be what a number is compared with ("so với
năm 2020"), the year of a plan, a beginning, the day of a meeting, part of a name, the date of a document or the year
of an award. A deadline and the year of something long done pass: they hold in their sentence and do not outlive it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tiendo.reading.engine.records import NO_TAGS, Token
from tiendo.reading.vi.period_code import NOW, SAME, YEARLY

DATES = frozenset({"date", "month", "years"})  # kinds of tokens that are periods by their shape
_OF_PLANS = {"against", "lead", "status", "assigned"}
_LINKS = {"thực hiện", "kỳ", "mức", "của", "cả", "cuối", "đầu", "thời điểm", "năm", "giao", "trong", "ngày", "tháng",
          "với", "là", "được giao", "đề ra", "đặt ra", "cho", "cùng", "đến", "đến hết", "đến cuối"}
_TASKS = {"nhiệm vụ", "nhiệm vụ trọng tâm", "phương hướng", "phương hướng, nhiệm vụ", "trọng tâm"}
_GOALS = {"mục tiêu", "chỉ tiêu", "các chỉ tiêu", "các mục tiêu", "mục tiêu đến", "chỉ tiêu chủ yếu"}
_SETS = {"thông qua", "đề ra", "đặt ra", "xác định", "quyết nghị", "thống nhất", "đặt mục tiêu"}
_SET_REACH = 4  # tokens between the setting and the goals
_LONGEST_OWNER = 10  # tokens of whose plan it is
_DUE = {"trước", "trước ngày", "chậm nhất", "muộn nhất"}
_LONGEST_OPENING = 12  # tokens before a period that opens what is wanted in it
_EVENT_REACH = 14  # tokens between an event and its time


def goal_of(tokens: Sequence[Token], index: int, end: int, code: str) -> tuple[str, str] | None:
    """"Kế hoạch năm 2023: …", "Về mục tiêu năm 2023, …": a period that opens what is wanted in it."""
    behind = next((at for at in range(index, len(tokens)) if tokens[at].start >= end), len(tokens))
    if behind < len(tokens) and tokens[behind].text == "của":  # "Kế hoạch năm 2022 của Tập đoàn: …"
        behind = next((at for at in range(behind, min(len(tokens), behind + _LONGEST_OWNER))
                       if tokens[at].kind != "word"), len(tokens))
    after = tokens[behind] if behind < len(tokens) else None
    if after is None or after.text not in {":", ","} or index > _LONGEST_OPENING:
        return None
    before = tokens[:index]
    planned = any(token.tags.get("against") == "plan" for token in before)
    plain = all(token.kind == "mark" or token.tags.keys() & _OF_PLANS for token in before)
    return ("goal", code) if planned and plain else None


def role_of(tokens: Sequence[Token], index: int, code: str) -> tuple[str, str]:
    """What part the mention at a token plays, and its code, which "cùng kỳ" changes; own with no word for another."""
    at = index - 1
    while at >= 0 and tokens[at].text in _LINKS and index - at < LINK_REACH:
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


def _adopted(place: Place) -> tuple[str, str] | None:
    """"thông qua mục tiêu năm 2024 gồm 22 chỉ tiêu": the year of goals that the sentence sets."""
    tokens, at = place.tokens, place.at
    goal = at >= 1 and tokens[at].text in _GOALS and place.code.isdigit()
    sets = goal and any(tokens[before].text in _SETS for before in range(max(0, at - _SET_REACH), at))
    return ("goal", place.code) if sets else None


def _planned(place: Place) -> tuple[str, str] | None:
    """"kế hoạch năm 2020" is the year of a plan; "kế hoạch 2011-2015" is the years a number is of."""
    return ("plan" if "/" not in place.code else "own", place.code) if "against" in place.said else None


def _cited(place: Place) -> tuple[str, str] | None:
    """"Nghị quyết số 12-NQ/TU ngày 05/5/2021", "Luật Đầu tư năm 2019": the date of a document."""
    tokens, at = place.tokens, place.index - 1
    while at > 0 and tokens[at].text in {",", "ngày", "("}:
        at -= 1
    symbol = at >= 0 and (tokens[at].kind == "symbol" or (
        tokens[at].kind == "number" and at > 0 and tokens[at - 1].text.endswith(" số")))
    return ("event", place.code) if symbol or _occurs(place) == "law" else None


def _honoured(place: Place) -> tuple[str, str] | None:
    """"được tặng Cờ thi đua năm 2022": the year of an award."""
    return ("event", place.code) if _occurs(place) == "honour" else None


def _passing(place: Place) -> tuple[str, str] | None:
    """"trước ngày 15/02/2025", "khởi công năm 2021", "hằng năm": nothing that the text goes on with."""
    due = place.before is not None and place.before.text in _DUE
    return ("passing", place.code) if due or place.code == YEARLY or _occurs(place) == "event" else None


def _occurs(place: Place) -> str | None:
    """The kind of event right before a mention: no number, full break or other period between them."""
    tokens = place.tokens
    for at in range(place.index - 1, max(-1, place.index - 1 - _EVENT_REACH), -1):
        token = tokens[at]
        if token.kind in {"number", "fraction", *DATES} or token.text in {";", ":", "."} or (
                "time" in token.tags and token.text not in _LINKS):
            return None
        if "occurs" in token.tags:
            return token.tags["occurs"]
    return None


def _to_do(place: Place) -> tuple[str, str] | None:
    """"tổng kết năm 2023, triển khai nhiệm vụ năm 2024": the year of tasks, named beside that of results."""
    task = place.at >= 0 and place.tokens[place.at].text in _TASKS
    told = any("time" in token.tags or token.kind in DATES for token in place.tokens[:max(0, place.at)])
    return ("plan", place.code) if task and told else None


LINK_REACH = 5  # small words between a mention and the word that says its part
_ROLES = (_held_to, _cited, _happened, _named, _assigned, _begun, _compared, _same_period, _goal_held_to, _adopted,
          _planned, _to_do, _honoured, _passing)


def _measured(tokens: Sequence[Token], at: int) -> bool:
    """"cao hơn năm 2020 …", "gấp 2,3 lần năm 2015", "bằng 88% năm 2021": the year a number is held to."""
    token = tokens[at]
    if token.tags.get("verb") in {"up", "down"}:
        return token.text.endswith("hơn")
    if token.tags.get("unit") == "lần":
        return True
    return token.text == "%" and at > 1 and tokens[at - 2].tags.get("verb") in {"equal", "times"}
