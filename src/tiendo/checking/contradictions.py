"""Contradictions: one thing with two values, inside a document or between documents (C401-C403).

Precision first. Two claims speak of one thing only when subject, relation, base, status, period, body and prices
are all the same, the period is said with the number itself (not inherited), and the subject is a measure of which
a body has one value (`measures.toml`): "thương mại 4.162 tỷ đồng" may be output at today's prices here and at
constant ones there, "2 dự án" and "5 dự án" are different projects. Plans and goals are left out, for several
bodies set them. Between documents the body must be said as well, or the plan must know the measure.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from tiendo.checking.case import Case, Rule, place_of
from tiendo.checking.plan import sure_proposals
from tiendo.checking.records import Finding
from tiendo.checking.shown import readings, stated
from tiendo.quantity import convert
from tiendo.reading import BlockKind, Claim, ClaimKind, Document

TWO_VALUES = Rule("C401", "contradiction", "warning")
TWO_DOCUMENTS = Rule("C402", "contradiction", "warning")
TWO_TALLIES = Rule("C403", "contradiction", "warning")

_SYLLABLE = re.compile(r"\w+")
_LEAST = 3  # syllables a subject needs; a rate needs one more: "tỷ lệ đó" could be any
_CONSTANT = re.compile(r"\bgi[áa]\s+(?:so\s+s[áa]nh|cố\s+định|năm\s+gốc)\b", re.IGNORECASE)
_CURRENT = re.compile(r"\bgi[áa]\s+(?:hiện\s+hành|thực\s+tế)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, the document it stands in, and the target it speaks of where a plan is sure of that."""

    document: Document
    claim: Claim
    target: str | None = None


def contradiction_findings(case: Case) -> Iterator[Finding]:
    """One thing with two values in one document: each later value, with the first that differs."""
    yield from _compared([Said(case.document, claim) for claim in case.claims], across=False)


def between_documents(cases: Sequence[Case]) -> Iterator[Finding]:
    """One thing with two values in two documents, at the later document's words."""
    yield from _compared([one for case in cases for one in _said(case)], across=True)


def _said(case: Case) -> Iterator[Said]:
    targets = {one.claim: f"{one.target}/{one.component}" for one in sure_proposals(case)}
    return (Said(case.document, claim, targets.get(claim)) for claim in case.claims)


def _compared(said: Sequence[Said], *, across: bool) -> Iterator[Finding]:
    groups: dict[Hashable, list[Said]] = defaultdict(list)
    for one in said:
        if _comparable(one) and (one.claim.organisation or one.target or not across):
            groups[_thing(one)].append(one)
    for group in groups.values():
        for at, later in enumerate(group):
            first = next((one for one in group[:at] if _apart(one, later, across=across) and _differ(one, later)), None)
            if first:
                yield _finding(first, later)


def _apart(first: Said, later: Said, *, across: bool) -> bool:
    """Whether two claims are to be held against each other: of two documents, or of two sentences of one."""
    same = first.document is later.document
    return same is not across and first.claim.sentence != later.claim.sentence


def _comparable(one: Said) -> bool:
    """Whether a claim says enough to be held against another."""
    claim, block = one.claim, one.document.block_at(one.claim.start)
    said_here = claim.period and not any(note.startswith("period") for note in claim.inherited)
    if not said_here or claim.status == "target" or (block and block.kind is BlockKind.CELL):
        return False
    if claim.kind is ClaimKind.TALLY:
        return claim.of is not None and claim.outcome != "other"
    measure = claim.kind is ClaimKind.MEASURE and claim.value_to is None
    return measure and (one.target is not None or _has_one_value(claim))


@cache
def _measures(name: str) -> tuple[tuple[str, ...], ...]:
    raw = tomllib.loads((files("tiendo.checking") / "measures.toml").read_text(encoding="utf-8"))
    return tuple(tuple(measure.split()) for measure in raw[name])


def _has_one_value(claim: Claim) -> bool:
    """Whether a subject is a measure of which a body has one value for a period, at prices that are told."""
    subject = _syllables(claim.subject)
    least = _LEAST + (subject[:1] in {("tỷ",), ("tỉ",)})
    priced = _begins(subject, "priced") and any(_prices(claim))
    return len(subject) >= least and (priced or _begins(subject, "one_value"))


def _begins(subject: tuple[str, ...], name: str) -> bool:
    return any(subject[:len(measure)] == measure for measure in _measures(name))


def _prices(claim: Claim) -> tuple[bool, bool]:
    """Whether the sentence tells constant prices, and current ones."""
    return _CONSTANT.search(claim.sentence) is not None, _CURRENT.search(claim.sentence) is not None


def _syllables(text: str | None) -> tuple[str, ...]:
    return tuple(_SYLLABLE.findall((text or "").casefold()))


def _thing(one: Said) -> Hashable:
    """What a claim speaks of: equal things are held against each other."""
    claim = one.claim
    body = claim.organisation.casefold() if claim.organisation else None
    about = (one.target,) if one.target else (_syllables(claim.subject), body)
    said = claim.relation, claim.status, claim.against, claim.assigned_by, claim.outcome, claim.of
    return (claim.kind, about, claim.period, said, _prices(claim))


def _differ(first: Said, later: Said) -> bool:
    """Whether no reading of the one number may be a reading of the other."""
    one, two = first.claim, later.claim
    if one.kind is ClaimKind.TALLY:
        return one.count != two.count
    factor = convert(Decimal(1), two.unit or "", one.unit or "") if one.unit and two.unit else None
    pairs = [(a, b.times(factor)) for a in readings(one) for b in readings(two)] if factor else []
    return bool(pairs) and not any(a.meets(b.low, b.high) for a, b in pairs)


def _finding(first: Said, later: Said) -> Finding:
    """The question at the later words, with the place of the first."""
    one, two = first.claim, later.claim
    said = {"subject": two.subject or "", "period": two.period or ""}
    if one.kind is ClaimKind.TALLY:
        found = TWO_TALLIES.at(
            later.document, two, **said, here=f"{two.count}/{two.of}", there=f"{one.count}/{one.of}")
    else:
        rule = TWO_VALUES if first.document is later.document else TWO_DOCUMENTS
        found = rule.at(later.document, two, **said, here=stated(two), there=stated(one))
    return replace(found, other=place_of(first.document, one))
