"""Claims and what people decide on them: one standing decision a claim, undone by another row, never erased."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tiendo.errors import ConflictError, Problem
from tiendo.plan import Decision
from tiendo.quantity import Figure
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp
from tiendo.store.transactions import reachable

__all__ = ["Decided", "Taken", "accept", "claim_on", "decision_on", "refuse", "refuse_second", "states", "undo"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A claim somebody decides on: its report (unit: the body's code), where it stands, what was proposed."""

    claim: int
    plan: int
    report: int
    report_name: str
    sha256: str
    unit: str | None
    quote: str
    start: int
    page: int | None
    sentence: str
    proposals: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision somebody undoes: its plan, unit, target and figure."""

    plan: int
    unit: str | None
    target: int | None
    figure: int | None


@reachable()
def claim_on(claim: int) -> Taken:
    """The claim of that number; raises NotThereError."""
    row = rows.Claim.objects.select_related("report__body").filter(pk=claim).first()
    if row is None:
        raise missing("claim", claim)
    report = row.report
    return Taken(
        row.pk, report.plan_id, report.pk, report.name, report.blob_id, report.body.code if report.body else None,
        row.quote, row.start, row.record.get("page"), row.record.get("sentence") or row.quote, tuple(row.proposals),
    )


def refuse_second(taken: Taken) -> None:
    """Raise ConflictError (S212) when a decision stands on the claim already; holds the claim's row."""
    rows.Claim.objects.select_for_update().get(pk=taken.claim)
    there = rows.ClaimDecision.objects.filter(claim=taken.claim, undone_by=None, undoes=None).first()
    if there:
        values = {"decision": there.decision, "by": there.decided_by, "on": f"{there.decided_on:%d/%m/%Y}"}
        raise ConflictError([Problem("S212", values=values)])


def states(taken: Taken, target: int | None, component: str | None, value: Decimal | None) -> bool:
    """Whether the claim, as it was proposed, states this value for this target and part."""
    code = rows.Target.objects.filter(pk=target or 0).values_list("code", flat=True).first()
    return value is not None and any(
        one["target"] == code and one["component"] == component and one["value"] is not None
        and Decimal(one["value"]) == value for one in taken.proposals)


def refuse(taken: Taken, reason: str, stamp: Stamp) -> int:
    """Keep that a claim was refused and why; gives the decision's number."""
    body = rows.Body.objects.filter(code=taken.unit).first() if taken.unit else None
    return _decision(
        taken, stamp, code=_free_code(taken), decision=Decision.REFUSED.value, reason=reason, status="actual",
        body=body or rows.Plan.objects.get(pk=taken.plan).body).pk


def accept(
    taken: Taken, figure: Figure, number: int, verdict: tuple[Decision, str | None], stamp: Stamp,
) -> int:
    """Keep that a claim became a figure, as it stands or changed with a reason; gives the decision's number."""
    row = rows.Figure.objects.get(pk=number)
    return _decision(
        taken, stamp, code=figure.id, decision=verdict[0].value, reason=verdict[1], status=figure.status.value,
        body_id=row.body_id, target_id=row.target_id, period=figure.period, as_of=figure.as_of, value=figure.value,
        component=figure.component, figure=row).pk


def _decision(taken: Taken, stamp: Stamp, **values: Any) -> rows.ClaimDecision:
    return rows.ClaimDecision.objects.create(
        plan_id=taken.plan, report_id=taken.report, claim_id=taken.claim, sha256=taken.sha256, quote=taken.quote,
        start=taken.start, decided_by=stamp.position, decided_on=stamp.on, at=stamp.at, by_id=stamp.account, **values)


def _free_code(taken: Taken) -> str:
    """An id for a refusal: the report, where the claim stands, and a number where it was refused before."""
    base = f"{taken.report_name}#{taken.start}"
    taken_codes = set(rows.ClaimDecision.objects.filter(plan=taken.plan, code__startswith=base).values_list(
        "code", flat=True))
    return base if base not in taken_codes else f"{base}/{len(taken_codes) + 1}"


@reachable()
def decision_on(decision: int) -> Decided:
    """The standing decision of that number; raises NotThereError for none or one that was undone."""
    row = rows.ClaimDecision.objects.select_related("report__body").filter(
        pk=decision, undone_by=None, undoes=None).first()
    if row is None:
        raise missing("decision", decision)
    return Decided(row.plan_id, row.report.body.code if row.report.body else None, row.target_id, row.figure_id)


def undo(decision: int, stamp: Stamp) -> None:
    """Keep that a decision was undone; two at once: the second gets a ConflictError from the unique column."""
    old = rows.ClaimDecision.objects.get(pk=decision)
    rows.ClaimDecision.objects.create(
        plan_id=old.plan_id, report_id=old.report_id, claim_id=old.claim_id, sha256=old.sha256, quote=old.quote,
        start=old.start, target_id=old.target_id, body_id=old.body_id, period=old.period, as_of=old.as_of,
        value=old.value, status=old.status, component=old.component, reason=old.reason, code=f"{old.code}#undo",
        decision=old.decision, decided_by=stamp.position, decided_on=stamp.on, at=stamp.at, by_id=stamp.account,
        undoes=old)
