"""Whether a number is done, expected or wanted, and whether it is exact.

A word of status holds for its own piece and runs on to the numbers after it ("ước đạt …, tăng …"); a plan word
holds for its own number or bracket only. Counted things (schools, projects) take a status only from their own
piece: a plan that lists ten projects has listed them.
"""

from dataclasses import dataclass

from tiendo.reading.engine.rules import Rule
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.link import Link

_PLAIN = {"lead", "adverb", "time", "as_at", "than", "predicate", "bound"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a status rule looks at: the number, its link, its relation, the status so far, a plan's bracket."""

    view: View
    link: Link
    relation: str
    carried: str | None
    plan_bracket: bool


def _plan_bracket(case: Standing) -> str | None:
    """"(kế hoạch 30 giường)", "đạt 81% chỉ tiêu giao (1.180 tỷ đồng)": the plan beside the result."""
    return "target" if case.plan_bracket else None


def _planned(case: Standing) -> str | None:
    """"chỉ tiêu cả năm là 5.500 tỷ đồng": the number's name is a plan."""
    if case.relation not in {"level", "growth", "share"} or case.link.against in {"plan", "resolution"}:
        return None
    tokens, view = case.view.tokens, case.view
    for index in range(view.piece, view.amount.first):
        tags = tokens[index].tags
        if tags.get("against") == "plan" and index not in view.line.timed:
            return "target"
        plain = tags.keys() & _PLAIN or tags.get("verb") in {"reach", "excess"} or "org" in tags
        if not (plain or index in view.line.timed or tokens[index].kind == "mark"):
            return None
    return None


def _marked(case: Standing) -> str | None:
    """The last word of status since the number before; for counted things, in their own piece."""
    tokens, view = case.view.tokens, case.view
    low = view.piece if view.amount.kind is Unit.COUNT and case.relation != "growth" else view.gap
    for index in range(view.amount.first - 1, low - 1, -1):
        tags = tokens[index].tags
        if "status" in tags and "against" not in tags:
            return tags["status"]
        if tokens[index].text in {"trong khi", "trong khi đó"}:
            return "actual"
    return None


def _carried(case: Standing) -> str | None:
    if case.view.amount.kind is Unit.COUNT and case.relation != "growth":
        return None
    return case.carried


STATUSES: tuple[Rule[Standing, str], ...] = (
    Rule("status.plan_bracket", _plan_bracket),
    Rule("status.planned", _planned),
    Rule("status.marked", _marked),
    Rule("status.carried", _carried),
)


def bound_of(view: View) -> str:
    """exact, about, over or under: the word right before the number, or "trở lên" behind it."""
    if view.amount.bound:
        return view.amount.bound
    at = view.amount.first - 1
    low = view.piece if view.opened is None else view.opened - 1
    while at >= low:
        tags = view.tokens[at].tags
        if "bound" in tags:
            return tags["bound"]
        if not (("adverb" in tags and view.tokens[at].text in {"từ", "tới", "đến"}) or view.tokens[at].text == "("):
            break
        at -= 1
    return "exact"
