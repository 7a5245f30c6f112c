"""What a unit says of one target: from a form, a workbook, a program or a report; judged before it becomes a figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import plan_problems
from tiendo.quantity import Figure, FigureStatus, Period, Source, check_period, say_period
from tiendo.store import models as rows
from tiendo.store.figure_rows import conflict
from tiendo.store.period_rows import taken_on
from tiendo.store.places import missing
from tiendo.store.plan_out import target_record
from tiendo.store.stamp import Stamp
from tiendo.store.states import OPEN, State

__all__ = ["Entry", "figure_of"]

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


def figure_of(entry: Entry, stamp: Stamp, code: str | None = None) -> tuple[int, Figure]:
    """The number of the plan and the figure an entry makes; holds the target's row until the transaction ends.

    `code` is the figure's id where a decision gives one. Raises RegisterError with every problem of the entry, the
    places' columns being those of `figures`; ConflictError when the corrected figure was corrected already.
    """
    version = rows.TargetVersion.objects.filter(target=entry.target).order_by("-number").select_related(
        "target", "lead_body", "body").first()
    if version is None:
        raise missing("target", entry.target)
    rows.Target.objects.select_for_update().get(pk=entry.target)
    period = check_period(entry.period, Place("figures.csv", column="period"))
    if isinstance(period, Problem):
        raise RegisterError([period])
    old = _corrected(entry)
    figure = Figure(
        code or _next_code(version, entry, period), version.target.code, version.body.code, period, entry.as_of,
        entry.value, FigureStatus(entry.status), Source(_document(entry, version, period, stamp), entry.page,
        entry.sentence), _reporter(stamp, version), supersedes=old.code if old else None, why=entry.why,
        component=entry.component, note=entry.note,
    )
    problems = [*_against_register(entry, period, version.target.plan_id, old, stamp),
                *_against_rules(version.target.plan_id, entry.target, figure, old)]
    if problems:
        raise RegisterError(problems)
    return version.target.plan_id, figure


def _corrected(entry: Entry) -> rows.Figure | None:
    if entry.corrects is None:
        return None
    old = rows.Figure.objects.filter(pk=entry.corrects).first()
    if old is None:
        raise missing("figure", entry.corrects)
    if rows.Figure.objects.filter(supersedes=old).exists():
        raise conflict(old.pk)
    return old


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
    entry: Entry, period: Period, plan: int, old: rows.Figure | None, stamp: Stamp,
) -> Iterator[Problem]:
    """What the register's own rules say: the day has come, the period is open, what is corrected may be."""
    if entry.as_of > stamp.on:
        yield Problem("S205", Place("figures.csv", column="as_of"), {"day": f"{entry.as_of:%d/%m/%Y}"})
    state = State(old.slot.state) if old else None
    if state is not None and state not in OPEN:
        yield Problem("S206", values={"id": old.code if old else ""})
    elif state not in {State.UNLOCKED, State.SENT_BACK} and not taken_on(plan, period, stamp.on):
        yield Problem("S203", Place("figures.csv", column="period"), {"period": period.code})


def _against_rules(plan: int, target: int, figure: Figure, old: rows.Figure | None) -> Iterator[Problem]:
    """What the plan's rules say of it beside the target's others; a report is as good a source as a document."""
    known = target_record(plan, target)
    reports = set(rows.Report.objects.filter(plan=plan).values_list("name", flat=True))
    settled = old is not None and old.code in {one.id for one in known.figures}
    judged = figure if settled else replace(figure, supersedes=None, why=None)  # it follows a withdrawn one
    whole = replace(known, figures=tuple(
        replace(one, source=replace(one.source, document=known.document)) if one.source.document in reports else one
        for one in (*known.figures, judged)
    ))
    line = len(whole.figures) + 1
    for problem in plan_problems(whole):
        if problem.place and problem.place.row == line and problem.code not in _MEET:
            yield problem
