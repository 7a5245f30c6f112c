"""Tallies: labels partition a set, so its parts add up, and a share says what its counts say (domain.md 2.1).

A tally inside another ("17/17 đạt, trong đó 9 vượt") is no second part: a sum is called wrong only when no way
to tell parts from parts-of-parts makes it come out. What a text leaves unsaid is asked for, not called wrong.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, shown_of, spelled, stated
from tiendo.reading import Claim, ClaimKind

MORE_THAN_ALL = Rule("C201", "tally", "error")
PARTS = Rule("C202", "tally", "error")
TWO_WHOLES = Rule("C203", "tally", "warning")
SHARE = Rule("C204", "arithmetic", "error")
UNSAID = Rule("C205", "tally", "warning")

_INSIDE = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b|\bgồm\b|\briêng\b", re.IGNORECASE)
_OPEN = re.compile(  # what is not reached, or not yet
    r"\b(?:chưa|không|chậm|quá\s+hạn|trong\s+hạn|đang|còn|khó|xấp\s+xỉ|gần\s+đạt|khả\s+năng|đạt\s+\d)", re.IGNORECASE)
_REST = re.compile(  # what is told last, when the groups before it are told
    r"\b(?:còn\s+lại|(?:chưa|không)\s+(?:đạt|hoàn\s+thành)|xấp\s+xỉ|khả\s+năng|khó|đạt\s+\d"
    r"|đang\s+(?:thực\s+hiện|triển\s+khai|xử\s+lý|giải\s+quyết|thi\s+công))", re.IGNORECASE)
_SAYS_SHARE = re.compile(r"[\s,(=:]*(?:(?:đạt|chiếm|bằng|tương\s+đương|tương\s+ứng|ứng\s+với|tỷ\s+lệ|là)[\s,(:]*){0,3}")
_OPENS = re.compile(r"\s*\(\s*(?:tương\s+ứng|bằng|với|tức)?\s*")
_FIRST_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;.()](?=\s|$)|\bvà\b|\n")
_DONE = {"met", "met_or_exceeded", "done"}
_NESTING = {"exceeded", "other"}  # outcomes that may tell of part of the part before


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
    """A partition (so many met, so many not) whose counts do not make the whole."""
    if not tallies or not {tally.outcome for tally in tallies} & _DONE or _elsewhere(tallies):
        return
    parts, whole = _with_open(case, sentence, tallies), _whole(sentence, tallies)
    if whole is None or len(parts) < 2 or not any(_OPEN.search(_clause(case, part)) for part in parts):
        return
    sums = _sums(case, parts)
    within = [total for total in sums if total <= whole]
    told = " + ".join(str(_count(part)) for part in parts)
    if not within:
        yield PARTS.at(case.document, parts[-1], sum=told, total=min(sums), of=whole)
    elif whole not in sums and any(_REST.search(_clause(case, part)) for part in parts):
        yield UNSAID.at(case.document, parts[-1], sum=told, of=whole, left=whole - max(within))


def _with_open(case: Case, sentence: Sequence[Claim], tallies: Sequence[Claim]) -> list[Claim]:
    """The tallies, and behind the first the counts of the same things that are still open ("181 nhiệm vụ quá hạn")."""
    first = tallies[0]
    counts = [claim for claim in sentence if claim.start > first.start and _counts(claim, first)]
    if not all(_OPEN.search(_clause(case, claim)) for claim in counts):
        return []  # a second set begins
    return [claim for claim in sentence if claim in tallies or claim in counts]


def _clause(case: Case, claim: Claim) -> str:
    """A count's own words: from the clause's beginning to its end."""
    text = case.document.text
    before = [found.end() for found in _CLAUSE.finditer(text, max(0, claim.start - 60), claim.start)]
    end = _CLAUSE.search(text, claim.end)
    return text[before[-1] if before else claim.start:end.start() if end else len(text)]


def _count(part: Claim) -> int:
    return part.count if part.count is not None else int(part.value or 0)


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
    exact = claim.relation == "level" and claim.value_to is None and claim.bound in {None, "exact"}
    return bool(claim.kind is ClaimKind.MEASURE and exact and claim.status != "target" and unit
                and (tally.subject or "").casefold().startswith(unit))


def _elsewhere(parts: Sequence[Claim]) -> bool:
    """Whether the tallies speak of different sets, periods or bodies."""
    return any(first.period != second.period or first.organisation != second.organisation
               or not _same_things(first, second) for first, second in pairwise(parts))


def _same_things(first: Claim, second: Claim) -> bool:
    """Whether two tallies count the same noun ("chỉ tiêu chủ yếu" and "chỉ tiêu")."""
    one, two = ((claim.subject or "").casefold().split()[:2] for claim in (first, second))
    return one == two or not one or not two


def _sums(case: Case, parts: Sequence[Claim]) -> set[int]:
    """Every total the parts may mean: behind "trong đó" any part may lie inside the one before it."""
    totals, inside = {_count(parts[0])}, False
    for before, part in pairwise(parts):
        inside = inside or bool(_INSIDE.search(case.between(before, part)))
        totals = {total + _count(part) for total in totals} | (totals if inside or part.outcome in _NESTING else set())
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
                yield SHARE.at(case.document, share, count=tally.count, of=tally.of, stated=stated(share),
                               computed=spelled(computed))


def _is_share(claim: Claim) -> bool:
    return claim.unit == "%" and claim.relation in {"share", "level", "attainment"} and claim.against in {None, "plan"}


def _lead(case: Case, first: Claim, second: Claim) -> str:
    """The text between two claims, up to the digits of the second."""
    found = _FIRST_DIGIT.search(second.quote)
    lead = second.quote[:found.start()] if found else ""
    return case.between(first, second) + lead if second.start >= first.end else "?"
