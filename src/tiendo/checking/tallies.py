"""Tallies: labels partition a set, so its parts add up, and a share says what its counts say (domain.md 2.1).

A tally inside another ("17/17 đạt, trong đó 9 vượt") is no second part: a sum is called wrong only when no way
to tell parts from parts-of-parts makes it come out.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, shown_of, spelled
from tiendo.quantity import find_amounts
from tiendo.reading import Claim, ClaimKind

MORE_THAN_ALL = Rule("C201", "tally", "error")
PARTS = Rule("C202", "tally", "error")
TWO_WHOLES = Rule("C203", "tally", "warning")
SHARE = Rule("C204", "arithmetic", "error")

_INSIDE = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b")
_SAYS_SHARE = re.compile(r"[\s,(=:]*(?:(?:đạt|chiếm|bằng|tương\s+đương|ứng\s+với|tỷ\s+lệ|là)[\s,(:]*){0,3}")
_OPENS = re.compile(r"\s*\(\s*(?:tương\s+ứng|bằng|với)?\s*")
_FIRST_DIGIT = re.compile(r"\d")


def tally_findings(case: Case) -> Iterator[Finding]:
    """Counts above their whole, parts that do not add up, two wholes for one set, shares that differ."""
    for sentence in case.sentences(ClaimKind.TALLY, ClaimKind.MEASURE):
        tallies = [claim for claim in sentence if claim.kind is ClaimKind.TALLY and claim.count is not None]
        for tally in tallies:
            yield from _more_than_all(case, tally)
        yield from _parts(case, sentence, tallies)
        yield from _two_wholes(case, tallies)
        yield from _shares(case, sentence)


def _more_than_all(case: Case, tally: Claim) -> Iterator[Finding]:
    if tally.count is not None and tally.of is not None and tally.count > tally.of:
        yield MORE_THAN_ALL.at(case.document, tally, count=tally.count, of=tally.of, subject=tally.subject or "")


def _parts(case: Case, sentence: Sequence[Claim], tallies: Sequence[Claim]) -> Iterator[Finding]:
    """A full partition (so many met, so many not) whose counts do not make the whole."""
    outcomes = {tally.outcome for tally in tallies}
    if "not_met" not in outcomes or not outcomes & {"met", "met_or_exceeded"} or _elsewhere(tallies):
        return
    whole = _whole(sentence, tallies)
    if whole is not None and whole not in _sums(case, tallies):
        total = sum(tally.count or 0 for tally in tallies)
        yield PARTS.at(case.document, tallies[-1], sum=" + ".join(str(tally.count) for tally in tallies),
                       total=total, of=whole)


def _whole(sentence: Sequence[Claim], tallies: Sequence[Claim]) -> int | None:
    """The one whole the tallies name, or else the count of the same things stated before them."""
    named = {tally.of for tally in tallies if tally.of is not None}
    if named:
        return named.pop() if len(named) == 1 else None
    counted = [claim.value for claim in sentence if claim.start < tallies[0].start and _counts(claim, tallies[0])]
    return int(counted[0]) if len(counted) == 1 and counted[0] is not None else None


def _counts(claim: Claim, tally: Claim) -> bool:
    """Whether a measure counts the set of a tally: "có 26 chỉ tiêu, trong đó 22 chỉ tiêu đạt ..."."""
    unit = (claim.unit or "").casefold()
    return bool(claim.kind is ClaimKind.MEASURE and claim.relation == "level" and claim.value_to is None
                and unit and (tally.subject or "").casefold().startswith(unit))


def _elsewhere(parts: Sequence[Claim]) -> bool:
    """Whether the tallies speak of different sets, periods or bodies."""
    return any(first.period != second.period or first.organisation != second.organisation
               or not _same_things(first, second) for first, second in pairwise(parts))


def _same_things(first: Claim, second: Claim) -> bool:
    """Whether two tallies count the same noun ("chỉ tiêu chủ yếu" and "chỉ tiêu")."""
    one, two = ((claim.subject or "").casefold().split()[:2] for claim in (first, second))
    return one == two or not one or not two


def _sums(case: Case, parts: Sequence[Claim]) -> set[int]:
    """Every total the parts may mean: any part but the first may lie inside the one before it."""
    totals = {parts[0].count or 0}
    for before, part in pairwise(parts):
        count = part.count or 0
        inside = bool(_INSIDE.search(case.between(before, part))) or part.outcome in {"exceeded", "other", "done"}
        totals = {total + count for total in totals} | (totals if inside else set())
    return totals


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
                yield SHARE.at(case.document, share, count=tally.count, of=tally.of, stated=_stated(share),
                               computed=spelled(computed))


def _is_share(claim: Claim) -> bool:
    return claim.unit == "%" and claim.relation in {"share", "level", "attainment"} and claim.against in {None, "plan"}


def _lead(case: Case, first: Claim, second: Claim) -> str:
    """The text between two claims, up to the digits of the second."""
    found = _FIRST_DIGIT.search(second.quote)
    lead = second.quote[:found.start()] if found else ""
    return case.between(first, second) + lead if second.start >= first.end else "?"


def _stated(claim: Claim) -> str:
    """The number of a claim as its text has it."""
    amounts = find_amounts(claim.quote)
    return claim.quote[amounts[0].digits_at:amounts[0].end].strip() if amounts else claim.quote
