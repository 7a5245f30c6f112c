"""What a check looks at: one document with its claims and the plan, and how it makes a finding of a claim."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tiendo.checking.records import Finding
from tiendo.errors import Place, Problem, Severity
from tiendo.plan import Plan
from tiendo.reading import Claim, ClaimKind, Document


@dataclass(frozen=True, slots=True)
class Case:
    """One document as read: its text with places, its claims in text order, and the plan it is read against."""

    document: Document
    claims: tuple[Claim, ...]
    plan: Plan | None = None

    def of(self, *kinds: ClaimKind) -> tuple[Claim, ...]:
        """The claims of these kinds."""
        return tuple(claim for claim in self.claims if claim.kind in kinds)

    def sentences(self, *kinds: ClaimKind) -> Iterator[tuple[Claim, ...]]:
        """The claims of these kinds, sentence by sentence."""
        for _, group in groupby(self.of(*kinds), key=self._sentence):
            yield tuple(group)

    def _sentence(self, claim: Claim) -> tuple[int, str]:
        """What tells one sentence from the next: its words and where they stand."""
        at = self.document.text.rfind(claim.sentence, 0, claim.start + len(claim.sentence))
        return at, claim.sentence

    def between(self, first: Claim, second: Claim) -> str:
        """The text between two claims."""
        return self.document.text[first.end:second.start]


Check = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding is of: its lasting code, its kind and how grave it is."""

    code: str
    kind: str
    severity: Severity

    def at(self, document: Document, claim: Claim, suggestion: str | None = None, **values: object) -> Finding:
        """A finding at a claim's words, its message filled with the values."""
        return self.said(place_of(document, claim), claim.quote, suggestion, **values)

    def over(self, document: Document, first: Claim, last: Claim, **values: object) -> Finding:
        """A finding on all the words from one claim to another."""
        start, end = min(first.start, last.start), max(first.end, last.end)
        return self.said(place_at(document, start, end), document.text[start:end], None, **values)

    def said(self, place: Place, quote: str, suggestion: str | None = None, **values: object) -> Finding:
        """A finding at a place, on words that need not be one claim's."""
        said = {name: str(value) for name, value in values.items()}
        return Finding(Problem(self.code, place, said, self.severity), self.kind, quote, suggestion)


def place_of(document: Document, claim: Claim) -> Place:
    """Where a claim's words stand, as precisely as its document knows."""
    return place_at(document, claim.start, claim.end)


def place_at(document: Document, start: int, end: int) -> Place:
    """Where a stretch of a document's text stands."""
    block = document.block_at(start)
    if block is None:
        return Place(document.file, start=start, end=end)
    return Place(
        document.file, page=block.page, paragraph=block.paragraph, sheet=block.sheet, table=block.table,
        row=block.row, column=None if block.column is None else str(block.column), start=start, end=end)


def in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims by where they stand."""
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))
