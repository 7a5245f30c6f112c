"""The inbox: reports that came in, one report beside its proposals, and the four decisions on a proposal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tiendo.errors import ConflictError, Place, Problem, RegisterError
from tiendo.plan import Decision, Target
from tiendo.quantity import Period, check_day, check_decimal
from tiendo.store import places
from tiendo.store.queries import findings as finding_queries
from tiendo.store.queries import periods as period_queries
from tiendo.store.queries import plans as plan_queries
from tiendo.store.queries import reports as report_queries
from tiendo.store.queries.findings import FindingView
from tiendo.store.queries.periods import FormLine
from tiendo.store.queries.reports import ClaimView, ProposalView, ReportView
from tiendo.usecases.register import inbox as acts
from tiendo.usecases.register.call import allow
from tiendo.usecases.register.inbox import Verdict
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.desk.fields import value_said
from tiendo.web.desk.nav import Desk, desk_of, unit_desk_of
from tiendo.web.desk.reading_pane import lay_out
from tiendo.words import say


@require_http_methods(["GET", "POST"])
def inbox(request: HttpRequest, name: str) -> HttpResponse:
    """The list of reports, and the place to drop one."""
    desk, who = unit_desk_of(request, name), asking.of(request)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            return _received(request, desk.view.number, name)
        except STRAIGHT:
            raise
        except RegisterError as error:
            problems = error.problems
    plan = desk.view.number
    own = None if who.may("view_overview", desk.where) else desk.codes
    return asking.page(
        request, "inbox.html", 422 if problems else 200, desk=desk, problems=problems,
        periods=period_queries.periods_of(plan, who.at.date()), reports=report_queries.reports_of(plan, own),
        units=[unit for unit in desk.units if who.may("receive_report", desk.place(unit.code))],
    )


def _received(request: HttpRequest, plan: int, name: str) -> HttpResponse:
    """Take the file in and open it; several files one after the other, the last is opened."""
    sent = request.FILES.getlist("report")
    if not sent:
        raise RegisterError([Problem("S501", Place("form", column="report"))])
    unit, period = request.POST.get("unit", ""), request.POST.get("period", "")
    number = 0
    for file in sent:
        done = acts.receive_report(
            call=asking.of(request).call, plan=plan, source=(file.name or "", file.read()), unit=(unit, period),
            limit=settings.TIENDO["upload_bytes"])
        number = done.report
    return HttpResponseRedirect(reverse("report", args=[name, number]))


@dataclass(frozen=True, slots=True)
class Offer:
    """A claim with a proposal as the list shows it: what is proposed first, what stands around it."""

    claim: ClaimView
    number: int
    best: ProposalView
    target: Target
    period: Period | None
    as_of: date | None
    line: FormLine | None


@require_GET
def report(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One report: its text with marks, and beside it the proposals."""
    desk = desk_of(request, name)
    return _shown(request, desk, _own(request, desk, number), request.GET.get("claim", ""))


