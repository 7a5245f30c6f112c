"""The addresses of version 1: the same acts and read models as the desk, so the same people may do the same."""

from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import NinjaAPI, Path, Query
from pydantic import Field

from tiendo.api.problems import ANSWERS, tell_problems
from tiendo.api.shapes import (
    Code,
    FigureIn,
    FigureOut,
    FindingOut,
    Number,
    PlanOut,
    TargetOut,
    figure_out,
    finding_out,
)
from tiendo.api.tokens import Token, call_of
from tiendo.store import places
from tiendo.store.permissions import Where, permitting
from tiendo.store.queries import figures, findings, plans
from tiendo.store.states import State
from tiendo.usecases.register.call import Call, allow
from tiendo.usecases.register.figures import Entry, submit_figure

__all__ = ["api"]

Name = Annotated[str, Field(max_length=200, pattern=r"^[-a-zA-Z0-9_]+$")]
PeriodCode = Annotated[str, Field(max_length=17, pattern=r"^[0-9][-/0-9HQ]+$", examples=["2023-H1"])]

api = NinjaAPI(title="tiendo", version="1", auth=Token(), docs_url=None, urls_namespace="api-1")
tell_problems(api)


@api.get("/plans", response={200: list[PlanOut], **ANSWERS}, summary="The plans of the register")
def list_plans(request: HttpRequest) -> list[PlanOut]:  # noqa: ARG001 - ninja's signature
    """Every plan, by its body's place in the tree."""
    return [PlanOut(name=one.name, title_vi=one.title_vi, title_en=one.title_en, body=one.body)
            for one in plans.plans()]


@api.get("/plans/{name}/targets", response={200: list[TargetOut], **ANSWERS}, summary="The targets of a plan")
def list_targets(request: HttpRequest, name: Path[Name]) -> list[TargetOut]:  # noqa: ARG001 - ninja's signature
    """Every target as it stands today."""
    whole = plans.whole_plan(plans.number_of(name))
    return [TargetOut(
        code=one.code, name_vi=one.name_vi, name_en=one.name_en, unit=one.unit, direction=one.direction.value,
        kind=one.kind.value, baseline=_text(one.baseline), goal=_text(one.goal), due_on=one.due_on,
        lead_body=one.lead_body, sector=one.sector) for one in whole.targets]


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


@api.get("/plans/{name}/figures", response={200: list[FigureOut], **ANSWERS}, summary="The figures that stand")
def list_figures(
    request: HttpRequest, name: Path[Name], period: Query[PeriodCode | None] = None, target: Query[Code | None] = None,
) -> list[FigureOut]:
    """Approved figures for everybody with a token, others for those who may see their unit."""
    plan = plans.number_of(name)
    seen = _seen(call_of(request), plan)
    return [figure_out(one) for one in figures.figures_of(plan, period)
            if (target is None or one.target == target) and (one.state is State.APPROVED or one.unit in seen)]


def _seen(call: Call, plan: int) -> frozenset[str]:
    """The units whose figures the caller may see before they are approved."""
    where = places.of_plan(plan).plan
    return frozenset(unit.code for unit in plans.units(plan)
                     if permitting(call.actor, "view_unit", Where(where, unit.path)))


@api.get("/figures/{number}", response={200: FigureOut, **ANSWERS}, summary="One figure")
def get_figure(request: HttpRequest, number: Path[Number]) -> FigureOut:
    """One figure by its number."""
    view = figures.figure_of(number)
    if view.state is not State.APPROVED:
        allow(call_of(request), "view_unit", places.of_figure(number))
    return figure_out(view)


@api.put("/plans/{name}/targets/{code}/figures/{period}", response={200: FigureOut, **ANSWERS},
         summary="Put a figure in, or correct the one that stands")
def put_figure(
    request: HttpRequest, name: Path[Name], code: Path[Code], period: Path[PeriodCode], entry: FigureIn,
) -> FigureOut:
    """The same act as the form's: it waits for approval, and the same rules refuse it."""
    numbers = plans.target_numbers(plans.number_of(name))
    if code not in numbers:
        raise places.missing("target", code)
    value = None if entry.value is None else Decimal(entry.value)
    number = submit_figure(call=call_of(request), way="api", entry=Entry(
        numbers[code], period, entry.as_of, value, component=entry.component, status=entry.status, note=entry.note,
        corrects=entry.corrects, why=entry.why))
    return figure_out(figures.figure_of(number))


@api.get("/plans/{name}/findings", response={200: list[FindingOut], **ANSWERS}, summary="The open findings of a plan")
def list_findings(request: HttpRequest, name: Path[Name]) -> list[FindingOut]:
    """For those who look after the whole plan."""
    plan = plans.number_of(name)
    allow(call_of(request), "view_overview", places.of_plan(plan))
    return [finding_out(one) for one in findings.findings_of(plan)]
