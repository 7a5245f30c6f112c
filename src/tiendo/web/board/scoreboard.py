"""The scoreboard of a plan: where every target stands, on what basis, as of a day; two days beside each other."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.assessing import Standing
from tiendo.errors import Problem, ReviewError
from tiendo.review.page.amounts import short
from tiendo.web import asking
from tiendo.web.board.filters import Filters, choices_of, filters_of
from tiendo.web.board.scene import Row, Scene, scene_of, scene_on, wanted_day
from tiendo.web.board.shared import shared
from tiendo.web.board.tables import Cell, Sheet, file_of, wanted_file
from tiendo.web.desk.nav import Desk, desk_of
from tiendo.words import say

STALE_DAYS = 200  # from then on the page says that the figures end long before the day viewed
COLUMNS = ("code", "target", "sector", "owner", "unit", "baseline", "goal", "latest", "period", "data_day",
           "attainment", "standing", "basis", "flags", "why", "outlook", "outlook_low", "outlook_value", "outlook_high",
           "outlook_day", "outlook_why", "sentence", "document", "reported", "approved",
           "approved_on")


@dataclass(frozen=True, slots=True)
class Group:
    """A sector with its own sum and the targets that are shown."""

    name: str
    sum: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A target on two days: whether its standing is another one."""

    before: Row
    after: Row

    @property
    def changed(self) -> bool:
        """Whether its standing is another one."""
        return self.before.line.assessment.standing is not self.after.line.assessment.standing


@require_GET
def scoreboard(request: HttpRequest, name: str) -> HttpResponse:
    """The scoreboard, or its table as a file (`?format=csv`)."""
    desk = desk_of(request, name)
    scene, filters = scene_of(request, name), filters_of(request)
    if wanted_file(request):
        return file_of(sheet_of(scene, groups_of(scene, filters), name), wanted_file(request))
    body = shared(request, "scoreboard_body.html", scene, lambda: _shown(request, desk, scene, filters))
    return asking.page(request, "scoreboard.html", desk=desk, scene=scene, body=body)


def _shown(request: HttpRequest, desk: Desk, scene: Scene, filters: Filters) -> dict[str, object]:
    """What the scoreboard's template is told."""
    groups, other = groups_of(scene, filters), _other(request, desk.view.name, scene)
    asked = wanted_day(request, "day"), wanted_day(request, "with"), other
    return {
        "desk": desk, "page": scene.board.page, "board": scene.board.page.board, "filters": filters,
        "choices": choices_of(scene), "groups": groups, "shown": sum(len(group.rows) for group in groups),
        "problems": [one for one in asked if isinstance(one, Problem)], "last": last_data(scene),
        "stale": _stale(scene), "other": other if isinstance(other, Scene) else None,
        "moved": moved_of(other, scene) if isinstance(other, Scene) else (),
    }


def groups_of(scene: Scene, filters: Filters) -> tuple[Group, ...]:
    """The sectors, those with most to look at first, each with the targets that are kept."""
    rows = {row.view.code: row for row in scene.rows}
    found = []
    for sector in scene.board.page.board.sectors:
        kept = tuple(rows[view.code] for view in sector.targets if filters.keeps(rows[view.code]))
        if kept:
            found.append(Group(sector.name, sector.sum, kept))
    return tuple(found)


def last_data(scene: Scene) -> date | None:
    """The latest day the figures used speak of."""
    return max((figure.as_of for row in scene.rows for figure in row.line.figures), default=None)


def _stale(scene: Scene) -> bool:
    last = last_data(scene)
    return last is not None and (scene.on - last).days > STALE_DAYS


def _other(request: HttpRequest, name: str, scene: Scene) -> Scene | Problem | None:
    """The other day's scene (`?with=`); a day before the term is a problem to be shown, not a broken page."""
    day = wanted_day(request, "with")
    if not isinstance(day, date) or day == scene.on:
        return None
    try:
        return scene_on(asking.of(request).call, name, day, scene.lang)
    except ReviewError as error:
        return error.problems[0]


def moved_of(one: Scene, other: Scene) -> tuple[Moved, ...]:
    """Every target on two days, the earlier first; those that stand elsewhere before the rest."""
    early, late = sorted((one, other), key=lambda scene: scene.on)
    places = list(Standing)
    found = [Moved(early.row(row.view.code), row) for row in late.rows]
    return tuple(sorted(found, key=lambda move: (
        not move.changed, -places.index(move.after.line.assessment.standing))))


def sheet_of(scene: Scene, groups: tuple[Group, ...], name: str) -> Sheet:
    """The scoreboard as a table of plain values, with the source of each latest figure."""
    head = tuple(say(f"web.sheet_{column}", scene.lang) for column in COLUMNS)
    return Sheet(f"{name}-{scene.on:%Y-%m-%d}", head, [_cells(scene, row) for group in groups for row in group.rows])


def _cells(scene: Scene, row: Row) -> tuple[Cell, ...]:
    target, verdict, view = row.line.target, row.line.assessment, row.view
    figure = verdict.figure
    plain = target.scale is None
    attained = None if verdict.attainment is None else short(verdict.attainment, 1)
    latest = None if figure is None or figure.value is None else figure.value if plain else _words(view.value)
    return (
        target.code, view.name, view.sector, view.owner, view.unit, target.baseline if plain else _words(view.baseline),
        target.goal if plain else _words(view.goal), latest, view.period, figure.as_of if figure else None, attained,
        view.standing_word, view.basis, "; ".join(view.flags), view.reason, *_outlook_cells(row),
        figure.source.sentence if figure else None, scene.document(figure.source.document) if figure else None,
        scene.body(figure.reported_by) if figure else None, scene.body(figure.approved_by or "") if figure else None,
        figure.approved_on if figure else None,
    )


def _outlook_cells(row: Row) -> tuple[Cell, ...]:
    """The outlook in its own columns: the answer, the range and its middle, the day, why."""
    end = row.outlook.outlook.end
    span = (None,) * 4 if end is None else (end.low, end.value, end.high, end.on)
    return (row.outlook.word, *span, row.outlook.reason)


def _words(runs: tuple[object, ...]) -> str:
    """Runs as one text."""
    return "".join(run if isinstance(run, str) else str(getattr(run, "shown", "")) for run in runs)
