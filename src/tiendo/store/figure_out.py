"""Figures and decisions of a plan's rows as its records, one question each.

The codes of what a row names come with the row, so a figure put in between two questions of one reader is whole.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from tiendo.plan import TABLES, Acceptance
from tiendo.quantity import Figure, FigureStatus, Source
from tiendo.store import models as rows
from tiendo.store.plan_tables import AsList
from tiendo.store.states import State
from tiendo.store.tables import STORED, record_of

__all__ = ["decision_records", "figure_records"]

Read = Callable[["QuerySet[Any, Any]"], Collection[Any]]

_COLUMNS = (
    "pk", "supersedes", "code", "target__code", "body__code", "period", "as_of", "value", "status",
    "source_report__name", "source_document__code", "source_page", "source_sentence", "reported_by", "why", "component",
    "note", "decided",
)


def figure_records(only: Mapping[str, Any], read: Read = list) -> tuple[Figure, ...]:
    """The figures of a plan (`{"plan": 3}`) or of some targets but the withdrawn ones, in the order they came.

    A correction of a withdrawn figure corrects what stood before it. A figure counts by its last approval: unlocking
    keeps it, sending back ends it. `read` answers the question (`store.columns` has another way).
    """
    decisive = rows.FigureStep.objects.filter(
        figure=OuterRef("pk"), state__in=[State.APPROVED.value, State.SENT_BACK.value, State.WITHDRAWN.value])
    last = decisive.order_by("-pk").annotate(said=AsList("state", "position", "on")).values("said")[:1]
    query = rows.Figure.objects.filter(**only).order_by("pk").annotate(decided=Subquery(last))
    found = read(query.values_list(*_COLUMNS))
    gone = {one[0]: one[1] for one in found if one[-1] and one[-1][0] == State.WITHDRAWN}
    codes = {one[0]: one[2] for one in found}
    records = []
    for pk, supersedes, *row in found:
        before = supersedes
        while before in gone:
            before = gone[before]
        if pk not in gone:
            records.append(_figure(row, codes.get(before)))
    return tuple(records)


def _figure(row: list[Any], before: str | None) -> Figure:
    """A figure's record; `before` is the id of what it corrects."""
    code, target, body, period, as_of, value, status, report, document, page, sentence, by, why, part, note, done = row
    approved = done and done[0] == State.APPROVED
    return Figure(
        code, target, body, period, as_of, value, FigureStatus(status), Source(report or document, page, sentence), by,
        done[1] if approved else None, date.fromisoformat(done[2]) if approved else None, before,
        why if before else None, part or None, note,
    )


def decision_records(plan: int) -> tuple[Acceptance, ...]:
    """The decisions on claims that nobody undid, in the order they were taken."""
    table, stored = next(one for one in TABLES if one.name == "acceptances"), STORED["acceptances"]
    columns = stored.columns(table)
    fields = (_named(stored.attribute(column), refers=column.refers is not None) for column in columns)
    found = rows.ClaimDecision.objects.filter(plan=plan, undone_by=None, undoes=None).order_by("pk")
    return tuple(record_of(table, dict(zip((one.name for one in columns), row, strict=True)))
                 for row in found.values_list(*fields))


def _named(attribute: str, *, refers: bool) -> str:
    """The field with the code behind a column that names another row."""
    if attribute == "report_id":
        return "report__name"
    return f"{attribute.removesuffix('_id')}__code" if refers else attribute
