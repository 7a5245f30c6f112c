"""The S-curve of disbursement: what was paid, summed up day by day, beside what the yearly plans asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from tiendo.plan import Disbursement
from tiendo.review.charts.svg import dot, line, together, words

__all__ = ["BILLION", "Year", "curve", "deadline", "years_of"]

BILLION = Decimal(10) ** 9
WIDTH, HEIGHT = 420, 190
LEFT, TOP, RIGHT, BOTTOM = 44.0, 16.0, 404.0, 160.0


@dataclass(frozen=True, slots=True)
class Year:
    """One budget year of all projects: what was planned by whom, what was paid by the latest day, who says nothing.

    Amounts in VND. `paid` is None where no project has a figure; `silent` counts those without one, whose plan stays in
    `planned` and whose payments are unknown, never 0. `known` is the plan of those that have a figure.
    """

    year: int
    planned: Decimal
    known: Decimal
    paid: Decimal | None
    silent: int
    projects: int
    basis: tuple[str, ...]
    as_of: date | None
    points: tuple[tuple[date, Decimal], ...]

    @property
    def rate(self) -> Decimal | None:
        """Per cent of the plan of the projects that have a figure."""
        return None if self.paid is None or not self.known else 100 * self.paid / self.known


def deadline(year: int) -> date:
    """The last day on which a budget year's capital can be paid: 31 January of the next."""
    return date(year + 1, 1, 31)


def years_of(rows: Sequence[Disbursement], on: date) -> tuple[Year, ...]:
    """The budget years begun by a day, from the figures known on it, oldest first."""
    return tuple(_year([one for one in rows if one.year == year and one.as_of <= on], year)
                 for year in sorted({one.year for one in rows if one.as_of <= on}))


def _year(rows: Sequence[Disbursement], year: int) -> Year:
    latest = {one.project: one for one in sorted(rows, key=lambda one: one.as_of)}
    given = [one for one in latest.values() if one.disbursed is not None]
    return Year(
        year, sum((one.plan for one in latest.values()), Decimal(0)), sum((one.plan for one in given), Decimal(0)),
        sum((one.disbursed for one in given if one.disbursed is not None), Decimal(0)) if given else None,
        len(latest) - len(given), len(latest), tuple(dict.fromkeys(one.plan_basis for one in latest.values())),
        max((one.as_of for one in given), default=None), tuple(_points(rows)),
    )


def _points(rows: Sequence[Disbursement]) -> Iterator[tuple[date, Decimal]]:
    """What all projects together were known to have been paid on each day a figure came."""
    paid: dict[str, Decimal] = {}
    for day in sorted({one.as_of for one in rows}):
        paid |= {one.project: one.disbursed for one in rows if one.as_of == day and one.disbursed is not None}
        if paid:
            yield day, sum(paid.values(), Decimal(0))


def curve(years: Sequence[Year]) -> Markup:
    """Plan (dashed) and payments (full line) summed over the years; empty with fewer than one payment."""
    plan, paid = [(date(years[0].year, 1, 1), Decimal(0))] if years else [], []
    total = spent = Decimal(0)
    paid = list(plan)
    for year in years:
        total += year.planned
        plan.append((deadline(year.year), total))
        paid += [(day, spent + value) for day, value in year.points]
        spent += year.paid or Decimal(0)
    if len(paid) < 2 or not total:
        return Markup("")
    begin, end = plan[0][0], max(plan[-1][0], paid[-1][0])
    top = max(total, paid[-1][1])

    def spot(day: date, value: Decimal) -> tuple[float, float]:
        return (LEFT + (day - begin).days / (end - begin).days * (RIGHT - LEFT),
                BOTTOM - float(value / top) * (BOTTOM - TOP))

    shapes = [line("c-axis", [(LEFT, BOTTOM), (RIGHT, BOTTOM)]), line("s-plan", [spot(*one) for one in plan]),
              line("s-paid", [spot(*one) for one in paid])]
    shapes += [dot("s-dot", spot(*one), 2.6) for one in paid[1:]]
    for year in years:
        x = spot(min(deadline(year.year), end), Decimal(0))[0]
        shapes.append(line("c-axis", [(x, BOTTOM), (x, BOTTOM + 4)]))
        shapes.append(words("c-end", (x, BOTTOM + 18), f"31/01/{year.year + 1}"))
    shapes.append(words("c-end", (LEFT - 4, TOP + 4), f"{round(top / BILLION):,}".replace(",", ".")))
    shapes.append(words("c-end", (LEFT - 4, BOTTOM), "0"))
    return together(shapes)
