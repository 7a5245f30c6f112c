"""Findings of the checks, kept so that the same one is not asked twice; questions to units and their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePath

from tiendo.checking import Finding
from tiendo.errors import ConflictError, Problem
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp
from tiendo.store.transactions import reachable

ASKED = "request"  # the kind of a finding that a person made by asking; a check neither finds nor settles it
ABOUT_A_TARGET = "S221"

__all__ = ["Asked", "add_answer", "add_question", "add_request", "close", "finding_on", "keep", "question_on",
           "settle_gone"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding or a question: its plan, and the unit it concerns (its body's code), where one is known."""

    number: int
    plan: int
    unit: str | None


def mark_of(finding: Finding) -> str:
    """What tells a finding of two runs apart from another: its code, file, place and values."""
    problem = finding.problem
    file = PurePath(problem.place.file).name if problem.place else ""
    parts = (problem.code, file, str(problem.place and problem.place.start), finding.quote,
             *(f"{name}={value}" for name, value in sorted(problem.values.items())))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def keep(plan: int, findings: Sequence[Finding], stamp: Stamp, reports: Mapping[str, int]) -> tuple[str, ...]:
    """Keep the findings that are new; gives the marks of all. `reports` are numbers by the file's name."""
    marks = {mark_of(one): one for one in findings}
    there = set(rows.Finding.objects.filter(plan=plan, mark__in=list(marks)).values_list("mark", flat=True))
    rows.Finding.objects.bulk_create([
        rows.Finding(
            plan_id=plan, mark=mark, code=one.problem.code, severity=one.problem.severity, kind=one.kind,
            quote=one.quote, suggestion=one.suggestion, values=dict(one.problem.values), found_at=stamp.at,
            place=asdict(one.problem.place) if one.problem.place else None,
            report_id=reports.get(PurePath(one.problem.place.file).name) if one.problem.place else None,
        ) for mark, one in marks.items() if mark not in there
    ])
    return tuple(marks)


def add_request(target: int, stamp: Stamp) -> tuple[int, int, str]:
    """A finding nobody's check made: somebody asks about a target; its number, its plan and the lead body's code."""
    row = rows.Target.objects.filter(pk=target).first()
    if row is None:
        raise missing("target", target)
    lead = rows.TargetVersion.objects.filter(target=target).select_related("lead_body").latest("number").lead_body
    mark = sha256(f"{ASKED}\x1f{row.code}\x1f{stamp.at.isoformat()}\x1f{stamp.account}".encode()).hexdigest()
    made = rows.Finding.objects.create(
        plan_id=row.plan_id, mark=mark, code=ABOUT_A_TARGET, severity="info", kind=ASKED, quote="",
        values={"target": row.code}, found_at=stamp.at)
    return made.pk, row.plan_id, lead.code


def settle_gone(plan: int, marks: Sequence[str], stamp: Stamp, why: str) -> int:
    """Close the open findings a whole check did not find again; gives how many."""
    gone = rows.Finding.objects.filter(plan=plan, closed_at=None).exclude(mark__in=list(marks)).exclude(kind=ASKED)
    return gone.update(closed_at=stamp.at, closed_why=why)


@reachable()
def finding_on(finding: int) -> Asked:
    """The finding of that number, with its report's unit; raises NotThereError."""
    row = rows.Finding.objects.select_related("report__body").filter(pk=finding).first()
    if row is None:
        raise missing("finding", finding)
    body = row.report.body if row.report else None
    return Asked(row.pk, row.plan_id, body.code if body else None)


@reachable()
def question_on(question: int) -> Asked:
    """The question of that number and the unit asked; raises NotThereError."""
    row = rows.Question.objects.select_related("finding", "body").filter(pk=question).first()
    if row is None:
        raise missing("question", question)
    return Asked(row.pk, row.finding.plan_id, row.body.code)


def add_question(finding: int, body: str, message: str, due_on: date, stamp: Stamp) -> int:
    """Ask a unit about a finding until a day; gives the question's number."""
    return rows.Question.objects.create(
        finding_id=finding, body=rows.Body.objects.get(code=body), message=message, due_on=due_on, at=stamp.at,
        by_id=stamp.account, position=stamp.position).pk


def add_answer(question: int, text: str, stamp: Stamp) -> int:
    """Keep a unit's answer; gives its number."""
    return rows.Answer.objects.create(
        question_id=question, text=text, at=stamp.at, by_id=stamp.account, position=stamp.position).pk


def close(finding: int, why: str, stamp: Stamp) -> None:
    """Close a finding with why; ConflictError (S215) when it is closed."""
    if rows.Finding.objects.filter(pk=finding, closed_at=None).update(closed_at=stamp.at, closed_why=why) != 1:
        raise ConflictError([Problem("S215")])
