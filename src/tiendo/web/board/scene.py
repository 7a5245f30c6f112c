"""A plan's scoreboard laid out for a template: sums, what needs attention, rows by sector."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tiendo.assessing import Assessment, Standing, Tally, assess_plan, reason_text, tally
from tiendo.errors import Lang
from tiendo.plan import Plan, Target
from tiendo.words import say

ATTENTION = (Standing.MISSED, Standing.BEHIND, Standing.UNPROVEN, Standing.NOT_ASSESSABLE)

__all__ = ["Row", "Scene", "Sector", "scene_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """One target with its verdict and the sentence that says why."""

    target: Target
    verdict: Assessment
    owner: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sector:
    """The targets of one sector and their own sum."""

    name: str
    rows: tuple[Row, ...]
    sum: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The whole scoreboard as of a day."""

    on: date
    tally: Tally
    sum: str
    attention: tuple[Row, ...]
    sectors: tuple[Sector, ...]


def scene_of(plan: Plan, on: date, lang: Lang) -> Scene:
    """The scoreboard of a plan as of a day, in one language."""
    rows = _rows(plan, on, lang)
    counts = tally([row.verdict for row in rows])
    first = tuple(row for standing in ATTENTION for row in rows if row.verdict.standing is standing)
    return Scene(on, counts, _sum(counts, lang), first, tuple(_sectors(rows, lang)))


def _rows(plan: Plan, on: date, lang: Lang) -> tuple[Row, ...]:
    names = {body.code: body.name_vi if lang == "vi" else body.name_en for body in plan.bodies}
    return tuple(
        Row(target, verdict, names.get(target.lead_body, target.lead_body), reason_text(target, verdict, lang))
        for target, verdict in zip(plan.targets, assess_plan(plan, on), strict=True)
    )


def _sectors(rows: Sequence[Row], lang: Lang) -> list[Sector]:
    found = []
    for sector in dict.fromkeys(row.target.sector for row in rows):
        inside = tuple(row for row in rows if row.target.sector == sector)
        name = sector if lang == "vi" else inside[0].target.sector_en or sector
        found.append(Sector(name, inside, _sum(tally([row.verdict for row in inside]), lang)))
    return found


def _sum(counts: Tally, lang: Lang) -> str:
    """The parts that add up, in writing."""
    parts = " + ".join(f"{count} {say(f'assessing.standing_{standing}', lang).lower()}"
                       for standing, count in counts.counts if count)
    return f"{parts} = {counts.total}"
