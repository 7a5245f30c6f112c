"""The page below the targets: findings as questions, limitations, tasks by the six clarities, documents, ledger."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from tiendo.checking import Finding
from tiendo.plan import Task
from tiendo.review.page.scene import Scene, day


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding as a question to a named unit."""

    kind: str
    unit: str
    file: str
    place: str
    message: str
    quote: str
    suggestion: str
    code: str


@dataclass(frozen=True, slots=True)
class LimitationView:
    """A shortcoming: open with its owner and measure, or closed with its proof."""

    text: str
    owner: str
    since: str
    cause: str
    measure: str
    closed: str
    proof: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task by the six clarities; `state` is done, late, open or unclear (no product or no day)."""

    code: str
    text: str
    owner: str
    position: str
    co_owners: str
    due: str
    product: str
    authority: str
    responsibility: str
    state: str
    done: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """One entry of the ledger: a number and what it stands on."""

    id: str
    label: str
    shown: str
    sentence: str
    document: str
    page: str
    reported_by: str
    approved_by: str
    approved_on: str
    computed: str
    inputs: tuple[str, ...]


def findings(scene: Scene) -> Iterator[FindingView]:
    """The checks' findings, in their order."""
    for one in scene.review.findings:
        place, name = one.problem.place, PurePath(one.problem.place.file).name if one.problem.place else ""
        where = place.say(scene.lang).removeprefix(place.file).removeprefix(", ") if place else ""
        yield FindingView(one.kind, one.unit or _unit(scene, one), name, where, one.message(scene.lang), one.quote,
                          one.suggestion or "", one.problem.code)


def _unit(scene: Scene, finding: Finding) -> str:
    """Who is asked: the issuer of the document, else the lead body of most figures taken from the report."""
    plan = scene.review.plan
    name = PurePath(finding.problem.place.file).name if finding.problem.place else ""
    issuers = [one.issuer for one in plan.documents if one.code in {name, PurePath(name).stem}]
    leads = {target.code: target.lead_body for target in plan.targets}
    bodies = Counter(leads[one.target] for one in plan.acceptances if one.report == name and one.target in leads)
    asked = issuers or [scene.body(body) for body, _ in bodies.most_common(1)]
    return asked[0] if asked else scene.word("author_of_document")


def limitations(scene: Scene) -> Iterator[LimitationView]:
    """The shortcomings known on the day, open ones first."""
    as_of = scene.review.as_of
    known = [one for one in scene.review.plan.limitations if one.since_on <= as_of]
    for one in sorted(known, key=lambda one: one.closed_on is not None and one.closed_on <= as_of):
        closed = one.closed_on if one.closed_on and one.closed_on <= as_of else None
        yield LimitationView(one.text, scene.body(one.owner_body), day(one.since_on), one.cause or "",
                             one.measure or "", day(closed) if closed else "", (one.proof or "") if closed else "")


def tasks(scene: Scene) -> tuple[TaskView, ...]:
    """The tasks given up to the day: late first, then unclear, open, done."""
    order = ("late", "unclear", "open", "done")
    given = {one.code: one.issued_on for one in scene.review.plan.documents}
    known = [one for one in scene.review.plan.tasks
             if (given.get(one.source_document) or scene.review.as_of) <= scene.review.as_of]
    return tuple(sorted((_task(scene, one) for one in known), key=lambda view: order.index(view.state)))


def _task(scene: Scene, task: Task) -> TaskView:
    as_of = scene.review.as_of
    done = task.done_on if task.done_on and task.done_on <= as_of else None
    late = task.due_on is not None and (done or as_of) > task.due_on
    state = "done" if done else "late" if late else "unclear" if not (task.product and task.due_on) else "open"
    missing = scene.word("not_stated")
    return TaskView(
        task.code, task.text, scene.body(task.owner_body), task.owner_position,
        ", ".join(map(scene.body, task.co_bodies)), day(task.due_on) if task.due_on else missing,
        task.product or missing, task.authority or missing, task.responsibility or missing, state,
        scene.word("done_late" if late else "done_in_time", day=day(done)) if done else "",
    )


def sources(scene: Scene) -> Iterator[SourceView]:
    """The ledger: every number of the page."""
    for one in scene.anchors.entries:
        yield SourceView(
            one.id, one.label, one.shown, one.sentence or "", one.document or "",
            scene.word("page", page=one.page) if one.page else "", scene.body(one.reported_by or ""),
            scene.body(one.approved_by or ""), day(one.approved_on) if one.approved_on else "", one.computed or "",
            one.inputs,
        )
