"""Figures as pages show them: what stands, its history, its proof, and what waits for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import F

from tiendo.quantity import FigureStatus, Period
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.states import State
from tiendo.store.transactions import reachable

__all__ = ["EvidenceView", "FigureView", "OpinionView", "RemarkView", "StepView", "TargetFile", "evidence_file",
           "figure_of", "figures_of", "file_of", "history_of", "remarks_of", "waiting"]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a figure: what was done, by whom, when, with which words."""

    state: State
    at: datetime
    on: date
    position: str
    account: str | None
    message: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with where it stands: `state` is its last step, `steps` all of them in order.

    `stands` says whether it holds its slot (it was not corrected, or its correction was withdrawn); `unit` is the lead
    body's code, `entered_by` the account that put it in (it may not approve it), `report` the report it was read in.
    """

    number: int
    code: str
    plan: int
    target: str
    target_number: int
    name_vi: str
    name_en: str
    unit_of_measure: str
    scale: str | None
    unit: str
    unit_name: str
    component: str | None
    period: Period
    as_of: date
    value: Decimal | None
    status: FigureStatus
    note: str | None
    source: str
    report: int | None
    page: int | None
    sentence: str | None
    reported_by: str
    entered_at: datetime
    entered_by: int | None
    way: str
    supersedes: int | None
    why: str | None
    state: State
    stands: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark on a figure."""

    text: str
    at: datetime
    position: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A file that proves a figure: its number, the sender's name for it, and what its bytes are (`files.MEDIA`)."""

    number: int
    name: str
    kind: str
    sha256: str
    size: int
    at: datetime
    position: str


@dataclass(frozen=True, slots=True)
class OpinionView:
    """Another value beside a figure."""

    body: str
    body_name: str
    value: Decimal
    motive: str
    method: str
    at: datetime
    position: str


Beside = tuple[list[RemarkView], list[EvidenceView], list[OpinionView]]


@dataclass(frozen=True, slots=True)
class TargetFile:
    """All figures of a target in the order they came, and by their number remarks, files and other values."""

    figures: tuple[FigureView, ...]
    beside: Mapping[int, Beside]


@reachable()
def figure_of(figure: int) -> FigureView:
    """One figure; raises NotThereError."""
    found = _views(rows.Figure.objects.filter(pk=figure))
    if not found:
        raise missing("figure", figure)
    return found[0]


@reachable()
def figures_of(plan: int, period: str | None = None, target: int | None = None) -> tuple[FigureView, ...]:
    """The figures of a plan that stand, of one period or target where asked, in the order they came."""
    query = rows.Figure.objects.filter(plan=plan, slot__isnull=False)
    if period:
        query = query.filter(period=period)
    if target:
        query = query.filter(target=target)
    return _views(query)


@reachable()
def file_of(target: int) -> TargetFile:
    """Every figure of a target, replaced and withdrawn ones too, with what stands beside each, by the figure's number.

    One query a kind of thing, however many figures there are.
    """
    views = _views(rows.Figure.objects.filter(target=target))
    beside: dict[int, Beside] = {view.number: ([], [], []) for view in views}
    for said in rows.Comment.objects.filter(figure__target=target).order_by("pk"):
        beside[said.figure_id][0].append(RemarkView(said.text, said.at, said.position))
    for proof in rows.Evidence.objects.filter(figure__target=target).annotate(size=F("blob__size")).order_by("pk"):
        beside[proof.figure_id][1].append(EvidenceView(
            proof.pk, proof.name, proof.kind, proof.blob_id, proof.size, proof.at, proof.position))
    for other in rows.SecondOpinion.objects.filter(figure__target=target).select_related("body").order_by("pk"):
        beside[other.figure_id][2].append(OpinionView(
            other.body.code, other.body.name_vi, other.value, other.motive, other.method, other.at, other.position))
    return TargetFile(views, beside)


