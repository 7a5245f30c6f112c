"""The closed years of a yearly target: which there are, what each shows, and what keeps them from being judged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.case import Case, conflict, no_data
from tiendo.assessing.due import periods_between
from tiendo.assessing.evidence import day_of, rank_of, rival_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.reasons import why
from tiendo.assessing.records import Assessment, Basis, Flag, YearResult
from tiendo.quantity import Figure, FigureStatus, Period


@dataclass(frozen=True, slots=True)
class Year:
    """One year: its figure, the exact value judged (for relative_to_assigned per cent of `assigned`)."""

    period: Period
    figure: Figure | None = None
    value: Fraction | None = None
    assigned: Decimal | None = None


def years_begin_on(case: Case) -> date | None:
    """The day yearly judging begins: the target's own beginning, or else its first yearly figure's."""
    if case.begins_on is not None:
        return case.begins_on
    return min((one.period.start for one in case.figures if is_year(one.period)), default=None)


def closed_years(case: Case) -> tuple[Year, ...]:
    """The whole calendar years from the beginning that have ended by the day viewed and by the due day."""
    begin = years_begin_on(case)
    if begin is None:
        return ()
    return tuple(year_of(case, period) for period in periods_between("year", begin, case.until))


def all_years(case: Case) -> int:
    """How many whole calendar years the target runs over."""
    begin = years_begin_on(case)
    return 0 if begin is None else len(periods_between("year", begin, case.target.due_on))


def year_of(case: Case, period: Period) -> Year:
    """A year with its figure: the latest for the whole year, or the level on its last day."""
    whole = [one for one in case.figures if (one.period.start, one.period.end) == (period.start, period.end)]
    last_day = [one for one in case.figures if one.period.start == one.period.end == period.end]
    figure = max(whole or last_day, key=lambda one: (*rank_of(one), one.id), default=None)
    value = None if figure is None or figure.value is None else Fraction(figure.value)
    return Year(period, figure, value)


def is_year(period: Period) -> bool:
    """Whether a period is one calendar year."""
    return (period.start.month, period.start.day, period.end) == (1, 1, date(period.start.year, 12, 31))


def years_gap(case: Case, years: Sequence[Year], basis: Basis) -> Assessment | None:
    """Why the closed years cannot be judged; None when every one of them shows a value."""
    if not years:
        if years_begin_on(case) is None:
            return case.unproven(basis, why("no_figure", on=case.as_of))
        return case.not_assessable(basis, why("no_closed_year", on=case.as_of))
    missing = [year.period.code for year in years if year.figure is None]  # all named at once
    if missing:
        return case.unproven(basis, why("year_missing", periods=", ".join(missing)))
    return next((found for year in years if (found := _year_gap(case, year, basis))), None)


def _year_gap(case: Case, year: Year, basis: Basis) -> Assessment | None:
    figure = year.figure
    if figure is None:
        return None
    rival = rival_of(figure, case.figures)
    if rival is not None:
        return case.unproven(basis, conflict(figure, rival))
    if figure.value is None:
        return case.unproven(basis, no_data(figure))
    if case.closed and not is_final(year):
        return case.unproven(basis, why("closing_estimate", on=day_of(figure), reported=figure.value))
    return None


def is_final(year: Year) -> bool:
    """Whether a year's figure is actual and speaks of the whole year."""
    figure = year.figure
    return figure is not None and figure.status is FigureStatus.ACTUAL and day_of(figure) >= year.period.end


def year_results(case: Case, years: Sequence[Year], running: Year | None) -> tuple[YearResult, ...]:
    """Each closed year judged by itself, then the running year where a figure for it is known: not judged."""
    results = tuple(_result(case, year) for year in years)
    return results if running is None else (*results, replace(_result(case, running), met=None, exceeded=None))


def _result(case: Case, year: Year) -> YearResult:
    met = None if year.value is None else case.goal.reached(year.value)
    exceeded = None if year.value is None else case.goal.exceeded(year.value)
    value = None if year.value is None else decimal(year.value)
    return YearResult(year.period.code, value, decimal(case.goal.must), met, exceeded, year.figure, year.assigned)


def running_year(case: Case) -> Year | None:
    """The year of the day viewed while it and the target still run; None when it has no figure of its own."""
    period = Period.parse(f"{case.as_of.year:04}")
    if period is None or case.closed or case.as_of >= period.end:
        return None
    year = year_of(case, period)
    return None if year.figure is None else year


def year_flags(years: Sequence[Year]) -> tuple[Flag, ...]:
    """What a reader should know of the years' figures."""
    figures = [year.figure for year in years if year.figure is not None]
    told = {
        Flag.ESTIMATE: any(one.status is FigureStatus.ESTIMATE for one in figures),
        Flag.PROVISIONAL: any(one.status is FigureStatus.ACTUAL and not is_final(year)
                              for year in years if (one := year.figure) is not None),
        Flag.SUPERSEDED: any(one.supersedes is not None for one in figures),
    }
    return tuple(flag for flag, true in told.items() if true)
