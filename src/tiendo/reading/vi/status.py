"""Whether a number is done, expected or wanted, and whether it is exact.

A word of status holds for its own piece and runs on to the numbers after it ("ước đạt …, tăng …"); a plan word
holds for its own number or bracket only. Counted things (schools, projects) take a status only from their own
piece: a plan that lists ten projects has listed them.
"""

from dataclasses import dataclass

from tiendo.reading.engine.rules import Rule, first_answer
from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View, beside_yardstick, held_to, will_be
from tiendo.reading.vi.link import Link
from tiendo.reading.vi.thread import Thread

_PLAIN = {"lead", "adverb", "time", "as_at", "than", "predicate", "bound"}
_PLANS = {"plan", "resolution"}
_GIVEN = {"được bố trí", "được phân bổ", "được giao", "giao", "kế hoạch giao"}
_SHORT_OF = {"chưa đạt", "không đạt"}  # "4 đơn vị chưa đạt 15%"
_LINKING = {"là", "với", ":", "từ", "("}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a status rule looks at: the number, its link, its relation, the status so far, a plan's bracket.

    `wanted` says that the section, or the opening of the sentence, tells what is wanted ("Mục tiêu năm 2025: …").
    """

    view: View
    link: Link
    relation: str
    carried: str | None
    plan_bracket: bool
    wanted: bool = False

    @property
    def counts_targets(self) -> bool:
        """"18 chỉ tiêu": how many targets there are is a fact, not wanted."""
        noun = self.view.amount.noun
        counted = noun is not None and self.view.amount.kind is Unit.COUNT
        return counted and self.view.tokens[noun or 0].tags.get("tally") == "target"


def _plan_bracket(case: Standing) -> str | None:
    """"(kế hoạch 30 giường)", "đạt 81% chỉ tiêu giao (1.180 tỷ đồng)": the plan beside the result."""
    shared = case.link.verb == "share"  # "vượt kế hoạch (chiếm 53,3%)"
    return "target" if case.plan_bracket and not case.counts_targets and not shared else None


def _beside_result(case: Standing) -> str | None:
    """"48.720 triệu đồng/82.500 triệu đồng": what stands behind the stroke is what was wanted."""
    view = case.view
    at = view.amount.first - 1
    at -= at > 0 and view.tokens[at].tags.get("against") in _PLANS  # "56.200 tấn/KH 54.000 tấn"
    before = view.tokens[at].text if at >= 0 else ""
    return "target" if before == "/" and case.relation == "level" else None


def _yardstick(case: Standing) -> str | None:
    """"thấp hơn yêu cầu của Tỉnh ủy (15%)": the value that was asked for."""
    return "target" if case.relation == "level" and beside_yardstick(case.view) else None


def _set_by_plan(case: Standing) -> str | None:
    """"thấp hơn mức 0,20% Nghị quyết đề ra cho năm 2025": the value a plan set, told beside the result."""
    tokens, after = case.view.tokens, case.view.amount.last
    planned = any(tokens[index].tags.get("against") in _PLANS for index in range(after, case.view.tail))
    before = case.view.tokens[case.view.amount.first - 1].text if case.view.amount.first else ""
    behind = after < case.view.tail and tokens[after].tags.get("against") in _PLANS  # "600 tỷ đồng dự toán giao"
    money = case.view.amount.kind is Unit.MONEY and behind
    return "target" if planned and case.relation == "level" and (money or before in {"mức", "con số"}) else None


def _planned(case: Standing) -> str | None:
    """"chỉ tiêu cả năm là 5.500 tỷ đồng", "được giao 1.270 tỷ đồng": the number's name is a plan."""
    held = case.link.against in _PLANS and case.link.verb != "reach"
    if case.relation not in {"level", "growth", "share"} or held or case.counts_targets:
        return None
    return _plan_before(case.view) or _plan_named(case.view)


def _plan_before(view: View) -> str | None:
    """A plan word right before the number, but for bounds, periods and "là"."""
    for index in range(view.amount.first - 1, view.piece - 1, -1):
        token = view.tokens[index]
        if token.text in _GIVEN:  # "thu so với dự toán Thành phố giao đạt 2.914 tỷ đồng" is held to it, not given
            return None if any("than" in one.tags for one in view.tokens[view.piece:index]) else "target"
        if token.tags.get("against") in _PLANS:
            return "target" if _opens_name(view, index) else None
        if not (token.tags.keys() & {"bound", "adverb", "assigned", "verb"} or index in view.line.timed
                or token.text in _LINKING):
            return None
        if token.tags.get("verb") in {"up", "down", "to"}:
            return None
    return None


