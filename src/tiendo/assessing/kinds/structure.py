"""structure: parts of a whole (services 63–64 %, industry 26 %, …), each with its own direction and goal.

1. The latest period in which every part has a figure is judged; without one the target cannot be assessed, and
   without any figure it is unproven.
2. The parts, and their baselines where all are stated, must sum to 100 ± 0.1; else the sum is named and nothing judged.
3. Each part is judged like a level on the straight line from its baseline; then the whole: missed or behind when
   any part is, not assessable when any part is, on path when any part is, and met when every part is met or exceeded.
   A whole whose parts sum to 100 is not exceeded.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.case import Case, figure_flags, gap, no_figure, too_old
from tiendo.assessing.evidence import day_of, rank_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.goal import Goal, Span, goal_of_part, standing_by
from tiendo.assessing.path import asked_on
from tiendo.assessing.reasons import why
from tiendo.assessing.records import Assessment, Basis, Flag, PartResult, Standing
from tiendo.plan import Component, Milestone
from tiendo.quantity import Figure, Period

_WORST_FIRST = (Standing.MISSED, Standing.BEHIND, Standing.NOT_ASSESSABLE, Standing.ON_PATH)
_REACHED = (Standing.MET, Standing.EXCEEDED)


def judge_structure(case: Case) -> Assessment:
    """The verdict on parts of a whole."""
    figures = _latest_common(case)
    if figures is None:
        return _incomplete(case)
    unproven = next((found for one in figures if (found := gap(case, one, Basis.PARTS)) is not None), None)
    found = unproven or _wrong_sum(case, figures) or _judged(case, figures)
    return replace(found, figure=figures[0], no_attainment="no_attainment_parts",
                   flags=found.flags + figure_flags(case, figures[0]))


def _latest_common(case: Case) -> tuple[Figure, ...] | None:
    """The figures of the latest period in which every part has a value, in the order of the parts."""
    by_period: dict[Period, dict[str, Figure]] = defaultdict(dict)
    for figure in case.figures:  # oldest first, so the last of a part stays
        if figure.component is not None and figure.value is not None:
            by_period[figure.period][figure.component] = figure
    codes = [part.code for part in case.evidence.components]
    whole = [tuple(parts[code] for code in codes) for parts in by_period.values() if set(codes) <= set(parts)]
    return max(whole, key=lambda figures: [rank_of(one) for one in figures], default=None) if codes else None


def _incomplete(case: Case) -> Assessment:
    """Rule 1: no part has a figure, or some part lacks one in every period."""
    if not case.evidence.components:
        return case.not_assessable(Basis.PARTS, why("no_parts"))
    if not any(one.value is not None for one in case.figures):
        return no_figure(case, Basis.PARTS)
    period = case.figures[-1].period
    old = too_old(case, case.figures[-1], Basis.PARTS)
    if old is not None:
        return old
    shown = {one.component for one in case.figures if one.period == period and one.value is not None}
    missing = ", ".join(part.code for part in case.evidence.components if part.code not in shown)
    reason = why("parts_incomplete", period=period.code, parts=missing)
    return replace(case.not_assessable(Basis.PARTS, reason), no_attainment="no_attainment_parts")


def _wrong_sum(case: Case, figures: Sequence[Figure]) -> Assessment | None:
    """Rule 2."""
    total = sum(one.value for one in figures if one.value is not None)
    if not case.goal.reached(Fraction(total)):
        return case.not_assessable(Basis.PARTS, why("parts_sum", period=figures[0].period.code, sum=total))
    baselines = [part.baseline for part in case.evidence.components if part.baseline is not None]
    start = sum(baselines, Decimal(0))
    if len(baselines) == len(case.evidence.components) and not case.goal.reached(Fraction(start)):
        return case.not_assessable(Basis.PARTS, why("parts_baseline_sum", sum=start))
    return None


def _judged(case: Case, figures: Sequence[Figure]) -> Assessment:
    """Rule 3."""
    pairs = zip(case.evidence.components, figures, strict=True)
    results = tuple(_part(case, part, figure) for part, figure in pairs)
    standing = next((worst for worst in _WORST_FIRST if any(one.standing is worst for one in results)), Standing.MET)
    named = ", ".join(one.code for one in results if one.standing is standing) or "–"
    met = sum(one.standing in _REACHED for one in results)
    reason = why(f"parts_{standing}", period=figures[0].period.code, parts=named, met=met, of=len(results))
    told = {
        Flag.EARLY: standing is Standing.MET and not case.closed,
        Flag.MET_AT_START: all(_met_at_start(part) for part in case.evidence.components),
    }
    return replace(
        case.verdict(standing, Basis.PARTS, reason), parts=tuple((one.code, one.standing) for one in results),
        part_results=results, flags=tuple(flag for flag, true in told.items() if true),
    )


def _part(case: Case, part: Component, figure: Figure) -> PartResult:
    """One part against its goal and its straight line."""
    goal, value = goal_of_part(part), figure.value or Decimal(0)
    asked = _asked(case, part, day_of(figure))
    standing = standing_by(goal, Fraction(value), asked, closed=case.closed)
    expected = None if asked is None else decimal(goal.asked_end(asked))
    return PartResult(part.code, standing, value, expected, figure)


def _asked(case: Case, part: Component, day: date) -> Span | None:
    """What the straight line from the part's baseline to its goal asks for on a day."""
    begin, due = case.begins_on, case.target.due_on
    if part.baseline is None or begin is None or begin >= due:
        return None
    goal = Milestone(part.target, due, part.goal, part.goal_upper)
    return asked_on((Milestone(part.target, begin, part.baseline), goal), day)


def _met_at_start(part: Component) -> bool:
    goal: Goal = goal_of_part(part)
    return part.baseline is not None and goal.reached(Fraction(part.baseline))
