"""When a person last said "seen" of a plan: one row a person and plan, moved on."""

from datetime import datetime

from tiendo.store import models as rows
from tiendo.store.transactions import whole

__all__ = ["keep_look"]


def keep_look(account: int, plan: int, at: datetime) -> None:
    """Keep that everything up to an instant was seen."""
    with whole():
        rows.Look.objects.update_or_create(account_id=account, plan_id=plan, defaults={"at": at})
