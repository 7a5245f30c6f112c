"""Periods of collection for the office: open, close, open again; who is late and what is missing."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import Problem, RegisterError
from tiendo.store.queries import periods as period_queries
from tiendo.usecases.register import periods as acts
from tiendo.usecases.register.call import allow
from tiendo.web import asking
from tiendo.web.desk.fields import day_said
from tiendo.web.desk.nav import desk_of
from tiendo.web.desk.steps import Step, carried_out


def _open(request: HttpRequest, plan: int) -> None:
    opens, closes = day_said(request.POST, "opens_on"), day_said(request.POST, "closes_on")
    if isinstance(opens, Problem) or isinstance(closes, Problem):
        raise RegisterError([found for found in (opens, closes) if isinstance(found, Problem)])
    grace = request.POST.get("grace_days", "0")
    acts.open_period(call=asking.of(request).call, plan=plan, period=request.POST.get("period", "").strip(),
                     opens_on=opens, closes_on=closes, grace_days=int(grace) if grace.isdecimal() else 0)


def _close(request: HttpRequest, plan: int) -> None:
    acts.close_period(call=asking.of(request).call, plan=plan, period=request.POST.get("period", ""))


def _reopen(request: HttpRequest, plan: int) -> None:
    until = day_said(request.POST, "until")
    if isinstance(until, Problem):
        raise RegisterError([until])
    acts.reopen_period(call=asking.of(request).call, plan=plan, period=request.POST.get("period", ""), until=until,
                       why=request.POST.get("why", ""))


STEPS: Mapping[str, Step] = MappingProxyType({
    "open": _open, "close": _close, "reopen": _reopen,
})


@require_http_methods(["GET", "POST"])
def periods(request: HttpRequest, name: str) -> HttpResponse:
    """Every period with how far each unit is."""
    desk, who = desk_of(request, name), asking.of(request)
    allow(who.call, "view_overview", desk.where)
    outcome = carried_out(request, STEPS, desk.view.number)
    if outcome.done:
        return HttpResponseRedirect(reverse("periods", args=[name]))
    known = period_queries.periods_of(desk.view.number, who.at.date())
    states = period_queries.overview(desk.skeleton, known)
    return asking.page(
        request, "periods.html", outcome.status, desk=desk, problems=outcome.problems,
        typed=request.POST if outcome.problems else {}, may_open=who.may("open_period", desk.where),
        may_close=who.may("close_period", desk.where),
        states=[(one, states[one.period.code]) for one in known],
    )
