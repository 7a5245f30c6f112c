"""Tasks, limitations, projects, disbursements, awards at the desk: the office edits, a unit answers for its tasks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import NotAllowedError, Problem
from tiendo.plan import Plan
from tiendo.plan.tables import Column, Table, Type
from tiendo.review.naming import Naming
from tiendo.store import places
from tiendo.store.queries import plans as plan_queries
from tiendo.store.queries.works import WorkView, works_of
from tiendo.usecases.register import works as acts
from tiendo.web import asking
from tiendo.web.desk.nav import Desk, desk_of
from tiendo.web.desk.steps import carried_out, number_said, said

SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "tasks": ("text", "owner_body", "product", "due_on", "done_on"),
    "limitations": ("text", "owner_body", "since_on", "measure", "closed_on"),
    "projects": ("name", "investor", "phase", "planned_end_on", "capital"),
    "disbursements": ("project", "year", "plan", "disbursed", "as_of"),
    "awards": ("title", "body", "year", "issuer", "decided_on"),
})  # a table -> the columns of its list
LONG = frozenset({"text", "product", "cause", "measure", "proof", "note", "authority", "responsibility"})
REPORTED = ("product", "done_on")  # what a unit says of its task


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: its cells in words, and whether the asker may edit it or answer for it."""

    work: WorkView
    said: tuple[str, ...]
    may_report: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the form: its column, what stands in it, and what may be chosen (code and words)."""

    column: Column
    title: str
    value: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()


def _typed(request: HttpRequest, table: Table) -> dict[str, str]:
    return {column.name: said(request, column.name) for column in table.columns if column.name in request.POST}


def _edit(request: HttpRequest, plan: int, table: Table) -> None:
    call, why, number = asking.of(request).call, said(request, "why"), number_said(request, "number")
    if number:
        acts.edit_work(call=call, plan=plan, table=table.name, at=(number, number_said(request, "seen")),
                       typed=_typed(request, table), why=why)
    else:
        acts.add_work(call=call, plan=plan, table=table.name, typed=_typed(request, table), why=why)


def _report(request: HttpRequest, plan: int, table: Table) -> None:
    acts.report_task(call=asking.of(request).call, plan=plan, why=said(request, "why"),
                     at=(number_said(request, "number"), number_said(request, "seen")), typed=_typed(request, table))


STEPS: Mapping[str, Callable[[HttpRequest, int, Table], None]] = MappingProxyType({
    "edit_work": _edit, "report_task": _report})


@require_http_methods(["GET", "POST"])
def works(request: HttpRequest, name: str) -> HttpResponse:
    """One table of works with its rows; `?edit=` opens the form of a row, `new` of one to be added."""
    desk, who = desk_of(request, name), asking.of(request)
    table = acts.table_named(request.GET.get("table", "tasks"))
    where = f"{reverse('works', args=[name])}?table={table.name}"
    outcome = carried_out(request, STEPS, desk.view.number, table)
    if outcome.done:
        return HttpResponseRedirect(where)
    plan = plan_queries.whole_plan(desk.view.number)
    lines = _lines(request, desk, plan, table)
    edit = request.GET.get("edit", "")
    line = next((one for one in lines if str(one.work.number) == edit), None)
    may_edit = who.may("edit_work", desk.where)
    return asking.page(
        request, "works.html", outcome.status, desk=desk, table=table, tables=_open_tables(request, desk), lines=lines,
        heads=tuple(table.column(one).title(who.lang) for one in SHOWN[table.name]), edit=edit, line=line,
        may_edit=may_edit, outcome=outcome, where=where, typed=request.POST if outcome.problems else {},
        fields=_fields(request, plan, table, line, may_edit=may_edit) if line or edit == "new" else (),
        titles={column.name: column.title(who.lang) for column in table.columns},
    )


def may_open(request: HttpRequest, desk: Desk) -> bool:
    """Whether the page opens to the asker: all of it to who looks after the plan, its own tasks to a unit."""
    who = asking.of(request)
    return who.may("view_overview", desk.where) or bool(desk.units)


def _open_tables(request: HttpRequest, desk: Desk) -> tuple[Table, ...]:
    """The tables the asker may look into; raises NotAllowedError where there is none."""
    who = asking.of(request)
    if who.may("view_overview", desk.where):
        return tuple(acts.table_named(one) for one in acts.EDITED)
    if not may_open(request, desk):
        raise NotAllowedError([Problem("S301", values={"who": who.actor.name, "act": "view_overview"})])
    return (acts.table_named("tasks"),)


def _lines(request: HttpRequest, desk: Desk, plan: Plan, table: Table) -> tuple[Line, ...]:
    """The rows the asker may see: all, or for a unit the tasks it answers for."""
    who, lang = asking.of(request), asking.of(request).lang
    names, number = Naming(plan, lang), desk.view.number
    if table not in _open_tables(request, desk):
        raise NotAllowedError([Problem("S301", values={"who": who.actor.name, "act": "view_overview"})])
    overview = who.may("view_overview", desk.where)
    rows = works_of(number, plan, table)
    owners = {one.cells["owner_body"] for one in rows} if table.name == "tasks" else set()
    reported = {code for code in owners if who.may("report_task", places.of_unit(number, code))}
    found = (Line(one, tuple(_words(table.column(column), one.cells[column], names) for column in SHOWN[table.name]),
                  one.cells.get("owner_body") in reported) for one in rows)
    return tuple(one for one in found if overview or one.may_report)


def _words(column: Column, text: str, names: Naming) -> str:
    """A cell as people read it."""
    if not text:
        return ""
    if column.refers == "bodies":
        return names.body(text)
    if column.holds is Type.CHOICE:
        return column.word(text, names.lang)
    if column.holds is Type.DAY:
        year, month, day = text.split("-")
        return f"{day}/{month}/{year}"
    return text


def _fields(
    request: HttpRequest, plan: Plan, table: Table, line: Line | None, *, may_edit: bool,
) -> tuple[FieldView, ...]:
    """The form's fields: every column for the office, product and day for a unit; what was typed stays."""
    lang = asking.of(request).lang
    names = Naming(plan, lang)
    columns = [column for column in table.columns if not (line and column.name == "code")] if may_edit else [
        table.column(name) for name in REPORTED]
    return tuple(FieldView(
        column, column.title(lang), request.POST.get(column.name, line.work.cells[column.name] if line else ""),
        _kind(column), _options(column, plan, names)) for column in columns)


def _kind(column: Column) -> str:
    if column.holds is Type.DAY:
        return "date"
    if column.holds is Type.CHOICE or (column.refers and column.holds is not Type.CODES):
        return "select"
    return "long" if column.name in LONG else "text"


def _options(column: Column, plan: Plan, names: Naming) -> tuple[tuple[str, str], ...]:
    if column.holds is Type.CHOICE:
        return tuple((code, column.word(code, names.lang)) for code in column.allowed)
    if column.refers == "bodies":
        return tuple((one.code, names.body(one.code)) for one in plan.bodies)
    if column.refers == "documents":
        return tuple((one.code, names.document(one.code)) for one in plan.documents)
    known = getattr(plan, column.refers) if column.refers else ()
    return tuple((one.code, getattr(one, "name", one.code)) for one in known)
