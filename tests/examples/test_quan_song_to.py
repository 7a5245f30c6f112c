"""The invented district is what the documentation says it is: these are the first figures a newcomer sees."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from frictionless import validate

from tiendo.assessing import Assessment, Standing, tally
from tiendo.plan import Decision, Kind, Plan, read_plan
from tiendo.usecases.check_files import findings_of
from tiendo.usecases.gather import Gathered, gather
from tiendo.usecases.review_folder import Assessed, assess_folder

FOLDER = Path(__file__).parents[2] / "examples" / "quan-song-to"
MID_TERM, YEAR_BEFORE = date(2023, 3, 31), date(2022, 3, 31)
YEAR_BEFORE_COUNTS = {
    "exceeded": 3, "met": 3, "on_path": 2, "behind": 5, "missed": 0, "unproven": 3, "not_assessable": 1,
}
PLANTED = [
    ("bc-btc-2022.docx", "miscitation"), ("bc-btc-2022.docx", "tally"), ("bc-tckh-2022.docx", "arithmetic"),
]  # the mistakes that the example's README names


@cache
def plan() -> Plan:
    return read_plan(FOLDER)


@cache
def gathered() -> Gathered:
    return gather(folder=FOLDER)


@cache
def assessed(as_of: date) -> Assessed:
    return assess_folder(folder=FOLDER, as_of=as_of)


def expected(as_of: date) -> dict[str, str]:
    with (FOLDER / "expected" / f"standing-{as_of.isoformat()}.csv").open(encoding="utf-8", newline="") as rows:
        return {row["target"]: row["standing"] for row in csv.DictReader(rows)}


def standings(found: tuple[Assessment, ...]) -> dict[str, str]:
    return {one.target: one.standing.value for one in found}


@pytest.mark.parametrize("as_of", [MID_TERM, YEAR_BEFORE])
def test_standings_are_those_written_down(as_of: date) -> None:
    assert standings(assessed(as_of).assessments) == expected(as_of)


def test_mid_term_has_17_of_17_on_their_way_and_9_exceeded() -> None:
    """17/17 chỉ tiêu đạt, vượt hoặc bảo đảm tiến độ; 9/17 vượt."""
    count = tally(assessed(MID_TERM).assessments)
    assert (count.of(Standing.EXCEEDED), count.of(Standing.EXCEEDED, Standing.MET, Standing.ON_PATH), count.total) == \
        (9, 17, 17)


def test_year_before_shows_what_lags_and_what_nobody_knows() -> None:
    count = tally(assessed(YEAR_BEFORE).assessments)
    assert {standing.value: number for standing, number in count.counts} == YEAR_BEFORE_COUNTS


def test_every_kind_of_target_is_there() -> None:
    assert {target.kind for target in plan().targets} == set(Kind)


def test_frictionless_accepts_the_folder() -> None:
    report = validate(str(FOLDER / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldName", "note"]) == []


def test_disbursement_of_2022_is_exactly_what_the_target_says() -> None:
    """586.969,2 triệu đồng of 612 tỷ đồng over eight projects is 95,91 %."""
    year = [row for row in plan().disbursements if row.year == 2022]
    paid, planned = sum(row.disbursed or 0 for row in year), sum(row.plan for row in year)
    figure = next(one for one in gathered().plan.figures if one.target == "KT-04" and one.period.code == "2022")
    assert paid * 100 / planned == figure.value


def test_nine_plans_carry_out_the_ten_of_the_city() -> None:
    """3 chương trình, 3 đề án, 9 kế hoạch thực hiện 10 kế hoạch của Thành ủy."""
    kinds = [programme.kind for programme in plan().programmes]
    carried_out = {code for one in plan().programmes if one.kind == "plan" for code in one.implements}
    assert ([kinds.count(kind) for kind in ("programme", "scheme", "plan")], len(carried_out)) == ([3, 3, 9], 10)


def test_every_decision_on_a_claim_has_been_taken_at_least_once() -> None:
    assert {row.decision for row in plan().acceptances} == set(Decision)


def test_accepted_figures_carry_their_sentence_and_their_approver() -> None:
    typed = {figure.id for figure in plan().figures}
    read = [figure for figure in gathered().plan.figures if figure.id not in typed]
    accepted = [row for row in plan().acceptances if row.decision is not Decision.REFUSED]
    assert len(read) == len(accepted)
    assert [figure.id for figure in read if not (figure.source.sentence and figure.approved_by)] == []


def test_planted_mistakes_are_found() -> None:
    """The README of the example names three; nothing else in the reports is wrong."""
    found = [(finding.problem.place.file if finding.problem.place else "", finding.kind)
             for finding in findings_of(gathered().reports, gathered().plan) if finding.problem.severity != "info"]
    assert sorted((Path(file).name, kind) for file, kind in found) == PLANTED
