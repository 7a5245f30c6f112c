"""A plan's rows back into its records, in the order they went in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
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

_APART = ("bodies", "figures", "acceptances", "targets", "components", "milestones")
_REPORT = "Báo cáo"


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
