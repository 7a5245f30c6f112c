"""The page below the targets: programmes, findings as questions, limitations, tasks by the six clarities, ledger."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from tiendo.errors import Place
from tiendo.plan import Task
from tiendo.review.page.scene import Scene, day
from tiendo.review.records import LedgerEntry


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme, scheme or plan of work, and the symbols of what it implements."""

    kind: str
    document: str
    name: str
    implements: str


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
    """One entry of the ledger: a number and what it stands on.

    `sentence` is what a unit wrote; `where` the document, the place in it and the people, in one line; `computed`
    how the number was made, from the entries `inputs`.
    """

    id: str
    label: str
    shown: str
    sentence: str
    where: str
    computed: str
    inputs: tuple[str, ...]


def programmes(scene: Scene) -> Iterator[ProgrammeView]:
    """The programme of work, in the plan's order."""
    symbols = {one.code: one.symbol or one.title for one in scene.review.plan.documents}
    for one in scene.review.plan.programmes:
        yield ProgrammeView(
            scene.word(f"kind_{one.kind}"), symbols.get(one.document or "", ""), one.name,
            ", ".join(symbols.get(code, code) for code in one.implements),
        )


def findings(scene: Scene) -> Iterator[FindingView]:
    """The checks' findings, in their order; a file is named without the folder it lies in on some machine."""
    for found in scene.review.findings:
        one = replace(found, problem=replace(found.problem, place=_bare(found.problem.place)), other=_bare(found.other))
        place = one.problem.place
        file = place.file if place else ""
        where = place.say(scene.lang).removeprefix(file).removeprefix(", ") if place else ""
        yield FindingView(one.kind, one.unit or _unit(scene, file), file, where, _upper(one.message(scene.lang)),
                          one.quote, one.suggestion or "", one.problem.code)


def _bare(place: Place | None) -> Place | None:
    return None if place is None else replace(place, file=PurePath(place.file).name)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unit(scene: Scene, name: str) -> str:
    """Who is asked: the issuer of the document, else the lead body of most figures taken from the report."""
    plan = scene.review.plan
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
        yield LimitationView(one.text, scene.body(one.owner_body), day(one.since_on, scene.lang), one.cause or "",
                             one.measure or "", day(closed, scene.lang) if closed else "",
                             (one.proof or "") if closed else "")


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
        ", ".join(map(scene.body, task.co_bodies)), day(task.due_on, scene.lang) if task.due_on else missing,
        task.product or missing, task.authority or missing, task.responsibility or missing, state,
        scene.word("done_late" if late else "done_in_time", day=day(done, scene.lang)) if done else "",
    )


def sources(scene: Scene) -> Iterator[SourceView]:
    """The ledger at the end: the report's numbers, then the page's."""
    for one in scene.anchors.ledger:
        sentence = one.sentence if one.figure else None
        yield SourceView(
            one.id, one.label, one.shown, sentence or "", _where(scene, one), one.computed or "", one.inputs)


def _where(scene: Scene, entry: LedgerEntry) -> str:
    """A figure's document, page and people; of a number a document states, the place in it and who issued it."""
    page = scene.word("page", page=entry.page) if entry.page else ""
    place = page if entry.figure else entry.sentence or ""
    people = [entry.reported_by or ""] if entry.figure is None else [
        scene.word("reported_by", name=scene.body(entry.reported_by or ""))]
    if entry.approved_by:
        key = "approved_by" if entry.figure else "issued_by"
        people.append(scene.word(key, name=scene.body(entry.approved_by), day=day(entry.approved_on, scene.lang)))
    return ". ".join(filter(None, [", ".join(filter(None, (entry.document, place))), *people]))
