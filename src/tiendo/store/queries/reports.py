"""The inbox: reports that came in, their text with places, what was read in them and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q

from tiendo.errors import Place, Problem
from tiendo.plan import Decision
from tiendo.quantity import Period
from tiendo.reading import Block, BlockKind, Document
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.transactions import reachable

__all__ = ["ClaimView", "DecisionView", "ProposalView", "ReportView", "claims_of", "document_of", "documents_of",
           "report_of", "reports_of"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report in the inbox: who handed it in for which period, and how many of its proposals wait for a decision.

    `open` counts claims with a proposal and no standing decision. `sha256` finds its bytes (`plans.file_bytes`).
    """

    number: int
    plan: int
    name: str
    unit: str | None
    unit_name: str | None
    period: Period | None
    received_at: datetime
    by: str | None
    sha256: str
    size: int
    claims: int
    open: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A target proposed for a claim: its code and number, the value in its unit, why (keys of `reading` words)."""

    target: str
    number: int
    component: str | None
    value: Decimal | None
    period: str | None
    score: float
    why: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """The standing decision on a claim, and the figure it made."""

    number: int
    decision: Decision
    target: str | None
    component: str | None
    period: Period | None
    as_of: date | None
    value: Decimal | None
    reason: str | None
    decided_by: str
    decided_on: date
    figure: int | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim: its words in the report's text, its record as `claim_record` gives it, proposals best first."""

    number: int
    start: int
    end: int
    quote: str
    record: dict[str, Any]
    proposals: tuple[ProposalView, ...]
    decision: DecisionView | None


@reachable()
def reports_of(plan: int, units: frozenset[str] | None = None) -> tuple[ReportView, ...]:
    """The reports of a plan, last first; those of some units only (bodies' codes) where asked."""
    found = _reports().filter(plan=plan)
    if units is not None:
        found = found.filter(body__code__in=units)
    return tuple(_report(row) for row in found.order_by("-received_at", "-pk"))


@reachable()
def report_of(report: int) -> ReportView:
    """One report; raises NotThereError."""
    row = _reports().filter(pk=report).first()
    if row is None:
        raise missing("report", report)
    return _report(row)


def _reports() -> Any:
    decided = Q(claims__decisions__undone_by=None, claims__decisions__undoes=None, claims__decisions__isnull=False)
    return rows.Report.objects.select_related("body", "by").defer("text", "blocks").annotate(
        size=F("blob__size"), all_claims=Count("claims", distinct=True),
        proposed=Count("claims", filter=~Q(claims__proposals=[]), distinct=True),
        settled=Count("claims", filter=decided & ~Q(claims__proposals=[]), distinct=True),
    )


def _report(row: Any) -> ReportView:
    return ReportView(
        row.pk, row.plan_id, row.name, row.body.code if row.body else None, row.body.name_vi if row.body else None,
        row.period, row.received_at, row.by.username if row.by else None, row.blob_id, row.size, row.all_claims,
        row.proposed - row.settled, tuple(problem_of(one) for one in row.problems),
    )


def problem_of(record: dict[str, Any]) -> Problem:
    """A problem out of the JSON it is kept as."""
    place = Place(**record["place"]) if record["place"] else None
    return Problem(record["code"], place, record["values"], record["severity"])


@reachable()
def documents_of(plan: int) -> dict[int, Document]:
    """The reports of a plan that could be read, as documents, by number."""
    found = rows.Report.objects.filter(plan=plan, text__isnull=False).order_by("pk")
    return {row.pk: _document(row) for row in found}


@reachable()
def document_of(report: int) -> Document | None:
    """A report's text with its places; None when it could not be read. Raises NotThereError."""
    row = rows.Report.objects.filter(pk=report).first()
    if row is None:
        raise missing("report", report)
    return _document(row) if row.text is not None else None


def _document(row: rows.Report) -> Document:
    blocks = tuple(Block(**{**one, "kind": BlockKind(one["kind"])}) for one in row.blocks)
    return Document(row.name, row.blob_id, row.text or "", blocks, tuple(problem_of(one) for one in row.problems))


@reachable()
def claims_of(report: int, targets: Mapping[str, int] | None = None) -> tuple[ClaimView, ...]:
    """Everything read in a report, in text order, with proposals and standing decisions.

    `targets` are the numbers of its plan's targets by code, where the asker has them.
    """
    numbers = targets or dict(rows.Target.objects.filter(plan__reports=report).values_list("code", "pk"))
    decided = rows.ClaimDecision.objects.filter(claim__report=report, undone_by=None, undoes=None)
    standing = {row.claim_id: _decision(row) for row in decided.select_related("target")}
    return tuple(
        ClaimView(row.pk, row.start, row.end, row.quote, row.record,
                  tuple(_proposal(one, numbers) for one in row.proposals), standing.get(row.pk))
        for row in rows.Claim.objects.filter(report=report)
    )


def _proposal(one: dict[str, Any], numbers: Mapping[str, int]) -> ProposalView:
    value = None if one["value"] is None else Decimal(one["value"])
    return ProposalView(one["target"], numbers[one["target"]], one["component"], value, one["period"], one["score"],
                        tuple(one["why"]), tuple(one["shared"]))


def _decision(row: rows.ClaimDecision) -> DecisionView:
    return DecisionView(
        row.pk, Decision(row.decision), row.target.code if row.target else None, row.component, row.period, row.as_of,
        row.value, row.reason, row.decided_by, row.decided_on, row.figure_id)
