"""Where in the tree an act takes place: the plan's body and the unit that answers, as `permissions.Where`."""

from tiendo.errors import NotThereError, Problem
from tiendo.plan import Plan
from tiendo.store import models as rows
from tiendo.store.permissions import Where
from tiendo.store.transactions import reachable

__all__ = [
    "missing",
    "nowhere",
    "of_body",
    "of_figure",
    "of_new_plan",
    "of_plan",
    "of_target",
    "of_unit",
]


def missing(what: str, which: object) -> NotThereError:
    """That the register holds no such thing."""
    return NotThereError([Problem("S104", values={"what": what, "which": str(which)})])


def nowhere() -> Where:
    """No place of the tree: for acts on the register as a whole."""
    return Where()


@reachable()
def of_body(code: str) -> Where:
    """A body by its code, as a unit and as a plan's body; raises NotThereError."""
    path = rows.Body.objects.filter(code=code).values_list("path", flat=True).first()
    if path is None:
        raise missing("body", code)
    return Where(path, path)


@reachable()
def of_new_plan(plan: Plan) -> Where:
    """A plan that is about to come: its body, where the register has it already."""
    return Where(rows.Body.objects.filter(code=plan.body).values_list("path", flat=True).first())


@reachable()
def of_plan(plan: int) -> Where:
    """A plan; raises NotThereError."""
    path = rows.Plan.objects.filter(pk=plan).values_list("body__path", flat=True).first()
    if path is None:
        raise missing("plan", plan)
    return Where(path)


@reachable()
def of_unit(plan: int, body: str | None) -> Where:
    """A unit in a plan, by its body's code; no unit is the plan's own body."""
    where = of_plan(plan)
    return Where(where.plan, of_body(body).unit if body else where.plan)


@reachable()
def of_target(target: int) -> Where:
    """A target: its plan and its lead body; raises NotThereError."""
    version = rows.TargetVersion.objects.filter(target=target).order_by("-number").select_related(
        "lead_body", "target__plan__body").first()
    if version is None:
        raise missing("target", target)
    return Where(version.target.plan.body.path, version.lead_body.path)


@reachable()
def of_figure(figure: int) -> Where:
    """A figure: the place of its target; raises NotThereError."""
    target = rows.Figure.objects.filter(pk=figure).values_list("target_id", flat=True).first()
    if target is None:
        raise missing("figure", figure)
    return of_target(target)
