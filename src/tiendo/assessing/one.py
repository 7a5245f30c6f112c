"""The definition: what the figures show of one target as of a day. Said once, here and in `kinds`.

A target is laid open with the figures that may be used on that day (`evidence`), its goal (`goal`) and its path
(`path`); then the rule of its kind speaks (domain.md 2.3). docs/reference/standing.md says the same in words, with
examples that the tests carry out.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from tiendo.assessing.case import Case, usable
from tiendo.assessing.evidence import Evidence, evidence_for
from tiendo.assessing.goal import goal_of
from tiendo.assessing.kinds.assigned import judge_assigned
from tiendo.assessing.kinds.growth import judge_growth
from tiendo.assessing.kinds.level import judge_level
from tiendo.assessing.kinds.maintain import judge_maintain
from tiendo.assessing.kinds.milestone import judge_milestone
from tiendo.assessing.kinds.structure import judge_structure
from tiendo.assessing.kinds.yearly import judge_annual, judge_rating
from tiendo.assessing.path import path_points
from tiendo.assessing.reasons import why
from tiendo.assessing.records import Assessment, Basis, Standing
from tiendo.plan import Kind, Plan, Target

RULES: Mapping[Kind, Callable[[Case], Assessment]] = MappingProxyType({
    Kind.LEVEL_END: judge_level,  # a level on the due day
    Kind.CUMULATIVE: judge_level,  # a running total by the due day
    Kind.GROWTH_AVG: judge_growth,  # an average yearly rate over the term
    Kind.ANNUAL_REPEAT: judge_annual,  # every year by itself
    Kind.RATING: judge_rating,  # every year's place on a scale
    Kind.RELATIVE_TO_ASSIGNED: judge_assigned,  # every year against what was assigned for it
    Kind.MAINTAIN: judge_maintain,  # never below, in any period
    Kind.MILESTONE: judge_milestone,  # there or not there by the due day
    Kind.STRUCTURE: judge_structure,  # parts of a whole
})


def assess_plan(plan: Plan, as_of: date) -> tuple[Assessment, ...]:
    """The verdict on every target of a plan as of a day, in the plan's order."""
    return tuple(assess(target, evidence_for(plan, target.code), as_of) for target in plan.targets)


def assess(target: Target, evidence: Evidence, as_of: date) -> Assessment:
    """The verdict on one target by its evidence as of a day.

    Figures dated after the day, not approved or superseded are not looked at. Missing data never count as zero:
    they make a target unproven or not assessable, with the reason.
    """
    case = case_of(target, evidence, as_of)
    if case is None:
        reason = why("no_goal").key
        return Assessment(target.code, as_of, Standing.NOT_ASSESSABLE, Basis.END_TARGET, reason, unit=target.unit)
    return RULES[target.kind](case)


def case_of(target: Target, evidence: Evidence, as_of: date) -> Case | None:
    """A target laid open as of a day; None when the plan states no goal."""
    target = with_plain_assignment(target)
    goal = goal_of(target)
    if goal is None:
        return None
    figures, late = usable(target, evidence, as_of)
    path = path_points(target, evidence.milestones, evidence.since_on)
    return Case(target, goal, evidence, as_of, figures, late, path, begins_on=target.baseline_on or evidence.since_on)


def with_plain_assignment(target: Target) -> Target:
    """A target to carry out the assigned plan, no per cent stated, asks for 100 per cent of it."""
    if target.kind is Kind.RELATIVE_TO_ASSIGNED and target.goal is None:
        return replace(target, goal=Decimal(100))
    return target
