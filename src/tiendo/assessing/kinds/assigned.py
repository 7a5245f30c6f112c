"""relative_to_assigned: each closed year's amount in per cent of the plan a superior assigned for that year.

The goal is a per cent of the assigned plan (108 is "8 % above"; none stated is 100, the plan itself); figures and
assignments are in the target's unit. An assignment counts from the day it became known; of several for one year
the last known counts, and the change is flagged. A closed year without an assignment, or with one that is not
above 0, cannot be assessed. The running year is shown and not judged.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from tiendo.assessing.case import Case
from tiendo.assessing.kinds.yearly import judge_years
from tiendo.assessing.reasons import why
from tiendo.assessing.records import Assessment, Basis, Flag
from tiendo.assessing.years import Year, closed_years, years_gap
from tiendo.plan import Assignment
from tiendo.quantity import Period


def judge_assigned(case: Case) -> Assessment:
    """The verdict on amounts against what was assigned, year by year."""
    found = judge_years(case, Basis.ASSIGNED, _share, _gap)
    changed = any(len(_known(case, year.period)) > 1 for year in closed_years(case))
    return replace(found, unit="%", flags=((Flag.REASSIGNED,) if changed else ()) + found.flags)


def shares_of(case: Case) -> tuple[Year, ...]:
    """The closed years in per cent of the plan assigned for each; None where there is no figure or no plan."""
    return tuple(_share(case, year) for year in closed_years(case))


def _known(case: Case, period: Period) -> list[Assignment]:
    """The assignments for a year that were known on the day viewed, in the order they came."""
    same = [one for one in case.evidence.assignments
            if (one.period.start, one.period.end) == (period.start, period.end) and one.assigned_on <= case.as_of]
    return sorted(same, key=lambda one: one.assigned_on)


def _share(case: Case, year: Year) -> Year:
    """The year with its value in per cent of the plan assigned for it; no value where there is none to divide by."""
    known = _known(case, year.period)
    if not known:
        return replace(year, value=None)
    assigned = known[-1].value
    share = None if year.value is None or assigned <= 0 else 100 * year.value / Fraction(assigned)
    return replace(year, value=share, assigned=assigned)


def _gap(case: Case, years: Sequence[Year], basis: Basis) -> Assessment | None:
    """A missing figure first, then a year that has nothing to be held to."""
    return years_gap(case, years, basis) or _assignment_gap(case, years, basis)


def _assignment_gap(case: Case, years: Sequence[Year], basis: Basis) -> Assessment | None:
    for year in years:
        if year.assigned is None:
            return case.not_assessable(basis, why("no_assignment", period=year.period.code))
        if year.assigned <= 0:
            reason = why("assignment_not_positive", period=year.period.code, assigned=year.assigned)
            return case.not_assessable(basis, reason)
    return None
