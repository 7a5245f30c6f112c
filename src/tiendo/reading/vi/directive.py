"""What someone is told to do: by whom it is to be done, and by when where the text says so.

Takes the sentences of a whole document, for a telling runs on: over the clauses after each ";", over the next
sentences of the paragraph ("Bên cạnh đó, cần ..."), over the items of the list it leads. An addressee said once
holds until another is named; what is inherited so is written in the claim. Each instruction that could be
followed up on its own is one claim. Rules: `lexicon/directive.toml`; phrases: `corpus/directive.tsv`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tiendo.reading.engine import Sentence
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.addressee import addressee_in, full_name, opens_with_action
from tiendo.reading.vi.clauses import after_marker, syllables, trimmed
from tiendo.reading.vi.deadline import deadline_in
from tiendo.reading.vi.setting import Setting, Topic
from tiendo.reading.vi.telling import (
    Line,
    Order,
    assigned_item,
    charged,
    goes_on,
    may_tell,
    other_bodies,
    told,
    without_teller,
)
from tiendo.reading.vi.wording import fold, wording

__all__ = ["asked_for", "find_directives"]

_CHANGES = {"growth", "attainment", "excess", "from_to"}
_LEAST = 3  # syllables of an instruction
_NEAR = 200  # characters of a side that are counted, and after an order in which its deadline may stand
_LONGEST = 1_000  # characters of an order that are searched for its deadline
_SIDE = 5  # syllables on each side of a "và" that joins two instructions


@dataclass(frozen=True, slots=True)
class _Voice:
    """Someone is telling: whom, and where it is heard: a paragraph, by where it starts, or a section and its list."""

    assignee: str | None
    place: tuple[int, int | None]


def find_directives(sentences: Sequence[Sentence], places: Sequence[Setting]) -> tuple[Claim, ...]:
    """What the sentences of one document, given in the order of the text with their settings, tell someone to do."""
    made: list[Claim] = []
    said: _Voice | None = None  # heard in its paragraph
    led: _Voice | None = None  # heard in its list
    for at, (sentence, here) in enumerate(zip(sentences, places, strict=True)):
        block, listed = (sentence.block.start, None), (here.section, here.lead)
        said = said if said and said.place == block and not here.is_heading else None
        led = led if led and led.place == listed else None
        if here.is_body and (led or here.topic is Topic.ORDER):
            led = _Voice(_named(sentence.text, here.folded), listed)
        if here.is_heading or here.is_body:
            continue
        if not (said or led or here.topic is Topic.ORDER or may_tell(here.folded)):
            continue
        if made and _is_due(here.folded) and (said or made[-1].start >= sentence.block.start):
            made[-1] = _with_deadline(made[-1], sentence)
            continue
        orders = list(_in_sentence(Line(sentence.text, here.folded, here), said, led))
        stated = orders[:-1] if here.is_lead else orders
        made.extend(_claim(sentences, at, part) for order in stated for part in _parts(here.folded, order))
        if orders:
            said = _Voice(orders[-1].assignee, block)
            led = _Voice(orders[-1].assignee, (here.section, at)) if here.is_lead else led
    return tuple(made)


def asked_for(numeric: Sequence[Claim], directives: Sequence[Claim]) -> Iterator[Claim]:
    """The numeric claims; a rate or a change inside what someone is told to reach is wanted, not done.

    Both come in the order of the text. "Yêu cầu các xã giải ngân đạt 100% kế hoạch": 100% is a target.
    """
    at = 0
    for claim in numeric:
        while at < len(directives) and directives[at].end <= claim.start:
            at += 1
        told = at < len(directives) and directives[at].start <= claim.start
        yield replace(claim, status="target", rules=(*claim.rules, "status.told")) \
            if told and _to_reach(claim, directives[at]) else claim


def _to_reach(claim: Claim, told: Claim) -> bool:
    """Whether a number of an instruction is what is to be reached, not what is so ("các xã có tỷ lệ dưới 15%")."""
    rate = claim.relation in _CHANGES or (claim.unit == "%" and claim.relation in {"level", "share"})
    if claim.kind is not ClaimKind.MEASURE or claim.status != "actual" or not rate:
        return False
    return _is_so().search(fold(told.quote[:claim.start - told.start])) is None


def _named(text: str, folded: str) -> str | None:
    """The body that a line of its own names."""
    who = addressee_in(text, folded, after_marker(folded), len(folded))
    return text[slice(*who)] if who else None


def _in_sentence(line: Line, said: _Voice | None, led: _Voice | None) -> Iterator[Order]:
    """The orders of a sentence, clause by clause; what one clause tells, the next goes on telling."""
    end, told_at_end = without_teller(line.folded)
    voice = said or led
    rule = "next_sentence" if said else "item" if led else "said_after" if told_at_end else None
    assignee = voice.assignee if voice else None
    for start, stop in _clauses(line.folded, end):
        order = told(line, start, stop, assignee) or charged(line, start, stop)
        if order is None and rule is not None:
            order = goes_on(line, start, stop, assignee, rule)
        order = order or assigned_item(line, start, stop)
        if order is not None:
            for one in other_bodies(line, order):
                assignee, rule = one.assignee, "next_clause"
                yield one


def _clauses(folded: str, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons."""
    start = 0
    while start < end:
        stop = folded.find(";", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _parts(folded: str, order: Order) -> Iterator[Order]:
    """The instructions in an order: its own, those after ", nhất là", after "và" between two long sides."""
    cuts = [(order.start, order.start, order.rules)]
    cuts += [(f.start(), f.end(), (*order.rules, "above_all")) for f in _above_all().finditer(folded, *_span(order))]
    cuts += [
        (f.start(), f.end(), (*order.rules, "and_also")) for f in _and_also().finditer(folded, *_span(order))
        if _long_sides(folded, order, f)
    ]
    cuts.sort()
    ends = [*(cut for cut, _, _ in cuts[1:]), order.end]
    for (_, after, rules), until in zip(cuts, ends, strict=True):
        start, end = _trimmed(folded, after, until)
        if syllables(folded[start:end]) >= _LEAST:
            yield replace(order, start=start, end=end, rules=rules)


def _span(order: Order) -> tuple[int, int]:
    return order.start, order.end


def _long_sides(folded: str, order: Order, joint: re.Match[str]) -> bool:
    """Whether "và" joins two instructions rather than two verbs of one ("phát hiện và xử lý")."""
    first, last = max(order.start, joint.start() - _NEAR), min(order.end, joint.end() + _NEAR)
    left = max(first, folded.rfind(",", first, joint.start()) + 1)
    right = folded.find(",", joint.end(), last)
    right = last if right < 0 else right
    return min(syllables(folded[left:joint.start()]), syllables(folded[joint.end():right])) >= _SIDE


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """An instruction without its lead ("thực hiện các việc sau: rà soát ...") and without how, why and above all."""
    colon = folded.find(":", start, end)
    if colon >= 0:
        after = opens_with_action(folded, colon + 1, end)
        start, end = (start, colon) if after is None else (after, end)
    stop = _stop().search(folded, start, end)
    return trimmed(folded, start, stop.start() if stop else end)


def _claim(sentences: Sequence[Sentence], at: int, order: Order) -> Claim:
    sentence, who = sentences[at], order.assignee
    inherited = [f"assignee: telling '{who}'"] if who and order.inherited else []
    full = full_name(who, (sentences[back].text for back in range(at, -1, -1))) if who else None
    inherited += [f"assignee: text '{full}'"] if full else []
    stop = sentence.text.find(";", order.end, order.end + _NEAR)
    due = sentence.text[order.start:min(order.end + _NEAR if stop < 0 else stop, order.start + _LONGEST)]
    return Claim(
        ClaimKind.DIRECTIVE, sentence.text[order.start:order.end], sentence.start + order.start,
        sentence.start + order.end, sentence.text, order.rules, assignee=full or who,
        deadline=deadline_in(due, fold(due), 0, len(due)),
        inherited=tuple(inherited),
    )


def _with_deadline(claim: Claim, due: Sentence) -> Claim:
    """The claim with the deadline that a sentence of its own gives after it."""
    if claim.deadline is not None:
        return claim
    deadline = deadline_in(due.text, fold(due.text), 0, len(due.text))
    rules, inherited = (*claim.rules, "due_sentence"), (*claim.inherited, f"deadline: sentence '{due.text.strip()}'")
    return replace(claim, deadline=deadline, rules=rules, inherited=inherited)


def _is_due(folded: str) -> bool:
    return bool(_due().fullmatch(folded))


@cache
def _is_so() -> re.Pattern[str]:
    """What makes a number of an instruction a fact: what is, has been or has been found."""
    return wording("directive").pattern("{is_so}")


@cache
def _due() -> re.Pattern[str]:
    """A sentence that says nothing but by when."""
    opening = wording("directive").rule("due_sentence").pattern.pattern
    when = "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in wording("deadline").rules)
    return re.compile(rf"\s*+(?:{opening}\s*+[,:]?\s*+)*(?:{when})[\s.]*")


@cache
def _above_all() -> re.Pattern[str]:
    return _joint("{above_all}", "{action}|{modal}")


@cache
def _and_also() -> re.Pattern[str]:
    return _joint(",? và|, đồng thời", "(?!{manner}(?!\\w))(?:{action}|{opens_anew})")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)\s*{wording('directive').phrases('{stop}')}(?!\w)")


def _joint(words: str, before: str) -> re.Pattern[str]:
    """The words between two stretches, where `before` follows them."""
    found = wording("directive").pattern(before).pattern
    return re.compile(rf"(?<!\s)\s{{0,3}}(?:{wording('directive').phrases(words)})\s+(?={found})")
