"""A target's page: what it asks for, every figure with its proof, what was amended, doubted, asked and answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.assessing import Flag
from tiendo.errors import Problem, RegisterError
from tiendo.plan import Direction
from tiendo.store.permissions import Where
from tiendo.store.plan_out import Version
from tiendo.store.queries.figures import TargetFile, file_of
from tiendo.store.queries.findings import FindingView, findings_on_target
from tiendo.store.queries.log import ActView, acts_on_target
from tiendo.usecases.register import findings as acts
from tiendo.web import asking
from tiendo.web.board.chart import chart_of
from tiendo.web.board.ledger import ledger_of, ledger_sheet
from tiendo.web.board.scene import Row, Scene, scene_of, wanted_day
from tiendo.web.board.shared import shared
from tiendo.web.board.tables import file_of as file_answer
from tiendo.web.board.tables import wanted_file
from tiendo.web.desk.fields import day_said
from tiendo.web.desk.nav import Desk, desk_of
from tiendo.web.desk.steps import Step, carried_out, number_said, said
from tiendo.web.memory import Memory

ANSWER_DAYS = 7  # how long a unit has, until somebody says otherwise
FILES: Memory["Inside"] = Memory(512)


@dataclass(frozen=True, slots=True)
class Inside:
    """What only insiders see of a target: every figure with what stands beside it, findings, the log."""

    file: TargetFile
    findings: tuple[FindingView, ...]
    acts: tuple[ActView, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question that must be answered beside a good label; `word` says what was found, `bad` whether it weighs."""

    key: str
    word: str
    bad: bool


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    FILES.forget()


def _ask(request: HttpRequest, target: int) -> None:
    due = day_said(request.POST, "due_on")
    if isinstance(due, Problem):
        raise RegisterError([due])
    acts.ask_about_target(call=asking.of(request).call, target=target, message=said(request, "message"), due_on=due)


def _answer(request: HttpRequest, _target: int) -> None:
    acts.answer_question(call=asking.of(request).call, question=number_said(request, "question"),
                         text=said(request, "text"))


STEPS: Mapping[str, Step] = MappingProxyType({"ask_unit": _ask, "answer_question": _answer})


@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, name: str, code: str) -> HttpResponse:
    """A target as of a day; asking for an explanation and answering it."""
    desk, who, scene = desk_of(request, name), asking.of(request), scene_of(request, name)
    row = scene.row(code)
    number, versions = scene.skeleton.numbers[code], _versions(scene, code)
    outcome = carried_out(request, STEPS, number)
    if outcome.done:
        return HttpResponseRedirect(f"{reverse('target', args=[name, code])}?day={scene.on:%Y-%m-%d}")
    where = Where(desk.where.plan, _lead_path(desk, row))
    inside = who.may("view_unit", where)
    file = FILES.get((name, scene.version, code), lambda: _inside(scene, number, code)) if inside else None
    if wanted_file(request):
        ledger = ledger_of(scene, row, None)
        return file_answer(ledger_sheet(scene, row, ledger, f"{name}-{row.view.slug}"), wanted_file(request))
    found, today = file.findings if file else (), who.at.date()
    body = shared(request, "target_body.html", scene, lambda: {
        "desk": desk, "row": row, "one": row.view, "findings": found, "inside": inside,
        "ledger": ledger_of(scene, row, file.file if file else None),
        **_shown(request, scene, row, versions, found)}, beside=f"{inside}")
    return asking.page(
        request, "target.html", outcome.status, desk=desk, scene=scene, one=row.view, body=body, findings=found,
        inside=inside, may={act for act in STEPS if who.may(act, where)}, outcome=outcome, today=today,
        due_on=today + timedelta(ANSWER_DAYS), typed=request.POST if outcome.problems else {},
        acts=file.acts if file and who.may("view_log", desk.where) else (),
    )


def _shown(
    request: HttpRequest, scene: Scene, row: Row, versions: tuple[Version, ...], found: tuple[FindingView, ...],
) -> dict[str, object]:
    day = wanted_day(request, "day")
    return {
        "versions": versions, "chart": chart_of(scene, row, versions), "neighbours": _neighbours(scene, row),
        "doubts": _doubts(scene, row, versions, found), "problems": [day] if isinstance(day, Problem) else [],
    }


def _versions(scene: Scene, code: str) -> tuple[Version, ...]:
    """The versions of a target, newest first, those that came after the day left out."""
    return tuple(one for one in reversed(scene.skeleton.versions[code])
                 if one.number == 1 or one.since is None or one.since <= scene.on)


def _inside(scene: Scene, number: int, code: str) -> Inside:
    return Inside(file_of(number), findings_on_target(scene.number, code), acts_on_target(number))


def _lead_path(desk: Desk, row: Row) -> str | None:
    """The place of the lead body in the tree, where the asker looks after it."""
    return next((unit.path for unit in desk.units if unit.code == row.line.target.lead_body), None)


def _doubts(
    scene: Scene, row: Row, versions: tuple[Version, ...], found: tuple[FindingView, ...],
) -> tuple[Doubt, ...]:
    """Is it really met? The label stays as it is; what weighs on it stands beside it."""
    flags, goal = row.line.assessment.flags, _eased(row, versions)
    weak = [word for flag, word in zip(flags, row.view.flags, strict=True)
            if flag in {Flag.ESTIMATE, Flag.STALE, Flag.PROVISIONAL, Flag.SUPERSEDED}]
    open_ones = [one for one in found if one.closed_at is None and one.finding.kind != "request"]
    outliers = [one.message(scene.lang) for one in scene.review.findings
                if one.problem.values.get("target") == row.line.target.code]
    return (
        Doubt("eased", "", goal),
        Doubt("at_start", "", Flag.MET_AT_START in flags),
        Doubt("weak", "; ".join([*weak, *outliers]), bool(weak or outliers)),
        Doubt("open", str(len(open_ones)) if open_ones else "", bool(open_ones)),
    )


def _eased(row: Row, versions: tuple[Version, ...]) -> bool:
    """Whether the goal asks for less than the first version did, or for the same later."""
    first, now = versions[-1].target, versions[0].target
    if first.goal is None or now.goal is None or len(versions) == 1:
        return False
    less = now.goal > first.goal if row.line.target.direction is Direction.AT_MOST else now.goal < first.goal
    return less or now.due_on > first.due_on


def _neighbours(scene: Scene, row: Row) -> tuple[Row | None, Row | None]:
    """The targets before and after this one in the plan's order."""
    at = scene.rows.index(row)
    before = scene.rows[at - 1] if at else None
    return before, scene.rows[at + 1] if at + 1 < len(scene.rows) else None
