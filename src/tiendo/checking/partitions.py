"""Partitions: groups of targets or tasks that do not make their whole (domain.md 2.1; C202, C205).

Labels partition a set: 22 met + 2 nearly met + 2 not met = 26. A group inside another ("17/17 đạt, trong đó 9 vượt")
is no second part: a sum is called wrong only when no way to tell parts from parts of parts makes it come out. What a
text leaves unsaid is asked for, not called wrong, and only where it seems to tell all groups.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.case import Case, Rule, place_at
from tiendo.checking.records import Finding
from tiendo.quantity import format_number, is_counted
from tiendo.reading import Claim, ClaimKind

PARTS = Rule("C202", "tally", "error")
UNSAID = Rule("C205", "tally", "warning")

_INSIDE = re.compile(r"\btrong\s+(?:đó|số\s+đó)\b|\bgồm\b|\briêng\b|\([^)]*$", re.IGNORECASE)
_NESTS = re.compile(r"[^(]*?\b(?:trong\s+(?:đó|số\s+đó)|gồm)\b", re.IGNORECASE)
_TELLS_PARTS = re.compile(r"\s*trong\s+(?:đó|số\s+đó)\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:hoàn\s+thành|đạt|vượt|xong|(?:đúng|trước)\s+hạn|giải\s+quyết)\b", re.IGNORECASE)
_OPEN = re.compile(  # what is not reached, or not yet
    r"\b(?:chưa|không|chậm|quá\s+hạn|trong\s+hạn|đang|còn|khó|xấp\s+xỉ|gần\s+đạt|khả\s+năng|đạt\s+\d)", re.IGNORECASE)
_LAST = re.compile(  # what is told last, when the groups before it are told
    r"\b(?:còn\s+lại|(?:chưa|không)\s+(?:đạt|hoàn\s+thành)|xấp\s+xỉ|khả\s+năng|khó|đạt\s+\d"
    r"|đang\s+(?:thực\s+hiện|triển\s+khai|xử\s+lý|giải\s+quyết|thi\s+công))", re.IGNORECASE)
_IN_TIME, _LATE = re.compile(r"\b(?:trong|đúng)\s+hạn\b", re.IGNORECASE), re.compile(r"\bquá\s+hạn\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.()](?=\s|$)|\bvà\b|\n|\(")
_NESTING = {"exceeded", "other"}  # outcomes that may tell of part of the part before


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a thing: the claim, the number, and the words of its clause."""

    claim: Claim
    number: int
    clause: str

    @property
    def noun(self) -> str:
        """What is counted, as the claim has it."""
        return ((self.claim.unit if self.claim.kind is ClaimKind.MEASURE else self.claim.subject) or "").casefold()

    @property
    def is_open(self) -> bool:
        """Whether it counts what is not reached, or not yet."""
        return _OPEN.search(self.clause) is not None

    @property
    def is_group(self) -> bool:
        """Whether it says what became of what it counts."""
        return self.is_open or _REACHED.search(self.clause) is not None

    def is_of(self, whole: "Count") -> bool:
        """Whether both count the same things."""
        return bool(self.noun) and (self.noun.startswith(whole.noun) or whole.noun.startswith(self.noun))


def partition_findings(case: Case) -> Iterator[Finding]:
    """Groups that do not make their whole, sentence by sentence."""
    before: list[Count] = []
    for sentence in case.sentences(ClaimKind.TALLY, ClaimKind.MEASURE):
        counts = [count for claim in sentence if (count := _counted(case, claim))]
        if before and counts and _TELLS_PARTS.match(sentence[0].sentence):
            counts = [before[-1], *counts]
        found = (finding for at in range(len(counts)) for finding in _below(case, counts, at))
        yield from _once(found)
        before = counts


def _once(found: Iterator[Finding]) -> Iterator[Finding]:
    """One finding a sentence: what is wrong with a whole is wrong with the parts of its parts."""
    yield from [finding for finding in [next(found, None)] if finding]


def _counted(case: Case, claim: Claim) -> Count | None:
    """The exact count a claim states."""
    if claim.kind is ClaimKind.TALLY and claim.count is not None:
        return Count(claim, claim.count, _clause(case, claim))
    exact = claim.bound in {None, "exact"} and claim.value_to is None and claim.status != "target"
    if not (exact and claim.relation == "level" and is_counted(claim.unit) and claim.value is not None):
        return None
    return Count(claim, int(claim.value), _clause(case, claim)) if claim.value == int(claim.value) else None