def _opens_name(view: View, index: int) -> bool:
    """Whether a plan word begins the name ("chỉ tiêu giao"), not ends another ("tỷ lệ hoàn thành kế hoạch")."""
    return not any(
        token.tags.keys() & {"head", "action"} or token.tags.get("verb", "excess") not in {"excess", "short"}
        for token in view.tokens[view.piece:index]
    )


def _plan_named(view: View) -> str | None:
    """A plan word that opens the number's piece, and nothing but its name behind it."""
    for index in range(view.piece, view.amount.first):
        tags = view.tokens[index].tags
        if tags.get("against") == "plan" and index not in view.line.timed:
            return "target"
        plain = tags.keys() & _PLAIN or tags.get("verb") in {"reach", "excess"} or "org" in tags
        if not (plain or index in view.line.timed or view.tokens[index].kind == "mark"):
            return None
    return None


def _marked(case: Standing) -> str | None:
    """The last word of status since the number before; for counted things, in their own piece."""
    tokens, view = case.view.tokens, case.view
    low = view.piece if view.amount.kind is Unit.COUNT and case.relation != "growth" else view.gap
    for index in range(view.amount.first - 1, low - 1, -1):
        tags = tokens[index].tags
        if will_be(view.line, index):
            earlier = [tokens[at].tags.get("status") for at in range(low, index) if "against" not in tokens[at].tags]
            return "estimate" if "estimate" in earlier or case.carried == "estimate" else "target"
        if "status" in tags and "against" not in tags and not held_to(view.line, index):
            return tags["status"]
        if tokens[index].text in {"trong khi", "trong khi đó"}:
            return "actual"
    return None


def _carried(case: Standing) -> str | None:
    """The status that runs on; counts take only what is wanted ("phấn đấu …, kết nạp 80 đảng viên")."""
    if case.view.amount.kind is Unit.COUNT and case.relation != "growth" and (
            case.carried != "target" or case.counts_targets):
        return None
    return case.carried


def _section(case: Standing) -> str | None:
    """Under "Mục tiêu đến năm 2025", and behind "Kế hoạch năm 2025: …", what no word says otherwise is wanted."""
    return "target" if case.wanted and not case.counts_targets else None


STATUSES: tuple[Rule[Standing, str], ...] = (
    Rule("status.plan_bracket", _plan_bracket),
    Rule("status.beside_result", _beside_result),
    Rule("status.yardstick", _yardstick),
    Rule("status.set_by_plan", _set_by_plan),
    Rule("status.planned", _planned),
    Rule("status.marked", _marked),
    Rule("status.carried", _carried),
    Rule("status.section", _section),
)


def status_of(thread: Thread, view: View, link: Link, relation: str) -> tuple[str, tuple[str, ...]]:
    """actual, estimate or target, and the rule that says so (none for what no word marks)."""
    if thread.compared and not thread.plan_bracket:
        return "actual", ("status.compared_bracket",)
    wanted = thread.goal or thread.context.goals
    answer = first_answer(STATUSES, Standing(view, link, relation, thread.status, thread.plan_bracket, wanted))
    if answer is None:
        return "actual", ()
    status, rule = answer
    return status, (rule,)


def bound_of(view: View) -> str:
    """exact, about, over or under: the word right before the number, or "trở lên" behind it."""
    if view.amount.bound:
        return view.amount.bound
    low = view.piece if view.opened is None else view.opened - 1
    for at in range(view.amount.first - 1, low - 1, -1):
        token = view.tokens[at]
        if "bound" in token.tags or (token.text in _SHORT_OF and view.amount.kind is Unit.PERCENT):
            return token.tags.get("bound", "under")
        if token.text == "từ" and _open_ended(view):
            return "over"
        if not (("adverb" in token.tags and token.text in {"từ", "tới", "đến"}) or token.text == "("):
            break
    return "exact"


def _open_ended(view: View) -> bool:
    """"từ 95% dân số trở lên": the bound stands behind what is counted."""
    return any(view.tokens[index].tags.get("bound_after") == "over" for index in range(view.amount.last, view.tail))
