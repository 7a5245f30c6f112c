"""The inbox: a unit's report comes in, is read at once, and a named person decides on each thing that was read."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from tiendo.checking import check_document
from tiendo.errors import Place, Problem, ReadError, RegisterError
from tiendo.plan import Decision
from tiendo.quantity import check_period
from tiendo.reading import Document, read_claims
from tiendo.reading.files import read_document
from tiendo.reading.matching import propose
from tiendo.store import claim_rows, figure_rows, finding_rows, places, report_rows
from tiendo.store.entries import Entry, figure_of
from tiendo.store.queries import plans as queries
from tiendo.store.states import State
from tiendo.usecases.register.call import Call, doing
from tiendo.usecases.register.files import check_file

__all__ = ["Received", "Verdict", "decide_claim", "receive_report", "undo_decision"]


@dataclass(frozen=True, slots=True)
class Received:
    """A report that came in: its number, how many claims were read and targets proposed, and what to look at."""

    report: int
    name: str
    claims: int
    proposals: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decides on a claim: accept it as proposed, change it, or refuse it (both with a reason).

    Accepting and changing name a target (its number), period, day and value; `corrects` is the number of the figure
    that stands in that place, if one does, and `why` says why it is replaced.
    """

    decision: Decision
    target: int | None = None
    period: str | None = None
    as_of: date | None = None
    value: Decimal | None = None
    component: str | None = None
    status: str = "actual"
    reason: str | None = None
    corrects: int | None = None
    why: str | None = None


def receive_report(
    *, call: Call, plan: int, source: tuple[str, bytes], unit: tuple[str, str], limit: int,
) -> Received:
    """Take a unit's report in and read it: `source` is its name and bytes, `unit` the body's code and the period.

    A report that cannot be read is kept too, with why. Raises RegisterError: Q001 no period, S501 to S503 a file that
    is not taken; nothing is kept then.
    """
    name, data = source
    with doing("receive_report", call, places.of_unit(plan, unit[0]), f"report {name}") as now:
        check_file(name, data, limit)
        period = check_period(unit[1], Place("form", column="period"))
        if isinstance(period, Problem):
            raise RegisterError([period])
        free = report_rows.free_name(plan, name)
        number = report_rows.add_report(plan, free, data, now.stamp, (unit[0], period))
        now.subject = f"report {number}"
        try:
            document = _read(free, data)
        except ReadError as error:
            report_rows.keep_problems(number, error.problems)
            return Received(number, free, 0, 0, error.problems)
        whole = queries.whole_plan(plan)
        claims = read_claims(document)
        proposals = propose(claims, whole, document)
        report_rows.keep_reading(number, document, claims, proposals)
        finding_rows.keep(plan, check_document(document, claims, whole), now.stamp, {free: number})
        return Received(number, free, len(claims), len(proposals), document.problems)


def _read(name: str, data: bytes) -> Document:
    """The document in some bytes; the readers open files, so it stands in a room of its own while it is read."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, name)
        path.write_bytes(data)
        try:
            return replace(read_document(path), file=name)
        except ReadError as error:
            raise ReadError([replace(one, place=replace(one.place, file=name) if one.place else None)
                             for one in error.problems]) from error


def decide_claim(*, call: Call, claim: int, verdict: Verdict) -> int:
    """Accept, change or refuse a claim; gives the decision's number.

    Accepting or changing puts a figure in with the claim's sentence as its source. Raises as `submit_figure` does,
    and RegisterError: S210 a refusal or change without a reason, S213 an acceptance whose value the report does not
    state (change it instead), S214 incomplete; ConflictError (S212) when somebody decided on the claim already.
    """
    taken = claim_rows.claim_on(claim)
    where = places.of_target(verdict.target) if verdict.target else places.of_unit(taken.plan, taken.unit)
    with doing("decide_claim", call, where, f"claim {claim}", verdict.reason or "") as now:
        _check(verdict, taken)
        now.detail = {"decision": verdict.decision.value}
        if verdict.decision is Decision.REFUSED:
            return claim_rows.refuse(taken, verdict.reason or "", now.stamp)
        draft = figure_of(_entry(verdict, taken), now.stamp)
        known = figure_rows.references(draft.plan)
        figure = figure_rows.add_figure(draft.figure, known, now.stamp, "inbox", draft.holder)
        now.detail = {"decision": verdict.decision.value, "figure": figure}
        return claim_rows.accept(taken, draft.figure, figure, (verdict.decision, verdict.reason), now.stamp)


def _entry(verdict: Verdict, taken: claim_rows.Taken) -> Entry:
    if verdict.target is None or verdict.period is None or verdict.as_of is None or verdict.value is None:
        raise RegisterError([Problem("S214")])
    return Entry(
        verdict.target, verdict.period, verdict.as_of, verdict.value, verdict.component, verdict.status,
        verdict.reason, taken.report_name, taken.page, taken.sentence, verdict.corrects, verdict.why,
    )


def _check(verdict: Verdict, taken: claim_rows.Taken) -> None:
    """One standing decision a claim; a reason where it is not simply accepted; an accepted value is the claim's."""
    claim_rows.refuse_second(taken)
    if verdict.decision is not Decision.ACCEPTED and not (verdict.reason or "").strip():
        raise RegisterError([Problem("S210", Place("form", column="reason"))])
    if verdict.decision is Decision.ACCEPTED and not claim_rows.states(taken, verdict.target, verdict.component,
                                                                       verdict.value):
        raise RegisterError([Problem("S213", Place("form", column="value"))])


def undo_decision(*, call: Call, decision: int) -> None:
    """Undo a decision while its figure is not approved (ConflictError S209 after that): the claim is open again.

    The decision and its figure stay in the history; the figure it had replaced stands again.
    """
    taken = claim_rows.decision_on(decision)
    where = places.of_target(taken.target) if taken.target else places.of_unit(taken.plan, taken.unit)
    with doing("undo_decision", call, where, f"decision {decision}") as now:
        claim_rows.undo(decision, now.stamp)
        if taken.figure:
            figure_rows.take_step(taken.figure, State.WITHDRAWN, now.stamp, f"undo decision {decision}")
