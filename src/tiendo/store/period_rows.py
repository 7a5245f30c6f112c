"""Periods of collection: opened, closed, opened again; whether figures of a period are taken on a day."""

from datetime import date, timedelta

from tiendo.errors import ConflictError, Problem
from tiendo.quantity import Period
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp

__all__ = ["Window", "close", "find", "is_late", "open_window", "reopen", "taken_on"]


class Window:
    """The words of a period's state and events."""

    OPEN, CLOSED = "open", "closed"
    OPENED, SHUT, REOPENED = "opened", "closed", "reopened"


def find(plan: int, period: str) -> rows.CollectionPeriod:
    """A plan's period of collection by its code; raises NotThereError."""
    row = rows.CollectionPeriod.objects.filter(plan=plan, period=period).first()
    if row is None:
        raise missing("period", period)
    return row


def open_window(plan: int, period: Period, days: tuple[date, date], grace_days: int, stamp: Stamp) -> int:
    """Open a period from a day to a day, and `grace_days` more for the late; ConflictError (S202) when it is there."""
    if rows.CollectionPeriod.objects.filter(plan=plan, period=period).exists():
        raise ConflictError([Problem("S202", values={"period": period.code})])
    row = rows.CollectionPeriod.objects.create(
        plan_id=plan, period=period, opens_on=days[0], closes_on=days[1], grace_days=grace_days, state=Window.OPEN)
    _event(row, Window.OPENED, stamp, "")
    return row.pk


def close(row: rows.CollectionPeriod, stamp: Stamp, why: str) -> None:
    """Close a period: from now on a figure of it has to be unlocked. ConflictError (S208) when it is closed."""
    if rows.CollectionPeriod.objects.filter(pk=row.pk, state=Window.OPEN).update(state=Window.CLOSED) != 1:
        raise ConflictError([Problem("S208", values={"period": row.period.code})])
    _event(row, Window.SHUT, stamp, why)


def reopen(row: rows.CollectionPeriod, until: date, stamp: Stamp, why: str) -> None:
    """Open a period again until a day, for a reason."""
    rows.CollectionPeriod.objects.filter(pk=row.pk).update(state=Window.OPEN, closes_on=until)
    _event(row, Window.REOPENED, stamp, why)


def _event(row: rows.CollectionPeriod, event: str, stamp: Stamp, why: str) -> None:
    rows.PeriodEvent.objects.create(
        period=row, event=event, at=stamp.at, by_id=stamp.account, position=stamp.position, why=why)


def taken_on(plan: int, period: Period, day: date) -> bool:
    """Whether figures of a period are taken on a day: its window is open, the day is in it or in its grace.

    A period's window is its own; where it has none, the shortest one it lies inside. So a quarter's or a day's figure
    is taken while the half-year is collected, and a closed quarter stays closed while the half-year is open.
    """
    around = [row for row in rows.CollectionPeriod.objects.filter(plan=plan)
              if row.period.start <= period.start and period.end <= row.period.end]
    row = min(around, key=lambda one: (one.period.end - one.period.start, one.period.code != period.code), default=None)
    return row is not None and row.state == Window.OPEN \
        and row.opens_on <= day <= row.closes_on + timedelta(days=row.grace_days)


def is_late(row: rows.CollectionPeriod, day: date) -> bool:
    """Whether a day is after a period's closing day."""
    return day > row.closes_on
