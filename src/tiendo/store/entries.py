"""What a unit says of one target: from a form, a workbook, a program or a report; judged before it becomes a figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import plan_problems
from tiendo.quantity import Figure, FigureStatus, Period, Source, check_period, say_period
from tiendo.store import models as rows
from tiendo.store.figure_rows import chain_end, conflict
from tiendo.store.period_rows import taken_on
from tiendo.store.places import missing
from tiendo.store.plan_out import target_record
from tiendo.store.stamp import Stamp
from tiendo.store.states import OPEN, State

__all__ = ["Draft", "Entry", "figure_of"]

_MEET = frozenset({"P504", "P516"})  # two people in one place: told by the slot, with what stands there
_FORM = "Biểu số liệu"


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of one target (by its row's number), part, period and day.

    `value` is in the target's unit (a place on its scale for a rating); None is "no data", and `note` says why.
    `document` is the code of a document of the plan or the name of a report; None: the unit's own form of that
    period. `corrects` is the number of the figure this one replaces, with `why`.
    """

    target: int
    period: str
    as_of: date
    value: Decimal | None
    component: str | None = None
    status: str = "actual"
    note: str | None = None
    document: str | None = None
    page: int | None = None
    sentence: str | None = None
    corrects: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure an entry makes, not yet added: its plan's number, and the number of the figure whose slot it takes."""

    plan: int
    figure: Figure
    holder: int | None


def figure_of(entry: Entry, stamp: Stamp) -> Draft:
    """The figure an entry makes; holds the target's row until the transaction ends, so that two meet one by one.

    Raises RegisterError with every problem of the entry, the places' columns being those of `figures`;
    ConflictError (S201) when the figure it corrects was corrected already.
    """
    version = rows.TargetVersion.objects.filter(target=entry.target).order_by("-number").select_related(
        "target", "lead_body", "body").first()
    if version is None:
        raise missing("target", entry.target)
    rows.Target.objects.select_for_update().get(pk=entry.target)
    period = check_period(entry.period, Place("figures.csv", column="period"))
    if isinstance(period, Problem):
        raise RegisterError([period])
    holder = _holder(entry, period)
    last = chain_end(holder.figure) if holder else None
    figure = Figure(
        _next_code(version, entry, period), version.target.code, version.body.code, period, entry.as_of,
        entry.value, FigureStatus(entry.status), Source(_document(entry, version, period, stamp), entry.page,
        entry.sentence), _reporter(stamp, version), supersedes=last.code if last else None, why=entry.why,
        component=entry.component, note=entry.note,
    )
    plan = version.target.plan_id
    problems = [*_against_register(entry, period, plan, holder, stamp),
                *_against_rules(plan, entry.target, figure, holder)]
    if problems:
        raise RegisterError(problems)
    return Draft(plan, figure, holder.figure_id if holder else None)


def _holder(entry: Entry, period: Period) -> rows.Slot | None:
    """The slot an entry takes over: of the figure it corrects, or of a withdrawn one in the same place."""
    slots = rows.Slot.objects.select_related("figure")
    if entry.corrects is None:
        return slots.filter(target=entry.target, component=entry.component or "", period=period, as_of=entry.as_of,
                            state=State.WITHDRAWN.value).first()
    if not rows.Figure.objects.filter(pk=entry.corrects).exists():
        raise missing("figure", entry.corrects)
    slot = slots.filter(figure=entry.corrects).first()
    if slot is None:
        raise conflict(entry.corrects)
    return slot


def _next_code(version: rows.TargetVersion, entry: Entry, period: Period) -> str:
    """A figure's id: target, part, period, and a number where there are several."""
    part = f"-{entry.component}" if entry.component else ""
    base = f"{version.target.code}{part}/{period.code}"
    taken = set(rows.Figure.objects.filter(plan=version.target.plan_id, code__startswith=base).values_list(
        "code", flat=True))
    return base if base not in taken else next(
        name for number in range(2, len(taken) + 3) if (name := f"{base}/{number}") not in taken)


def _document(entry: Entry, version: rows.TargetVersion, period: Period, stamp: Stamp) -> str:
    """The source's code: the one named, else the unit's form of the period, which becomes one of the documents."""
    if entry.document:
        return entry.document
    unit, plan = version.lead_body, version.target.plan_id
    code = f"bieu-{unit.code}-{period.code}"
    rows.Document.objects.get_or_create(plan_id=plan, code=code, defaults={
        "kind": _FORM, "title": f"{_FORM} {say_period(period.code, 'vi')}", "issuer": unit.name_vi,
        "issued_on": stamp.on, "body": unit,
    })
    return code


def _reporter(stamp: Stamp, version: rows.TargetVersion) -> str:
    name = rows.Body.objects.filter(code=stamp.body).values_list("name_vi", flat=True).first()
    return name or version.lead_body.name_vi


def _against_register(
    entry: Entry, period: Period, plan: int, holder: rows.Slot | None, stamp: Stamp,
) -> Iterator[Problem]:
    """What the register's own rules say: the day has come, the period is open, what is corrected may be."""
    if entry.as_of > stamp.on:
        yield Problem("S205", Place("figures.csv", column="as_of"), {"day": f"{entry.as_of:%d/%m/%Y}"})
    state = State(holder.state) if holder else None
    if holder and state not in OPEN:
        yield Problem("S206", values={"id": holder.figure.code})
    elif state not in {State.UNLOCKED, State.SENT_BACK} and not taken_on(plan, period, stamp.on):
        yield Problem("S203", Place("figures.csv", column="period"), {"period": period.code})


def _against_rules(plan: int, target: int, figure: Figure, holder: rows.Slot | None) -> Iterator[Problem]:
    """What the plan's rules say of it beside the target's others; a report is as good a source as a document."""
    known = target_record(plan, target)
    reports = set(rows.Report.objects.filter(plan=plan).values_list("name", flat=True))
    stands = holder is not None and State(holder.state) is not State.WITHDRAWN
    judged = replace(figure, supersedes=holder.figure.code) if holder and stands else replace(
        figure, supersedes=None, why=None)
    whole = replace(known, figures=tuple(
        replace(one, source=replace(one.source, document=known.document)) if one.source.document in reports else one
        for one in (*known.figures, judged)
    ))
    line = len(whole.figures) + 1
    for problem in plan_problems(whole):
        if problem.place and problem.place.row == line and problem.code not in _MEET:
            yield problem
