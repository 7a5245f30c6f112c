"""A plan's rows back into its records, in the order they went in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import models

from tiendo.plan import TABLES, Acceptance, Component, Milestone, Plan, PlanDocument, Table, Target
from tiendo.quantity import Figure, FigureStatus, Source
from tiendo.reading.accepting import reporter_of
from tiendo.store import models as rows
from tiendo.store.body_rows import body_records
from tiendo.store.states import State
from tiendo.store.tables import STORED, record_of

__all__ = ["Names", "Version", "figure_record", "folder_form", "plan_record", "target_record", "versions_of"]

_APART = ("bodies", "figures", "acceptances")
_REPORT = "Báo cáo"


class Names:
    """The codes of a plan's rows by table and number."""

    def __init__(self, plan: int) -> None:
        """Ask for every code of a plan, a query a table."""
        def of(model: Any, code: str = "code", **where: object) -> dict[int, str]:
            return dict(model.objects.filter(**where).values_list("pk", code))

        versions = rows.TargetVersion.objects.filter(target__plan=plan)
        self.of: Mapping[str, Mapping[int, str]] = {
            "bodies": of(rows.Body), "documents": of(rows.Document, plan=plan), "targets": of(rows.Target, plan=plan),
            "versions": dict(versions.values_list("pk", "target__code")),
            "programmes": of(rows.Programme, plan=plan), "projects": of(rows.Project, plan=plan),
            "figures": of(rows.Figure, plan=plan), "reports": of(rows.Report, "name", plan=plan),
        }


def plan_record(plan: int, on: date | None = None) -> Plan:
    """A plan as the pure rooms know it: its figures, those from reports too, and every decision that stands.

    Targets stand as their last version says, or as the one that counted `on` a day. Withdrawn figures are left out.
    Raises Plan.DoesNotExist.
    """
    row = rows.Plan.objects.select_related("body", "document").get(pk=plan)
    names = Names(plan)
    tables: dict[str, Any] = {table.name: _records(table, plan, names, on=on) for table in TABLES
                              if table.name not in _APART}
    return Plan(
        **tables, bodies=body_records(plan), figures=_figures(plan, names), acceptances=_decisions(plan, names),
        name=row.name, title_vi=row.title_vi, title_en=row.title_en, body=row.body.code,
        document=row.document.code if row.document else "", units=tuple(row.units), outline=row.outline,
    )


def target_record(plan: int, target: int) -> Plan:
    """A plan with one target only, its parts, path and figures: enough to judge a new figure by the plan's rules."""
    row = rows.Plan.objects.select_related("body", "document").get(pk=plan)
    names = Names(plan)
    of_target = {"targets": "target", "components": "version__target", "milestones": "version__target"}
    tables: dict[str, Any] = {
        table.name: _records(table, plan, names, {of_target[table.name]: target})
        for table in TABLES if table.name in of_target
    }
    return Plan(
        **tables, bodies=body_records(plan), figures=_figures(plan, names, target),
        documents=_records(next(table for table in TABLES if table.name == "documents"), plan, names),
        name=row.name, title_vi=row.title_vi, title_en=row.title_en, body=row.body.code,
        document=row.document.code if row.document else "", units=tuple(row.units),
    )


@dataclass(frozen=True, slots=True)
class Version:
    """What a target asked for from a day on (None: from the start), and why it was changed then."""

    number: int
    since: date | None
    why: str
    target: Target
    components: tuple[Component, ...]
    milestones: tuple[Milestone, ...]


