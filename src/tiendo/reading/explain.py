"""Why a document is read as it is: for each sentence its words with their tags, its claims, the rules that made them.

Pure values for a door to show. A rule is told by its name, the words of the sentence it matched where it is a rule
of the lexicon, and a phrase of `vi/corpus/` that it reads: an example says more than a definition.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tiendo.reading.engine import Sentence
from tiendo.reading.engine.lexer import lex
from tiendo.reading.engine.offsets import Normalised, normalise
from tiendo.reading.read import sentences_of
from tiendo.reading.records import Block, Claim, ClaimKind, Document
from tiendo.reading.vi.clauses import plain
from tiendo.reading.vi.lexicon import lexicon
from tiendo.reading.vi.wording import wording

__all__ = ["Explained", "Fired", "Inherited", "Word", "explain", "inherited_of"]

_SHARED = ("amount", "relation", "status", "period", "subject", "table")  # phrases of rules for numbers of any kind
_IN_LEXICON = (ClaimKind.AWARD, ClaimKind.LIMITATION, ClaimKind.DIRECTIVE)  # kinds whose rules are patterns


@dataclass(frozen=True, slots=True)
class Word:
    """A word, phrase, number or mark of a sentence, and what the lexicon says of it ("unit=đồng")."""

    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that made a claim: its name, the words it matched and a phrase it reads, where there are any."""

    rule: str
    words: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a claim took over: the field, the place it came from ("heading", "list"), the words said there."""

    field: str
    place: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence explained; `start` and `end` are offsets in the document's text, claims are in text order.

    `fired` holds, for each claim, its rules.
    """

    text: str
    start: int
    end: int
    block: Block
    words: tuple[Word, ...]
    claims: tuple[Claim, ...]
    fired: tuple[tuple[Fired, ...], ...]


def explain(document: Document, claims: Sequence[Claim]) -> tuple[Explained, ...]:
    """Every sentence of a document with the claims, as `read_claims` gave them, that start in it."""
    normal = normalise(document.text)
    sentences = sentences_of(document, normal)
    starts = [normal.to_given(sentence.start) for sentence in sentences]
    held: list[list[Claim]] = [[] for _ in sentences]
    for claim in claims:
        held[max(0, bisect_right(starts, claim.start) - 1)].append(claim)
    return tuple(_explained(document, normal, sentence, tuple(own))
                 for sentence, own in zip(sentences, held, strict=True))


def inherited_of(claim: Claim) -> tuple[Inherited, ...]:
    """What a claim took over, taken apart: "period: heading 'Quý I'" -> period, heading, Quý I."""
    return tuple(_inherited(said) for said in claim.inherited)


def _explained(document: Document, normal: Normalised, sentence: Sentence, claims: tuple[Claim, ...]) -> Explained:
    start, end = normal.to_given(sentence.start), normal.to_given(sentence.start + len(sentence.text))
    words = tuple(
        Word(sentence.text[token.start:token.end], tuple(f"{tag}={value}" for tag, value in token.tags.items()))
        for token in lex(lexicon(), sentence.text)
    )
    block = document.block_at(start) or sentence.block
    fired = tuple(
        tuple(_fired(sentence, claim, rule, normal.from_given(claim.start) - sentence.start) for rule in claim.rules)
        for claim in claims
    )
    return Explained(document.text[start:end], start, end, block, words, claims, fired)


def _fired(sentence: Sentence, claim: Claim, rule: str, at: int) -> Fired:
    """The rule as it fired for a claim that starts at an offset of the sentence."""
    words = _matched(sentence, claim.kind, rule, at) if claim.kind in _IN_LEXICON else None
    return Fired(rule, words, _examples().get((claim.kind, rule)) or _examples().get(("", rule)))


def _matched(sentence: Sentence, kind: ClaimKind, name: str, at: int) -> str | None:
    """The words of the sentence that a rule of the lexicon matched; a rule of place ("listed") matches none."""
    pattern = next((rule.pattern for rule in wording(kind).rules if rule.name == name), None)
    if pattern is None or pattern.fullmatch("x"):  # a rule of place takes any word
        return None
    folded = plain(sentence.text)
    found = pattern.search(folded, max(0, at)) or pattern.search(folded)
    return sentence.text[slice(*found.span())].strip() if found else None


def _inherited(said: str) -> Inherited:
    field, _, source = said.partition(": ")
    place, _, words = source.partition(" '")
    return Inherited(field, place, words.rstrip("'") or None)


@cache
def _examples() -> Mapping[tuple[str, str], str]:
    """For each kind and rule the first phrase that the corpus gives for it; no kind for a rule that several share."""
    found: dict[tuple[str, str], str] = {}
    for kind in (*ClaimKind, *_SHARED):
        path = files("tiendo.reading.vi") / "corpus" / f"{kind}.tsv"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for cells in (line.split("\t") for line in lines if not line.startswith("#")):
            if cells[1] == "+":
                found.setdefault(("" if kind in _SHARED else kind, cells[0]), cells[2].replace("⏎", " / "))
    return found
