"""Findings by unit: what the checks found, what a unit is asked about it, what it answers, how it is closed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import Problem, RegisterError
from tiendo.store import places
from tiendo.store.permissions import Where
from tiendo.store.queries import findings as queries
from tiendo.store.queries import reports as report_queries
from tiendo.store.queries.findings import FindingView
from tiendo.store.queries.reports import ReportView
from tiendo.usecases.register import findings as acts
from tiendo.web import asking
from tiendo.web.desk.fields import day_said
from tiendo.web.desk.nav import Desk, unit_desk_of
from tiendo.web.desk.steps import Step, carried_out, number_said, said

ANSWER_DAYS = 7  # how long a unit has, until somebody says otherwise


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it: the report it stands in, and the questions the asker may answer."""

    view: FindingView
    report: ReportView | None
    answerable: frozenset[int]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one unit's reports; without a unit those of the whole plan."""

    name: str
    shown: tuple[Shown, ...]


def _check(request: HttpRequest, plan: int) -> None:
    acts.check_plan(call=asking.of(request).call, plan=plan)


def _ask(request: HttpRequest, plan: int) -> None:
    due = day_said(request.POST, "due_on")
    if isinstance(due, Problem):
        raise RegisterError([due])
    acts.ask_unit(call=asking.of(request).call, finding=_own(request, plan), message=said(request, "message"),
                  due_on=due, unit=said(request, "unit") or None)


def _answer(request: HttpRequest, plan: int) -> None:
    question = number_said(request, "question")
    known = {one.number for view in queries.findings_of(plan) for one in view.questions}
    if question not in known:
        raise places.missing("question", question)
    acts.answer_question(call=asking.of(request).call, question=question, text=said(request, "text"))


def _close(request: HttpRequest, plan: int) -> None:
    acts.close_finding(call=asking.of(request).call, finding=_own(request, plan), why=said(request, "why"))


def _own(request: HttpRequest, plan: int) -> int:
    """The finding the form names; raises NotThereError when it is not this plan's."""
    number = number_said(request, "finding")
    if number not in {view.number for view in queries.findings_of(plan, closed=True)}:
        raise places.missing("finding", number)
    return number


STEPS: Mapping[str, Step] = MappingProxyType({
    "check_plan": _check, "ask_unit": _ask, "answer_question": _answer, "close_finding": _close,
})


@require_http_methods(["GET", "POST"])
def findings(request: HttpRequest, name: str) -> HttpResponse:
    """The findings the asker may see, unit by unit, the questions to their own units first."""
    desk, who = unit_desk_of(request, name), asking.of(request)
    outcome = carried_out(request, STEPS, desk.view.number)
    if outcome.done:
        return HttpResponseRedirect(reverse("findings", args=[name]))
    closed = request.GET.get("closed") == "1"
    return asking.page(
        request, "findings.html", outcome.status, desk=desk,
        groups=groups_of(request, desk, report_queries.reports_of(desk.view.number), closed=closed), closed=closed,
        outcome=outcome, typed=request.POST if outcome.problems else {},
        at=request.POST.get("finding", ""), due_on=who.at.date() + timedelta(days=ANSWER_DAYS),
        questions=queries.questions_to(desk.view.number, answering(request, desk)), units=desk.units,
        may={act for act in STEPS if who.may(act, desk.where)},
        may_ask=who.may("ask_unit", Where(desk.where.plan, desk.where.plan)),
    )


def answering(request: HttpRequest, desk: Desk) -> frozenset[str]:
    """The units whose questions the asker may answer."""
    who = asking.of(request)
    return frozenset(unit.code for unit in desk.units
                     if who.may("answer_question", Where(desk.where.plan, unit.path)))


def groups_of(
    request: HttpRequest, desk: Desk, known: tuple[ReportView, ...], *, closed: bool = False,
) -> tuple[Group, ...]:
    """What the asker may see: findings in reports of their units, and those their units are asked about.

    `known` are the plan's reports.
    """
    own, plan = answering(request, desk), desk.view.number
    all_of_it = asking.of(request).may("view_overview", desk.where)
    reports = {one.number: one for one in known if all_of_it or one.unit in desk.codes}
    found: dict[str, list[Shown]] = {}
    for view in queries.findings_of(plan, closed=closed):
        if closed and view.closed_at is None:
            continue
        report = reports.get(view.report or 0)
        asked = frozenset(one.number for one in view.questions if one.unit in own)
        if all_of_it or report or asked:
            key = report.unit_name if report and report.unit_name else ""
            found.setdefault(key, []).append(Shown(view, report, asked))
    return tuple(Group(key, tuple(shown)) for key, shown in sorted(found.items()))