def versions_of(target: int) -> tuple[Version, ...]:
    """Every version of a target, first to last; none for a target that is not there."""
    found = list(rows.TargetVersion.objects.filter(target=target).select_related("target").order_by("number"))
    if not found:
        return ()
    names = Names(found[0].target.plan_id)
    tables = {table.name: table for table in TABLES}
    lists = {column: _listed(tables["targets"], column, found, names) for column in STORED["targets"].links}

    def parts(name: str, model: Any, version: int) -> tuple[Any, ...]:
        table = tables[name]
        return tuple(record_of(table, _values(table, row, {}, names))
                     for row in model.objects.filter(version=version).order_by("pk"))

    return tuple(
        Version(row.number, row.since, row.why,
                record_of(tables["targets"], _values(tables["targets"], row, lists, names)),
                parts("components", rows.Component, row.pk), parts("milestones", rows.Milestone, row.pk))
        for row in found
    )


def folder_form(plan: int) -> Plan:
    """A plan as its folder keeps it: a figure read in a report travels as the decision that made it.

    Where the folder could not say the same by a decision alone (another person approved it, it was corrected), the
    figure itself travels, with its sentence, and its report becomes one of the documents.
    """
    whole = plan_record(plan)
    made = set(rows.ClaimDecision.objects.filter(plan=plan, figure__isnull=False).values_list("code", flat=True))
    by_id = {figure.id: figure for figure in whole.figures if figure.id in made}
    corrected = {figure.supersedes for figure in whole.figures}
    as_decision = {one.id for one in whole.acceptances
                   if one.id in by_id and one.id not in corrected and _says_all(one, by_id[one.id], whole)}
    figures = tuple(figure for figure in whole.figures if figure.id not in as_decision)
    return replace(
        whole, figures=figures, documents=(*whole.documents, *_report_documents(plan, whole, figures)),
        acceptances=tuple(one for one in whole.acceptances if one.id in as_decision or one.id not in by_id),
    )


def _says_all(decision: Acceptance, figure: Figure, whole: Plan) -> bool:
    """Whether a folder's reader would make the very same figure of a decision."""
    target = next(one for one in whole.targets if one.code == figure.target)
    derived = replace(
        figure, reported_by=reporter_of(decision, target, whole), approved_by=decision.decided_by,
        approved_on=decision.decided_on, supersedes=None, why=None, note=decision.reason, value=decision.value,
    )
    return derived == figure


def _report_documents(plan: int, whole: Plan, figures: Iterable[Figure]) -> list[PlanDocument]:
    """Documents for the reports that figures of the folder name as their source."""
    known = {document.code for document in whole.documents}
    wanted = list(dict.fromkeys(
        figure.source.document for figure in figures if figure.source.document not in known))
    bodies = {body.code: body for body in whole.bodies}
    units = dict(rows.Report.objects.filter(plan=plan).values_list("name", "body__code"))
    return [
        PlanDocument(name, _REPORT, None, name, bodies[units[name] or whole.body].name_vi, None,
                     body=units[name] or whole.body)
        for name in wanted
    ]


def _records(
    table: Table, plan: int, names: Names, only: Mapping[str, int] | None = None, on: date | None = None,
) -> tuple[Any, ...]:
    stored = STORED[table.name]
    where = {stored.owner: plan, **(only or {})}
    query = stored.model._default_manager.filter(**where).order_by("pk")  # noqa: SLF001 - Django's documented door
    if table.name == "targets":
        query = _latest(query, on)
    if table.name in {"components", "milestones"}:
        query = query.filter(version__in=_latest(rows.TargetVersion.objects.filter(target__plan=plan), on))
    found = list(query)
    lists = {column: _listed(table, column, found, names) for column in stored.links}
    return tuple(record_of(table, _values(table, row, lists, names)) for row in found)


def _latest(query: Any, on: date | None = None) -> Any:
    """The last version of each target, of those that had come by a day where one is given; the first always had."""
    known = rows.TargetVersion.objects.filter(target=models.OuterRef("target"))
    if on is not None:
        known = known.filter(models.Q(since=None) | models.Q(since__lte=on) | models.Q(number=1))
    return query.filter(pk=models.Subquery(known.order_by("-number").values("pk")[:1])).order_by("target_id")


