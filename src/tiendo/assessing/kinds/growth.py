"""growth_avg: yearly growth rates whose average over the term is the goal.

1. The average is the geometric mean of the closed years, for a rate in per cent: the rate that, the same every year,
   would have led to the same place. Other units (percentage points a year) have the plain mean.
2. While the term runs nothing is decided: on path when the mean so far reaches the goal, behind when it does not,
   with the rate every remaining year would need. Even a mean above the goal is not yet exceeded.
3. At the end, with every year known: met, exceeded or missed.
Means are compared without roots, as products of whole fractions: no rounding decides a verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import prod

from tiendo.assessing.attainment import attainment, no_attainment
from tiendo.assessing.case import Case
from tiendo.assessing.exact import decimal, root
from tiendo.assessing.reasons import Reason, goal_words, why
from tiendo.assessing.records import Assessment, Basis, Standing
from tiendo.assessing.years import Year, all_years, closed_years, running_year, year_flags, year_results, years_gap
from tiendo.plan import Target
from tiendo.quantity import canonical_unit

LOWEST = -100  # per cent: nothing shrinks by more than all of it


@dataclass(frozen=True, slots=True)
class Pace:
    """How rates add up over years: multiplied as factors (`compound`), or summed."""

    compound: bool

    def over(self, rates: Sequence[Fraction]) -> Fraction:
        """What the rates come to over their years."""
        if self.compound:
            return prod((self._factor(rate) for rate in rates), start=Fraction(1))
        return sum(rates, Fraction(0))

    def same(self, rate: Fraction, years: int) -> Fraction:
        """What one rate comes to, the same every year."""
        return self._factor(rate) ** years if self.compound else rate * years

    def mean(self, total: Fraction, years: int) -> Decimal:
        """The rate that, the same every year, comes to the total."""
        return decimal(100 * (Fraction(root(total, years)) - 1) if self.compound else total / years)

    def rest(self, whole: Fraction, total: Fraction) -> Fraction | None:
        """What is left to come to the whole; None when nothing can (all was lost)."""
        if not self.compound:
            return whole - total
        return whole / total if total > 0 else None

    @staticmethod
    def _factor(rate: Fraction) -> Fraction:
        return 1 + rate / 100


def pace_of(target: Target) -> Pace:
    """How a target's yearly rates add up, by its unit."""
    return Pace(compound=canonical_unit(target.unit) in {"%", "%/năm"})


def judge_growth(case: Case) -> Assessment:
    """The verdict on an average yearly rate."""
    years = closed_years(case)
    results = year_results(case, years, running_year(case))
    pace = pace_of(case.target)
    gap = years_gap(case, years, Basis.AVERAGE) or _impossible(case, years, pace)
    if gap is not None:
        return replace(gap, years=results, flags=year_flags(years))
    rates = [year.value for year in years if year.value is not None]
    mean, needed = pace.mean(pace.over(rates), len(rates)), _needed(case, rates, pace)
    standing = _standing(case, rates, pace)
    return replace(
        case.verdict(standing, Basis.AVERAGE, _reason(case, rates, mean, needed, standing)),
        figure=years[-1].figure, value=mean, expected=decimal(case.goal.must), needed=needed, years=results,
        attainment=attainment(case.target, mean), no_attainment=no_attainment(case.target, mean),
        flags=year_flags(years),
    )


def _impossible(case: Case, years: Sequence[Year], pace: Pace) -> Assessment | None:
    """A rate below −100 % has no mean to be taken."""
    rates = [*(year.value for year in years if year.value is not None), case.goal.low, case.goal.high]
    if not pace.compound or min(rates) >= LOWEST:
        return None
    return case.not_assessable(Basis.AVERAGE, why("growth_impossible", value=min(rates)))


def _standing(case: Case, rates: Sequence[Fraction], pace: Pace) -> Standing:
    """The mean so far against the goal, both as what they come to over the same number of years."""
    total, years = pace.over(rates), len(rates)
    goal = replace(case.goal, low=pace.same(case.goal.low, years), high=pace.same(case.goal.high, years))
    if not case.closed:
        return Standing.ON_PATH if goal.reached(total) else Standing.BEHIND
    if goal.exceeded(total):
        return Standing.EXCEEDED
    return Standing.MET if goal.reached(total) else Standing.MISSED


def _needed(case: Case, rates: Sequence[Fraction], pace: Pace) -> Decimal | None:
    """The rate each remaining year needs for the whole term to average the goal; None when no year is left."""
    term = all_years(case)
    left = term - len(rates)
    if left <= 0 or case.closed:
        return None
    rest = pace.rest(pace.same(case.goal.must, term), pace.over(rates))
    return None if rest is None else pace.mean(rest, left)


def _reason(
    case: Case, rates: Sequence[Fraction], mean: Decimal, needed: Decimal | None, standing: Standing,
) -> Reason:
    key = f"growth_{standing}" if needed is not None or case.closed else f"growth_{standing}_alone"
    shown = {"needed": Fraction(needed)} if needed is not None else {}
    return why(
        key, mean=Fraction(mean), plain=sum(rates, Fraction(0)) / len(rates), closed=len(rates), of=all_years(case),
        goal=goal_words(case.target), **shown,
    )
