"""What goes in and out as JSON: decimal values as text, days as ISO dates, periods by their codes."""

from datetime import date, datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from tiendo.errors import Problem
from tiendo.store.queries.figures import FigureView
from tiendo.store.queries.findings import FindingView

__all__ = ["Code", "FigureIn", "FigureOut", "FindingOut", "Number", "PlanOut", "ProblemOut", "Problems", "TargetOut",
           "figure_out", "finding_out", "problem_out"]

Number = Annotated[int, Field(ge=1, le=2**53)]  # the number of a row
DecimalText = Annotated[str, Field(pattern=r"^-?[0-9]{1,18}(\.[0-9]{1,12})?$", examples=["34.5"])]
Text = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
Code = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]


class PlanOut(Schema):
    """A plan of the register."""

    name: str
    title_vi: str
    title_en: str
    body: str


class TargetOut(Schema):
    """A target as it stands today."""

    code: str
    name_vi: str
    name_en: str
    unit: str
    direction: str
    kind: str
    baseline: str | None
    goal: str | None
    due_on: date
    lead_body: str
    sector: str


class FigureOut(Schema):
    """A figure that stands, with its state and its source."""

    number: int
    target: str
    component: str | None
    period: str
    as_of: date
    value: str | None
    status: str
    note: str | None
    state: str
    unit: str
    source: str
    page: int | None
    sentence: str | None
    reported_by: str
    entered_at: datetime


class FigureIn(Schema):
    """One value of a target for a period; without a value the note says why there is none.

    `corrects` is the number of the figure it replaces, `why` the reason.
    """

    value: DecimalText | None = None
    as_of: date
    component: Code | None = None
    status: Annotated[str, Field(pattern="^(actual|estimate)$")] = "actual"
    note: Text | None = None
    corrects: Number | None = None
    why: Text | None = None


class FindingOut(Schema):
    """A finding with what it is about; closed ones are not shown."""

    number: int
    code: str
    kind: str
    message_vi: str
    message_en: str
    quote: str
    suggestion: str | None
    report: int | None
    found_at: datetime
    questions: int


class ProblemOut(Schema):
    """One thing that is wrong: its lasting code, its words in both languages, and the field it is at."""

    code: str
    message_vi: str
    message_en: str
    field: str | None


class Problems(Schema):
    """Everything that is wrong, at once."""

    problems: list[ProblemOut]


def problem_out(problem: Problem) -> ProblemOut:
    """A problem as JSON says it."""
    return ProblemOut(code=problem.code, message_vi=problem.message("vi"), message_en=problem.message("en"),
                      field=problem.place.column if problem.place else None)


def figure_out(view: FigureView) -> FigureOut:
    """A figure as JSON says it."""
    return FigureOut(
        number=view.number, target=view.target, component=view.component, period=view.period.code, as_of=view.as_of,
        value=None if view.value is None else f"{view.value:f}", status=view.status.value, note=view.note,
        state=view.state.value, unit=view.unit, source=view.source, page=view.page, sentence=view.sentence,
        reported_by=view.reported_by, entered_at=view.entered_at)


def finding_out(view: FindingView) -> FindingOut:
    """A finding as JSON says it."""
    problem = view.finding.problem
    return FindingOut(
        number=view.number, code=problem.code, kind=view.finding.kind, message_vi=problem.message("vi"),
        message_en=problem.message("en"), quote=view.finding.quote, suggestion=view.finding.suggestion,
        report=view.report, found_at=view.found_at, questions=len(view.questions))
