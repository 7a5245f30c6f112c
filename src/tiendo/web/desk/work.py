"""The front of the desk: what waits for this person today, most pressing first, each a way to the page that does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from tiendo.errors import NotAllowedError, Problem
from tiendo.store.permissions import Where
from tiendo.store.queries import figures, findings, periods, reports
from tiendo.store.queries.figures import FigureView
from tiendo.store.states import State
from tiendo.web import asking
from tiendo.web.asking import Asking
from tiendo.web.desk.findings import answering, groups_of
from tiendo.web.desk.nav import Desk, desk_of


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do: the key of its words (`web.work_<key>`), how many, where it is done, its details."""

    key: str
    count: int
    address: str
    lines: tuple[str, ...] = ()
    late: bool = False


@require_GET
def mine(request: HttpRequest, name: str) -> HttpResponse:
    """What waits for the asker in this plan."""
    desk, who = desk_of(request, name), asking.of(request)
    if who.actor.account is None:
        raise NotAllowedError([Problem("S301", values={"who": who.actor.name, "act": "view_unit"})])
    work = [one for one in (*_units(request, desk, who), *_office(request, desk, who)) if one.count]
    return asking.page(request, "today.html", desk=desk, work=work,
                       periods=periods.periods_of(desk.view.number, who.at.date()))


def _codes(desk: Desk, who: Asking, act: str) -> frozenset[str]:
    """The units for which the asker may do an act."""
    return frozenset(unit.code for unit in desk.units if who.may(act, Where(desk.where.plan, unit.path)))


def _units(request: HttpRequest, desk: Desk, who: Asking) -> Iterator[Work]:
    """What reporters and approvers have before them."""
    plan, name = desk.view.number, desk.view.name
    asked = findings.questions_to(plan, answering(request, desk))
    yield Work("questions", len(asked), reverse("findings", args=[name]),
               tuple(f"{one.message} ({one.due_on:%d/%m/%Y})" for one in asked[:3]),
               late=any(one.due_on < who.at.date() for one in asked))
    mine = _codes(desk, who, "submit_figure")
    back = figures.waiting(plan, frozenset({State.SENT_BACK, State.UNLOCKED}), mine)
    for unit, code in dict.fromkeys((one.unit, one.period.code) for one in back):
        found = tuple(one for one in back if (one.unit, one.period.code) == (unit, code))
        yield Work("back", len(found), reverse("figure", args=[name, found[0].number]), _named(found), late=True)
    waiting = reports.reports_of(plan, _codes(desk, who, "decide_claim")) if mine else ()
    for report in waiting:
        yield Work("report", report.open, reverse("report", args=[name, report.number]), (report.name,))
    approving = figures.waiting(plan, frozenset({State.SUBMITTED}), _codes(desk, who, "approve_figure"))
    approving = tuple(one for one in approving if one.entered_by != who.actor.account)
    yield Work("approve", len(approving), reverse("approvals", args=[name]), _named(approving))


def _named(found: tuple[FigureView, ...]) -> tuple[str, ...]:
    return tuple(f"{one.target} {one.name_vi}, {one.period.code}" for one in found[:3])


def _office(request: HttpRequest, desk: Desk, who: Asking) -> Iterator[Work]:
    """What is missing in the periods that are open, for the units themselves and for those who look after them."""
    plan, name = desk.view.number, desk.view.name
    overview = who.may("view_overview", desk.where)
    mine = _codes(desk, who, "submit_figure")
    for period in periods.periods_of(plan, who.at.date()):
        if not period.open:
            continue
        units = [one for one in periods.overview(plan, period.period) if overview or one.unit in mine]
        missing = [one for one in units if one.missing]
        where = reverse("periods", args=[name]) if overview else reverse("forms", args=[name])
        yield Work("missing", sum(len(one.missing) for one in missing), where, tuple(
            f"{one.unit_name}: {', '.join(one.missing)}" for one in missing[:5]),
            late=who.at.date() > period.closes_on)
    if overview and who.may("ask_unit", Where(desk.where.plan, desk.where.plan)):
        fresh = [one for group in groups_of(request, desk) for one in group.shown if not one.view.questions]
        yield Work("findings", len(fresh), reverse("findings", args=[name]) + "?" + urlencode({"closed": "0"}))
