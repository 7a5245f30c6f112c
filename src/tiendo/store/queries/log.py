"""The log of acts: who did what, when, where, why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.store import models as rows
from tiendo.store.transactions import reachable

__all__ = ["ActView", "acts_of", "acts_on_target"]


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
def acts_of(
    plan_path: str | None = None, subject: str | None = None, last: int = 200, since: datetime | None = None,
) -> tuple[ActView, ...]:
    """The last lines of the log, newest first, where asked of a part of the tree, about a subject, after an instant."""
    query = rows.Act.objects.select_related("by", "unit").order_by("-pk")
    if plan_path is not None:
        query = query.filter(plan_body__path__startswith=plan_path)
    if subject is not None:
        query = query.filter(subject=subject)
    if since is not None:
        query = query.filter(at__gt=since)
    return _views(query[:last])


@reachable()
def acts_on_target(target: int, last: int = 200) -> tuple[ActView, ...]:
    """The last lines of the log about a target, its figures, and the findings and questions that name it."""
    row = rows.Target.objects.filter(pk=target).first()
    if row is None:
        return ()
    numbers = {
        "target": [target], "figure": rows.Figure.objects.filter(target=target).values_list("pk", flat=True),
        "finding": (asked := rows.Finding.objects.filter(plan=row.plan_id, values__target=row.code)).values_list(
            "pk", flat=True),
        "question": rows.Question.objects.filter(finding__in=asked).values_list("pk", flat=True),
    }
    subjects = [f"{what} {number}" for what, found in numbers.items() for number in found]
    return _views(rows.Act.objects.filter(subject__in=subjects).select_related("by", "unit").order_by("-pk")[:last])


def _views(query: Any) -> tuple[ActView, ...]:
    return tuple(ActView(row.at, row.by.username if row.by else None, row.position, row.name,
                         row.unit.code if row.unit else None, row.subject, row.why, row.detail)
                 for row in query)
