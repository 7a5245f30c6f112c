"""How far a plan's part of the register has come, and the plan as it stood on another day."""

from datetime import date, datetime

from django.db.models import Q

from tiendo.plan import Plan
from tiendo.store import models as rows
from tiendo.store.plan_out import plan_record
from tiendo.store.transactions import reachable

__all__ = ["amendment_days", "plan_on", "version_of"]


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
    days = found.values_list("since", flat=True).distinct().order_by("since")
    return tuple(day for day in days if day is not None)


@reachable()
def plan_on(plan: int, day: date) -> Plan:
    """A whole plan with each target as it stood on a day; a target's first version counts from the start."""
    return plan_record(plan, day)
