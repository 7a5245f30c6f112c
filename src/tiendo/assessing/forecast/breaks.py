"""The days on which a target's series breaks, as far as the plan tells them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from tiendo.assessing.forecast.records import Break, BreakCause
from tiendo.plan import Plan, Target


def breaks_of(plan: Plan, target: Target) -> tuple[Break, ...]:
    """The break at the beginning of the target's body: what stood before it was counted for another territory."""
    body = next((one for one in plan.bodies if one.code == target.body), None)
    begin = None if body is None else body.valid_from
    return () if begin is None else (Break(begin, BreakCause.BODY),)


def definition_breaks(versions: Sequence[tuple[date | None, Target]]) -> tuple[Break, ...]:
    """The days from which a target counted something else, from its versions (since, record), first to last.

    Another goal or path breaks nothing; another name, unit, kind or scale does, for nobody can tell a better wording
    from another definition. A version without a day counts from the start.
    """
    return tuple(
        Break(since, BreakCause.DEFINITION) for (_, old), (since, new) in pairwise(versions)
        if since is not None and _counted(old) != _counted(new)
    )


def last_break(breaks: Iterable[Break], as_of: date) -> Break | None:
    """The latest break that had come by a day."""
    return max((one for one in breaks if one.on <= as_of), default=None)


def _counted(target: Target) -> tuple[object, ...]:
    return target.name_vi, target.unit, target.kind, target.scale
