"""A plan's rows back into its records, in the order they went in."""

from collections import defaultdict
<<<<<<< HEAD
from collections.abc import Collection, Iterable, Mapping
=======
from collections.abc import Callable, Collection, Iterable, Mapping
>>>>>>> d547f6f5 (Export the register's plans as columns, read by ADBC on both databases)
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tiendo.plan import TABLES, Acceptance, Component, Milestone, Plan, PlanDocument, Target
from tiendo.quantity import Figure
from tiendo.reading.accepting import reporter_of
from tiendo.store import models as rows
from tiendo.store.figure_out import decision_records, figure_records
from tiendo.store.places import missing
from tiendo.store.plan_tables import Tables, read_tables, read_value

__all__ = ["Skeleton", "Version", "folder_form", "plan_record", "skeleton_of", "target_record"]

<<<<<<< HEAD
_APART = ("bodies", "figures", "acceptances", "targets", "components", "milestones")
_REPORT = "Báo cáo"


=======
Read = Callable[["models.QuerySet[Any]"], Collection[Any]]

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


def plan_record(plan: int, on: date | None = None, read: Read = list) -> Plan:
    """A plan as the pure rooms know it: its figures, those from reports too, and every decision that stands.

    Targets stand as their last version says, or as the one that counted `on` a day. Withdrawn figures are left out.
    `read` gives the rows of the figures and of their steps (`store.columns` has a faster one). Raises
    Plan.DoesNotExist.
    """
    row = rows.Plan.objects.select_related("body", "document").get(pk=plan)
    names = Names(plan)
    tables: dict[str, Any] = {table.name: _records(table, plan, names, on=on) for table in TABLES
                              if table.name not in _APART}
    return Plan(
        **tables, bodies=body_records(plan), figures=_figures(plan, names, read=read),
        acceptances=_decisions(plan, names),
        name=row.name, title_vi=row.title_vi, title_en=row.title_en, body=row.body.code,
        document=row.document.code if row.document else "", units=tuple(row.units),
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


>>>>>>> d547f6f5 (Export the register's plans as columns, read by ADBC on both databases)
@dataclass(frozen=True, slots=True)
class Version:
    """What a target asked for from a day on (None: from the start), why it was changed then; `row` is its number."""

    row: int
    number: int
    since: date | None
    why: str
    target: Target
    components: tuple[Component, ...]
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A plan without its figures and decisions, with every version of its targets: what stands beside one question.

    `numbers` are its targets' by code, `paths` its bodies' places in the tree by code, `versions` a target's by code,
    first to last; `components` and `milestones` are those of every version in the plan's order, by the version's row.
    """

    number: int
    rest: Plan
    numbers: Mapping[str, int]
    paths: Mapping[str, str]
    versions: Mapping[str, tuple[Version, ...]]
    components: tuple[tuple[int, Component], ...]
    milestones: tuple[tuple[int, Milestone], ...]

    def on(self, day: date | None = None) -> Plan:
        """The plan with each target as its last version says, or as the one that counted on a day."""
        chosen = {one.row: one.target for one in (_counting(known, day) for known in self.versions.values())}
        return replace(
            self.rest, targets=tuple(chosen.values()),
            components=tuple(one for row, one in self.components if row in chosen),
            milestones=tuple(one for row, one in self.milestones if row in chosen),
        )

    def figures(self, targets: Collection[str]) -> tuple[Figure, ...]:
        """The figures of some of its targets, by their codes: one question."""
        return figure_records({"target__in": [self.numbers[code] for code in targets]})


def _counting(versions: tuple[Version, ...], day: date | None) -> Version:
    """The last version of those that had come by a day; the first always had."""
    return [one for one in versions if day is None or one.number == 1 or one.since is None or one.since <= day][-1]


def skeleton_of(plan: int) -> Skeleton:
    """A plan without figures and decisions, in one question; raises NotThereError."""
    found = read_tables(plan)
    if not found.found["plan"]:
        raise missing("plan", plan)
    (_, _, name, title_vi, title_en, body, document, units, border), = found.found["plan"]
    rest = Plan(
        **{table.name: found.records(table.name) for table in TABLES if table.name not in _APART},
        bodies=found.bodies(), name=name, title_vi=title_vi, title_en=title_en, body=body, document=document or "",
        units=tuple(read_value(rows.Plan, "units", units)), outline=border,
    )
    return Skeleton(
        plan, rest, {code: number for number, code in found.codes["targets"].items()},
        {row[2]: row[8] for row in found.found["bodies"]}, _versions(found),
        tuple(found.owned("components")), tuple(found.owned("milestones")),
    )


def _versions(found: Tables) -> dict[str, tuple[Version, ...]]:
    """Every version of each target, in the plan's order."""
    known: dict[str, list[Version]] = {code: [] for code in found.codes["targets"].values()}
    parts, points = _grouped(found, "components"), _grouped(found, "milestones")
    for (row, _, *_, number, since, why), target in zip(found.found["targets"], found.records("targets"), strict=True):
        day = read_value(rows.TargetVersion, "since", since)
        known[target.code].append(Version(
            row, number, day, why, target, tuple(parts[row]), tuple(points[row])))
    return {code: tuple(sorted(versions, key=lambda one: one.number)) for code, versions in known.items()}


def _grouped(found: Tables, name: str) -> dict[int, list[Any]]:
    by_version: dict[int, list[Any]] = defaultdict(list)
    for row, record in found.owned(name):
        by_version[row].append(record)
    return by_version


def plan_record(plan: int, on: date | None = None) -> Plan:
    """A plan as the pure rooms know it: its figures, those from reports too, and every decision that stands.

    Targets stand as their last version says, or as the one that counted `on` a day. Withdrawn figures are left out.
    Three questions whatever the plan holds; raises NotThereError.
    """
    return replace(skeleton_of(plan).on(on), figures=figure_records({"plan": plan}), acceptances=decision_records(plan))


def target_record(plan: int, target: int) -> Plan:
    """A plan with one target only, its parts, path and figures: enough to judge a new figure by the plan's rules."""
    skeleton = skeleton_of(plan)
    versions = {code: known for code, known in skeleton.versions.items() if skeleton.numbers[code] == target}
    whole = replace(skeleton, versions=versions).on()
    return Plan(
        bodies=whole.bodies, documents=whole.documents, targets=whole.targets, components=whole.components,
        milestones=whole.milestones, figures=figure_records({"target": target}), name=whole.name,
        title_vi=whole.title_vi, title_en=whole.title_en, body=whole.body, document=whole.document, units=whole.units,
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
<<<<<<< HEAD
=======


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


def _figures(plan: int, names: Names, target: int | None = None, read: Read = list) -> tuple[Figure, ...]:
    """A plan's figures but the withdrawn ones; a correction of one of those corrects what stood before it."""
    only = {"plan": plan} if target is None else {"target": target}
    found = read(rows.Figure.objects.filter(**only).order_by("pk"))
    last, approved = _steps({f"figure__{name}": number for name, number in only.items()}, read)
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


def _steps(only: Mapping[str, int], read: Read) -> tuple[dict[int, State], dict[int, rows.FigureStep]]:
    """The last state of each figure, and the approval it counts by: unlocking keeps it, sending back ends it."""
    last: dict[int, State] = {}
    approved: dict[int, rows.FigureStep] = {}
    for step in read(rows.FigureStep.objects.filter(**only).order_by("pk")):
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
>>>>>>> d547f6f5 (Export the register's plans as columns, read by ADBC on both databases)
