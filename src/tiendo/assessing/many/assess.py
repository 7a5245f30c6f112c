"""The definition of `one.py` for any number of targets, as one expression on columns.

Each way of judging reads only its own share of the figures (`rule`), so a share can lie in a partition of its own. The
property tests hold every kind equal to `one.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.case import laid_open
from tiendo.assessing.many.evidence import rivals_of, usable
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
_TOLD = (
    "series", "part", "place", "no", "span", "starts_on", "ends_on", "year", "as_of", "value", "actual", "approved",
    "corrects", "noted", "lower", "replaced_on",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The tables of an exchange an assessment reads (`schema.SCHEMAS`), on whatever engine they lie."""

    targets: Table
    figures: Table
    ties: Table
    milestones: Table
    assignments: Table
    components: Table


def verdicts(columns: Columns, as_of: date, *, some_closed: bool = True) -> Table:
    """One row a target (`verdict.COLUMNS`): what the figures show as of a day.

    `some_closed`: False when no due day has come yet (`is_closed`); it saves a reading of the figures, nothing else.
    Rows that say `undecided` are for `one.py` (`settle.settled`).
    """
    aimed = laid_open(columns.targets.filter(columns.targets.low.notnull()).select(*_JUDGED), as_of)
    rivals = rivals_of(columns.ties, as_of)
    known = columns.assignments.filter(columns.assignments.assigned_on <= ibis.literal(as_of, type="date"))
    judges: dict[str, Callable[[Table, Table], Table]] = {
        "level": lambda targets, figures: judge_level(
            targets, figures, usable(_told_totals(columns), targets, as_of), rivals, columns.milestones,
            some_closed=some_closed,
        ),
        "growth": lambda targets, figures: judge_growth(targets, figures, rivals),
        "yearly": lambda targets, figures: judge_yearly(targets, figures, rivals, known),
        "periods": lambda targets, figures: judge_maintain(targets, figures, rivals),
        "step": lambda targets, figures: judge_step(
            targets, figures, rivals, columns.milestones, some_closed=some_closed,
        ),
        "parts": lambda targets, figures: judge_parts(targets, figures, rivals, columns.components),
    }
    found = []
    for rule, judge in judges.items():
        targets = aimed.filter(aimed.rule.isin(_SHARES.get(rule, (rule,))))
        figures = usable(_share(columns, rule), targets, as_of)
        found.append(judge(targets, figures))
    return ibis.union(*found, _without_goal(columns.targets))


def is_closed(targets: Table, as_of: date) -> Value:
    """Whether the due day of any target has come."""
    return (targets.due_on <= ibis.literal(as_of, type="date")).any()


def _share(columns: Columns, rule: str) -> Table:
    """The figures one way of judging looks at."""
    return columns.figures.filter(columns.figures.rule.isin(_SHARES.get(rule, (rule,)))).select(*_TOLD)


def _told_totals(columns: Columns) -> Table:
    """Running totals that have a value."""
    rows = columns.figures
    return rows.filter((rows.rule == "total") & rows.value.notnull()).select(*_TOLD)


def _without_goal(targets: Table) -> Table:
    """A target without a goal cannot be assessed."""
    rows = targets.filter(targets.low.isnull())
    return outcome(
        rows, standing=ibis.literal(Standing.NOT_ASSESSABLE.value), basis=Basis.END_TARGET, reason="reason_no_goal",
    )
