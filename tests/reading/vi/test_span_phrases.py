"""Every rule of the span lexicons has phrases for and against it, and reads them as written there."""

from importlib.resources import files

import pytest

from tiendo.reading import Block, Claim, ClaimKind, Document, read_claims
from tiendo.reading.vi.deadline import deadline_in
from tiendo.reading.vi.wording import fold, wording

KINDS = ("award", "limitation", "directive")
CITATIONS = ("symbol", "letter", "stump", "number", "listed", "bare", "law", "plenum")


def rows(name: str) -> list[tuple[str, str, str, str]]:
    """Rule, sign, phrase and what is expected, of one file of phrases."""
    path = files("tiendo.reading.vi") / "corpus" / f"{name}.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cells = [(*line.split("\t"), "")[:4] for line in lines]
    return [(rule, sign, phrase.replace("⏎", "\n"), expected) for rule, sign, phrase, expected in cells]


def claims(text: str, kind: str) -> list[Claim]:
    """The claims of one kind in a text whose lines are paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    document = Document("phrase.txt", "", text, tuple(blocks))
    return [claim for claim in read_claims(document) if claim.kind is ClaimKind(kind)]


def shown(claim: Claim) -> str:
    return f"{claim.assignee or '?'} > {claim.quote}" if claim.kind is ClaimKind.DIRECTIVE else claim.quote


@pytest.mark.parametrize(("kind", "rule", "sign", "phrase", "expected"),
                         [(kind, *row) for kind in KINDS for row in rows(kind)])
def test_span_phrase_is_read_as_written_there(kind: str, rule: str, sign: str, phrase: str, expected: str) -> None:
    made = " | ".join(shown(claim) for claim in claims(phrase, kind) if rule in claim.rules)
    assert (made, sign) == (expected, "+" if expected else "-")


@pytest.mark.parametrize(("rule", "sign", "phrase", "expected"), rows("deadline"))
def test_deadline_phrase_is_read_as_written_there(rule: str, sign: str, phrase: str, expected: str) -> None:
    folded = fold(phrase)
    by_rule = wording("deadline").rule(rule).pattern.search(folded) is not None
    found = deadline_in(phrase, folded, 0, len(phrase)) if by_rule else None
    assert (found or "", sign) == (expected, "+" if expected else "-")


@pytest.mark.parametrize("kind", [*KINDS, "deadline", "citation"])
def test_span_rules_all_have_phrases_for_and_against(kind: str) -> None:
    in_lexicon = () if kind == "citation" else wording(kind).rules
    rules = {rule.name for rule in in_lexicon} or {f"citation.{name}" for name in CITATIONS}
    signs = {(rule, sign) for rule, sign, _, _ in rows(kind)}
    assert {(rule, sign) for rule in rules for sign in "+-"} - signs == set()
    assert {rule for rule, _ in signs} == rules
