"""How one clause tells someone to do something: in so many words, or going on from a telling before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tiendo.reading.vi.addressee import Told, addressed, addressee_in, opens_with_action, told_after
from tiendo.reading.vi.clauses import after_marker, parts, trimmed
from tiendo.reading.vi.petition import asks_upward
from tiendo.reading.vi.setting import Setting, Topic, topic_of
from tiendo.reading.vi.wording import Rule, wording

__all__ = ["Line", "Order", "assigned_item", "charged", "goes_on", "may_tell", "other_bodies", "told", "without_teller"]

_LABEL = 80  # characters of a name before its colon
_LONGEST = 600  # characters in which a body named after a comma says what it is to do
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


def may_tell(folded: str) -> bool:
    """Whether a text has any word that tells someone to do something: most sentences of a report have none."""
    return _any_telling().search(folded) is not None


def told(line: Line, start: int, end: int, assignee: str | None) -> Order | None:
    """The order of the first word of telling in the clause that an addressee or an order follows."""
    for rule, found in _tellings(line.folded, start, end):
        order = _told_at(line, rule, found, (start, end)) if _can_tell(line.folded, start, found, rule) else None
        if order and order.assignee is None and assignee is not None:
            return Order(order.start, order.end, assignee, order.rules, inherited=True)
        if order:
            return order
    return None


def charged(line: Line, start: int, end: int) -> Order | None:
    """The order of a body that is charged with something: "Sở Y tế được giao chủ trì ..."."""
    rule = wording("directive").rule("charged")
    found = rule.pattern.search(line.folded, start, end)
    if not found:
        return None
    who = addressee_in(line.text, line.folded, start, found.start())
    at = opens_with_action(line.folded, found.end(), end)
    if not who or who[0] == who[1] or at is None or _pattern("{modal}").search(line.folded, at, end):
        return None
    if _pattern("{standing}").match(line.folded, at, end):
        return None
    return Order(at, end, line.text[slice(*who)], (rule.name,))


def goes_on(line: Line, start: int, end: int, assignee: str | None, rule: str) -> Order | None:
    """An order that goes on from a telling before it, to the same addressee or to another that is named.

    The next sentence of a paragraph goes on only if it tells nothing of what was, is or will be done.
    """
    strict = rule in {"next_sentence", "said_after"}
    if strict and _pattern(r"đã|đạt \d[\d.,]*").search(line.folded, start, end):
        return None
    at = opens_with_action(line.folded, start, end)
    if at is not None:
        return Order(at, end, assignee, (rule,), inherited=assignee is not None)
    named = _of_a_body(line, start, end, rule if rule == "said_after" else "next_addressee", any_verb=not strict)
    return named or (_any_item(line, start, end, assignee) if rule == "item" else None)


def assigned_item(line: Line, start: int, end: int) -> Order | None:
    """Under a heading or lead that assigns: a body and what it is to do."""
    if line.here.topic is not Topic.ORDER:
        return None
    colon = line.folded.find(":", start, min(end, start + _LABEL))
    if after_marker(line.folded) > start and colon >= 0 and (at := opens_with_action(line.folded, colon + 1, end)):
        who = trimmed(line.folded, after_marker(line.folded), colon)
        if opens_with_action(line.folded, *who) is None:
            return Order(at, end, line.text[slice(*who)], ("assigned_item",))
    return _of_a_body(line, start, end, "assigned_item", any_verb=True)


def _any_item(line: Line, start: int, end: int, assignee: str | None) -> Order | None:
    """An item under the body it is for, whatever verb it opens with; a noun opens none."""
    at, last = trimmed(line.folded, start, end)
    marked = assignee is not None and after_marker(line.folded) > 0
    if not marked or _pattern("{no_item}|{reached}|(?:{many} )*+{body}").match(line.folded, at, last):
        return None
    return Order(at, end, assignee, ("item",), inherited=True)


def other_bodies(line: Line, order: Order) -> Iterator[Order]:
    """An order, cut where another body is named after a comma with what it is to do ("..., UBND xã rà soát ...")."""
    start, assignee, rules = order.start, order.assignee, order.rules
    for first, last in parts(line.folded, order.start, order.end)[1:]:
        at, _ = trimmed(line.folded, first, last)
        head = line.folded[start:first - 1]
        if not line.text[at:at + 1].isupper() or _in_company().search(head, head.rfind(",") + 1):
            continue
        other = _of_a_body(line, first, min(order.end, first + _LONGEST), "next_addressee", any_verb=False)
        if other and other.assignee != assignee:
            yield replace(order, start=start, end=first - 1, assignee=assignee, rules=rules)
            start, assignee, rules = other.start, other.assignee, other.rules
    yield replace(order, start=start, assignee=assignee, rules=rules)


def _of_a_body(line: Line, start: int, end: int, rule: str, *, any_verb: bool) -> Order | None:
    """The order of a stretch that opens with a body and then says what it is to do, without a word of telling."""
    parsed = told_after(line.text, line.folded, start, end, any_verb=any_verb)
    if parsed is None or not parsed.named or not addressed(line.text, line.folded, *parsed.who):
        return None
    if _pattern("{remark}").match(line.folded, parsed.order, end):
        return None
    if _pattern("{reached}").search(line.folded, start, end):
        return None
    return _order(line, parsed, end, rule)


def without_teller(folded: str) -> tuple[int, bool]:
    """Where a sentence ends without a closing "..., đồng chí X yêu cầu.", and whether it closed so."""
    found = _teller_at_end().search(folded)
    return (found.start(), True) if found else (len(folded), False)


def _told_at(line: Line, rule: Rule, found: re.Match[str], clause: tuple[int, int]) -> Order | None:
    """The order that follows a word of telling; an empty one where the sentence ends with its addressee and ":"."""
    start, end = clause
    modal = "modal" in rule.marks
    matters = _matters().match(line.folded, found.end(), end) if "leader" in rule.marks else None
    after = matters.end() if matters else found.end()
    parsed = told_after(line.text, line.folded, after, end, modal=modal, any_verb=not modal)
    if asks_upward(line.text, line.folded, found.span(), parsed.who if parsed else None, under=line.here.topic):
        return None
    if parsed and _pattern(r"và đã|, (?:đến nay )?đã").search(line.folded, parsed.order, end):
        return None  # told and done
    if parsed and not parsed.named:
        parsed = replace(parsed, who=_regarded(line, start, found.start()) or parsed.who)
    if parsed:
        known = parsed.named or _teller_known(line.folded, start, found.start(), rule)
        return _order(line, parsed, end, rule.name) if known else None
    who = addressee_in(line.text, line.folded, found.end(), end) if line.here.is_lead else None
    return Order(end, end, line.text[slice(*who)] or None, (rule.name,)) if who else None


def _regarded(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Who is told, where the clause opens with them ("Đối với nhà thầu, Chủ tịch UBND thành phố yêu cầu ...")."""
    found = _pattern("(?:đối với|về phía) [^,]{2,80}").match(line.folded, *trimmed(line.folded, start, end))
    if not found or not addressed(line.text, line.folded, *found.span()):
        return None
    return addressee_in(line.text, line.folded, *found.span())


