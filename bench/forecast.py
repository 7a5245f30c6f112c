"""Back-test of the forecast on public series of the provinces: how often the 80 % range holds, how far it misses.

Every run of years of every series is foretold from its first points alone, one to four years ahead. "miss" is the mean
distance of the middle, as a ratio to that of "the same as last year" (below 1 is better); "held" the share of ranges
that held the true value (80 is asked for); "width" the median width of the range beside the last value.
`python bench/run.py forecast`
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import mean, median

from tiendo.assessing.forecast.methods import MONEY, RUNNING, TREND, USUAL, Method, Points, course_of

SERIES = Path(__file__).parent / "series" / "provinces.csv"
LENGTHS = ((3, 3), (4, 5), (6, 8))  # points a forecast is made of, from-to
Years = Mapping[int, float]
Tried = tuple[float, float, bool, float]  # miss of the middle, of the last value, held, width


def run() -> None:
    """Print the table, a line a method, kind of series, length and distance."""
    known = read()
    print(f"{'series':<34}{'method':<9}{'points':>7}{'years':>6}{'tries':>7}{'miss':>7}{'held %':>8}{'width':>7}")
    for name, method, group in groups(known):
        for least, most in LENGTHS:
            for ahead in (1, 2, 3, 4):
                line(f"{name:<34}{method.name:<9}{f'{least}-{most}':>7}{ahead:>6}", [
                    one for years in group for count in range(max(least, method.least), most + 1)
                    for one in tries(years, method, count, ahead)])


def line(head: str, found: list[Tried]) -> None:
    """One line of the table; nothing where nothing could be tried."""
    if found:
        ratio = sum(one[0] for one in found) / sum(one[1] for one in found)
        held, width = 100 * mean(one[2] for one in found), median(one[3] for one in found)
        print(f"{head}{len(found):>7}{ratio:>7.2f}{held:>8.0f}{width:>7.2f}")


def read() -> dict[str, dict[str, dict[int, float]]]:
    """Series -> province -> year -> value."""
    found: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    with SERIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["series"]][row["province"]][int(row["year"])] = float(row["value"])
    return found


def groups(known: Mapping[str, Mapping[str, Years]]) -> Iterator[tuple[str, Method, list[Years]]]:
    """The series as targets would have them: levels, running totals, shares of a plan, yearly growth."""
    revenue, planned = known["revenue"], known["revenue_plan"]
    yield "level: PCI score", TREND, list(known["pci"].values())
    yield "level: PAPI scores", TREND, [one for name, each in known.items() if name.startswith("papi")
                                         for one in each.values()]
    yield "money: revenue, expenditure", MONEY, [*revenue.values(), *known["expenditure"].values()]
    yield "money: planned revenue", MONEY, list(planned.values())
    yield "running total: revenue", RUNNING, [summed(years) for years in revenue.values()]
    yield "yearly: revenue, % of plan", USUAL, [
        {year: 100 * value / planned[name][year] for year, value in years.items() if planned.get(name, {}).get(year)}
        for name, years in revenue.items()]
    yield "yearly: growth of revenue, %", USUAL, [
        {year: 100 * (value / years[year - 1] - 1) for year, value in years.items() if years.get(year - 1)}
        for years in revenue.values()]


def summed(years: Years) -> Years:
    """The running total since the first year, until a year is missing."""
    found: dict[int, float] = {}
    total, year = 0.0, min(years)
    while year in years:
        total += years[year]
        found[year] = total
        year += 1
    return found


def tries(years: Years, method: Method, count: int, ahead: int) -> Iterator[Tried]:
    """Every run of `count` years that lie side by side, foretold `ahead` years on."""
    for first in sorted(years):
        run_of = range(first, first + count)
        meant = run_of[-1] + ahead
        if all(year in years for year in run_of) and meant in years:
            points: Points = [(float(year - first), years[year]) for year in run_of]
            middle, half = course_of(points, method).at(float(meant - first))
            true, last = years[meant], points[-1][1]
            yield abs(true - middle), abs(true - last), abs(true - middle) <= half, 2 * half / abs(last or 1)
