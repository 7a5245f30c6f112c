"""What may be used to judge a target as of a day, in a lasting order.

A figure is evidence when somebody approved it, its data day is not after the day viewed, and no approved
figure known by then takes its place. "Latest" is the figure that speaks of the latest day; never the largest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tiendo.plan import Assignment, Component, Milestone, Plan
from tiendo.quantity import Figure, FigureStatus


@dataclass(frozen=True, slots=True)
class Evidence:
    """All a plan says about one target: its figures (any state, any day), path points, assignments, parts.

    `since_on` is the day the term of the target's resolution begins; a target with a baseline day runs from that.
    """

    figures: tuple[Figure, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    components: tuple[Component, ...] = ()
    since_on: date | None = None


def evidence_for(plan: Plan, target: str) -> Evidence:
    """The evidence a plan holds for a target's code; KeyError when the plan has no such target.

    Figures of other bodies (a ward's, where the target is the district's) are not evidence for the target.
    """
    body, document = {one.code: (one.body, one.document) for one in plan.targets}[target]
    return Evidence(
        figures=tuple(one for one in plan.figures if one.target == target and one.body == body),
        milestones=tuple(one for one in plan.milestones if one.target == target),
        assignments=tuple(one for one in plan.assignments if one.target == target),
        components=tuple(one for one in plan.components if one.target == target),
        since_on=next((one.term_from for one in plan.documents if one.code == document), None),
    )


def latest_figures(figures: Iterable[Figure], as_of: date) -> tuple[Figure, ...]:
    """The figures that may be used as of a day, oldest first: the last one is the latest.

    Approved, dated on or before the day, and not superseded by another such figure. A figure without a value
    ("no data, because") stays: it says that nothing is known.
    """
    known = [one for one in figures if one.approved_by is not None and one.as_of <= as_of]
    replaced = {one.supersedes for one in known}
    return tuple(sorted((one for one in known if one.id not in replaced), key=lambda one: (*rank_of(one), one.id)))


def figures_after(plan: Plan, as_of: date) -> tuple[Figure, ...]:
    """The figures left out because their data day is after the day viewed, in the plan's order."""
    return tuple(one for one in plan.figures if one.as_of > as_of)


def day_of(figure: Figure) -> date:
    """The day a figure speaks of: its data day, but never beyond its period.

    Last year's accounts, closed in April, still speak of 31 December.
    """
    return min(figure.as_of, figure.period.end)


def rank_of(figure: Figure) -> tuple[date, date, date, bool]:
    """The place of a figure among others: the day it speaks of, data day, period's end; actual after estimate."""
    return day_of(figure), figure.as_of, figure.period.end, figure.status is FigureStatus.ACTUAL


def rival_of(figure: Figure, figures: Iterable[Figure]) -> Figure | None:
    """Another figure of equal place in the order and another value: no rule may choose between the two."""
    return next((
        one for one in figures
        if rank_of(one) == rank_of(figure) and one.component == figure.component and one.value != figure.value
    ), None)