def _values(table: Table, row: Any, lists: Mapping[str, Mapping[int, list[str]]], names: Names) -> dict[str, Any]:
    stored = STORED[table.name]
    found: dict[str, Any] = {column: tuple(codes[row.pk]) for column, codes in lists.items()}
    for column in stored.columns(table):
        value = getattr(row, stored.attribute(column))
        if column.refers and value is not None:
            where = "versions" if stored.attribute(column) == "version_id" else column.refers
            value = names.of[where][value]
        found[column.name] = value
    if table.name == "targets":
        found["code"] = names.of["targets"][row.target_id]
    return found


def _listed(table: Table, column: str, found: Iterable[models.Model], names: Names) -> dict[int, list[str]]:
    """The codes of a column's links, in order, by the row they hang on."""
    link = STORED[table.name].links[column]
    codes = names.of[table.column(column).refers or ""]
    lists: dict[int, list[str]] = defaultdict(list)
    rows_there = {row.pk for row in found}
    pairs = link.model._default_manager.order_by("pk").values_list(  # noqa: SLF001 - Django's documented door
        f"{link.own}_id", f"{link.other}_id")
    for own, other in pairs.filter(**{f"{link.own}__in": rows_there}):
        lists[own].append(codes[other])
    return lists


def _figures(plan: int, names: Names, target: int | None = None) -> tuple[Figure, ...]:
    """A plan's figures but the withdrawn ones; a correction of one of those corrects what stood before it."""
    only = {"plan": plan} if target is None else {"target": target}
    found = list(rows.Figure.objects.filter(**only).order_by("pk"))
    last, approved = _steps({f"figure__{name}": number for name, number in only.items()})
    gone = {row.pk: row.supersedes_id for row in found if last.get(row.pk) == State.WITHDRAWN}
    records = []
    for row in found:
        if row.pk in gone:
            continue
        before = row.supersedes_id
        while before in gone:
            before = gone[before]
        records.append(figure_record(row, before, approved.get(row.pk), names))
    return tuple(records)


def figure_record(row: rows.Figure, before: int | None, approval: rows.FigureStep | None, names: Names) -> Figure:
    """A figure's row as its record; `before` is the number of what it corrects, `approval` the step it counts by."""
    source = names.of["reports"][row.source_report_id] if row.source_report_id else \
        names.of["documents"][row.source_document_id or 0]
    return Figure(
        row.code, names.of["targets"][row.target_id], names.of["bodies"][row.body_id], row.period, row.as_of,
        row.value, FigureStatus(row.status), Source(source, row.source_page, row.source_sentence), row.reported_by,
        approval.position if approval else None, approval.on if approval else None,
        names.of["figures"][before] if before else None, row.why if before else None, row.component or None, row.note,
    )


def _steps(only: Mapping[str, int]) -> tuple[dict[int, State], dict[int, rows.FigureStep]]:
    """The last state of each figure, and the approval it counts by: unlocking keeps it, sending back ends it."""
    last: dict[int, State] = {}
    approved: dict[int, rows.FigureStep] = {}
    for step in rows.FigureStep.objects.filter(**only).order_by("pk"):
        last[step.figure_id] = state = State(step.state)
        if state is State.APPROVED:
            approved[step.figure_id] = step
        elif state in {State.SENT_BACK, State.WITHDRAWN}:
            approved.pop(step.figure_id, None)
    return last, approved


def _decisions(plan: int, names: Names) -> tuple[Acceptance, ...]:
    """The decisions on claims that nobody undid."""
    table = next(one for one in TABLES if one.name == "acceptances")
    stored = STORED["acceptances"]
    found = rows.ClaimDecision.objects.filter(plan=plan, undone_by=None, undoes=None).order_by("pk")
    records = []
    for row in found:
        values: dict[str, Any] = {}
        for column in stored.columns(table):
            value = getattr(row, stored.attribute(column))
            where = "reports" if column.name == "report" else column.refers
            values[column.name] = names.of[where][value] if where and value is not None else value
        records.append(record_of(table, values))
    return tuple(records)
