"""The definition: the outlook of one target as of a day, from its own figures; in words: docs/reference/outlook.md.

It is asked beside the standing and reads the same evidence; it can say "nothing" and then says why. A standing never
looks here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from tiendo.assessing.case import Case
from tiendo.assessing.evidence import Evidence, evidence_for
from tiendo.assessing.forecast.breaks import breaks_of, last_break
from tiendo.assessing.forecast.judging import Ahead, worst
from tiendo.assessing.forecast.kinds import look_ahead_years, look_at_growth, look_at_level, look_at_maintained
from tiendo.assessing.forecast.records import Break, BreakCause, Outlook, Prospect
from tiendo.assessing.forecast.series import Series, levels_of
from tiendo.assessing.goal import goal_of_part
from tiendo.assessing.one import case_of
from tiendo.plan import Component, Kind, Plan, Target

_NO_SERIES = Series((), ())
_PLACES: Mapping[Kind, str] = MappingProxyType({Kind.MILESTONE: "milestone", Kind.RATING: "rating"})
Looked = Callable[[Case, Break | None], Outlook]
RULES: Mapping[Kind, Looked] = MappingProxyType({
    Kind.LEVEL_END: look_at_level, Kind.CUMULATIVE: look_at_level, Kind.MAINTAIN: look_at_maintained,
    Kind.ANNUAL_REPEAT: look_ahead_years, Kind.RELATIVE_TO_ASSIGNED: look_ahead_years, Kind.GROWTH_AVG: look_at_growth,
})


def outlook_plan(
    plan: Plan, as_of: date, breaks: Mapping[str, tuple[Break, ...]] = MappingProxyType({}),
) -> tuple[Outlook, ...]:
    """The outlook of every target of a plan as of a day, in the plan's order.

    `breaks` are those the plan's folder cannot tell, by the target's code: changed definitions.
    """
    return tuple(
        _known(target, evidence_for(plan, target.code), as_of,
               (*breaks_of(plan, target), *breaks.get(target.code, ())))
        for target in plan.targets
    )


@lru_cache(1024)  # a figure more in a plan leaves the outlook of its other targets as it was
def _known(target: Target, evidence: Evidence, as_of: date, breaks: tuple[Break, ...]) -> Outlook:
    return outlook(target, evidence, as_of, breaks)


def outlook(target: Target, evidence: Evidence, as_of: date, breaks: Iterable[Break] = ()) -> Outlook:
    """The outlook of one target by its evidence as of a day; figures before its last break are left out."""
    case = case_of(target, evidence, as_of)
    if case is None:
        return Outlook(target.code, as_of, Prospect.CANNOT_SAY, "outlook_no_goal", unit=target.unit)
    if case.closed:
        return Ahead(case, _NO_SERIES, target.unit).silent("closed", due_on=target.due_on)
    if target.kind in _PLACES:
        return Ahead(case, _NO_SERIES, target.unit).silent(_PLACES[target.kind])
    cut = last_break(breaks, as_of)
    if cut is not None and cut.cause is BreakCause.ENDED:
        return Ahead(case, _NO_SERIES, target.unit).silent("ended", cut_on=cut.on)
    return _of_parts(case, cut) if target.kind is Kind.STRUCTURE else RULES[target.kind](case, cut)


def _of_parts(case: Case, cut: Break | None) -> Outlook:
    """A structure: each part by its own figures; the whole is reached when every part is."""
    parts = tuple((part.code, look_at_level(_part_case(case, part), cut)) for part in case.evidence.components)
    whole = Ahead(case, levels_of(replace(case, figures=()), cut), case.target.unit)
    if not parts:
        return whole.silent("no_parts")
    silent = next((one for _, one in parts if one.prospect is Prospect.CANNOT_SAY), None)
    found = worst([one.prospect for _, one in parts])
    if silent is not None and found is Prospect.CANNOT_SAY:
        return replace(silent, target=case.target.code, parts=parts)
    return replace(whole.said(found, "parts"), parts=parts)


def _part_case(case: Case, part: Component) -> Case:
    """A part as if it were a level with a goal of its own."""
    target = replace(case.target, kind=Kind.LEVEL_END, direction=part.direction, goal=part.goal,
                     goal_upper=part.goal_upper, baseline=part.baseline)
    figures = tuple(one for one in case.figures if one.component == part.code)
    return replace(case, target=target, goal=goal_of_part(part), figures=figures)
