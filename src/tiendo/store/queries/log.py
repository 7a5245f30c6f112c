"""The log of acts: who did what, when, where, why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.store import models as rows
from tiendo.store.transactions import reachable

__all__ = ["ActView", "acts_of"]


@dataclass(frozen=True, slots=True)
class ActView:
    """One line of the log."""

    at: datetime
    account: str | None
    position: str
    act: str
    unit: str | None
    subject: str
    why: str
    detail: dict[str, Any]


@reachable()
def acts_of(plan_path: str | None = None, subject: str | None = None, last: int = 200) -> tuple[ActView, ...]:
    """The last lines of the log, newest first: of the plans of a part of the tree, about one subject, where asked."""
    query = rows.Act.objects.select_related("by", "unit").order_by("-pk")
    if plan_path is not None:
        query = query.filter(plan_body__path__startswith=plan_path)
    if subject is not None:
        query = query.filter(subject=subject)
    return tuple(ActView(row.at, row.by.username if row.by else None, row.position, row.name,
                         row.unit.code if row.unit else None, row.subject, row.why, row.detail)
                 for row in query[:last])
