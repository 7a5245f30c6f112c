"""Figures as pages show them: what stands, its history, its proof, and what waits for whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import F, OuterRef, Subquery

from tiendo.quantity import FigureStatus, Period
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.plan_tables import read_together, read_value
from tiendo.store.states import State
from tiendo.store.transactions import reachable

__all__ = ["EvidenceView", "FigureView", "OpinionView", "RemarkView", "StepView", "TargetFile", "evidence_file",
           "figure_of", "figures_of", "file_of", "history_of", "last_messages", "remarks_of", "waiting"]


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

    Two questions, however many figures there are.
    """
    known = _rows(rows.Figure.objects.filter(target=target))
    found = _together({"figure__target": target})
    steps: dict[int, list[StepView]] = defaultdict(list)
    for figure, state, at, on, position, by, said in found["steps"]:
        days = read_value(rows.FigureStep, "at", at), read_value(rows.FigureStep, "on", on)
        steps[figure].append(StepView(State(state), *days, position, by, said))
    views = tuple(_view(row, tuple(steps[row[0]])) for row in known)
    return TargetFile(views, _beside(found, (view.number for view in views)))


def _together(only: Mapping[str, int]) -> dict[str, list[list[Any]]]:
    """The steps of some figures and what stands beside them, each in the order it came; in one question."""
    return read_together((
        ("steps", rows.FigureStep.objects.filter(**only), (
            "pk", "figure_id", "state", "at", "on", "position", "by__username", "message")),
        ("comments", rows.Comment.objects.filter(**only), ("pk", "figure_id", "text", "at", "position")),
        ("evidence", rows.Evidence.objects.filter(**only), (
            "pk", "figure_id", "pk", "name", "kind", "blob_id", "blob__size", "at", "position")),
        ("opinions", rows.SecondOpinion.objects.filter(**only), (
            "pk", "figure_id", "body__code", "body__name_vi", "value", "motive", "method", "at", "position")),
    ))


def _beside(found: Mapping[str, list[list[Any]]], figures: Iterable[int]) -> dict[int, Beside]:
    """Remarks, files and other values by figure."""
    beside: dict[int, Beside] = {figure: ([], [], []) for figure in figures}
    for figure, text, at, position in found["comments"]:
        beside[figure][0].append(RemarkView(text, read_value(rows.Comment, "at", at), position))
    for figure, number, name, kind, blob, size, at, position in found["evidence"]:
        beside[figure][1].append(EvidenceView(
            number, name, kind, blob, size, read_value(rows.Evidence, "at", at), position))
    for figure, body, name, value, motive, method, at, position in found["opinions"]:
        beside[figure][2].append(OpinionView(body, name, Decimal(value), motive, method, read_value(
            rows.SecondOpinion, "at", at), position))
    return beside


@reachable()
def last_messages(figures: frozenset[int]) -> dict[int, str]:
    """What was said with the last step of each of some figures, by its number."""
    steps = rows.FigureStep.objects.filter(figure__in=figures).order_by("pk")
    return dict(steps.values_list("figure", "message"))


@reachable()
def history_of(figure: int) -> tuple[FigureView, ...]:
    """Every figure of a chain of corrections, first to last, withdrawn ones too; raises NotThereError."""
    views = {view.number: view for view in _views(rows.Figure.objects.filter(target__figures=figure))}
    if figure not in views:
        raise missing("figure", figure)
    first = views[figure]
    while first.supersedes:
        first = views[first.supersedes]
    later = {view.supersedes: view for view in views.values()}
    chain = [first]
    while chain[-1].number in later:
        chain.append(later[chain[-1].number])
    return tuple(chain)


@reachable()
def waiting(plan: int, states: frozenset[State], units: frozenset[str] | None = None) -> tuple[FigureView, ...]:
    """Figures that stand in one of some states, of some units only (lead bodies' codes) where asked.

    `{SUBMITTED}` is what approvers have to look at, `{SENT_BACK, UNLOCKED}` what units have to correct.
    """
    query = rows.Figure.objects.filter(plan=plan, slot__state__in=[state.value for state in states])
    return tuple(one for one in _views(query) if units is None or one.unit in units)


_COLUMNS = (
    "pk", "code", "plan_id", "target__code", "target_id", "target__versions__name_vi", "target__versions__name_en",
    "target__versions__unit", "target__versions__scale", "target__versions__lead_body__code",
    "target__versions__lead_body__name_vi", "component", "period", "as_of", "value", "status", "note",
    "source_report__name", "source_document__code", "source_report_id", "source_page", "source_sentence", "reported_by",
    "entered_at", "entered_by_id", "way", "supersedes_id", "why", "slot__pk",
)


def _views(query: Any) -> tuple[FigureView, ...]:
    """Figures with the last version of their target, and their steps: two questions."""
    found = _rows(query)
    steps: dict[int, list[StepView]] = {row[0]: [] for row in found}
    asked = rows.FigureStep.objects.filter(figure__in=list(steps)).order_by("pk")
    for figure, state, at, on, position, by, said in asked.values_list(
            "figure", "state", "at", "on", "position", "by__username", "message"):
        steps[figure].append(StepView(State(state), at, on, position, by, said))
    return tuple(_view(row, tuple(steps[row[0]])) for row in found)


def _rows(query: Any) -> list[tuple[Any, ...]]:
    versions = rows.TargetVersion.objects.filter(target=OuterRef("target")).order_by("-number")
    last = query.filter(target__versions=Subquery(versions.values("pk")[:1]))
    return list(last.order_by("pk").values_list(*_COLUMNS))


def _view(row: tuple[Any, ...], steps: tuple[StepView, ...]) -> FigureView:
    about, (part, period, as_of, value, status, note, report, document), rest = row[:11], row[11:19], row[19:-1]
    values: list[Any] = [  # in the order of the view, as the columns are
        *about, part or None, period, as_of, value, FigureStatus(status), note, report or document or "", *rest,
        steps[-1].state, row[-1] is not None, steps]
    return FigureView(*values)


@reachable()
def remarks_of(figure: int) -> tuple[tuple[RemarkView, ...], tuple[EvidenceView, ...], tuple[OpinionView, ...]]:
    """What stands beside a figure: remarks, files that prove it, other values; each in the order it came."""
    comments, evidence, opinions = _beside(_together({"figure": figure}), (figure,))[figure]
    return tuple(comments), tuple(evidence), tuple(opinions)


@reachable()
def evidence_file(evidence: int) -> tuple[int, EvidenceView]:
    """A proof by its number, with the number of its figure (whose place decides who may see it)."""
    row = rows.Evidence.objects.filter(pk=evidence).annotate(size=F("blob__size")).first()
    if row is None:
        raise missing("evidence", evidence)
    return row.figure_id, EvidenceView(row.pk, row.name, row.kind, row.blob_id, row.size, row.at, row.position)