@reachable()
def history_of(figure: int) -> tuple[FigureView, ...]:
    """Every figure of a chain of corrections, first to last, withdrawn ones too; raises NotThereError."""
    row = rows.Figure.objects.filter(pk=figure).first()
    if row is None:
        raise missing("figure", figure)
    while row.supersedes:
        row = row.supersedes
    numbers = [row.pk]
    while (later := rows.Figure.objects.filter(supersedes=numbers[-1]).first()) is not None:
        numbers.append(later.pk)
    return _views(rows.Figure.objects.filter(pk__in=numbers))


@reachable()
def waiting(plan: int, states: frozenset[State], units: frozenset[str] | None = None) -> tuple[FigureView, ...]:
    """Figures that stand in one of some states, of some units only (lead bodies' codes) where asked.

    `{SUBMITTED}` is what approvers have to look at, `{SENT_BACK, UNLOCKED}` what units have to correct.
    """
    query = rows.Figure.objects.filter(plan=plan, slot__state__in=[state.value for state in states])
    return tuple(one for one in _views(query) if units is None or one.unit in units)


def _views(query: Any) -> tuple[FigureView, ...]:
    found = list(query.select_related("target", "source_document", "source_report").order_by("pk"))
    steps: dict[int, list[StepView]] = {row.pk: [] for row in found}
    for step in rows.FigureStep.objects.filter(figure__in=list(steps)).select_related("by").order_by("pk"):
        steps[step.figure_id].append(StepView(
            State(step.state), step.at, step.on, step.position, step.by.username if step.by else None, step.message))
    standing = set(rows.Slot.objects.filter(figure__in=list(steps)).values_list("figure_id", flat=True))
    versions = {one.target_id: one for one in rows.TargetVersion.objects.filter(
        target__in={row.target_id for row in found}).select_related("lead_body").order_by("number")}
    return tuple(_view(row, versions[row.target_id], tuple(steps[row.pk]), stands=row.pk in standing)
                 for row in found)


def _view(row: rows.Figure, version: rows.TargetVersion, steps: tuple[StepView, ...], *, stands: bool) -> FigureView:
    source = row.source_report.name if row.source_report else row.source_document.code if row.source_document else ""
    return FigureView(
        row.pk, row.code, row.plan_id, row.target.code, row.target_id, version.name_vi, version.name_en, version.unit,
        version.scale, version.lead_body.code, version.lead_body.name_vi, row.component or None, row.period, row.as_of,
        row.value, FigureStatus(row.status), row.note, source, row.source_report_id, row.source_page,
        row.source_sentence, row.reported_by, row.entered_at, row.entered_by_id, row.way, row.supersedes_id, row.why,
        steps[-1].state, stands, steps,
    )


@reachable()
def remarks_of(figure: int) -> tuple[tuple[RemarkView, ...], tuple[EvidenceView, ...], tuple[OpinionView, ...]]:
    """What stands beside a figure: remarks, files that prove it, other values; each in the order it came."""
    comments = rows.Comment.objects.filter(figure=figure).order_by("pk")
    evidence = rows.Evidence.objects.filter(figure=figure).order_by("pk")
    sizes = dict(rows.Blob.objects.filter(evidence__figure=figure).values_list("pk", "size"))
    opinions = rows.SecondOpinion.objects.filter(figure=figure).select_related("body").order_by("pk")
    return (
        tuple(RemarkView(one.text, one.at, one.position) for one in comments),
        tuple(EvidenceView(one.pk, one.name, one.kind, one.blob_id, sizes[one.blob_id], one.at, one.position)
              for one in evidence),
        tuple(OpinionView(one.body.code, one.body.name_vi, one.value, one.motive, one.method, one.at, one.position)
              for one in opinions),
    )


@reachable()
def evidence_file(evidence: int) -> tuple[int, EvidenceView]:
    """A proof by its number, with the number of its figure (whose place decides who may see it)."""
    row = rows.Evidence.objects.filter(pk=evidence).first()
    if row is None:
        raise missing("evidence", evidence)
    size = rows.Blob.objects.filter(pk=row.blob_id).values_list("size", flat=True).get()
    return row.figure_id, EvidenceView(row.pk, row.name, row.kind, row.blob_id, size, row.at, row.position)
