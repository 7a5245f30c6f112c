"""The days on which a target's series breaks, as far as the plan tells them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tiendo.assessing.forecast.records import Break, BreakCause
from tiendo.plan import Plan, Target


@dataclass(frozen=True, slots=True)
class Definition:
    """What a version of a target counts, and since when (None: from the start)."""

    since: date | None
    name: str
    unit: str
    kind: str
    scale: str | None


def breaks_of(plan: Plan, target: Target) -> tuple[Break, ...]:
    """The breaks at the beginning and at the end of the target's body: another territory before, other bodies after."""
    body = next((one for one in plan.bodies if one.code == target.body), None)
    begin = () if body is None or body.valid_from is None else (Break(body.valid_from, BreakCause.BODY),)
    if body is None or body.valid_to is None:
        return begin
    return (*begin, Break(body.valid_to + timedelta(days=1), BreakCause.ENDED))


def definition_breaks(versions: Sequence[Definition]) -> tuple[Break, ...]:
    """The days from which a target counted something else, from its versions, first to last.

    Another goal or path breaks nothing; another name, unit, kind or scale does, for nobody can tell a better wording
    from another definition.
    """
    return tuple(Break(new.since, BreakCause.DEFINITION) for old, new in pairwise(versions)
                 if new.since is not None and _counted(old) != _counted(new))


def last_break(breaks: Iterable[Break], as_of: date) -> Break | None:
    """The latest break that had come by a day."""
    return max((one for one in breaks if one.on <= as_of), default=None)


def _counted(version: Definition) -> tuple[str | None, ...]:
    return version.name, version.unit, version.kind, version.scale
