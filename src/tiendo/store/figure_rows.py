"""Figures into the register: added, never changed; each with its steps, and one slot for what stands now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localtime

from tiendo.errors import ConflictError, Problem, RegisterError
from tiendo.quantity import Figure, format_number
from tiendo.store import models as rows
from tiendo.store.stamp import Stamp
from tiendo.store.states import FOLLOWS, State

__all__ = [
    "References", "add_figure", "chain_end", "conflict", "insert_figures", "references", "standing_before", "state_of",
    "take_step",
]


@dataclass(frozen=True, slots=True)
class References:
    """The numbers of a plan's rows that figures and decisions name: by code, reports by name, figures by id."""

    plan: int
    bodies: Mapping[str, int]
    documents: Mapping[str, int]
    targets: Mapping[str, int]
    reports: Mapping[str, int]


def references(plan: int) -> References:
    """The numbers of a plan's rows as they stand now; bodies are all of the register's."""
    return References(
        plan, dict(rows.Body.objects.values_list("code", "pk")),
        dict(rows.Document.objects.filter(plan=plan).values_list("code", "pk")),
        dict(rows.Target.objects.filter(plan=plan).values_list("code", "pk")),
        dict(rows.Report.objects.filter(plan=plan).values_list("name", "pk")),
    )


def insert_figures(figures: Sequence[Figure], known: References, stamp: Stamp, way: str) -> dict[str, int]:
    """Add a folder's figures in their order, one that is corrected before its correction; their numbers by id.

    Each takes its first step: approved as the figure says, else submitted. Raises RegisterError (S106) for each
    figure whose slot another one holds.
    """
    ids: dict[str, int] = {}
    for run in _in_turn(figures):
        made = rows.Figure.objects.bulk_create([_row(one, known, ids, stamp, way) for one in run])
        ids |= {row.code: row.pk for row in made}
    rows.FigureStep.objects.bulk_create([_loaded_step(one, ids[one.id], stamp) for one in figures])
    _fill_slots(figures, ids, known)
    return ids


def add_figure(figure: Figure, known: References, stamp: Stamp, way: str, holder: int | None) -> int:
    """Add one figure as submitted; gives its number.

    It takes a slot of its own, or that of `holder`, the figure it corrects. Raises ConflictError (S201) when somebody
    took or moved the slot first.
    """
    row = _row(figure, known, {}, stamp, way)
    key = {"target": row.target_id, "component": row.component, "period": row.period, "as_of": row.as_of}
    other = rows.Slot.objects.filter(**key).exclude(figure=holder or 0).first()
    if other or (row.supersedes_id and rows.Figure.objects.filter(supersedes=row.supersedes_id).exists()):
        raise conflict(other.figure_id if other else row.supersedes_id or 0)
    row.save(force_insert=True)
    _step(row.pk, State.SUBMITTED, stamp, "").save(force_insert=True)
    now = {"figure": row, "state": State.SUBMITTED.value, "period": row.period, "as_of": row.as_of}
    if holder is None:
        rows.Slot.objects.create(target_id=row.target_id, component=row.component, **now)
    elif rows.Slot.objects.filter(figure=holder).update(**now) != 1:
        raise conflict(holder)
    return row.pk


def conflict(figure: int) -> ConflictError:
    """That somebody was first, with what stands now in the place of a figure."""
    row = chain_end(rows.Figure.objects.get(pk=figure))
    value = row.note or "" if row.value is None else format_number(row.value)
    return ConflictError([Problem("S201", values={
        "id": row.code, "value": value, "by": row.reported_by, "at": f"{localtime(row.entered_at):%d/%m/%Y %H:%M}"})])


