"""Findings with the questions put to units and what they answered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tiendo.checking import Finding
from tiendo.store import models as rows
from tiendo.store.plan_tables import read_together, read_value
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
    """Findings with questions and answers: one question for the three."""
    asked = rows.Question.objects.filter(finding__in=query.values("pk"))
    found = read_together((
        ("findings", query, ("pk", "pk", "report_id", "found_at", "closed_at", "closed_why", "code", "place", "values",
                             "severity", "kind", "quote", "suggestion")),
        ("questions", asked, ("pk", "finding_id", "pk", "body__code", "body__name_vi", "message", "due_on", "at",
                              "position")),
        ("answers", rows.Answer.objects.filter(question__in=asked.values("pk")), (
            "pk", "question_id", "text", "at", "position")),
    ))
    answers: dict[int, list[AnswerView]] = defaultdict(list)
    for question, text, at, position in found["answers"]:
        answers[question].append(AnswerView(text, read_value(rows.Answer, "at", at), position))
    questions: dict[int, list[QuestionView]] = defaultdict(list)
    for finding, number, unit, name, message, due_on, at, position in found["questions"]:
        days = read_value(rows.Question, "due_on", due_on), read_value(rows.Question, "at", at)
        questions[finding].append(QuestionView(
            number, finding, unit, name, message, *days, position, tuple(answers[number])))
    return tuple(_finding(row, tuple(questions[row[0]])) for row in found["findings"])


def _finding(row: list[Any], questions: tuple[QuestionView, ...]) -> FindingView:
    number, report, found_at, closed_at, closed_why, code, place, values, severity, kind, quote, suggestion = row
    problem = problem_of({"code": code, "place": read_value(rows.Finding, "place", place),
                          "values": read_value(rows.Finding, "values", values), "severity": severity})
    found, closed = (read_value(rows.Finding, "found_at", at) for at in (found_at, closed_at))
    return FindingView(number, Finding(problem, kind, quote, suggestion), report, found, closed, closed_why, questions)


@reachable()
def findings_on_target(plan: int, target: str) -> tuple[FindingView, ...]:
    """The findings of a plan that name a target by its code, open and closed, newest first."""
    return tuple(reversed(_views(rows.Finding.objects.filter(plan=plan, values__target=target))))


@reachable()
def questions_to(plan: int, units: frozenset[str]) -> tuple[QuestionView, ...]:
    """The questions some units (bodies' codes) have not answered yet, those due first before."""
    query = rows.Question.objects.filter(finding__plan=plan, finding__closed_at=None, body__code__in=units,
                                         answers=None).order_by("due_on", "pk")
    return tuple(QuestionView(*row, ()) for row in query.values_list(
        "pk", "finding_id", "body__code", "body__name_vi", "message", "due_on", "at", "position"))
