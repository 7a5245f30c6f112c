"""Periods of collection, and what each unit has still to say: the form's lines, what is late, what is missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.db import models
from django.utils.timezone import localdate

from tiendo.assessing import expected_on, path_points
from tiendo.plan import Component, Kind, Milestone, Plan, Target
from tiendo.quantity import Figure, Period
from tiendo.store import models as rows
from tiendo.store.plan_out import Skeleton
from tiendo.store.states import State
from tiendo.store.transactions import reachable

__all__ = ["FormLine", "Inner", "PeriodView", "UnitState", "due_in", "form_of", "lines_of", "overview", "periods_of"]

_ON_PATH = frozenset({Kind.LEVEL_END, Kind.CUMULATIVE})  # the path says what a period's value should be
_LENGTHS = (("month", 31), ("quarter", 92), ("half", 184), ("year", 366))  # days, at most


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period of collection: figures are taken to `closes_on`, late ones to `last_on`; `open` as of the day asked."""

    number: int
    period: Period
    opens_on: date
    closes_on: date
    last_on: date
    state: str
    open: bool


@dataclass(frozen=True, slots=True)
class Inner:
    """A figure that stands for a shorter period inside the form's: it is shown, and does not answer for the whole."""

    number: int
    period: Period
    as_of: date
    value: Decimal | None
    state: State