def _in_turn(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures in runs, in their order: what a figure supersedes is in an earlier run, or in the register already."""
    coming = {figure.id for figure in figures}
    waiting = list(figures)
    while waiting:
        ready = next((at for at, one in enumerate(waiting) if one.supersedes in coming), len(waiting))
        if ready == 0:  # it corrects a later line: circles are refused before
            waiting.append(waiting.pop(0))
            continue
        yield waiting[:ready]
        coming -= {figure.id for figure in waiting[:ready]}
        waiting = waiting[ready:]


def _row(one: Figure, known: References, ids: Mapping[str, int], stamp: Stamp, way: str) -> rows.Figure:
    document = known.documents.get(one.source.document)
    return rows.Figure(
        plan_id=known.plan, code=one.id, target_id=known.targets[one.target], body_id=known.bodies[one.body],
        period=one.period, as_of=one.as_of, value=one.value, status=one.status.value, source_document_id=document,
        source_report_id=None if document else known.reports[one.source.document], source_page=one.source.page,
        source_sentence=one.source.sentence, reported_by=one.reported_by,
        supersedes_id=_number(one.supersedes, known, ids), why=one.why, component=one.component or "", note=one.note,
        entered_at=stamp.at, entered_by_id=stamp.account, way=way,
    )


def _number(code: str | None, known: References, ids: Mapping[str, int]) -> int | None:
    """The number of a figure by its id: one of those just added, else one of the plan's."""
    if code is None:
        return None
    return ids[code] if code in ids else rows.Figure.objects.get(plan=known.plan, code=code).pk


def _loaded_step(one: Figure, number: int, stamp: Stamp) -> rows.FigureStep:
    if one.approved_by and one.approved_on:
        return _step(number, State.APPROVED, replace(stamp, on=one.approved_on, position=one.approved_by), "")
    return _step(number, State.SUBMITTED, stamp, "")


def _step(figure: int, state: State, stamp: Stamp, message: str) -> rows.FigureStep:
    return rows.FigureStep(
        figure_id=figure, state=state.value, at=stamp.at, on=stamp.on, by_id=stamp.account, position=stamp.position,
        message=message,
    )


def _fill_slots(figures: Sequence[Figure], ids: Mapping[str, int], known: References) -> None:
    corrected = {figure.supersedes for figure in figures}
    standing: dict[tuple[object, ...], Figure] = {}
    problems: list[Problem] = []
    for one in figures:
        key = (one.target, one.component, one.period, one.as_of)
        if one.id in corrected:
            continue
        if key in standing:
            problems.append(Problem("S106", values={"id": one.id, "other": standing[key].id}))
        standing[key] = one
    if problems:
        raise RegisterError(problems)
    rows.Slot.objects.bulk_create([
        rows.Slot(
            target_id=known.targets[one.target], component=one.component or "", period=one.period, as_of=one.as_of,
            figure_id=ids[one.id], state=(State.APPROVED if one.approved_by else State.SUBMITTED).value,
        ) for one in standing.values()
    ])


def take_step(figure: int, state: State, stamp: Stamp, message: str) -> None:
    """Take the next step of a figure that stands; its slot follows, back to the one before when it is withdrawn.

    Raises ConflictError: S201 when it was corrected meanwhile, S209 when this step cannot follow where it stands
    (somebody was first); RegisterError S204 when it would be approved by the account that put it in.
    """
    slot = rows.Slot.objects.select_for_update().filter(figure=figure).select_related("figure").first()
    if slot is None:
        raise conflict(figure)
    if state not in FOLLOWS[State(slot.state)]:
        values = {"id": slot.figure.code, "state": slot.state, "step": state.value}
        raise ConflictError([Problem("S209", values=values)])
    own = stamp.account is not None and slot.figure.entered_by_id == stamp.account
    if state is State.APPROVED and own:
        raise RegisterError([Problem("S204", values={"id": slot.figure.code})])
    _step(figure, state, stamp, message).save(force_insert=True)
    slot.state = state.value
    before = standing_before(slot.figure) if state is State.WITHDRAWN else None
    if before:
        slot.figure, slot.period, slot.as_of, slot.state = before, before.period, before.as_of, state_of(before)
    slot.save()


def state_of(figure: rows.Figure) -> State:
    """Where a figure stands: its last step."""
    return State(rows.FigureStep.objects.filter(figure=figure).latest("pk").state)


def standing_before(figure: rows.Figure) -> rows.Figure | None:
    """What a figure corrected, less what was withdrawn."""
    before = figure.supersedes
    while before is not None and state_of(before) is State.WITHDRAWN:
        before = before.supersedes
    return before


def chain_end(figure: rows.Figure) -> rows.Figure:
    """The last figure of a chain of corrections, withdrawn or not: the one a new correction follows."""
    while (later := rows.Figure.objects.filter(supersedes=figure).first()) is not None:
        figure = later
    return figure
