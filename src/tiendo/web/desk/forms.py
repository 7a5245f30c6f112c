"""The form: one page for a unit and a period; each line with its last value, path and plausible range."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from tiendo.errors import Place, Problem, RegisterError
from tiendo.quantity import Period
from tiendo.store import places
from tiendo.store.queries import figures as figure_queries
from tiendo.store.queries import periods as period_queries
from tiendo.store.queries.periods import FormLine, PeriodView
from tiendo.store.states import State
from tiendo.usecases.register.call import allow
from tiendo.usecases.register.figures import Entry, submit_figure
from tiendo.usecases.register.files import MEDIA, check_file
from tiendo.usecases.register.form_workbook import field_key, read_form, write_form
from tiendo.usecases.register.remarks import attach_evidence
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.desk.fields import day_said, value_said
from tiendo.web.desk.nav import Desk, desk_of, unit_desk_of
from tiendo.words import say


@require_GET
def forms(request: HttpRequest, name: str) -> HttpResponse:
    """The forms the asker fills in: each of their units and open periods, with how far it is."""
    desk, who = unit_desk_of(request, name), asking.of(request)
    periods = period_queries.periods_of(desk.view.number, who.at.date())
    found = period_queries.overview(desk.skeleton, periods)
    states = [(period, [one for one in found[period.period.code] if one.unit in desk.codes]) for period in periods]
    return asking.page(request, "forms.html", desk=desk, states=states)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: what it asks, its key in the fields, what was typed, what is wrong with it."""

    ask: FormLine
    key: str
    typed: str
    note: str
    why: str
    problems: tuple[Problem, ...] = ()
    message: str = ""  # what an approver said when the figure was sent back
    status: str = "actual"

    @property
    def open(self) -> bool:
        """Whether a value may be put in: none stands yet, or what stands may be corrected."""
        return self.ask.state is None or self.ask.state is not State.APPROVED


@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, name: str, unit: str, code: str) -> HttpResponse:
    """A unit's form for a period: sent for approval, or filled from a workbook (nothing is saved then)."""
    desk, who = desk_of(request, name), asking.of(request)
    period = _period(desk, code, who.at.date())
    allow(who.call, "view_unit", desk.place(unit))
    asked = period_queries.form_of(desk.skeleton, unit, period.period)
    if request.FILES.get("workbook"):
        return _shown(request, desk, (unit, period), _brought(request, asked))
    lines = _lines(asked, request.POST)
    if request.method == "POST":
        lines = [_judged(request, line, period.period) for line in lines]
        if not any(line.problems for line in lines):
            messages.success(request, say("web.form_saved", who.lang))
            return HttpResponseRedirect(reverse("form", args=[name, unit, code]))
    return _shown(request, desk, (unit, period), Brought(lines))


@dataclass(frozen=True, slots=True)
class Brought:
    """Lines with what stands in their fields; from a workbook with its name and what is wrong in it."""

    lines: list[Line]
    workbook: str = ""
    problems: tuple[Problem, ...] = ()


def _shown(request: HttpRequest, desk: Desk, of: tuple[str, PeriodView], brought: Brought) -> HttpResponse:
    (unit, period), who = of, asking.of(request)
    wrong = sum(bool(line.problems) for line in brought.lines)
    return asking.page(
        request, "form.html", 422 if wrong or brought.problems else 200, desk=desk, unit=unit, period=period,
        lines=brought.lines, wrong=wrong, brought=brought, limit=settings.TIENDO["upload_bytes"] // 2**20,
        unit_view=next((one for one in desk.units if one.code == unit), None),
        as_of=request.POST.get("as_of") or min(period.period.end, who.at.date()).isoformat(),
        may_submit=who.may("submit_figure", desk.place(unit)) and (
            period.open or any(line.ask.state in {State.SENT_BACK, State.UNLOCKED} for line in brought.lines)),
    )


