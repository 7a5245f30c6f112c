"""The series a forecast is made of: a target's own usable values by their day, from its last break on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.case import Case
from tiendo.assessing.evidence import day_of, rival_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.forecast.methods import Points
from tiendo.assessing.forecast.records import Break
from tiendo.assessing.path import start_value
from tiendo.assessing.years import Year
from tiendo.quantity import Figure

YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Series:
    """Values by day, oldest first. `cut` is the break that left earlier ones out, `disputed` a figure with a rival."""

    days: tuple[date, ...]
    values: tuple[Decimal, ...]
    cut: Break | None = None
    disputed: Figure | None = None

    @property
    def points(self) -> Points:
        """The series as the methods take it."""
        return [(self.moment(day), float(value)) for day, value in zip(self.days, self.values, strict=True)]

    def moment(self, day: date) -> float:
        """A day in years since the first value."""
        return (day - self.days[0]).days / YEAR

    @property
    def digit(self) -> float:
        """One unit of the last digit any value was reported with."""
        return float(Decimal(1).scaleb(-max(places(value) for value in self.values)))


def places(value: Decimal) -> int:
    """How many digits stand after the point."""
    return max(0, -int(value.as_tuple().exponent))


def levels_of(case: Case, cut: Break | None) -> Series:
    """The baseline (a running total begins at nothing) and the figures; of one day the last in order counts."""
    found: dict[date, Decimal] = {}
    start = start_value(case.target)
    if start is not None and case.begins_on is not None and case.begins_on <= case.as_of:
        found[case.begins_on] = start
    disputed = None
    for figure in case.figures:
        if figure.value is not None:
            found[day_of(figure)] = figure.value
            disputed = disputed or (figure if rival_of(figure, case.figures) else None)
    return _series(found, cut, disputed)


def years_of(case: Case, years: tuple[Year, ...], cut: Break | None) -> Series:
    """The values of the closed years as they are judged, on the last day of each; a baseline is the year before."""
    found: dict[date, Decimal] = {}
    start, begin = case.target.baseline, case.target.baseline_on
    if start is not None and begin is not None and not any(year.assigned for year in years):
        found[begin] = start
    found |= {year.period.end: _exact(year) for year in years if year.value is not None}
    disputed = next((year.figure for year in years if year.figure and rival_of(year.figure, case.figures)), None)
    return _series(found, cut, disputed)


def _exact(year: Year) -> Decimal:
    """A year's value as it was reported; a share of an assigned plan was worked out and is rounded to two digits."""
    if year.assigned is None and year.figure is not None and year.figure.value is not None:
        return year.figure.value
    return round(decimal(year.value or Fraction(0)), 2)


def _series(found: Mapping[date, Decimal], cut: Break | None, disputed: Figure | None) -> Series:
    days = tuple(sorted(day for day in found if cut is None or day >= cut.on))
    left_out = cut if len(days) < len(found) else None
    return Series(days, tuple(found[day] for day in days), left_out, disputed)
