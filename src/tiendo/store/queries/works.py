"""The rows of a plan's works with their numbers, and everything a person changed in them."""

from dataclasses import dataclass
from datetime import datetime

from tiendo.plan import Plan, Table
from tiendo.store import models as rows
from tiendo.store.transactions import reachable
from tiendo.store.work_rows import cells_of, numbers_of

__all__ = ["ChangeView", "WorkView", "works_of"]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: who, when, why, and each column that changed with its words before and after."""

    number: int
    at: datetime
    account: str | None
    position: str
    why: str
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkView:
    """A row: its number, its cells by column in their machine form, its changes, oldest first."""

    number: int
    cells: dict[str, str]
    changes: tuple[ChangeView, ...]

    @property
    def seen(self) -> int:
        """The last change's number; 0 for none."""
        return self.changes[-1].number if self.changes else 0


@reachable()
def works_of(number: int, plan: Plan, table: Table) -> tuple[WorkView, ...]:
    """The rows of a table of a plan (its number and its record), in the plan's order."""
    changes: dict[int, list[ChangeView]] = {}
    for row in rows.WorkChange.objects.filter(plan=number, table=table.name).select_related("by").order_by("pk"):
        changes.setdefault(row.row, []).append(_change(row, table))
    names = [column.name for column in table.columns]
    return tuple(
        WorkView(at, dict(zip(names, cells_of(table, record), strict=True)), tuple(changes.get(at, ())))
        for at, record in zip(numbers_of(number, table), getattr(plan, table.name), strict=True))


def _change(row: rows.WorkChange, table: Table) -> ChangeView:
    before = row.before or [""] * len(table.columns)
    return ChangeView(
        row.pk, row.at, row.by.username if row.by else None, row.position, row.why,
        tuple((column.name, old, new) for column, old, new in zip(table.columns, before, row.after, strict=True)
              if old != new))
