"""Whole small reports, annotated before the reader read them, hold it to what it reached, for facts of every kind."""

from pathlib import Path

import pytest

from reading.corpus_spans.scoring import KINDS, agreement, together
from reading.corpus_spans.scoring import passages as reports
from reading.corpus_spans.scoring import read as claims_in
from reading.numeric_score import LEVELS, marks, passages
from tiendo.reading import ClaimKind

CORPUS = Path(__file__).parents[1] / "corpus_reports"
FLOORS = {"number": 0.99, "relation": 0.96, "subject": 0.82, "period": 0.7}
SPAN_FLOORS = {
    ClaimKind.CITATION: 1.0, ClaimKind.AWARD: 0.94, ClaimKind.LIMITATION: 0.92, ClaimKind.DIRECTIVE: 0.93,
}


def test_reports_reach_their_levels_of_numbers() -> None:
    reached = marks(passages(CORPUS))
    assert {level: reached[level] for level in LEVELS if reached[level] < FLOORS[level]} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_reports_reach_their_level_of_spans(kind: ClaimKind) -> None:
    found = together([agreement(kind, report.facts, claims_in(report, CORPUS)) for report in reports(CORPUS)])
    assert found.f1 >= SPAN_FLOORS[kind]