def _shown(
    request: HttpRequest, desk: Desk, view: ReportView, chosen: str, problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    """The page of a report with one proposal open; with problems, what was typed stays in its fields."""
    claims = report_queries.claims_of(view.number, desk.skeleton.numbers)
    document = report_queries.document_of(view.number)
    offers = _offers(desk, view, claims)
    waiting = [offer for offer in offers if offer.claim.decision is None]
    now = next((offer for offer in waiting if str(offer.claim.number) == chosen), waiting[0] if waiting else None)
    return asking.page(
        request, "report.html", 422 if problems else 200, desk=desk, report=view, offers=offers, now=now,
        waiting=waiting, done=[offer for offer in offers if offer.claim.decision is not None],
        stretches=list(lay_out(document, claims)) if document else [], findings=_findings(desk, view),
        may_decide=asking.of(request).may("decide_claim", desk.place(view.unit)),
        targets=desk.skeleton.on().targets, numbers=desk.skeleton.numbers,
        problems=problems, typed=request.POST if problems else {},
    )


def _findings(desk: Desk, view: ReportView) -> tuple[FindingView, ...]:
    return finding_queries.findings_of(desk.view.number, view.number)


def _own(request: HttpRequest, desk: Desk, number: int) -> ReportView:
    """A report of this plan that the asker may see."""
    view = report_queries.report_of(number)
    if view.plan != desk.view.number:
        raise places.missing("report", number)
    allow(asking.of(request).call, "view_unit", desk.place(view.unit))
    return view


def _offers(desk: Desk, view: ReportView, claims: tuple[ClaimView, ...]) -> list[Offer]:
    """The claims with a proposal, numbered in text order."""
    targets = {target.code: target for target in desk.skeleton.on().targets}
    offered = [(claim, claim.proposals[0], _period_of(claim, view)) for claim in claims if claim.proposals]
    lines = period_queries.lines_of(desk.skeleton, frozenset(
        (best.target, best.component, period) for _, best, period in offered if period))
    return [
        Offer(claim, at, best, targets[best.target], period, _data_day(period, view),
              lines[best.target, best.component, period.code] if period else None)
        for at, (claim, best, period) in enumerate(offered, 1)
    ]


def _period_of(claim: ClaimView, view: ReportView) -> Period | None:
    """The period a claim speaks of; the report's own where it names none."""
    named = claim.proposals[0].period
    return Period.parse(named) if named else view.period


def _data_day(period: Period | None, view: ReportView) -> date | None:
    """The day a number speaks of: the end of its period, but never after the report came in."""
    return min(period.end, view.received_at.date()) if period else None


@require_POST
def decide(request: HttpRequest, name: str, number: int, claim: int) -> HttpResponse:
    """Accept, change or refuse; then the next open proposal. What was typed stays when something is wrong."""
    desk, lang = desk_of(request, name), asking.of(request).lang
    view = _own(request, desk, number)
    try:
        acts.decide_claim(call=asking.of(request).call, claim=claim, verdict=_verdict(request, desk))
    except ConflictError as error:
        messages.warning(request, error.say(lang))
    except STRAIGHT:
        raise
    except RegisterError as error:
        return _shown(request, desk, view, str(claim), error.problems)
    else:
        messages.success(request, say(f"web.decided_{request.POST['decision']}", lang))
    return HttpResponseRedirect(reverse("report", args=[name, number]) + "#now")


def _verdict(request: HttpRequest, desk: Desk) -> Verdict:
    """What the form says; every field that cannot be read is named at once."""
    said = {key: value.strip() for key, value in request.POST.items() if isinstance(value, str)}
    decision = Decision(said.get("decision", ""))
    if decision is Decision.REFUSED:
        return Verdict(decision, reason=said.get("reason"))
    day = check_day(said.get("as_of", ""), Place("form", column="as_of"))
    value = _value(said, desk, decision)
    wrong = [found for found in (day, value) if isinstance(found, Problem)]
    if wrong or isinstance(day, Problem) or isinstance(value, Problem):
        raise RegisterError(wrong)
    corrects = said.get("corrects", "")
    return Verdict(
        decision, target=int(said["target"]) if said.get("target", "").isdigit() else None,
        period=said.get("period"), as_of=day, value=value, component=said.get("component") or None,
        status=said.get("status", "actual"), reason=said.get("reason") or None,
        corrects=int(corrects) if corrects.isdigit() else None, why=said.get("why") or None,
    )


def _value(said: Mapping[str, str], desk: Desk, decision: Decision) -> Decimal | Problem:
    """The value: as it was proposed, letter for letter; or as a person typed it, in the target's unit or scale."""
    if decision is Decision.ACCEPTED:
        return check_decimal(said.get("value", ""), Place("form", column="value"))
    codes = {str(number): code for code, number in desk.skeleton.numbers.items()}
    code = codes.get(said.get("target", ""))
    if code is None:
        return Problem("S214", Place("form", column="target"))
    return value_said(said.get("value", ""), "value", desk.skeleton.versions[code][-1].target)


@require_POST
def undo(request: HttpRequest, name: str, number: int, decision: int) -> HttpResponse:
    """Undo a decision; the proposal is open again."""
    _own(request, desk_of(request, name), number)
    acts.undo_decision(call=asking.of(request).call, decision=decision)
    messages.success(request, say("web.undone", asking.of(request).lang))
    return HttpResponseRedirect(reverse("report", args=[name, number]) + "#now")


@require_GET
def original(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """The file as it came, to keep: never shown inside the page."""
    desk = desk_of(request, name)
    view = _own(request, desk, number)
    allow(asking.of(request).call, "view_file", desk.place(view.unit))
    answer = HttpResponse(plan_queries.file_bytes(view.sha256), content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(view.name, safe='')}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
