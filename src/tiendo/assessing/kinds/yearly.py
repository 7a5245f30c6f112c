"""annual_repeat, rating and relative_to_assigned: every closed year is judged by itself.

While the term runs:
1. No year has closed: not assessable. A closed year has no approved figure: unproven.
2. Every closed year met its goal: met; exceeded when the latest of them is strictly better.
3. The latest closed year did not: behind.
4. Only an earlier year did not: on path where the end rule still forgives it (last_year, or an average that
   reaches the goal so far), behind where it does not (all_years).
At the end the end rule speaks: all years, their plain average, or the last year; met, exceeded or missed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.attainment import attainment, no_attainment
from tiendo.assessing.case import Case
from tiendo.assessing.exact import decimal
from tiendo.assessing.reasons import Reason, goal_words, why
from tiendo.assessing.records import Assessment, Basis, Standing
from tiendo.assessing.years import (
    Year,
    all_years,
    closed_years,
    running_year,
    year_flags,
    year_results,
    years_gap,
)
from tiendo.plan import EndRule


def judge_annual(case: Case) -> Assessment:
    """annual_repeat: each closed year against the goal."""
    return judge_years(case, Basis.ANNUAL)


def judge_rating(case: Case) -> Assessment:
    """rating: each closed year's place on the scale against the place asked for; places have no average."""
    if case.target.end_rule is EndRule.AVERAGE:
        return case.not_assessable(Basis.SCALE, why("scale_average"))
    return judge_years(case, Basis.SCALE)


def as_reported(_: Case, year: Year) -> Year:
    """A year is judged by the value reported for it."""
    return year


def judge_years(
    case: Case,
    basis: Basis,
    read: Callable[[Case, Year], Year] = as_reported,
    gap: Callable[[Case, Sequence[Year], Basis], Assessment | None] = years_gap,
) -> Assessment:
    """The verdict on the closed years; `read` gives a year the value to judge, `gap` says why one cannot be judged."""
    years = tuple(read(case, year) for year in closed_years(case))
    running = running_year(case)
    results = year_results(case, years, None if running is None else read(case, running))
    missing = gap(case, years, basis)
    if missing is not None:
        return replace(missing, years=results, flags=year_flags(years))
    values = [year.value for year in years if year.value is not None]
    standing, key = _at_the_end(case, values) if case.closed else _on_the_way(case, values)
    averaged = case.closed and case.target.end_rule is EndRule.AVERAGE
    value = _mean(values) if averaged else values[-1]
    return replace(
        case.verdict(standing, basis, _reason(case, years, key)), figure=years[-1].figure, value=decimal(value),
        attainment=attainment(case.target, value), no_attainment=no_attainment(case.target, value),
        expected=decimal(case.goal.must), years=results, flags=year_flags(years),
    )


def _on_the_way(case: Case, values: Sequence[Fraction]) -> tuple[Standing, str]:
    """Rules 2 to 4; the standing and the key of its reason."""
    goal, latest = case.goal, values[-1]
    if all(map(goal.reached, values)):
        return Standing.EXCEEDED if goal.exceeded(latest) else Standing.MET, "years_met"
    if not goal.reached(latest):
        return Standing.BEHIND, "year_behind"
    if case.target.end_rule is EndRule.ALL_YEARS:
        return Standing.BEHIND, "year_broken"
    if case.target.end_rule is EndRule.AVERAGE and not goal.reached(_mean(values)):
        return Standing.BEHIND, "average_behind"
    return Standing.ON_PATH, "year_forgiven"


def _at_the_end(case: Case, values: Sequence[Fraction]) -> tuple[Standing, str]:
    """The end rule; the standing and the key of its reason."""
    goal, rule = case.goal, case.target.end_rule
    judged = _mean(values) if rule is EndRule.AVERAGE else values[-1]
    kept = all(map(goal.reached, values)) if rule is EndRule.ALL_YEARS else goal.reached(judged)
    if not kept:
        return Standing.MISSED, f"end_{rule}"
    return Standing.EXCEEDED if goal.exceeded(judged) else Standing.MET, f"end_{rule}"


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _reason(case: Case, years: Sequence[Year], key: str) -> Reason:
    values = [year.value for year in years if year.value is not None]
    failed = [year.period.code for year in years if year.value is not None and not case.goal.reached(year.value)]
    said: dict[str, Fraction | str] = {"failed": ", ".join(failed)} if failed else {}
    if case.target.end_rule is EndRule.AVERAGE:
        said["mean"] = _mean(values)
    return why(
        key, met=len(years) - len(failed), closed=len(years), of=all_years(case), period=years[-1].period.code,
        value=_shown(years[-1]), goal=goal_words(case.target), **said,
    )


def _shown(year: Year) -> Decimal | Fraction:
    """The value as it was reported; a share of an assigned plan was worked out and is rounded."""
    if year.assigned is None and year.figure is not None and year.figure.value is not None:
        return year.figure.value
    return year.value or Fraction(0)