def _clause(case: Case, claim: Claim) -> str:
    """A count's own words: from the clause's beginning to its end."""
    text = case.document.text
    before = [found.end() for found in _CLAUSE.finditer(text, max(0, claim.start - 60), claim.start)]
    end = _CLAUSE.search(text, claim.end)
    return text[before[-1] if before else claim.start:end.start() if end else len(text)]


def _below(case: Case, counts: Sequence[Count], at: int) -> Iterator[Finding]:
    """The groups behind a whole: the count they are parts of, or the first of them where each names its whole."""
    first = counts[at]
    named = first.claim.of if at == 0 and first.is_group else None
    parts = list(counts[at:] if named is not None else counts[at + 1:])
    whole = named if named is not None else first.number
    opened = named is not None or _opens(case, first, parts) or (at == 0 and not first.is_group)
    if len(parts) < 2 or not opened or not _are_groups(first, parts) or any(_of(part, whole) for part in parts):
        return
    sums = _sums(case, parts)
    within = [total for total in sums if total <= whole]
    told = {"sum": " + ".join(_shown(part.number) for part in parts), "of": _shown(whole)}
    start, end = _start(case, parts[0].claim, whole), parts[-1].claim.end
    place, words = place_at(case.document, start, end), case.document.text[start:end]
    if not within:
        yield PARTS.said(place, words, None, **told, total=_shown(min(sums)))
    elif whole not in sums and _tells_all(_apart(case, parts)):
        yield UNSAID.said(place, words, None, **told, left=_shown(whole - max(within)))


def _start(case: Case, first: Claim, whole: int) -> int:
    """Where the words of a partition begin: at its whole where the sentence has it before the first group."""
    before = case.document.text[max(0, first.start - len(first.sentence)):first.start]
    found = [match.start() for match in re.finditer(rf"(?<![\d.,/]){re.escape(_shown(whole))}(?![\d/])", before)]
    same = found and "\n" not in before[found[-1]:] and not re.search(r"\.\s", before[found[-1]:])
    return first.start - len(before) + found[-1] if same else first.start


def _shown(number: int) -> str:
    return format_number(Decimal(number))


def _of(part: Count, whole: int) -> bool:
    """Whether a part names another whole (that is C203's, or another set)."""
    return part.claim.of is not None and part.claim.of != whole


def _opens(case: Case, first: Count, parts: Sequence[Count]) -> bool:
    """Whether a word right behind a count opens its parts."""
    return bool(parts) and _INSIDE.search(case.between(first.claim, parts[0].claim)) is not None


def _apart(case: Case, parts: Sequence[Count]) -> Sequence[Count]:
    """The parts before the first "trong đó" between them: what stands behind it may be parts of a part."""
    nested = (at for at, (first, second) in enumerate(pairwise(parts), 1)
              if _NESTS.match(case.between(first.claim, second.claim)))
    return parts[:next(nested, len(parts))]


def _are_groups(first: Count, parts: Sequence[Count]) -> bool:
    """Whether the parts are groups of the first count's things, some of them open."""
    groups = all(part.is_group and part.is_of(first) for part in parts)
    one_set = len({(part.claim.period, part.claim.organisation) for part in parts}) == 1
    return groups and one_set and any(part.is_open for part in parts)


def _tells_all(parts: Sequence[Count]) -> bool:
    """Whether the groups seem to be all there are: the rest is told, or what is in time and what is late."""
    clauses = [part.clause for part in parts]
    both = any(map(_IN_TIME.search, clauses)) and any(map(_LATE.search, clauses))
    return both or any(map(_LAST.search, clauses))


def _sums(case: Case, parts: Sequence[Count]) -> set[int]:
    """Every total the parts may mean: behind "trong đó" any part may lie inside the one before it."""
    totals, inside = {parts[0].number}, False
    for before, part in pairwise(parts):
        inside = inside or bool(_INSIDE.search(case.between(before.claim, part.claim)))
        may_nest = inside or part.claim.outcome in _NESTING
        totals = {total + part.number for total in totals} | (totals if may_nest else set())
    return totals