@dataclass(frozen=True, slots=True)
class FormLine:
    """One field of a unit's form: a target or one part of it, for one period.

    `last` is the newest approved figure of an earlier day, `expected` what the path asks for at the period's end,
    `low` and `high` the range in which a value surprises nobody (None: too little is known to say), `slot` the number
    of the figure that stands for this period, with its state and its day; `inner` are those of shorter periods inside.
    """

    target: Target
    number: int
    component: Component | None
    last: Figure | None
    expected: Milestone | None
    low: Decimal | None
    high: Decimal | None
    slot: int | None
    value: Decimal | None
    note: str | None
    state: State | None
    stands_on: date | None = None
    inner: tuple[Inner, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitState:
    """How far a unit is with a period: fields due, given, approved; what is missing; when its last figure came late."""

    unit: str
    unit_name: str
    due: int
    given: int
    approved: int
    missing: tuple[str, ...]
    sent_back: int
    late_at: datetime | None


@reachable()
def periods_of(plan: int, on: date) -> tuple[PeriodView, ...]:
    """The periods of a plan, last closing first, as of a day."""
    found = rows.CollectionPeriod.objects.filter(plan=plan).order_by("-closes_on", "-pk")
    return tuple(_period(row, on) for row in found)


def _period(row: rows.CollectionPeriod, on: date) -> PeriodView:
    last = row.closes_on + timedelta(days=row.grace_days)
    return PeriodView(row.pk, row.period, row.opens_on, row.closes_on, last, row.state,
                      row.state == "open" and row.opens_on <= on <= last)


def due_in(target: Target, period: Period) -> bool:
    """Whether a target's figure is due in a period: one at least as long as the target's frequency asks for.

    A figure asked for at the end of the term is due in the period that holds its due day.
    """
    if target.frequency == "end":
        return period.start <= target.due_on <= period.end
    days = (period.end - period.start).days + 1
    return days <= dict(_LENGTHS)["year"] and next(
        name for name, most in _LENGTHS if days <= most) in _at_least(target.frequency)


def _at_least(frequency: str) -> tuple[str, ...]:
    names = tuple(name for name, _ in _LENGTHS)
    return names[names.index(frequency):]


@reachable()
def form_of(skeleton: Skeleton, unit: str, period: Period) -> tuple[FormLine, ...]:
    """A unit's form for a period: a line for each of its targets that is due, a line a part for a structure."""
    plan = skeleton.on()
    asked = [target for target in plan.targets if target.lead_body == unit and due_in(target, period)]
    known = replace(plan, figures=skeleton.figures([target.code for target in asked]))
    standing = _standing(skeleton.number, (period,))
    return tuple(_line(known, target, part, skeleton.numbers[target.code], standing[period.code], period)
                 for target in asked for part in _parts(plan, target))


@reachable()
def lines_of(
    skeleton: Skeleton, places: frozenset[tuple[str, str | None, Period]],
) -> dict[tuple[str, str | None, str], FormLine]:
    """What is known around some places (target's code, part, period), due or not; by target, part and period's code."""
    plan = skeleton.on()
    targets = {target.code: target for target in plan.targets}
    parts = {(part.target, part.code): part for part in plan.components}
    known = replace(plan, figures=skeleton.figures({code for code, _, _ in places}))
    standing = _standing(skeleton.number, {period for _, _, period in places})
    return {
        (code, part, period.code): _line(known, targets[code], parts.get((code, part or "")), skeleton.numbers[code],
                                         standing[period.code], period)
        for code, part, period in places
    }


def _parts(plan: Plan, target: Target) -> tuple[Component | None, ...]:
    if target.kind is not Kind.STRUCTURE:
        return (None,)
    return tuple(part for part in plan.components if part.target == target.code)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a period by target's number and part: of several days the last; and for shorter ones inside."""

    slots: dict[tuple[int, str], Any]
    inner: dict[tuple[int, str], tuple[Inner, ...]]


def _standing(plan: int, periods: Collection[Period], *, inner: bool = True) -> dict[str, Standing]:
    """What stands for some periods, by their codes; one question for all of them."""
    wanted = models.Q(period__in=periods)
    if inner:
        for period in periods:
            wanted |= models.Q(as_of__range=(period.start, period.end))
    found = rows.Slot.objects.filter(wanted, target__plan=plan).exclude(state=State.WITHDRAWN.value)
    slots = list(found.select_related("figure").order_by("as_of", "pk"))
    return {period.code: Standing(
        {(row.target_id, row.component): row for row in slots if row.period.code == period.code},
        _inside(period, slots)) for period in periods}


def _inside(period: Period, slots: Iterable[Any]) -> dict[tuple[int, str], tuple[Inner, ...]]:
    """What stands for shorter periods inside a period, by target and part, in the order of their days."""
    found: dict[tuple[int, str], tuple[Inner, ...]] = {}
    for row in slots:
        inside = period.start <= row.period.start and row.period.end <= period.end
        if inside and period.start <= row.as_of <= period.end and row.period.code != period.code:
            key = (row.target_id, row.component)
            one = Inner(row.figure_id, row.period, row.as_of, row.figure.value, State(row.state))
            found[key] = (*found.get(key, ()), one)
    return found


def _line(
    plan: Plan, target: Target, part: Component | None, number: int, standing: Standing, period: Period,
) -> FormLine:
    code = part.code if part else None
    known = sorted((one for one in plan.figures if one.target == target.code and one.component == code
                    and one.approved_by and one.value is not None and one.period.end < period.end),
                   key=lambda one: (one.as_of, one.approved_on or one.as_of))
    path = path_points(target, [one for one in plan.milestones if one.target == target.code])
    expected = expected_on(path, period.end) if target.kind in _ON_PATH else None
    low, high = plausible(tuple(one.value for one in known if one.value is not None), scaled=target.scale is not None)
    slot = standing.slots.get((number, code or ""))
    return FormLine(
        target, number, part, known[-1] if known else None, expected, low, high,
        slot.figure_id if slot else None, slot.figure.value if slot else None, slot.figure.note if slot else None,
        State(slot.state) if slot else None, slot.as_of if slot else None, standing.inner.get((number, code or ""), ()))


def plausible(values: tuple[Decimal, ...], *, scaled: bool) -> tuple[Decimal | None, Decimal | None]:
    """The range in which a next value surprises nobody: from the last, twice the largest step seen so far.

    Fewer than three values, or levels of a scale, say too little: no range then.
    """
    if scaled or len(values) < 3:
        return None, None
    step = max(abs(later - earlier) for earlier, later in pairwise(values))
    return values[-1] - 2 * step, values[-1] + 2 * step


@reachable()
def overview(skeleton: Skeleton, periods: Sequence[PeriodView]) -> dict[str, tuple[UnitState, ...]]:
    """How far each unit is with some periods, by the period's code, units in the plan's order; one question."""
    plan = skeleton.on()
    standing = _standing(skeleton.number, [one.period for one in periods], inner=False)
    return {one.period.code: _units(plan, skeleton.numbers, standing[one.period.code], one) for one in periods}


def _units(
    plan: Plan, numbers: Mapping[str, int], standing: Standing, period: PeriodView,
) -> tuple[UnitState, ...]:
    names = {body.code: body.name_vi for body in plan.bodies}
    due = [target for target in plan.targets if due_in(target, period.period)]
    return tuple(_unit(lead, names[lead], [
        (target.code if part is None else f"{target.code}/{part.code}",
         standing.slots.get((numbers[target.code], part.code if part else "")))
        for target in due if target.lead_body == lead for part in _parts(plan, target)
    ], period.closes_on) for lead in dict.fromkeys(target.lead_body for target in due))


def _unit(code: str, name: str, fields: list[tuple[str, Any]], closes_on: date) -> UnitState:
    given = [slot for _, slot in fields if slot]
    late = [slot.figure.entered_at for slot in given if localdate(slot.figure.entered_at) > closes_on]
    return UnitState(
        code, name, len(fields), len(given), sum(slot.state == State.APPROVED.value for slot in given),
        tuple(label for label, slot in fields if slot is None),
        sum(slot.state == State.SENT_BACK.value for slot in given), max(late, default=None))
