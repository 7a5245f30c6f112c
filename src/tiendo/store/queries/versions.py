"""How far a plan's part of the register has come, and the plan as it stood on another day."""

from datetime import date

from django.db import connection

from tiendo.plan import Plan
from tiendo.store import models as rows
from tiendo.store.plan_out import plan_record
from tiendo.store.transactions import reachable

__all__ = ["amendment_days", "plan_on", "version_of"]


_VERSION = """
SELECT plan.id, own.id, own.at, any_plan.id, any_plan.at FROM store_plan plan
LEFT JOIN store_act own ON own.id = (SELECT max(id) FROM store_act WHERE plan_body_id = plan.body_id)
LEFT JOIN store_act any_plan ON any_plan.id = (SELECT max(id) FROM store_act WHERE plan_body_id IS NULL)
WHERE plan.name = %s
"""  # by hand: every request asks this, and building it anew takes ten times as long as answering it


@reachable()
def version_of(name: str) -> tuple[int, str] | None:
    """The number of a plan by its name, and the last act that can have changed what its pages show.

    Acts of the plan's body and acts that name no plan (bodies, accounts) count. None where there is no such plan.
    """
    with connection.cursor() as cursor:
        cursor.execute(_VERSION, [name])
        found = cursor.fetchone()
    return None if found is None else (int(found[0]), f"{found[1]} {found[2]} {found[3]} {found[4]}")


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
