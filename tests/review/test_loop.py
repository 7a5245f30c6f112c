"""What the report and the bulletin say, our own reader reads back: every tally, and every target's value.

"Reads back" is strict: a claim that `propose` gives to that target (and part), with exactly the value in the
target's unit and exactly the figure's period; for a level of a scale the claim of an award with its year, and the
citation of the decision that proves a step.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from review.reviews import DAYS, MID_TERM, example, example_docx
from tiendo.assessing import Standing
from tiendo.plan import Kind, Target
from tiendo.quantity import Figure
from tiendo.reading import Claim, ClaimKind, Document, read_claims
from tiendo.reading.files import read_document
from tiendo.reading.matching import Proposal, propose
from tiendo.review import Line
from tiendo.review.bulletin import bulletin

OUTCOMES = {
    Standing.EXCEEDED: "exceeded", Standing.MET: "met", Standing.ON_PATH: "met", Standing.BEHIND: "not_met",
    Standing.MISSED: "not_met", Standing.UNPROVEN: "other", Standing.NOT_ASSESSABLE: "other",
}  # how the reader names what a tally counts
WRITTEN = ("party.docx", "state.docx", "ban-tin.md")
CASES = [(name, day) for name in WRITTEN for day in DAYS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("written")
    for name, day in CASES:
        path = made / f"{day}-{name}"
        path.write_bytes(bulletin(example(day)).encode() if name.endswith(".md")
                         else example_docx(day, name.removesuffix(".docx")))
    return made


@cache
def read(path: Path, day: date) -> tuple[Document, tuple[Claim, ...], tuple[Proposal, ...]]:
    document = read_document(path)
    claims = read_claims(document)
    return document, claims, propose(claims, example(day).plan, document)


def shown(line: Line) -> list[Figure]:
    """The figures a report must say of a target: the one judged, or those of a structure's judged parts."""
    if line.target.kind is Kind.STRUCTURE:
        return [part.figure for part in line.assessment.part_results]
    figure = line.assessment.figure
    return [figure] if figure is not None and figure.value is not None else []


def reads_back(target: Target, figure: Figure, claims: tuple[Claim, ...], proposals: tuple[Proposal, ...]) -> bool:
    mine = [one for one in proposals if (one.target, one.component) == (figure.target, figure.component)]
    if target.kind is Kind.RATING:
        return any(one.value == figure.value and figure.period.end.year in (one.claim.years or ()) for one in mine)
    if target.kind is Kind.MILESTONE:
        said = figure.source.sentence or ""
        cited = {claim.symbol for claim in claims if claim.kind is ClaimKind.CITATION}
        return any(symbol in said for symbol in cited if symbol)
    return any(one.value == figure.value and one.period == figure.period for one in mine)


@pytest.mark.parametrize(("name", "day"), CASES)
def test_every_value_is_read_back(folder: Path, name: str, day: date) -> None:
    _, claims, proposals = read(folder / f"{day}-{name}", day)
    expected = [(line.target, figure) for line in example(day).lines for figure in shown(line)
                if not (line.target.kind is Kind.MILESTONE and line.assessment.standing is not Standing.MET)]
    lost = [(figure.target, figure.component, str(figure.value), figure.period.code)
            for target, figure in expected if not reads_back(target, figure, claims, proposals)]
    assert (lost, len(expected)) == ([], 19 if day == MID_TERM else 12)


@pytest.mark.parametrize(("name", "day"), CASES)
def test_every_tally_is_read_back(folder: Path, name: str, day: date) -> None:
    """The whole's tallies and each sector's, with the outcome the words say."""
    _, claims, _ = read(folder / f"{day}-{name}", day)
    review = example(day)
    found = {(claim.count, claim.of, claim.outcome) for claim in claims if claim.kind is ClaimKind.TALLY}
    good = review.tally.of(Standing.EXCEEDED, Standing.MET, Standing.ON_PATH)
    wanted = {(good, review.tally.total, "met_or_exceeded")} | {
        (count, tally.total, OUTCOMES[standing])
        for tally in (review.tally, *(one for _, one in review.by_sector)) for standing, count in tally.counts if count
    }
    assert wanted - found == set()


@pytest.mark.parametrize("day", DAYS)
def test_no_other_value_is_read_for_a_target_and_period(folder: Path, day: date) -> None:
    """The bulletin says one value a target and time: nothing read from it contradicts the plan's figures."""
    _, _, proposals = read(folder / f"{day}-ban-tin.md", day)
    known = {(figure.target, figure.component, figure.period): figure.value
             for line in example(day).lines for figure in shown(line)}
    best = {(one.claim.start, one.claim.end): one for one in reversed(proposals)}.values()
    wrong = [(one.target, str(one.value), one.claim.quote) for one in best
             if one.period and (one.target, one.component, one.period) in known
             and one.claim.relation not in {"attainment", "growth"}
             and one.value != known[one.target, one.component, one.period]]
    assert wrong == []
