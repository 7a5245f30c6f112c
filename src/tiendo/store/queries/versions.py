"""How far a plan's part of the register has come, and what grew since: its figures and decisions."""

from dataclasses import dataclass

from django.db import connection

from tiendo.plan import Acceptance
from tiendo.quantity import Figure
from tiendo.store.figure_out import decision_records, figure_records
from tiendo.store.transactions import reachable

__all__ = ["Evidence", "evidence_of", "version_of"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a plan's verdicts rest on."""

    figures: tuple[Figure, ...]
    decisions: tuple[Acceptance, ...]


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
def evidence_of(plan: int) -> Evidence:
    """The figures and decisions of a plan, read together once a version of the register."""
    return Evidence(figure_records({"plan": plan}), decision_records(plan))
