"""The definition of `one.py` for any number of targets, as one expression on columns.

Each way of judging reads only its own share of the figures (`rule`), so a share can lie in a partition of its own. The
property tests hold every kind equal to `one.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.case import laid_open
from tiendo.assessing.many.evidence import usable
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
    Kind.LEVEL_END: "level", Kind.CUMULATIVE: "level", Kind.GROWTH_AVG: "growth", Kind.ANNUAL_REPEAT: "yearly",
    Kind.RATING: "yearly", Kind.RELATIVE_TO_ASSIGNED: "yearly", Kind.MAINTAIN: "periods", Kind.MILESTONE: "step",
    Kind.STRUCTURE: "parts",
})  # the share of the figures each kind is judged from


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables of an exchange an assessment reads (`schema.SCHEMAS`), on whatever engine they lie."""

    targets: Table
    figures: Table
    milestones: Table
    assignments: Table
    components: Table


def verdicts(columns: Columns, as_of: date) -> Table:
    """One row a target (`verdict.COLUMNS`): what the figures show as of a day.

    Rows that say `undecided` are for `one.py` (`settle.settled`).
    """
    aimed = laid_open(columns.targets.filter(columns.targets.low.notnull()), as_of)
    known = columns.assignments.filter(columns.assignments.assigned_on <= ibis.literal(as_of, type="date"))
    judges = {
        "level": lambda targets, figures: judge_level(targets, figures, columns.milestones),
        "growth": judge_growth,
        "yearly": lambda targets, figures: judge_yearly(targets, figures, known),
        "periods": judge_maintain,
        "step": lambda targets, figures: judge_step(targets, figures, columns.milestones),
        "parts": lambda targets, figures: judge_parts(targets, figures, columns.components),
    }
    found = []
    for rule, judge in judges.items():
        targets = aimed.filter(aimed.rule == rule)
        figures = usable(columns.figures.filter(columns.figures.rule == rule), targets, as_of)
        found.append(judge(targets, figures))
    return ibis.union(*found, _without_goal(columns.targets))


def _without_goal(targets: Table) -> Table:
    """A target without a goal cannot be assessed."""
    rows = targets.filter(targets.low.isnull())
    return outcome(
        rows, standing=ibis.literal(Standing.NOT_ASSESSABLE.value), basis=Basis.END_TARGET, reason="reason_no_goal",
    )
