"""How far a plan's part of the register has come, and what its targets asked for on other days."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from tiendo.plan import Plan
from tiendo.store import models as rows
from tiendo.store.plan_out import plan_record
from tiendo.store.transactions import reachable

__all__ = ["TargetVersionView", "amendment_days", "plan_on", "version_of", "versions_of"]


@dataclass(frozen=True, slots=True)
class TargetVersionView:
    """What a target asked for from `since` on (None: from the start): its goal, due day, owner, and why it changed."""

    number: int
    since: date | None
    why: str
    goal: Decimal | None
    goal_upper: Decimal | None
    due_on: date
    lead_vi: str
    lead_en: str
    document: str
    place: str


@reachable()
def version_of(name: str) -> tuple[int, str] | None:
    """The number of a plan by its name, and the last act that can have changed what its pages show.

    Acts of the plan's body and acts that name no plan (bodies, accounts) count. None where there is no such plan.
    """
    plan = rows.Plan.objects.filter(name=name).values_list("pk", "body_id").first()
    if plan is None:
        return None
    acts = rows.Act.objects.filter(Q(plan_body=plan[1]) | Q(plan_body=None)).order_by("-pk")
    last: tuple[int, datetime] | None = acts.values_list("pk", "at").first()
    return plan[0], f"{last[0]}-{last[1].timestamp():.6f}" if last else "0"


@reachable()
def amendment_days(plan: int) -> tuple[date, ...]:
    """The days on which targets of a plan began to ask for something else, oldest first."""
    found = rows.TargetVersion.objects.filter(target__plan=plan, since__isnull=False, number__gt=1)
    return tuple(found.values_list("since", flat=True).distinct().order_by("since"))


@reachable()
def plan_on(plan: int, day: date) -> Plan:
    """A whole plan with each target as it stood on a day; a target's first version counts from the start."""
    return plan_record(plan, day)


@reachable()
def versions_of(target: int) -> tuple[TargetVersionView, ...]:
    """Every version of a target, newest first."""
    found = rows.TargetVersion.objects.filter(target=target).select_related("lead_body", "source_document")
    return tuple(TargetVersionView(
        row.number, row.since, row.why, row.goal, row.goal_upper, row.due_on, row.lead_body.name_vi,
        row.lead_body.name_en, row.source_document.code, row.source_place,
    ) for row in found.order_by("-number"))
