"""Contradictions: one thing with two values, inside a document or between documents (C401-C403).

Precision first. Two claims speak of one thing only when subject, unit, relation, base, status, period and body
are all the same, the period is said with the number itself (not inherited), and the subject names more than its
unit ("2 dự án" and "5 dự án" are different projects). Between documents the body must be said as well.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import readings, stated
from tiendo.quantity import convert
from tiendo.reading import BlockKind, Claim, ClaimKind, Document

TWO_VALUES = Rule("C401", "contradiction", "warning")
TWO_DOCUMENTS = Rule("C402", "contradiction", "warning")
TWO_TALLIES = Rule("C403", "contradiction", "warning")

_SYLLABLE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and the document it stands in."""

    document: Document
    claim: Claim

    @property
    def where(self) -> str:
        """The document and the character at which the claim starts."""
        return f"{self.document.file}:{self.claim.start}"


def contradiction_findings(case: Case) -> Iterator[Finding]:
    """One thing with two values in one document, each later value against the first."""
    said = [Said(case.document, claim) for claim in case.claims]
    yield from _compared(said, across=False)


def between_documents(cases: Sequence[Case]) -> Iterator[Finding]:
    """One thing with two values in two documents, at the later document's words."""
    yield from _compared([Said(case.document, claim) for case in cases for claim in case.claims], across=True)


def _compared(said: Sequence[Said], *, across: bool) -> Iterator[Finding]:
    groups: dict[Hashable, list[Said]] = defaultdict(list)
    for one in said:
        if _comparable(one) and (one.claim.organisation or not across):
            groups[_thing(one.claim)].append(one)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if (first.document is not second.document) is across and first.claim.sentence != second.claim.sentence:
                yield from _differ(first, second)


def _comparable(one: Said) -> bool:
    """Whether a claim says enough to be held against another."""
    claim = one.claim
    block = one.document.block_at(claim.start)
    said_here = claim.period and not any(note.startswith("period") for note in claim.inherited)
    if not said_here or (block and block.kind is BlockKind.CELL):
        return False
    if claim.kind is ClaimKind.TALLY:
        return claim.of is not None and len(_syllables(claim.subject)) > 1
    return claim.kind is ClaimKind.MEASURE and claim.value_to is None and bool(
        set(_syllables(claim.subject)) - set(_syllables(claim.unit))) and len(_syllables(claim.subject)) > 1


def _syllables(text: str | None) -> tuple[str, ...]:
    return tuple(_SYLLABLE.findall((text or "").casefold()))


def _thing(claim: Claim) -> Hashable:
    """What a claim speaks of: equal things are held against each other."""
    body = claim.organisation.casefold() if claim.organisation else None
    return (claim.kind, _syllables(claim.subject), claim.period, body, claim.relation, claim.status, claim.against,
            claim.outcome)


def _differ(first: Said, second: Said) -> Iterator[Finding]:
    one, two = first.claim, second.claim
    if one.kind is ClaimKind.TALLY:
        if (one.count, one.of) != (two.count, two.of):
            yield TWO_TALLIES.at(second.document, two, subject=two.subject, here=f"{two.count}/{two.of}",
                                 there=f"{one.count}/{one.of}", where=first.where)
    elif _values_differ(one, two):
        rule = TWO_VALUES if first.document is second.document else TWO_DOCUMENTS
        yield rule.at(second.document, two, subject=two.subject, period=two.period, here=stated(two),
                      there=stated(one), where=first.where)


def _values_differ(one: Claim, two: Claim) -> bool:
    """Whether no reading of the one number may be a reading of the other."""
    factor = convert(Decimal(1), two.unit or "", one.unit or "") if one.unit and two.unit else None
    pairs = [(a, b.times(factor)) for a in readings(one) for b in readings(two)] if factor else []
    return bool(pairs) and not any(a.meets(b.low, b.high) for a, b in pairs)
