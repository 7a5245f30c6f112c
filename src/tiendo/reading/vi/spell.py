"""The period of a number: named behind it, before it, or taken over from the text before."""

from dataclasses import dataclass

from tiendo.reading.vi.clause import View
from tiendo.reading.vi.period import Mention
from tiendo.reading.vi.thread import Thread


@dataclass(frozen=True, slots=True)
class Time:
    """A period's code, the rules that gave it, and what was inherited and from where."""

    code: str | None
    rules: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()


def period_of(thread: Thread, view: View, status: object, rules: tuple[str, ...]) -> Time:
    """The period one number speaks of."""
    context = thread.context
    own = _behind(thread, view)
    if view.amount.moved:
        return _moved(thread, own)
    if thread.compared and not thread.plan_bracket:
        code = context.resolve(thread.compared)
        return Time(code, ("period.compared_bracket",))
    if own and "rank.best" not in rules:
        return Time(context.resolve(own[0].code), (own[0].rule,))
    if {"status.plan_bracket", "status.planned"} & set(rules):
        return _plan_year(thread, view)
    if context.period:
        if status == "target" and not thread.said_period:
            return _plan_year(thread, view)
        source = () if thread.said_period else (f"period: {context.period_from}",)
        return Time(context.period, (context.period_from or "period.inherited",), source)
    if context.usual and not context.unknown and status != "target":
        return Time(context.usual, ("period.usual_year",), ("period: document",))
    return Time(None)


def _behind(thread: Thread, view: View) -> list[Mention]:
    """Periods of its own inside the number and in its tail."""
    tokens = view.tokens
    start = tokens[view.amount.first].start
    end = tokens[view.tail - 1].end
    return [mention for mention in thread.line.periods if mention.role == "own" and start < mention.start < end]


def _moved(thread: Thread, own: list[Mention]) -> Time:
    """A move spans from the period of the old value to the period of the new one."""
    codes = [code for code in (thread.context.resolve(mention.code) for mention in own) if code]
    before = thread.context.period
    if len(codes) == 1 and before and before != codes[0] and len(before) == len(codes[0]) == 4:
        codes = [before, codes[0]]
    if len(codes) > 1 and all(len(code) == 4 for code in codes):
        return Time(f"{codes[0]}/{codes[-1]}", ("period.move",))
    if codes:
        return Time(codes[-1], (own[-1].rule,))
    return Time(before, ("period.inherited",) if before else ())


def _plan_year(thread: Thread, view: View) -> Time:
    """Plans are for a year: the one the plan names, else the year of the result beside it."""
    tokens = view.tokens
    start, end = tokens[view.gap].start if view.gap < len(tokens) else 0, tokens[view.tail - 1].end
    for mention in thread.line.periods:
        if mention.role == "plan" and start <= mention.start < end:
            return Time(thread.context.resolve(mention.code), (mention.rule,))
    code = thread.context.period
    if code and ("/" not in code or "-" in code):
        code = code[:4]
    return Time(code, ("period.plan_year",) if code else ())
