"""The plans of the register, their units, and whole plans as the pure rooms know them."""

from collections import Counter
from dataclasses import dataclass

from tiendo.plan import Plan, Target
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.plan_out import Skeleton, Version, folder_form, plan_record, skeleton_of
from tiendo.store.transactions import reachable

__all__ = [
    "PlanView",
    "Skeleton",
    "UnitView",
    "file_bytes",
    "folder_plan",
    "number_of",
    "plan_named",
    "plans",
    "report_names",
    "skeleton",
    "target_named",
    "target_numbers",
    "target_versions",
    "units",
    "units_of",
    "view_of",
    "whole_plan",
]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan in a list: its number, names, and the body whose it is (code, name, path in the tree)."""

    number: int
    name: str
    title_vi: str
    title_en: str
    body: str
    body_name: str
    path: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """A body that answers for targets of a plan."""

    code: str
    name_vi: str
    name_en: str
    path: str
    targets: int


@reachable()
def plans() -> tuple[PlanView, ...]:
    """Every plan, by its body's place in the tree."""
    found = rows.Plan.objects.select_related("body").order_by("body__path", "pk")
    return tuple(_view(row) for row in found)


@reachable()
def skeleton(plan: int) -> Skeleton:
    """A plan without its figures, with every version of its targets: one question; raises NotThereError."""
    return skeleton_of(plan)


def view_of(known: Skeleton) -> PlanView:
    """A plan as a list shows it."""
    plan = known.rest
    name = next(body.name_vi for body in plan.bodies if body.code == plan.body)
    return PlanView(known.number, plan.name, plan.title_vi, plan.title_en, plan.body, name, known.paths[plan.body])


def _view(row: rows.Plan) -> PlanView:
    return PlanView(row.pk, row.name, row.title_vi, row.title_en, row.body.code, row.body.name_vi, row.body.path)


@reachable()
def plan_named(name: str) -> int | None:
    """The number of a plan by its name."""
    return rows.Plan.objects.filter(name=name).values_list("pk", flat=True).first()


@reachable()
def number_of(name: str) -> int:
    """The number of a plan by its name; raises NotThereError."""
    number = plan_named(name)
    if number is None:
        raise missing("plan", name)
    return number


@reachable()
def whole_plan(plan: int) -> Plan:
    """A plan with its figures (those accepted from reports too) and standing decisions; raises NotThereError."""
    return plan_record(plan)


@reachable()
def folder_plan(plan: int) -> Plan:
    """A plan as its folder keeps it; raises NotThereError."""
    return folder_form(plan)


@reachable()
def target_numbers(plan: int) -> dict[str, int]:
    """The numbers of a plan's targets by code: acts name targets by number."""
    return dict(rows.Target.objects.filter(plan=plan).order_by("pk").values_list("code", "pk"))


@reachable()
def target_named(plan: int, code: str) -> Target:
    """A target of a plan as it stands now, by its code; raises NotThereError."""
    versions = skeleton_of(plan).versions.get(code)
    if versions is None:
        raise missing("target", code)
    return versions[-1].target


@reachable()
def target_versions(target: int) -> tuple[Version, ...]:
    """Every version of a target, first to last: what it asked for from which day, and why it changed."""
    row = rows.Target.objects.filter(pk=target).first()
    return skeleton_of(row.plan_id).versions[row.code] if row else ()


@reachable()
def units(plan: int) -> tuple[UnitView, ...]:
    """The bodies that lead targets of a plan, in the plan's order."""
    return units_of(skeleton_of(plan))


def units_of(known: Skeleton) -> tuple[UnitView, ...]:
    """The same, of a plan that was read."""
    bodies = {body.code: body for body in known.rest.bodies}
    led = Counter(versions[-1].target.lead_body for versions in known.versions.values())
    return tuple(UnitView(code, bodies[code].name_vi, bodies[code].name_en, known.paths[code], count)
                 for code, count in led.items())


@reachable()
def report_names(plan: int) -> dict[str, str]:
    """The names of a plan's reports with the SHA-256 of their bytes."""
    return dict(rows.Report.objects.filter(plan=plan).order_by("pk").values_list("name", "blob_id"))


@reachable()
def file_bytes(sha256: str) -> bytes:
    """The bytes of a kept file; raises NotThereError."""
    data = rows.Blob.objects.filter(pk=sha256).values_list("data", flat=True).first()
    if data is None:
        raise missing("file", sha256)
    return bytes(data)
