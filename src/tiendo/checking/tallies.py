"""Tallies: counts within their whole, one whole for a set, shares that say what their counts say (C201, C203, C204)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, shown_of, spelled, stated
from tiendo.reading import Claim, ClaimKind

MORE_THAN_ALL = Rule("C201", "tally", "error")
TWO_WHOLES = Rule("C203", "tally", "warning")
SHARE = Rule("C204", "arithmetic", "error")

_INSIDE = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b", re.IGNORECASE)
_SAYS_SHARE = re.compile(
    r"[\s,(=:]*(?:(?:đạt|chiếm|bằng|tương\s+đương|tương\s+ứng|ứng\s+với|tỷ\s+lệ|là)[\s,(:]*){0,3}")
_OPENS = re.compile(r"\s*\(\s*(?:tương\s+ứng|bằng|với|tức)?\s*")
_FIRST_DIGIT = re.compile(r"\d")


def tally_findings(case: Case) -> Iterator[Finding]:
    """Counts above their whole, two wholes for one set, shares that differ."""
    for sentence in case.sentences(ClaimKind.TALLY, ClaimKind.MEASURE):
        tallies = [claim for claim in sentence if claim.kind is ClaimKind.TALLY and claim.count is not None]
        for tally in tallies:
            yield from _more_than_all(case, tally)
        yield from _two_wholes(case, tallies)
        yield from _shares(case, sentence)


def _more_than_all(case: Case, tally: Claim) -> Iterator[Finding]:
    if tally.count is not None and tally.of is not None and tally.count > tally.of:
        yield MORE_THAN_ALL.at(case.document, tally, count=tally.count, of=tally.of, subject=tally.subject or "")


def _elsewhere(parts: Sequence[Claim]) -> bool:
    """Whether the tallies speak of different sets, periods or bodies."""
    return any(first.period != second.period or first.organisation != second.organisation
               or not _same_things(first, second) for first, second in pairwise(parts))


def _same_things(first: Claim, second: Claim) -> bool:
    """Whether two tallies count the same noun ("chỉ tiêu chủ yếu" and "chỉ tiêu")."""
    one, two = ((claim.subject or "").casefold().split()[:2] for claim in (first, second))
    return one == two or not one or not two


def _two_wholes(case: Case, tallies: Sequence[Claim]) -> Iterator[Finding]:
    """"17/17 chỉ tiêu ..., trong đó 9/18 ...": a part of a set has the set's own whole."""
    for before, part in pairwise(tallies):
        if before.of is None or part.of is None or before.of == part.of or not _same_things(before, part):
            continue
        if _INSIDE.search(case.between(before, part)) and part.of != before.count and not _elsewhere([before, part]):
            yield TWO_WHOLES.at(case.document, part, first=f"{before.count}/{before.of}",
                                second=f"{part.count}/{part.of}")


def _shares(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A share right beside a tally: "17/18 chỉ tiêu đạt (95%)", "đạt 95% (17/18 chỉ tiêu)"."""
    for first, second in pairwise(sentence):
        if {first.kind, second.kind} != {ClaimKind.TALLY, ClaimKind.MEASURE}:
            continue
        tally, share = (first, second) if first.kind is ClaimKind.TALLY else (second, first)
        between = _SAYS_SHARE if tally is first else _OPENS
        if _is_share(share) and tally.of and tally.count is not None and between.fullmatch(_lead(case, first, second)):
            number, computed = shown_of(share), HUNDRED * Decimal(tally.count) / tally.of
            if number and not number.meets(computed, computed):
                yield SHARE.at(case.document, share, count=tally.count, of=tally.of, stated=stated(share),
                               computed=spelled(computed))


def _is_share(claim: Claim) -> bool:
    return claim.unit == "%" and claim.relation in {"share", "level", "attainment"} and claim.against in {None, "plan"}


def _lead(case: Case, first: Claim, second: Claim) -> str:
    """The text between two claims, up to the digits of the second."""
    found = _FIRST_DIGIT.search(second.quote)
    lead = second.quote[:found.start()] if found else ""
    return case.between(first, second) + lead if second.start >= first.end else "?"
