"""Projects, payments, tasks, limitations, awards and rankings: numbers and days that can be."""

from collections.abc import Iterator
from decimal import Decimal

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Spot
from tiendo.plan.outline import EAST, NORTH
from tiendo.plan.records import Award, Disbursement, Limitation, Project, Ranking
from tiendo.plan.rules.bodies import ends_before
from tiendo.quantity import Figure

_FIRST_YEAR = 1945  # no award or budget year of these bodies is older


def other_problems(draft: Draft) -> Iterator[Problem]:
    """Negative money, impossible places, ends before starts, closings without proof."""
    for spot, project in draft.of(Project):
        yield from _at_least(spot, "capital", project.capital, 0)
        yield from ends_before(
            spot, ("planned_start_on", project.planned_start_on), ("planned_end_on", project.planned_end_on),
        )
        yield from _located(spot, project)
    for spot, paid in draft.of(Disbursement):
        yield from _at_least(spot, "year", paid.year, _FIRST_YEAR)
        yield from _at_least(spot, "plan", paid.plan, 0)
        yield from _at_least(spot, "disbursed", paid.disbursed, 0)
    for spot, award in draft.of(Award):
        yield from _at_least(spot, "year", award.year, _FIRST_YEAR)
    for spot, figure in draft.of(Figure):
        yield from _at_least(spot, "source_page", figure.source.page, 1)
    for spot, limitation in draft.of(Limitation):
        yield from ends_before(spot, ("since_on", limitation.since_on), ("closed_on", limitation.closed_on))
        if limitation.closed_on and not limitation.proof:
            yield Problem("P604", spot.at("proof"))
    for spot, ranking in draft.of(Ranking):
        yield from _ranking(spot, ranking)


def _at_least(spot: Spot, column: str, value: Decimal | int | None, least: int) -> Iterator[Problem]:
    if value is not None and value < least:
        yield Problem("P603", spot.at(column), {"value": str(value), "least": str(least)})


def _located(spot: Spot, project: Project) -> Iterator[Problem]:
    """A place has both its degrees, each as far as there are; more than 90 in the north is the other one."""
    found = {"latitude": project.latitude, "longitude": project.longitude}
    for column, value in found.items():
        most = NORTH if column == "latitude" else EAST
        if value is None and any(one is not None for one in found.values()):
            yield Problem("P606", spot.at(column))
        elif value is not None and abs(value) > most:
            yield Problem("P607", spot.at(column), {"value": str(value), "most": str(most)})


def _ranking(spot: Spot, row: Ranking) -> Iterator[Problem]:
    """A place is among those ranked; criteria met are told with, and not more than, the criteria there are."""
    yield from _at_least(spot, "rank", row.rank, 1)
    yield from _at_least(spot, "streak", row.streak, 1)
    if row.of is not None and row.of < row.rank:
        yield Problem("P601", spot.at("of"), {"rank": str(row.rank), "of": str(row.of)})
    met, total = row.criteria_met, row.criteria_total
    if (met is None) != (total is None):
        yield Problem("P605", spot.at("criteria_met" if met is None else "criteria_total"))
    elif met is not None and total is not None:
        yield from _at_least(spot, "criteria_met", met, 0)
        if met > total:
            yield Problem("P602", spot.at("criteria_met"), {"met": str(met), "total": str(total)})
