"""A plan by itself: the invented district raises the questions it should, and no others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from strategies import plans
from tiendo.checking import plan_findings_of
from tiendo.errors import Place
from tiendo.plan import Plan
from tiendo.usecases.gather import gather

EXAMPLE = gather(folder=Path(__file__).parents[2] / "examples" / "quan-song-to").plan
MID_TERM = date(2023, 3, 31)


def told(plan: Plan, as_of: date = MID_TERM) -> list[tuple[str, str]]:
    return [(one.problem.code, one.problem.values.get("document") or one.problem.values["target"])
            for one in plan_findings_of(plan, as_of)]


@pytest.mark.parametrize("as_of", [date(2022, 3, 31), MID_TERM])
def test_district_left_two_city_documents_without_a_plan(as_of: date) -> None:
    """Nghị quyết 09-NQ/TU và Chỉ thị 14-CT/TU chưa có văn bản thực hiện của quận."""
    assert told(EXAMPLE, as_of) == [("C511", "Nghị quyết 09-NQ/TU"), ("C511", "Chỉ thị 14-CT/TU")]


def test_figure_with_a_lost_comma_is_found_among_all_the_districts_figures() -> None:
    """XD-04, ngày 15/3/2023: 742 thay cho 74,2."""
    wrong = "XD-04/2023-03-15"
    figures = tuple(replace(one, value=Decimal(742)) if one.id == wrong else one for one in EXAMPLE.figures)
    (first, *_) = plan_findings_of(replace(EXAMPLE, figures=figures), MID_TERM)
    assert (first.problem.code, first.suggestion, first.unit) == ("C501", "74,2%", "Văn phòng HĐND và UBND quận")
    row = next(at for at, one in enumerate(EXAMPLE.figures) if one.id == wrong)
    assert first.problem.place == Place("figures.csv", row=row + 2, column="value")


def test_plan_that_lost_its_parent_is_found() -> None:
    documents = tuple(replace(one, implements=()) if one.code == "kh-13-qu" else one for one in EXAMPLE.documents)
    programmes = tuple(one for one in EXAMPLE.programmes if one.code != "kh-13-qu")
    found = told(replace(EXAMPLE, documents=documents, programmes=programmes))
    assert found[2:] == [("C511", "Kế hoạch 25-KH/TU"), ("C512", "Kế hoạch 13-KH/QU")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_any_plan_can_be_asked_about_and_every_question_can_be_said(plan: Plan) -> None:
    for one in plan_findings_of(plan, MID_TERM):
        assert one.say("vi")
        assert one.say("en")
        assert one.problem.place is not None
