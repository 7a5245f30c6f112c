"""The outlook of a plan's targets as of a day, with the breaks that only the register's versions can tell."""

from collections.abc import Mapping
from datetime import date

from tiendo.assessing import Break, Outlook, breaks_of, definition_breaks, outlook_plan
from tiendo.plan import Plan
from tiendo.store.queries.definitions import definitions_of
from tiendo.store.queries.plans import Skeleton

__all__ = ["breaks_in", "outlooks_of"]

Breaks = Mapping[str, tuple[Break, ...]]


def breaks_in(*, skeleton: Skeleton, record: Plan) -> Breaks:
    """Every break of every target's series by its code, in order: `record` is the plan as of a day."""
    changed = definitions_of(skeleton)
    return {one.code: tuple(sorted((*breaks_of(record, one), *definition_breaks(changed.get(one.code, ())))))
            for one in record.targets}


def outlooks_of(*, plan: Plan, as_of: date, breaks: Breaks) -> tuple[Outlook, ...]:
    """The outlook of each target as of a day, in the plan's order."""
    return outlook_plan(plan, as_of, breaks)
