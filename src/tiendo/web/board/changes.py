"""What changed since the reader last looked: figures approved, corrected, amended targets, and where targets stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import ReviewError
from tiendo.quantity import Figure
from tiendo.store.queries.log import acts_of
from tiendo.web import asking
from tiendo.web.board.scene import Row, Scene, scene_of, scene_on, wanted_day
from tiendo.web.board.scoreboard import Moved, moved_of
from tiendo.web.desk.nav import desk_of

COOKIE = "tiendo_seen"
FIRST_DAYS = 30  # how far back a first look goes


@dataclass(frozen=True, slots=True)
class Came:
    """A figure that was approved since, its target, and the figure it takes the place of."""

    figure: Figure
    row: Row
    before: Figure | None


@require_http_methods(["GET", "POST"])
def changes(request: HttpRequest, name: str) -> HttpResponse:
    """What changed since a day: the address's (`?since=`), else the day of the last look, else a month ago."""
    who = asking.of(request)
    if request.method == "POST":
        answer = HttpResponseRedirect(reverse("changes", args=[name]))
        answer.set_cookie(COOKIE, who.at.date().isoformat(), max_age=365 * 86400, samesite="Lax", httponly=True,
                          path=reverse("scoreboard", args=[name]), secure=request.is_secure())
        return answer
    desk, scene = desk_of(request, name), scene_of(request, name)
    since = since_of(request, scene.on)
    begin = datetime.combine(since, datetime.min.time(), who.at.tzinfo)
    acts = acts_of(desk.where.plan, since=begin) if who.may("view_log", desk.where) else ()
    return asking.page(
        request, "changes.html", desk=desk, scene=scene, since=since, came=tuple(came_since(scene, since)), acts=acts,
        moved=[one for one in _moved(request, scene, since) if one.changed])


def since_of(request: HttpRequest, on: date) -> date:
    """The day from which on changes are shown."""
    asked = wanted_day(request, "since")
    if isinstance(asked, date):
        return asked
    try:
        return date.fromisoformat(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return on - timedelta(days=FIRST_DAYS)


def came_since(scene: Scene, since: date) -> Iterator[Came]:
    """The figures approved from a day on and up to the day viewed, newest first."""
    by_id = {one.id: one for one in scene.plan.figures}
    new = [one for one in scene.plan.figures if one.approved_on and since <= one.approved_on <= scene.on]
    for figure in sorted(new, key=lambda one: (one.approved_on or since, one.id), reverse=True):
        yield Came(figure, scene.row(figure.target), by_id.get(figure.supersedes or ""))


def _moved(request: HttpRequest, scene: Scene, since: date) -> tuple[Moved, ...]:
    """The targets on both days; none where the earlier day is before the term."""
    if since >= scene.on:
        return ()
    try:
        return moved_of(scene_on(asking.of(request).call, scene.plan.name, since, scene.lang), scene)
    except ReviewError:
        return ()
