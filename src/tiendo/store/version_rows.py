"""Amended targets: a new version beside the old ones, with its own parts and path."""

from dataclasses import dataclass
from datetime import date

from tiendo.errors import Problem, RegisterError
from tiendo.plan import Component, Milestone, Plan, Target, plan_problems
from tiendo.store import models as rows
from tiendo.store.figure_rows import references
from tiendo.store.places import missing
from tiendo.store.plan_in import Ids, insert_rows, insert_versions
from tiendo.store.plan_out import target_record

__all__ = ["Amendment", "add_version", "current"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a target asks for from a day on: the whole target anew, with its parts and its path, and why."""

    target: Target
    since: date
    why: str
    components: tuple[Component, ...] = ()
    milestones: tuple[Milestone, ...] = ()


def current(target: int) -> tuple[int, Plan]:
    """The number of a target's plan, and a plan with that target only, as it stands; raises NotThereError."""
    row = rows.Target.objects.filter(pk=target).first()
    if row is None:
        raise missing("target", target)
    return row.plan_id, target_record(row.plan_id, target)


def add_version(target: int, amended: Amendment) -> int:
    """Add a version; gives its number in the target's own count.

    Raises RegisterError: the plan's own problems of the amended target, S217 when it asks for the same as before or
    is given another code.
    """
    plan, known = current(target)
    old = (known.targets[0], known.components, known.milestones)
    if amended.target.code != known.targets[0].code or old == (
            amended.target, amended.components, amended.milestones):
        raise RegisterError([Problem("S217", values={"code": known.targets[0].code})])
    after = Plan(
        bodies=known.bodies, documents=known.documents, targets=(amended.target,), components=amended.components,
        milestones=amended.milestones, name=known.name, title_vi=known.title_vi, title_en=known.title_en,
        body=known.body, document=known.document, units=known.units,
    )
    problems = plan_problems(after)
    if problems:
        raise RegisterError(problems)
    number = rows.TargetVersion.objects.filter(target=target).latest("number").number + 1
    there = references(plan)
    ids = Ids(plan, {"bodies": dict(there.bodies), "documents": dict(there.documents), "targets": dict(there.targets)})
    code = amended.target.code
    (version,) = insert_versions(after, ids, {code: number}, since=amended.since, why=amended.why)
    ids.of["versions"] = {code: version.pk}
    insert_rows("components", amended.components, ids)
    insert_rows("milestones", amended.milestones, ids)
    return number
