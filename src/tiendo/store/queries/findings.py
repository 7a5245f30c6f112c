"""Findings with the questions put to units and what they answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiendo.checking import Finding
from tiendo.store import models as rows
from tiendo.store.queries.reports import problem_of
from tiendo.store.transactions import reachable

__all__ = ["AnswerView", "FindingView", "QuestionView", "findings_of", "findings_on_target",
           "questions_to"]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a unit said."""

    text: str
    at: datetime
    position: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question to a unit, due on a day, with its answers."""

    number: int
    finding: int
    unit: str
    unit_name: str
    message: str
    due_on: date
    at: datetime
    position: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in the register: the pure record, its report's number, and whether and why it is closed."""

    number: int
    finding: Finding
    report: int | None
    found_at: datetime
    closed_at: datetime | None
    closed_why: str
    questions: tuple[QuestionView, ...]


@reachable()
def findings_of(plan: int, report: int | None = None, *, closed: bool = False) -> tuple[FindingView, ...]:
    """The open findings of a plan (and the closed, where asked), of one report where asked, as they were found."""
    query = rows.Finding.objects.filter(plan=plan)
    if report is not None:
        query = query.filter(report=report)
    if not closed:
        query = query.filter(closed_at=None)
    return _views(query)


def _views(query: Any) -> tuple[FindingView, ...]:
    found = list(query.order_by("pk"))
    asked: dict[int, list[QuestionView]] = {row.pk: [] for row in found}
    questions = rows.Question.objects.filter(finding__in=list(asked)).select_related("body").order_by("pk")
    for one in questions.prefetch_related("answers"):
        asked[one.finding_id].append(_question(one))
    return tuple(FindingView(row.pk, _finding(row), row.report_id, row.found_at, row.closed_at, row.closed_why,
                             tuple(asked[row.pk])) for row in found)


@reachable()
def findings_on_target(plan: int, target: str) -> tuple[FindingView, ...]:
    """The findings of a plan that name a target by its code, open and closed, newest first."""
    return tuple(reversed(_views(rows.Finding.objects.filter(plan=plan, values__target=target))))


@reachable()
def questions_to(plan: int, units: frozenset[str]) -> tuple[QuestionView, ...]:
    """The questions some units (bodies' codes) have not answered yet, those due first before."""
    query = rows.Question.objects.filter(finding__plan=plan, finding__closed_at=None, body__code__in=units,
                                         answers=None).select_related("body").prefetch_related("answers")
    return tuple(_question(one) for one in query.order_by("due_on", "pk"))


def _finding(row: rows.Finding) -> Finding:
    record = {"code": row.code, "place": row.place, "values": row.values, "severity": row.severity}
    return Finding(problem_of(record), row.kind, row.quote, row.suggestion)


def _question(one: rows.Question) -> QuestionView:
    given = sorted(one.answers.all(), key=lambda said: said.pk)
    answers = tuple(AnswerView(said.text, said.at, said.position) for said in given)
    return QuestionView(one.pk, one.finding_id, one.body.code, one.body.name_vi, one.message, one.due_on, one.at,
                        one.position, answers)
