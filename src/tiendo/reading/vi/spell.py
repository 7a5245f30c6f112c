"""The period of a number: named behind it, before it, or taken over from the text before."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tiendo.reading.vi.amount import Unit
from tiendo.reading.vi.clause import View
from tiendo.reading.vi.context import Spoken
from tiendo.reading.vi.noun import noun_at
from tiendo.reading.vi.period import Mention
from tiendo.reading.vi.period_code import is_years
from tiendo.reading.vi.thread import Thread, spoken

_PLANNED = {"status.plan_bracket", "status.planned", "status.set_by_plan", "status.beside_result"}


_DEFINES = re.compile(r"\blà (?:một )?(?:trong |tỉnh|huyện|xã|phường|thành phố|thị xã|quận|thị trấn|nơi|vùng)\b")


@dataclass(frozen=True, slots=True)
class Time:
    """A period's code, the rules that gave it, and what was inherited and from where."""

    code: str | None
    rules: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()


def period_of(thread: Thread, view: View, status: object, rules: tuple[str, ...]) -> Time:
    """The period one number speaks of: named beside it, else the plan's year, else the period at hand."""
    named = _named(thread, view, rules)
    if named:
        return named
    planned = bool(_PLANNED & set(rules))
    about_goals = thread.context.goals and thread.context.base
    wanted = status == "target" and thread.period and not thread.said_period and not about_goals
    if planned or wanted:
        return _plan_year(thread, view)
    return _standing(thread, view) or _by_comparison(thread, view) or _average(thread, view) or _at_hand(thread, status)


def _standing(thread: Thread, view: View) -> Time | None:
    """"Tỉnh có 7 khu công nghiệp với tổng diện tích 1.850 ha": what simply is there, dated nowhere, is of no year."""
    if thread.said_period or thread.context.base or not (_has_standing(view) or _defines(view.line.text)):
        return None
    thread.period = Spoken(None, "period.standing", "")
    return Time(None, ("period.standing",))


@lru_cache(maxsize=4)
def _defines(text: str) -> bool:
    """Whether a sentence says what something is; asked for each of its numbers."""
    return _DEFINES.search(text) is not None


def _has_standing(view: View) -> bool:
    noun = noun_at(view)
    if noun is None or "standing" not in view.tokens[noun].tags:
        return False
    words = [view.tokens[index] for index in range(view.piece, view.amount.first)]
    has = any(token.text == "có" for token in words) and not any(token.text.startswith("toàn ") for token in words)
    return has and not any(token.tags.keys() & {"action", "status"} for token in words)


def _named(thread: Thread, view: View, rules: tuple[str, ...]) -> Time | None:
    """A period that stands with the number itself."""
    own = _behind(thread, view)
    if view.amount.moved:
        return _moved(thread, own)
    own_time = bool(thread.noted) and thread.noted[-1].bracketed
    if thread.compared and not thread.plan_bracket and not own_time:
        return Time(thread.compared.code, ("period.compared_bracket",))
    if own and "rank.best" not in rules:
        said = spoken(thread, own[0])
        return Time(said.code, (said.rule,))
    return None


def _at_hand(thread: Thread, status: object) -> Time:
    """The period the sentence named before the number, or began with; with none, the year of the document."""
    period, context = thread.period, thread.context
    if period and period.code is None:
        return Time(None, (period.rule,))
    if period:
        source = () if thread.said_period else (f"period: {period.source}",)
        return Time(period.code, (period.rule,), source)
    if context.usual and context.alone and status != "target":
        most = f"period: document '{context.usual}'"
        return Time(context.usual, ("period.usual_year",), (most,))
    return Time(None)


def _behind(thread: Thread, view: View) -> list[Mention]:
    """Periods of its own inside the number and in its tail."""
    tokens = view.tokens
    start = tokens[view.amount.first].start
    end = tokens[view.tail - 1].end
    return [mention for mention in thread.line.periods_in(start + 1, end) if mention.role in {"own", "passing"}]


def _moved(thread: Thread, own: list[Mention]) -> Time:
    """A move spans from the period of the old value to the period of the new one."""
    codes = [code for code in (spoken(thread, mention).code for mention in own) if code]
    before = thread.period.code if thread.period and thread.said_period else None
    if len(codes) == 1 and before and before != codes[0] and len(before) == len(codes[0]) == 4:
        codes = sorted([before, codes[0]])
    running = thread.period.year if thread.period and not thread.said_period else None
    if len(codes) == 1 and running and len(codes[0]) == 4 and codes[0] < running:
        codes = [codes[0], running]  # "từ 42,6% năm 2020 tăng lên 46,1%" in a text about 2022
    if len(codes) > 1 and all(len(code) == 4 for code in codes):
        return Time(f"{codes[0]}/{codes[-1]}", ("period.move",))
    if codes:
        return Time(codes[-1], (own[-1].rule,))
    return _at_hand(thread, None)


def _plan_year(thread: Thread, view: View) -> Time:
    """Plans are for a year: the one the plan names, else the year of the result beside it."""
    tokens = view.tokens
    start, end = tokens[view.gap].start if view.gap < len(tokens) else 0, tokens[view.tail - 1].end
    for mention in thread.line.periods_in(start, end):
        if mention.role == "plan":
            said = spoken(thread, mention)
            return Time(said.code, (said.rule,))
    period = thread.planned or thread.period
    if period is None:
        return Time(None)
    code = period.code if period.code and "/" in period.code and "-" not in period.code else (period.code or "")[:4]
    return Time(code or None, ("period.plan_year",), (f"period: {period.source}",))


def _average(thread: Thread, view: View) -> Time | None:
    """"Thu ngân sách năm 2020 …, tăng bình quân 19,3%/năm": the average is over the years the section is about."""
    spans = [noted.said for noted in thread.noted if is_years(noted.said.code)]  # "nhiệm kỳ 2020-2025: …, 12%/năm"
    about = spans[-1] if spans else thread.context.base or thread.context.anchor
    if thread.said_period and thread.period and "/" in (thread.period.code or ""):
        return None  # "giai đoạn 2021-2022 tăng 8,05%/năm"
    yearly = view.amount.unit == "%/năm" or any(
        view.tokens[index].text.startswith("bình quân") and not view.tokens[index].text.endswith("chung")
        for index in range(view.piece, view.amount.first))
    if about is None or about.code is None or not re.fullmatch(r"\d{4}/\d{4}", about.code):
        return None
    averaged = yearly and view.amount.kind is Unit.PERCENT
    return Time(about.code, ("period.average",), (f"period: {about.source}",)) if averaged else None


def _by_comparison(thread: Thread, view: View) -> Time | None:
    """"tăng 1,9% so với tháng trước" in a text about May and five months is May's; so with quarters."""
    period = thread.period
    if period is None or period.code is None or thread.said_period:
        return None
    compared = {view.tokens[index].text for index in range(view.amount.first, view.tail)}
    last = re.search(r"((?:19|20)\d\d)-(\d\d)$", period.code)
    if "tháng trước" not in compared or not last or "/" not in period.code:
        return None
    thread.period = Spoken(last.group(), "period.by_comparison", period.source)
    return Time(last.group(), ("period.by_comparison",), (f"period: {period.source}",))
