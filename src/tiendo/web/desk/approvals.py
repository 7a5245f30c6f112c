"""Approvals: what waits, one figure with its history and proof, and the steps an approver or the office takes."""

from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tiendo.errors import Place, Problem, RegisterError
from tiendo.store import places
from tiendo.store.queries import figures as figure_queries
from tiendo.store.queries import plans as plan_queries
from tiendo.store.queries.figures import FigureView
from tiendo.store.states import State
from tiendo.usecases.register import figures as acts
from tiendo.usecases.register import remarks
from tiendo.usecases.register.call import allow
from tiendo.usecases.register.files import MEDIA
from tiendo.web import asking
from tiendo.web.desk.fields import value_said
from tiendo.web.desk.nav import Desk, desk_of, unit_desk_of
from tiendo.web.desk.steps import Step, carried_out, said


@require_GET
def approvals(request: HttpRequest, name: str) -> HttpResponse:
    """What waits for approval, and what units have to correct."""
    desk = unit_desk_of(request, name)
    found = figure_queries.waiting(
        desk.view.number, frozenset({State.SUBMITTED, State.SENT_BACK, State.UNLOCKED}), desk.codes)
    waiting = tuple(one for one in found if one.state is State.SUBMITTED)
    back = tuple(one for one in found if one.state is not State.SUBMITTED)
    return asking.page(request, "approvals.html", desk=desk, waiting=waiting, back=back)


def _approve(request: HttpRequest, figure: int) -> None:
    acts.approve_figure(call=asking.of(request).call, figure=figure, message=request.POST.get("message", ""))


def _send_back(request: HttpRequest, figure: int) -> None:
    acts.send_back_figure(call=asking.of(request).call, figure=figure, message=request.POST.get("message", ""))


def _unlock(request: HttpRequest, figure: int) -> None:
    acts.unlock_figure(call=asking.of(request).call, figure=figure, why=request.POST.get("message", ""))


def _comment(request: HttpRequest, figure: int) -> None:
    remarks.comment(call=asking.of(request).call, figure=figure, text=request.POST.get("message", ""))


def _attach(request: HttpRequest, figure: int) -> None:
    sent = request.FILES.get("evidence")
    if sent is None:
        raise RegisterError([Problem("S501", Place("form", column="evidence"))])
    remarks.attach_evidence(call=asking.of(request).call, figure=figure, name=sent.name or "", data=sent.read(),
                            limit=settings.TIENDO["upload_bytes"])


def _opinion(request: HttpRequest, figure: int) -> None:
    view = figure_queries.figure_of(figure)
    value = value_said(said(request, "value"), "value", plan_queries.target_named(view.plan, view.target))
    if isinstance(value, Problem):
        raise RegisterError([value])
    remarks.give_opinion(call=asking.of(request).call, figure=figure, value=value,
                         motive=request.POST.get("motive", ""), method=request.POST.get("method", ""))


def _correct(request: HttpRequest, figure: int) -> None:
    """Another value in the place of a figure that was sent back or unlocked."""
    view = figure_queries.figure_of(figure)
    target = plan_queries.target_named(view.plan, view.target)
    typed, why = said(request, "value"), said(request, "why")
    value = value_said(typed, "value", target) if typed else None
    wrong = [value] if isinstance(value, Problem) else []
    if not why:
        wrong.append(Problem("S210", Place("form", column="why")))
    if wrong or isinstance(value, Problem):
        raise RegisterError(wrong)
    acts.submit_figure(call=asking.of(request).call, entry=acts.Entry(
        view.target_number, view.period.code, view.as_of, value, component=view.component, status=view.status.value,
        note=said(request, "note") or None, corrects=figure, why=why))


def _withdraw(request: HttpRequest, figure: int) -> None:
    acts.withdraw_figure(call=asking.of(request).call, figure=figure, why=said(request, "message"))


STEPS: Mapping[str, Step] = MappingProxyType({
    "approve_figure": _approve, "send_back_figure": _send_back, "unlock_figure": _unlock, "comment": _comment,
    "attach_evidence": _attach, "give_opinion": _opinion, "submit_figure": _correct, "withdraw_figure": _withdraw,
})  # an act of the permission table -> how its form is carried out


@require_http_methods(["GET", "POST"])
def figure(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One figure: its value and sentence, every step, corrections, remarks, proof, other values."""
    desk, who = desk_of(request, name), asking.of(request)
    history = _own(request, desk, number)
    outcome = carried_out(request, STEPS, number)
    if outcome.done:
        return HttpResponseRedirect(_next(request, name, number))
    if outcome.problems:  # somebody may have been first: what stands now is shown beside what was typed
        history = figure_queries.history_of(number)
    view = _one(history, number)
    comments, evidence, opinions = figure_queries.remarks_of(number)
    return asking.page(
        request, "figure.html", outcome.status, desk=desk, figure=view, problems=outcome.problems, step=outcome.act,
        history=history, comments=comments, evidence=evidence, opinions=opinions,
        may={act for act in STEPS if who.may(act, desk.place(view.unit))}, state=view.state,
        typed=request.POST if outcome.problems else {},
    )


def _own(request: HttpRequest, desk: Desk, number: int) -> tuple[FigureView, ...]:
    """A figure of this plan that the asker may see, with its chain of corrections."""
    history = figure_queries.history_of(number)
    view = _one(history, number)
    if view.plan != desk.view.number:
        raise places.missing("figure", number)
    allow(asking.of(request).call, "view_unit", desk.place(view.unit))
    return history


def _one(history: tuple[FigureView, ...], number: int) -> FigureView:
    return next(one for one in history if one.number == number)


def _next(request: HttpRequest, name: str, number: int) -> str:
    """Back to where the step was taken: the list of what waits, or the figure."""
    return reverse("approvals", args=[name]) if request.POST.get("back") == "list" else reverse(
        "figure", args=[name, number])


@require_GET
def evidence(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """A proof, handed back as a file to keep."""
    figure_number, view = figure_queries.evidence_file(number)
    desk = desk_of(request, name)
    owner = _one(_own(request, desk, figure_number), figure_number)
    allow(asking.of(request).call, "view_file", desk.place(owner.unit))
    answer = HttpResponse(plan_queries.file_bytes(view.sha256), content_type=MEDIA[view.kind])
    answer["Content-Disposition"] = f'attachment; filename="{view.number}.{view.kind}"'
    return answer
