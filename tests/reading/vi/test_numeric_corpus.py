"""The passages in tests/reading/corpus, annotated before the reader read them, hold it to what it reached."""

import json
from pathlib import Path

import pytest

from reading.numeric_score import LEVELS, NUMERIC, facts_of, marks, passages

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {"number": 0.99, "relation": 0.964, "subject": 0.913, "period": 0.857}


def test_corpus_reaches_its_levels() -> None:
    reached = marks(passages(CORPUS))
    assert {level: reached[level] for level in LEVELS if reached[level] < FLOORS[level]} == {}


@pytest.mark.parametrize("text", passages(CORPUS), ids=lambda text: text.stem)
def test_facts_stand_in_their_passage(text: Path) -> None:
    passage = text.read_text(encoding="utf-8")
    wrong = [fact["quote"] for fact in facts_of(text)
             if not passage[fact["start"]:].startswith(fact["quote"])]
    assert (wrong, bool(facts_of(text))) == ([], True)


def test_facts_are_of_the_kinds_that_hold_numbers() -> None:
    kinds = {json.loads(line)["kind"] for path in CORPUS.glob("*.facts.jsonl")
             for line in path.read_text(encoding="utf-8").splitlines()}
    assert kinds == NUMERIC
