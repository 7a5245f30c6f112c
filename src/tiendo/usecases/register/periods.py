"""Periods of collection: open one, close it, open it again."""

from datetime import date

from tiendo.errors import Place, Problem, RegisterError
from tiendo.quantity import check_period
from tiendo.store import period_rows, places
from tiendo.usecases.register.call import Call, doing

__all__ = ["close_period", "open_period", "reopen_period"]


def open_period(
    *, call: Call, plan: int, period: str, opens_on: date, closes_on: date, grace_days: int = 0,
) -> int:
    """Take figures of a period from a day to a day, late ones for `grace_days` more; gives the period's number.

    Raises RegisterError (Q001 no period, S211 days in the wrong order), ConflictError (S202) when it is there.
    """
    with doing("open_period", call, places.of_plan(plan), f"period {period}") as now:
        found = check_period(period, Place("periods", column="period"))
        if isinstance(found, Problem):
            raise RegisterError([found])
        if closes_on < opens_on or grace_days < 0:
            raise RegisterError([Problem("S211", Place("periods", column="closes_on"))])
        now.detail = {"opens_on": opens_on.isoformat(), "closes_on": closes_on.isoformat(), "grace_days": grace_days}
        return period_rows.open_window(plan, found, (opens_on, closes_on), grace_days, now.stamp)


def close_period(*, call: Call, plan: int, period: str, why: str = "") -> None:
    """Close a period: its figures are locked, each may be unlocked by itself. ConflictError (S208) when closed."""
    with doing("close_period", call, places.of_plan(plan), f"period {period}", why) as now:
        period_rows.close(period_rows.find(plan, period), now.stamp, why)


def reopen_period(*, call: Call, plan: int, period: str, until: date, why: str) -> None:
    """Open a closed period again until a day, for a reason (S210 without one)."""
    with doing("open_period", call, places.of_plan(plan), f"period {period}", why) as now:
        if not why.strip():
            raise RegisterError([Problem("S210")])
        period_rows.reopen(period_rows.find(plan, period), until, now.stamp, why)
