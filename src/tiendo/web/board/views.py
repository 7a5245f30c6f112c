"""The front page and the scoreboard of a plan as of a day."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.errors import Problem
from tiendo.plan import Plan
from tiendo.quantity import check_day
from tiendo.store.queries import plans
from tiendo.web import asking
from tiendo.web.board.scene import scene_of
from tiendo.web.desk.nav import desk_of


def front(request: HttpRequest) -> HttpResponse:
    """The plans of the register; the only one there is opens at once, for who is signed in at their own work."""
    known = plans.plans()
    if len(known) == 1:
        route = "today" if asking.of(request).actor.account else "scoreboard"
        return HttpResponseRedirect(reverse(route, args=[known[0].name]))
    return asking.page(request, "front.html", plans=known)


def scoreboard(request: HttpRequest, name: str) -> HttpResponse:
    """The scoreboard: where every target stands, on what basis, as of a day."""
    desk = desk_of(request, name)
    plan = plans.whole_plan(desk.view.number)
    on = day_of(request, _usual(plan, asking.of(request).at.date()))
    return asking.page(request, "scoreboard.html", scene=scene_of(plan, on, asking.of(request).lang),
                       view=desk.view, desk=desk)


def _usual(plan: Plan, today: date) -> date:
    """The day shown when none is asked for: today; in a demonstration, whose figures are old, the newest one's."""
    newest = max((one.as_of for one in plan.figures if one.approved_by), default=today)
    return newest if settings.TIENDO["demo"] else today


def day_of(request: HttpRequest, today: date) -> date:
    """The day asked for (`?day=2023-03-31`), today when none or no day is named."""
    found = check_day(request.GET.get("day", ""), None) if request.GET.get("day") else today
    return today if isinstance(found, Problem) else found
