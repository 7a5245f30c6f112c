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
from tiendo.store.queries.periods import PeriodView
from tiendo.store.queries.reports import ReportView
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


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the plan for everybody, asked once for the page: periods, reports, figures that wait."""

    periods: tuple[PeriodView, ...]
    reports: tuple[ReportView, ...]
    waiting: tuple[FigureView, ...]


@require_GET
def mine(request: HttpRequest, name: str) -> HttpResponse:
    """What waits for the asker in this plan."""
    desk, who = desk_of(request, name), asking.of(request)
    if who.actor.account is None:
        raise NotAllowedError([Problem("S301", values={"who": who.actor.name, "act": "view_unit"})])
    known = Found(
        periods.periods_of(desk.view.number, who.at.date()), reports.reports_of(desk.view.number),
        figures.waiting(desk.view.number, frozenset({State.SUBMITTED, State.SENT_BACK, State.UNLOCKED})))
    work = [one for one in (*_units(request, desk, known), *_office(request, desk, known)) if one.count]
    return asking.page(request, "today.html", desk=desk, work=work, periods=known.periods)


def _codes(desk: Desk, who: Asking, act: str) -> frozenset[str]:
    """The units for which the asker may do an act."""
    return frozenset(unit.code for unit in desk.units if who.may(act, Where(desk.where.plan, unit.path)))


def _units(request: HttpRequest, desk: Desk, known: Found) -> Iterator[Work]:
    """What reporters and approvers have before them."""
    plan, name, who = desk.view.number, desk.view.name, asking.of(request)
    asked = findings.questions_to(plan, answering(request, desk))
    yield Work("questions", len(asked), reverse("findings", args=[name]),
               tuple(f"{one.message} ({one.due_on:%d/%m/%Y})" for one in asked[:3]),
               late=any(one.due_on < who.at.date() for one in asked))
    mine = _codes(desk, who, "submit_figure")
    back = tuple(one for one in known.waiting if one.state is not State.SUBMITTED and one.unit in mine)
    for unit, code in dict.fromkeys((one.unit, one.period.code) for one in back):
        found = tuple(one for one in back if (one.unit, one.period.code) == (unit, code))
        yield Work("back", len(found), reverse("figure", args=[name, found[0].number]), _named(found), late=True)
    reading = _codes(desk, who, "decide_claim") if mine else frozenset()
    for report in (one for one in known.reports if one.unit in reading):
        yield Work("report", report.open, reverse("report", args=[name, report.number]), (report.name,))
    own = _codes(desk, who, "approve_figure")
    approving = tuple(one for one in known.waiting if one.state is State.SUBMITTED and one.unit in own
                      and one.entered_by != who.actor.account)
    yield Work("approve", len(approving), reverse("approvals", args=[name]), _named(approving))


def _named(found: tuple[FigureView, ...]) -> tuple[str, ...]:
    return tuple(f"{one.target} {one.name_vi}, {one.period.code}" for one in found[:3])


def _office(request: HttpRequest, desk: Desk, known: Found) -> Iterator[Work]:
    """What is missing in the periods that are open, for the units themselves and for those who look after them."""
    name, who = desk.view.name, asking.of(request)
    overview = who.may("view_overview", desk.where)
    mine = _codes(desk, who, "submit_figure")
    collecting = [one for one in known.periods if one.open]
    states = periods.overview(desk.skeleton, collecting) if collecting else {}
    for period in collecting:
        units = [one for one in states[period.period.code] if overview or one.unit in mine]
        missing = [one for one in units if one.missing]
        where = reverse("periods", args=[name]) if overview else reverse("forms", args=[name])
        yield Work("missing", sum(len(one.missing) for one in missing), where, tuple(
            f"{one.unit_name}: {', '.join(one.missing)}" for one in missing[:5]),
            late=who.at.date() > period.closes_on)
    if overview and who.may("ask_unit", Where(desk.where.plan, desk.where.plan)):
        groups = groups_of(request, desk, known.reports)
        fresh = [one for group in groups for one in group.shown if not one.view.questions]
        yield Work("findings", len(fresh), reverse("findings", args=[name]) + "?" + urlencode({"closed": "0"}))