def _order(line: Line, parsed: Told, end: int, rule: str) -> Order:
    """The order as parsed; one with cần or phải is quoted with its subject."""
    start = parsed.who[0] if parsed.modal and parsed.named else parsed.order
    return Order(start, end, line.text[slice(*parsed.who)] or None, (rule,))


def _tellings(folded: str, start: int, end: int) -> list[tuple[Rule, re.Match[str]]]:
    """The words of telling in a clause, in the order of the text."""
    rules = [wording("directive").rule(name) for name in _TELLING]
    found = [(rule, word) for rule in rules for word in rule.pattern.finditer(folded, start, end)]
    return sorted(found, key=lambda one: (one[1].start(), -one[1].end()))


def _can_tell(folded: str, start: int, found: re.Match[str], rule: Rule) -> bool:
    """Whether the word tells: it is no noun and no passive, and a leader says it where the rule asks for one."""
    at = found.start()
    of_plan = rule.name == "assigned" and _plan_before().search(folded, start, at)
    if of_plan or _before().search(folded, start, at) or _leads_to_shortcomings(folded, start, at):
        return False
    part = max(start, folded.rfind(",", start, len(folded[start:at].rstrip(" ,")) + start))
    needs = "leader" in rule.marks or bool(_pattern("{appeals}").fullmatch(found[0]))
    return not needs or bool(_pattern("{leader}").search(folded, part, at))


def _leads_to_shortcomings(folded: str, start: int, at: int) -> bool:
    """Whether the clause names shortcomings and lists them after a colon ("chỉ rõ hạn chế ..., như: ...")."""
    colon = folded.find(":", at)
    return colon >= 0 and topic_of(folded[start:at]) is Topic.LIMITATION


def _teller_known(folded: str, start: int, at: int, rule: Rule) -> bool:
    """Whether an order without an addressee is one: the clause opens with the word, or says who is telling."""
    begin, end = trimmed(folded, max(start, folded.rfind(",", start, at) + 1), at)
    return "bare" in rule.marks and (begin == end or bool(_pattern("{leader}|{body}").match(folded, begin, end)))


@cache
def _matters() -> re.Pattern[str]:
    return re.compile(r"\s*" + _pattern("{matters}").pattern)


@cache
def _any_telling() -> re.Pattern[str]:
    rules = (wording("directive").rule(name) for name in (*_TELLING, "said_after", "charged"))
    return re.compile("|".join(rule.pattern.pattern for rule in rules))


@cache
def _in_company() -> re.Pattern[str]:
    """Before a comma, words that make the next body one more of those they speak of."""
    return re.compile(_pattern("{in_company}").pattern + r"(?:\s+\S+){0,6}\s*\Z")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_pattern("{not_after}").pattern + r"\s+\Z")


@cache
def _plan_before() -> re.Pattern[str]:
    """Before "giao": the plan and who assigned it ("118% dự toán HĐND tỉnh ¦giao¦")."""
    return re.compile(_pattern("{plan_word}").pattern + r"(?: [^\s,;]+){0,6} \Z")


@cache
def _teller_at_end() -> re.Pattern[str]:
    """A leader and a word of telling that close a sentence after a comma or a closing quote."""
    tells = wording("directive").rule("said_after").pattern.pattern
    return re.compile(rf"[,”\"]\s*{_pattern('{leader}').pattern}[^,;:]{{0,80}}?{tells}[\s.”\"]*\Z")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("directive").pattern(text)
