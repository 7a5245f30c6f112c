"""How well a reader's span claims agree with the annotated passages of this folder.

A found claim answers an annotated one of its kind where both name the same document (citations: type and symbol,
places that touch) or where the two places share at least half of each other's length. Each answers at most one.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tiendo.reading import Claim, ClaimKind, read_claims
from tiendo.reading.files import read_document

HERE = Path(__file__).parent
KINDS = (ClaimKind.CITATION, ClaimKind.AWARD, ClaimKind.LIMITATION, ClaimKind.DIRECTIVE)
FIELDS = {  # what a claim says besides its words
    ClaimKind.CITATION: ("number", "date", "issuer"), ClaimKind.AWARD: ("what", "years", "issuer"),
    ClaimKind.LIMITATION: (), ClaimKind.DIRECTIVE: ("assignee", "deadline"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its name, its text, and what a person found in it, in the order of the text."""

    name: str
    text: str
    facts: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The pairs that answer each other, and what only one side has."""

    pairs: tuple[tuple[dict[str, Any], Claim], ...]
    missed: tuple[dict[str, Any], ...]
    extra: tuple[Claim, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where neither side has anything."""
        both = 2 * len(self.pairs)
        total = both + len(self.missed) + len(self.extra)
        return both / total if total else 1.0


def passages(folder: Path = HERE) -> Iterator[Passage]:
    """The passages of a folder by name; a quote that does not stand in its text is a broken corpus (ValueError)."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = path.with_suffix(".facts.jsonl").read_text(encoding="utf-8").splitlines()
        facts = tuple(json.loads(line) for line in lines)
        wrong = [fact["quote"] for fact in facts if text[fact["start"]:fact["end"]] != fact["quote"]]
        if wrong:
            message = f"{path.name}: not where they say: {wrong}"
            raise ValueError(message)
        yield Passage(path.stem, text, facts)


def read(passage: Passage, folder: Path = HERE) -> tuple[Claim, ...]:
    """The claims of a passage, read from its file as any text file is."""
    return read_claims(read_document(folder / f"{passage.name}.txt"))


def agreement(kind: ClaimKind, facts: Sequence[dict[str, Any]], claims: Sequence[Claim]) -> Agreement:
    """Who answers whom, for one kind of one passage."""
    wanted = [fact for fact in facts if fact["kind"] == kind]
    left = [claim for claim in claims if claim.kind is kind]
    pairs = []
    for fact in wanted:
        answers = [claim for claim in left if _answers(fact, claim)]
        if answers:
            best = max(answers, key=lambda claim: _shared(fact, claim))
            left.remove(best)
            pairs.append((fact, best))
    met = [id(fact) for fact, _ in pairs]
    return Agreement(tuple(pairs), tuple(fact for fact in wanted if id(fact) not in met), tuple(left))


def together(parts: Sequence[Agreement]) -> Agreement:
    """The agreement over many passages."""
    return Agreement(
        tuple(pair for part in parts for pair in part.pairs), tuple(fact for part in parts for fact in part.missed),
        tuple(claim for part in parts for claim in part.extra),
    )


def field_share(pairs: Sequence[tuple[dict[str, Any], Claim]], field: str) -> float:
    """Of the pairs, the share whose claim says the same in a field (letters' case aside)."""
    same = [_plain(fact[field]) == _plain(getattr(claim, field)) for fact, claim in pairs]
    return sum(same) / len(same) if same else 1.0


def _answers(fact: dict[str, Any], claim: Claim) -> bool:
    shared = _shared(fact, claim)
    if fact["kind"] == ClaimKind.CITATION:
        return shared > 0 and (fact["type"], _symbol(fact["symbol"])) == (claim.type, _symbol(claim.symbol))
    return 2 * shared >= max(len(fact["quote"]), claim.end - claim.start)


def _shared(fact: dict[str, Any], claim: Claim) -> int:
    start, end = int(fact["start"]), int(fact["end"])
    return max(0, min(end, claim.end) - max(start, claim.start))


def _symbol(written: str | None) -> str:
    return "".join((written or "").split()).upper()


def _plain(value: object) -> object:
    if isinstance(value, list | tuple):
        return list(value)
    return value.casefold() if isinstance(value, str) else value
