"""When a person last looked at a plan, and which figures were approved since."""

from datetime import datetime

from tiendo.store import models as rows
from tiendo.store.states import State
from tiendo.store.transactions import reachable

__all__ = ["approved_after", "looked_at"]


@reachable()
def looked_at(account: int | None, plan: int) -> datetime | None:
    """The instant up to which a person has seen a plan; None for who never said so, or is nobody."""
    return rows.Look.objects.filter(account=account, plan=plan).values_list("at", flat=True).first()


@reachable()
def approved_after(plan: int, at: datetime) -> frozenset[str]:
    """The ids of the figures approved after an instant."""
    steps = rows.FigureStep.objects.filter(figure__plan=plan, state=State.APPROVED.value, at__gt=at)
    return frozenset(steps.values_list("figure__code", flat=True))
