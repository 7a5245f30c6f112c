"""The pace of disbursement within a budget year: per cent of the plan paid by each day, beside the year before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from markupsafe import Markup

from tiendo.review.charts.svg import Spot, dot, line, together, words
from tiendo.web.board.curve import Year, deadline

__all__ = ["Pace", "pace_of"]

LEFT, TOP, RIGHT, BOTTOM = 44.0, 16.0, 404.0, 160.0
Share = tuple[date, Decimal]  # a day, and per cent of the year's whole plan paid by then


@dataclass(frozen=True, slots=True)
class Pace:
    """Two budget years side by side; the table has what the drawing has."""

    shapes: Markup
    year: int
    shares: tuple[Share, ...]
    before: tuple[Share, ...]

    @property
    def rows(self) -> tuple[tuple[Share | None, Share | None], ...]:
        """The days of both years beside each other, in order."""
        return tuple(zip_longest(self.shares, self.before))


def pace_of(years: Sequence[Year]) -> Pace | None:
    """The last budget year beside the one before; None where either is missing or has no payment."""
    found = {one.year: one for one in years}
    last = found.get(max(found, default=0))
    before = None if last is None else found.get(last.year - 1)
    if last is None or before is None or not (last.points and before.points and last.planned and before.planned):
        return None
    now, then = _shares(last), _shares(before)
    return Pace(_drawn(last.year, now, then), last.year, now, then)


def _shares(year: Year) -> tuple[Share, ...]:
    return tuple((day, 100 * paid / year.planned) for day, paid in year.points)


def _drawn(year: int, now: Sequence[Share], before: Sequence[Share]) -> Markup:
    """This year thick, last year thin, the plan dashed to 100 at the deadline; above 100 the scale grows."""
    most = max([Decimal(100), *(share for _, share in (*now, *before))])

    def spot(first: int, day: date, share: Decimal) -> Spot:
        begin, end = date(first, 1, 1), deadline(first)
        return (LEFT + min(1.0, (day - begin).days / (end - begin).days) * (RIGHT - LEFT),
                BOTTOM - float(share / most) * (BOTTOM - TOP))

    def course(first: int, shares: Sequence[Share]) -> list[Spot]:
        return [spot(first, *one) for one in ((date(first, 1, 1), Decimal(0)), *shares)]

    end = spot(year, deadline(year), Decimal(100))
    shapes = [
        line("c-axis", [(LEFT, BOTTOM), (RIGHT, BOTTOM)]), line("s-dead", [(RIGHT, TOP - 6), (RIGHT, BOTTOM + 4)]),
        line("s-plan", [course(year, ())[0], end]), line("s-last", course(year - 1, before)),
        line("s-paid", course(year, now)), *(dot("s-dot", one, 2.6) for one in course(year, now)[1:]),
        words("c-end", (LEFT - 4, end[1] + 4), "100%"), words("c-end", (LEFT - 4, BOTTOM), "0"),
    ]
    for month in (4, 7, 10):
        x = spot(year, date(year, month, 1), Decimal(0))[0]
        shapes += [line("c-axis", [(x, BOTTOM), (x, BOTTOM + 4)]), words("c-year", (x, BOTTOM + 18), f"01/{month:02}")]
    return together([*shapes, words("c-end", (RIGHT, BOTTOM + 18), "31/01")])
