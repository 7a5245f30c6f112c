"""The reader against passages annotated before it read them: how far it agrees, per kind, and field by field."""

from functools import cache

import pytest

from reading.corpus_spans.scoring import FIELDS, KINDS, Agreement, agreement, field_share, passages, read, together
from tiendo.reading import Claim, ClaimKind

FLOORS = {  # F1 that the reader has reached on this folder; README.md tells what it reached at first contact
    ClaimKind.CITATION: 0.99, ClaimKind.AWARD: 0.98, ClaimKind.LIMITATION: 0.92, ClaimKind.DIRECTIVE: 0.97,
}
FIELD_FLOOR = 0.97  # of the claims that answer an annotated one, those whose field says the same


@cache
def reached(kind: ClaimKind) -> Agreement:
    return together([agreement(kind, passage.facts, claims_of(passage.name)) for passage in passages()])


@cache
def claims_of(name: str) -> tuple[Claim, ...]:
    return next(read(passage) for passage in passages() if passage.name == name)


@pytest.mark.parametrize("kind", KINDS)
def test_spans_are_found_as_a_person_marked_them(kind: ClaimKind) -> None:
    assert reached(kind).f1 >= FLOORS[kind]


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind in KINDS for field in FIELDS[kind]])
def test_span_fields_say_what_a_person_read(kind: ClaimKind, field: str) -> None:
    assert field_share(reached(kind).pairs, field) >= FIELD_FLOOR


def test_spans_quote_their_passage_at_their_offsets() -> None:
    for passage in passages():
        assert [passage.text[claim.start:claim.end] for claim in claims_of(passage.name)] == [
            claim.quote for claim in claims_of(passage.name)]


def test_agreement_scores_a_shift_a_miss_and_an_extra() -> None:
    """Two of three are answered: F1 is 2 * 2 / (3 + 3)."""
    passage = next(passage for passage in passages() if passage.name == "xa_dong_lac_2022")
    facts = [fact for fact in passage.facts if fact["kind"] == ClaimKind.LIMITATION][:3]
    claims = [claim for claim in claims_of(passage.name) if claim.kind is ClaimKind.LIMITATION]
    found = [claims[0], claims[1], claims[-1]]
    assert agreement(ClaimKind.LIMITATION, facts, found).f1 == pytest.approx(2 / 3)
