"""What changed since the reader last looked: figures approved, corrected, amended targets, and where targets stand.

For who signs in the last look is kept in the register, to the instant and on every machine; for everybody else it is a
day in a cookie.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import ReviewError
from tiendo.quantity import Figure
from tiendo.store.queries.log import acts_of
from tiendo.store.queries.looks import approved_after, looked_at
from tiendo.usecases.register.looks import mark_seen
from tiendo.web import asking
from tiendo.web.board.scene import Row, Scene, scene_of, scene_on, wanted_day
from tiendo.web.board.scoreboard import Moved, moved_of
from tiendo.web.desk.nav import Desk, desk_of

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
    """What changed since a day: the address's (`?since=`), else since the last look, else since a month ago."""
    desk, who = desk_of(request, name), asking.of(request)
    if request.method == "POST":
        return _seen(request, desk)
    scene = scene_of(request, name)
    looked = None if "since" in request.GET else looked_at(who.actor.account, desk.view.number)
    since = looked.astimezone(who.at.tzinfo).date() if looked else since_of(request, scene.on)
    begin = looked or datetime.combine(since, datetime.min.time(), who.at.tzinfo)
    acts = acts_of(desk.where.plan, since=begin) if who.may("view_log", desk.where) else ()
    only = approved_after(desk.view.number, looked) if looked else None
    return asking.page(
        request, "changes.html", desk=desk, scene=scene, since=since, acts=acts, looked=looked,
        came=tuple(one for one in came_since(scene, since) if only is None or one.figure.id in only),
        moved=[one for one in _moved(request, scene, since) if one.changed])


def _seen(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Everything up to now was seen: kept for the person, in a cookie for who is not signed in."""
    who, name = asking.of(request), desk.view.name
    answer = HttpResponseRedirect(reverse("changes", args=[name]))
    if who.actor.account is not None:
        mark_seen(call=who.call, plan=desk.view.number)
        answer.delete_cookie(COOKIE, path=reverse("scoreboard", args=[name]))
    else:
        answer.set_cookie(COOKIE, who.at.date().isoformat(), max_age=365 * 86400, samesite="Lax", httponly=True,
                          path=reverse("scoreboard", args=[name]), secure=request.is_secure())
    return answer


def since_of(request: HttpRequest, on: date) -> date:
    """The day from which on changes are shown to who has not looked before, or asks for a day."""
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
