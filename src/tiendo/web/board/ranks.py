"""Units beside each other: where the targets each one leads stand, places among peers, streaks, criteria, awards."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.assessing import Standing, streak
from tiendo.plan import Direction, Kind, Ranking
from tiendo.web import asking
from tiendo.web.board.scene import Row, Scene, scene_of
from tiendo.web.board.shared import shared
from tiendo.web.board.tables import Sheet, file_of, wanted_file
from tiendo.web.desk.nav import desk_of
from tiendo.words import say

GOOD = (Standing.EXCEEDED, Standing.MET, Standing.ON_PATH)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: how many of its targets stand where; the counts add up to `total`. Equal shares share a place."""

    code: str
    name: str
    counts: tuple[tuple[str, int], ...]
    total: int
    good: int
    place: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator that several units lead a target of: its rows, best first; `ranked` where better has an order."""

    name: str
    unit: str
    rows: tuple[tuple[int | None, Row], ...]


@dataclass(frozen=True, slots=True)
class League:
    """A body's places in one subject, latest first: the years running as we count them and as the source says."""

    body: str
    subject: str
    rows: tuple[Ranking, ...]
    held: int


@require_GET
def ranks(request: HttpRequest, name: str) -> HttpResponse:
    """The comparison, or the table of units as a file."""
    desk, scene = desk_of(request, name), scene_of(request, name)
    units = tuple(units_of(scene))
    if wanted_file(request):
        kinds = (say(f"assessing.standing_{one}", scene.lang) for one in Standing)
        head = (say("web.sheet_owner", scene.lang), *kinds, say("web.total", scene.lang))
        sheet = Sheet(f"{name}-units-{scene.on:%Y-%m-%d}", head, [
            (one.name, *(count for _, count in one.counts), one.total) for one in units])
        return file_of(sheet, wanted_file(request))
    known = [one for one in scene.plan.awards
             if (one.decided_on <= scene.on if one.decided_on else one.year <= scene.on.year)]
    body = shared(request, "ranks_body.html", scene, lambda: {
        "desk": desk, "units": units, "indicators": tuple(indicators_of(scene)), "leagues": tuple(leagues_of(scene)),
        "awards": sorted(known, key=lambda one: -one.year), "standings": tuple(Standing)})
    return asking.page(request, "ranks.html", desk=desk, scene=scene, body=body)


def units_of(scene: Scene) -> Iterator[UnitRow]:
    """The lead bodies by the share of their targets that stand well, as a fraction; equal shares share a place.

    No average of percentages and no score: a count of a count. A unit with one target stands beside one with nine, so
    the page prints both counts.
    """
    led = {code: [row.line.assessment.standing for row in scene.rows if row.line.target.lead_body == code]
           for code in dict.fromkeys(row.line.target.lead_body for row in scene.rows)}
    good = {code: sum(one in GOOD for one in found) for code, found in led.items()}
    shares = {code: (good[code], len(found)) for code, found in led.items()}
    for code in sorted(led, key=lambda code: (_place(shares, code), -len(led[code]), scene.body(code))):
        counts = tuple((str(one), led[code].count(one)) for one in Standing)
        place = _place(shares, code)
        yield UnitRow(code, scene.body(code), counts, len(led[code]), good[code], place,
                      sum(_place(shares, other) == place for other in shares) > 1)


def _place(shares: dict[str, tuple[int, int]], code: str) -> int:
    """One more than the number of units with a greater share, exactly."""
    good, total = shares[code]
    return 1 + sum(other * total > good * whole for other, whole in shares.values())


def indicators_of(scene: Scene) -> Iterator[Indicator]:
    """Targets of the same name and unit that several units lead, ranked by their latest value."""
    names = dict.fromkeys((row.view.name, row.view.unit) for row in scene.rows)
    for name, unit in names:
        rows = [row for row in scene.rows if (row.view.name, row.view.unit) == (name, unit)]
        if len({row.line.target.lead_body for row in rows}) > 1 and rows[0].line.target.kind is not Kind.STRUCTURE:
            yield Indicator(name, unit, tuple(_ranked(rows)))


def _ranked(rows: list[Row]) -> Iterator[tuple[int | None, Row]]:
    """Places 1, 2, 2, 4; no place without a value, and none where neither more nor less is better."""
    at_most = rows[0].line.target.direction is Direction.AT_MOST
    ordered = rows[0].line.target.direction in {Direction.AT_LEAST, Direction.AT_MOST}
    values = {row.view.code: row.line.assessment.value for row in rows}
    known = [value for value in values.values() if value is not None]
    placed: list[tuple[int | None, Row]] = []
    for row in rows:
        value = values[row.view.code]
        better = None if value is None else sum(other < value if at_most else other > value for other in known)
        placed.append((None if better is None or not ordered else better + 1, row))
    yield from sorted(placed, key=lambda one: (one[0] is None, one[0] or 0, one[1].view.owner))


def leagues_of(scene: Scene) -> Iterator[League]:
    """The plan's rankings known on the day, by body and subject."""
    known = [one for one in scene.plan.rankings if one.period.end <= scene.on]
    for body, subject in dict.fromkeys((one.body, one.subject) for one in known):
        rows = sorted((one for one in known if (one.body, one.subject) == (body, subject)),
                      key=lambda one: one.period.end, reverse=True)
        yield League(scene.body(body), subject, tuple(rows), streak(rows, rows[0].rank))


__all__ = ["Indicator", "League", "UnitRow", "indicators_of", "leagues_of", "ranks", "units_of"]
