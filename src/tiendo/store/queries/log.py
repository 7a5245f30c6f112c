"""The log of acts: who did what, when, where, why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from tiendo.store import models as rows
from tiendo.store.transactions import reachable

_NAMES: dict[str, tuple[QuerySet[Any], str]] = {
    "report": (rows.Report.objects.all(), "name"), "claim": (rows.Claim.objects.all(), "report__name"),
    "target": (rows.Target.objects.all(), "code"), "figure": (rows.Figure.objects.all(), "target__code"),
    "account": (rows.Account.objects.all(), "username"), "grant": (rows.RoleGrant.objects.all(), "account__username"),
}  # what people know a numbered thing by

__all__ = ["ActView", "acts_of", "acts_on_target"]


@dataclass(frozen=True, slots=True)
class ActView:
    """One line of the log; `named` is what people know its subject by, a code or a file's name."""

    at: datetime
    account: str | None
    position: str
    act: str
    unit: str | None
    subject: str
    why: str
    detail: dict[str, Any]
    named: str

    @property
    def kind(self) -> str:
        """What sort of thing it is about: a figure, a report, a period."""
        return self.subject.partition(" ")[0]

    @property
    def key(self) -> str:
        """The thing's number or code in the register."""
        return self.subject.partition(" ")[2]


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
    found = list(query)
    named = _named(row.subject for row in found)
    return tuple(ActView(row.at, row.by.username if row.by else None, row.position, row.name,
                         row.unit.code if row.unit else None, row.subject, row.why, row.detail,
                         named.get(row.subject, row.subject.partition(" ")[2]))
                 for row in found)


def _named(subjects: Iterable[str]) -> dict[str, str]:
    """What people know the numbered subjects by; one query for each sort of thing among them."""
    asked: dict[str, set[int]] = defaultdict(set)
    for kind, _, key in (subject.partition(" ") for subject in subjects):
        if kind in _NAMES and key.isdecimal():
            asked[kind].add(int(key))
    return {f"{kind} {number}": name for kind, numbers in asked.items()
            for found, field in (_NAMES[kind],)
            for number, name in found.filter(pk__in=numbers).values_list("pk", field)}
