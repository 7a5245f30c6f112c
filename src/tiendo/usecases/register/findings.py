"""From a finding to its answer: check the register's reports, ask a unit to explain, take the answer, close it."""

from datetime import date
from pathlib import Path

from tiendo.errors import Place, Problem, RegisterError
from tiendo.reading import read_claims
from tiendo.store import finding_rows, places
from tiendo.store.queries import plans as queries
from tiendo.store.queries.reports import documents_of
from tiendo.usecases.check_files import findings_of
from tiendo.usecases.read_reports import Report
from tiendo.usecases.register.call import Call, doing

__all__ = ["answer_question", "ask_about_target", "ask_unit", "check_plan", "close_finding"]

_GONE = "không còn thấy khi kiểm tra lại"


def check_plan(*, call: Call, plan: int) -> int:
    """Check every report of a plan, inside and between them, against the plan; gives how many findings there are.

    New ones are kept, known ones stay as they are, open ones that are not found again are closed.
    """
    with doing("check_plan", call, places.of_plan(plan), f"plan {plan}") as now:
        found = documents_of(plan)
        reports = [Report(Path(document.file), document, read_claims(document)) for document in found.values()]
        findings = findings_of(reports, queries.whole_plan(plan))
        numbers = {document.file: number for number, document in found.items()}
        marks = finding_rows.keep(plan, findings, now.stamp, numbers)
        now.detail = {"found": len(marks), "gone": finding_rows.settle_gone(plan, marks, now.stamp, _GONE)}
        return len(marks)


def ask_unit(*, call: Call, finding: int, message: str, due_on: date, unit: str | None = None) -> int:
    """Ask a unit (its body's code; the report's own by default) to explain a finding until a day; question's number.

    Raises RegisterError: S210 without a message, S211 a day that has passed, S216 no unit is known.
    """
    asked = finding_rows.finding_on(finding)
    body = unit or asked.unit
    with doing("ask_unit", call, places.of_unit(asked.plan, body), f"finding {finding}", message) as now:
        problems = []
        if body is None:
            problems.append(Problem("S216", Place("form", column="unit")))
        if not message.strip():
            problems.append(Problem("S210", Place("form", column="message")))
        if due_on < now.stamp.on:
            problems.append(Problem("S211", Place("form", column="due_on")))
        if problems or body is None:
            raise RegisterError(problems)
        return finding_rows.add_question(finding, body, message.strip(), due_on, now.stamp)


def ask_about_target(*, call: Call, target: int, message: str, due_on: date) -> int:
    """Ask the lead body of a target to explain it until a day, where no check found anything; the question's number.

    Raises NotThereError; RegisterError: S210 without a message, S211 a day that has passed.
    """
    with doing("ask_unit", call, places.of_target(target), f"target {target}", message) as now:
        problems = []
        if not message.strip():
            problems.append(Problem("S210", Place("form", column="message")))
        if due_on < now.stamp.on:
            problems.append(Problem("S211", Place("form", column="due_on")))
        if problems:
            raise RegisterError(problems)
        finding, _, body = finding_rows.add_request(target, now.stamp)
        return finding_rows.add_question(finding, body, message.strip(), due_on, now.stamp)


def answer_question(*, call: Call, question: int, text: str) -> int:
    """The unit's answer; gives its number. S210 without words."""
    asked = finding_rows.question_on(question)
    with doing("answer_question", call, places.of_unit(asked.plan, asked.unit), f"question {question}") as now:
        if not text.strip():
            raise RegisterError([Problem("S210", Place("form", column="text"))])
        return finding_rows.add_answer(question, text.strip(), now.stamp)


def close_finding(*, call: Call, finding: int, why: str) -> None:
    """Close a finding: explained, corrected, or none after all. S210 without why; ConflictError (S215) when closed."""
    asked = finding_rows.finding_on(finding)
    with doing("close_finding", call, places.of_plan(asked.plan), f"finding {finding}", why) as now:
        if not why.strip():
            raise RegisterError([Problem("S210", Place("form", column="why"))])
        finding_rows.close(finding, why.strip(), now.stamp)
