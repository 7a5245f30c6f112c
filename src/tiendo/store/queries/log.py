"""The log of acts: who did what, when, where, why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Concat

from tiendo.store import models as rows
from tiendo.store.plan_tables import read_together
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
    finding = rows.Finding.objects.annotate(named=KT("values__target")).filter(
        plan__targets=target, named=F("plan__targets__code"))
    subjects = (
        ("target", rows.Target.objects.filter(pk=target)), ("figure", rows.Figure.objects.filter(target=target)),
        ("finding", finding), ("question", rows.Question.objects.filter(finding__in=finding.values("pk"))),
    )
    first, *others = (query.order_by().annotate(told=Concat(
        Value(f"{what} "), Cast("pk", TextField()), output_field=TextField())).values_list("told")
        for what, query in subjects)
    query = rows.Act.objects.filter(subject__in=first.union(*others, all=True))
    return _views(query.select_related("by", "unit").order_by("-pk")[:last])


def _views(query: Any) -> tuple[ActView, ...]:
    found = list(query)
    named = _named(row.subject for row in found)
    return tuple(ActView(row.at, row.by.username if row.by else None, row.position, row.name,
                         row.unit.code if row.unit else None, row.subject, row.why, row.detail,
                         named.get(row.subject, row.subject.partition(" ")[2]))
                 for row in found)


def _named(subjects: Iterable[str]) -> dict[str, str]:
    """What people know the numbered subjects by; one query for all sorts of things among them."""
    asked: dict[str, set[int]] = defaultdict(set)
    for kind, _, key in (subject.partition(" ") for subject in subjects):
        if kind in _NAMES and key.isdecimal():
            asked[kind].add(int(key))
    kinds = [(kind, found.filter(pk__in=asked[kind]), ("pk", "pk", field))
             for kind, (found, field) in _NAMES.items() if asked[kind]]
    told = read_together(kinds) if kinds else {}
    return {f"{kind} {number}": name for kind, found in told.items() for number, name in found}
