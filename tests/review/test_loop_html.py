"""The loop: what the page says, our own reader reads back, exactly.

A review states figures in prose and tables; `tiendo read review.html` must find the same tallies and, for every
target, the same latest value under a subject that shares words with the target's name.
"""

import re
from collections.abc import Iterator

import pytest

from reviews import DAYS, example
from tiendo.assessing import Standing
from tiendo.plan import Target
from tiendo.quantity import Figure
from tiendo.reading import Claim, ClaimKind
from tiendo.reading.matching import claimed_values
from tiendo.review import Line, Review
from tiendo.review.page import page
from tiendo.review.parts.overall import GOOD
from tiendo.usecases.read_reports import read_one

Written = tuple[Review, tuple[Claim, ...]]


@pytest.fixture(scope="module", params=DAYS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """A review of the example, and what is read from its page."""
    review = example(request.param)
    path = tmp_path_factory.mktemp("page") / "review.html"
    path.write_text(page(review), encoding="utf-8")
    return review, read_one(path).claims


def syllables(text: str | None) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", (text or "").casefold()))


def said_of(target: Target, claims: tuple[Claim, ...], name: str) -> set[object]:
    """Every value, in the target's unit, that a claim about something of this name may say."""
    return {value for claim in claims if syllables(claim.subject) & syllables(name)
            for value in claimed_values(claim, target.unit)}


def shown(line: Line) -> Iterator[tuple[str, Figure]]:
    """The names and figures a target's verdict stands on: its own, or its parts'."""
    parts = {part.code: part.figure for part in line.assessment.part_results}
    if parts:
        yield from ((f"{line.target.name_vi} {code}", figure) for code, figure in parts.items())
    elif line.assessment.figure and line.assessment.figure.value is not None and not line.target.scale:
        yield line.target.name_vi, line.assessment.figure


def test_reader_finds_both_tallies_and_no_other(written: Written) -> None:
    review, claims = written
    total = review.tally.total
    tallies = {(claim.count, claim.of) for claim in claims
               if claim.kind is ClaimKind.TALLY and "chỉ tiêu" in (claim.subject or "") and claim.of is not None}
    assert {one for one in tallies if one[1] == total} == {
        (review.tally.of(*GOOD), total), (review.tally.of(Standing.EXCEEDED), total)}


def test_reader_finds_every_target_with_its_latest_value(written: Written) -> None:
    review, claims = written
    names = {f"{part.target}.{part.code}": part.name_vi for part in review.plan.components}
    lost = []
    for line in review.lines:
        for name, figure in shown(line):
            about = names.get(f"{line.target.code}.{figure.component}", name)
            if figure.value not in said_of(line.target, claims, about):
                lost.append((line.target.code, figure.component, figure.value))
    assert lost == []


def test_reader_is_asked_for_every_target_that_has_a_number(written: Written) -> None:
    """A guard on the test above: all targets with a numeric value were looked for."""
    review, _ = written
    asked = [line.target.code for line in review.lines if list(shown(line))]
    unproven = {Standing.UNPROVEN, Standing.NOT_ASSESSABLE}
    assert asked == [line.target.code for line in review.lines
                     if not line.target.scale and line.assessment.standing not in unproven]
