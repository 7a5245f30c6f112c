"""The definition of `one.py` for any number of targets, as one expression on columns.

Each way of judging reads only its own share of the figures (`rule`), so a share can lie in a partition of its own. The
property tests hold every kind equal to `one.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.case import laid_open
from tiendo.assessing.many.evidence import Told, rivals_of
from tiendo.assessing.many.growth import judge_growth
from tiendo.assessing.many.level import judge_level
from tiendo.assessing.many.parts import judge_parts
from tiendo.assessing.many.periods import judge_maintain
from tiendo.assessing.many.step import judge_step
from tiendo.assessing.many.verdict import outcome
from tiendo.assessing.many.yearly import judge_yearly
from tiendo.assessing.records import Basis, Standing
from tiendo.plan import Kind

RULES: Mapping[Kind, str] = MappingProxyType({
    Kind.LEVEL_END: "level", Kind.CUMULATIVE: "total", Kind.GROWTH_AVG: "growth", Kind.ANNUAL_REPEAT: "yearly",
    Kind.RATING: "yearly", Kind.RELATIVE_TO_ASSIGNED: "yearly", Kind.MAINTAIN: "periods", Kind.MILESTONE: "step",
    Kind.STRUCTURE: "parts",
})  # the share of the figures each kind is judged from

_JUDGED = (
    "series", "rule", "kind", "direction", "strict", "end_rule", "frequency", "low", "high", "per_unit", "top",
    "compound",
    "baseline", "begins_on", "due_on", "has_milestones",
)  # what the rules look at; names and places stay behind
_SHARES = {"level": ("level", "total")}  # running totals are levels, but only they can fall


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables of an exchange an assessment reads (`schema.SCHEMAS`), on whatever engine they lie."""

    targets: Table
    figures: Table
    ties: Table
    milestones: Table
    assignments: Table
    components: Table


@dataclass(frozen=True, slots=True)
class Savings:
    """What need not be looked for: due days that have come, beginnings only the figures tell. Changes no verdict."""

    some_closed: bool = True
    all_begun: bool = False


NO_SAVINGS = Savings()


def verdicts(columns: Columns, as_of: date, savings: Savings = NO_SAVINGS) -> Table:
    """One row a target (`verdict.COLUMNS`): what the figures show as of a day.

    `savings`: readings of the figures that this exchange does not need on that day (`savings_on`).
    Rows that say `undecided` are for `one.py` (`settle.settled`).
    """
    aimed = laid_open(columns.targets.filter(columns.targets.low.notnull()).select(*_JUDGED), as_of)
    rivals = rivals_of(columns.ties, as_of)
    known = columns.assignments.filter(columns.assignments.assigned_on <= ibis.literal(as_of, type="date"))
    judges: dict[str, Callable[[Table, Told], Table]] = {
        "level": lambda targets, told: judge_level(
            targets, told, rivals, columns.milestones, some_closed=savings.some_closed,
        ),
        "growth": lambda targets, told: judge_growth(targets, told, rivals, all_begun=savings.all_begun),
        "yearly": lambda targets, told: judge_yearly(targets, told, rivals, known, all_begun=savings.all_begun),
        "periods": lambda targets, told: judge_maintain(targets, told, rivals, all_begun=savings.all_begun),
        "step": lambda targets, told: judge_step(
            targets, told, rivals, columns.milestones, some_closed=savings.some_closed,
        ),
        "parts": lambda targets, told: judge_parts(targets, told, rivals, columns.components),
    }
    found = []
    for rule, judge in judges.items():
        rules = _SHARES.get(rule, (rule,))
        found.append(judge(aimed.filter(aimed.rule.isin(rules)), Told(columns.figures, rules, as_of)))
    return ibis.union(*found, _without_goal(columns.targets))


def savings_on(targets: Table, as_of: date) -> Table:
    """One row with the fields of `Savings`, for the targets there are on a day."""
    closed = (targets.due_on <= ibis.literal(as_of, type="date")).any().fill_null(False)
    return targets.agg(some_closed=closed, all_begun=targets.begins_on.notnull().all().fill_null(True))


def _without_goal(targets: Table) -> Table:
    """A target without a goal cannot be assessed."""
    rows = targets.filter(targets.low.isnull())
    return outcome(
        rows, standing=ibis.literal(Standing.NOT_ASSESSABLE.value), basis=Basis.END_TARGET, reason="reason_no_goal",
    )