def _brought(request: HttpRequest, asked: tuple[FormLine, ...]) -> Brought:
    """The form as a workbook fills it, every bad cell named; nothing is saved."""
    sent = request.FILES.getlist("workbook")[0]
    name = sent.name or ""
    try:
        filled = read_form(sent.read(), name, asked, settings.TIENDO["upload_bytes"])
    except STRAIGHT:
        raise
    except RegisterError as error:
        return Brought(_lines(asked, {}), name, error.problems)
    lines, problems = [], list(filled.problems)
    for line in _lines(asked, filled.fields):
        found = value_said(line.typed, "value", line.ask.target) if line.typed else None
        wrong = (found,) if isinstance(found, Problem) else ()
        where = filled.rows.get(line.key)
        column = say("store.form_value", "vi")
        problems += [replace(one, place=replace(where, column=column)) for one in wrong if where]
        lines.append(replace(line, problems=wrong))
    return Brought(lines, name, tuple(problems))


@require_GET
def workbook(request: HttpRequest, name: str, unit: str, code: str) -> HttpResponse:
    """A unit's form to fill in at home."""
    desk, who = desk_of(request, name), asking.of(request)
    period = _period(desk, code, who.at.date())
    allow(who.call, "view_unit", desk.place(unit))
    lines = period_queries.form_of(desk.skeleton, unit, period.period)
    answer = HttpResponse(write_form(lines, f"{unit} {code}"), content_type=MEDIA["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="{unit}-{code.replace("/", "_")}.xlsx"'
    return answer


def _period(desk: Desk, code: str, on: date) -> PeriodView:
    found = next((one for one in period_queries.periods_of(desk.view.number, on) if one.period.code == code), None)
    if found is None:
        raise places.missing("period", code)
    return found


def _lines(asked: tuple[FormLine, ...], fields: Mapping[str, str]) -> list[Line]:
    """The lines with what stands in their fields, and what was said when a figure was sent back."""
    back = frozenset(ask.slot for ask in asked if ask.slot and ask.state is State.SENT_BACK)
    said = figure_queries.last_messages(back) if back else {}
    return [_line(ask, fields, said.get(ask.slot or 0, "")) for ask in asked]


def _line(ask: FormLine, fields: Mapping[str, str], message: str) -> Line:
    key = field_key(ask)
    typed, note, why = (fields.get(f"{name}-{key}", "").strip() for name in ("value", "note", "why"))
    return Line(ask, key, typed, note, why, message=message,
                status=fields.get(f"status-{key}", "actual"))


def _judged(request: HttpRequest, line: Line, period: Period) -> Line:
    """The line after what was typed in it was put in; with its problems when it was not."""
    if not line.typed and not line.note:
        return line
    call, proof = asking.of(request).call, request.FILES.get(f"evidence-{line.key}")
    limit = settings.TIENDO["upload_bytes"]
    try:
        data = proof.read() if proof else b""
        if proof:
            check_file(proof.name or "", data, limit)
        number = submit_figure(call=call, entry=_entry(request, line, period))
        if proof:
            attach_evidence(call=call, figure=number, name=proof.name or "", data=data, limit=limit)
    except STRAIGHT:
        raise
    except RegisterError as error:
        return replace(line, problems=error.problems)
    return line


def _entry(request: HttpRequest, line: Line, period: Period) -> Entry:
    value = value_said(line.typed, "value", line.ask.target) if line.typed else None
    day = day_said(request.POST, "as_of")
    wrong = [found for found in (value, day) if isinstance(found, Problem)]
    if line.ask.slot and not line.why:
        wrong.append(Problem("S210", Place("form", column="why")))
    if wrong or isinstance(value, Problem) or isinstance(day, Problem):
        raise RegisterError(wrong)
    return Entry(
        line.ask.number, period.code, day, value, component=line.ask.component.code if line.ask.component else None,
        status=line.status if line.status in {"actual", "estimate"} else "actual", note=line.note or None,
        corrects=line.ask.slot, why=line.why or None,
    )

