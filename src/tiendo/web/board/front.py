"""The front page: the plans of the register."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tiendo.store.queries import plans
from tiendo.usecases.register.plan_upload import may_load
from tiendo.web import asking


def front(request: HttpRequest) -> HttpResponse:
    """The plans of the register; the only one there is opens at once, for who is signed in at their own work."""
    known = plans.plans()
    if len(known) == 1:
        route = "today" if asking.of(request).actor.account else "scoreboard"
        return HttpResponseRedirect(reverse(route, args=[known[0].name]))
    return asking.page(request, "front.html", plans=known, may_load=may_load(asking.of(request).actor))
