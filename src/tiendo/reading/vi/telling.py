"""How one clause tells someone to do something: in so many words, or going on from a telling before it."""

import re
from dataclasses import dataclass
from functools import cache

from tiendo.reading.vi.addressee import Told, addressee_in, opens_with_action, told_after
from tiendo.reading.vi.clauses import trimmed
from tiendo.reading.vi.setting import Setting, Topic, topic_of
from tiendo.reading.vi.wording import Rule, wording

__all__ = ["Line", "Order", "assigned_item", "goes_on", "told", "without_teller"]

_TELLING = ("told", "assigned", "steered", "stressed")  # the rules that hold a word of telling


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence being read: its text, the same folded with brackets blank, and what its place says of it."""

    text: str
    folded: str
    here: Setting


@dataclass(frozen=True, slots=True)
class Order:
    """What is told: its span in the sentence, to whom, by which rules; empty where only its list says it."""

    start: int
    end: int
    assignee: str | None
    rules: tuple[str, ...]
    inherited: bool = False


def told(line: Line, start: int, end: int, assignee: str | None) -> Order | None:
    """The order of the first word of telling in the clause that an addressee or an order follows."""
    for name in _TELLING:
        rule = wording("directive").rule(name)
        for found in rule.pattern.finditer(line.folded, start, end):
            order = _told_at(line, rule, found, (start, end)) if _can_tell(line.folded, start, found, rule) else None
            if order and order.assignee is None and assignee is not None:
                return Order(order.start, order.end, assignee, order.rules, inherited=True)
            if order:
                return order
    return None


def goes_on(line: Line, start: int, end: int, assignee: str | None, rule: str) -> Order | None:
    """An order that goes on from a telling before it, to the same addressee or to another that is named.

    The next sentence of a paragraph goes on only if it tells nothing of the past; a new addressee there, or in
    front of its teller, must be told with cần, phải or a verb of duty.
    """
    strict = rule in {"next_sentence", "said_after"}
    if strict and _pattern(r"đã|đạt \d[\d.,]*").search(line.folded, start, end):
        return None
    at = opens_with_action(line.folded, start, end)
    if at is not None:
        return Order(at, end, assignee, (rule,), inherited=assignee is not None)
    parsed = told_after(line.text, line.folded, start, end)
    if parsed is None or not parsed.named:
        return None
    if strict and not (parsed.modal or _pattern("{duty}").match(line.folded, parsed.order, end)):
        return None
    return _order(line, parsed, end, rule if rule == "said_after" else "next_addressee")


def assigned_item(line: Line, start: int, end: int) -> Order | None:
    """Under a heading or lead that assigns: a body and what it is to do."""
    if line.here.topic is not Topic.ORDER:
        return None
    parsed = told_after(line.text, line.folded, start, end)
    return _order(line, parsed, end, "assigned_item") if parsed and parsed.named else None


def without_teller(folded: str) -> tuple[int, bool]:
    """Where a sentence ends without a closing "..., đồng chí X yêu cầu.", and whether it closed so."""
    found = _teller_at_end().search(folded)
    return (found.start(), True) if found else (len(folded), False)


def _told_at(line: Line, rule: Rule, found: re.Match[str], clause: tuple[int, int]) -> Order | None:
    """The order that follows a word of telling; an empty one where the sentence ends with its addressee and ":"."""
    start, end = clause
    parsed = told_after(line.text, line.folded, found.end(), end, modal="modal" in rule.marks)
    if parsed:
        known = parsed.named or _teller_known(line.folded, start, found.start(), rule)
        return _order(line, parsed, end, rule.name) if known else None
    who = addressee_in(line.text, line.folded, found.end(), end) if line.here.is_lead else None
    return Order(end, end, line.text[slice(*who)] or None, (rule.name,)) if who else None


def _order(line: Line, parsed: Told, end: int, rule: str) -> Order:
    """The order as parsed; one with cần or phải is quoted with its subject."""
    start = parsed.who[0] if parsed.modal and parsed.named else parsed.order
    return Order(start, end, line.text[slice(*parsed.who)] or None, (rule,))


def _can_tell(folded: str, start: int, found: re.Match[str], rule: Rule) -> bool:
    """Whether the word tells: it is no noun and no passive, and a leader says it where the rule asks for one."""
    at = found.start()
    if _before().search(folded, start, at) or _leads_to_shortcomings(folded, start, at):
        return False
    part = max(start, folded.rfind(",", start, at))
    return "leader" not in rule.marks or bool(_pattern("{leader}").search(folded, part, at))


def _leads_to_shortcomings(folded: str, start: int, at: int) -> bool:
    """Whether the clause names shortcomings and lists them after a colon ("chỉ rõ hạn chế ..., như: ...")."""
    colon = folded.find(":", at)
    return colon >= 0 and topic_of(folded[start:at]) is Topic.LIMITATION


def _teller_known(folded: str, start: int, at: int, rule: Rule) -> bool:
    """Whether an order without an addressee is one: the clause opens with the word, or says who is telling."""
    begin, end = trimmed(folded, start, at)
    return "bare" in rule.marks and (begin == end or bool(_pattern("{leader}|{body}").match(folded, begin, end)))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_pattern("{not_after}").pattern + r"\s+\Z")


@cache
def _teller_at_end() -> re.Pattern[str]:
    """A leader and a word of telling that close a sentence after a comma or a closing quote."""
    tells = wording("directive").rule("said_after").pattern.pattern
    return re.compile(rf"[,”\"]\s*{_pattern('{leader}').pattern}[^,;:]{{0,80}}?{tells}[\s.”\"]*\Z")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("directive").pattern(text)
