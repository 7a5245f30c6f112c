"""The cascade as a tree to walk: a superior's documents, what carries them out, down to targets, projects and tasks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.assessing import Standing
from tiendo.plan import PlanDocument, Programme, Project, Task
from tiendo.web import asking
from tiendo.web.board.scene import Row, Scene, scene_of
from tiendo.web.board.shared import shared
from tiendo.web.desk.nav import desk_of

GOOD = (Standing.EXCEEDED, Standing.MET, Standing.ON_PATH)
FINISHED = frozenset({"hoan_thanh_nghiem_thu", "ban_giao", "quyet_toan_duoc_duyet"})  # phases after the work is done


@dataclass(frozen=True, slots=True)
class Sum:
    """What a branch attains: of so many targets, tasks and projects so many stand well, are done, are finished."""

    targets: tuple[int, int]
    tasks: tuple[int, int]
    projects: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Branch:
    """A document (or a programme without one of its own) with what hangs on it."""

    key: str
    kind: str
    name: str
    body: str
    gaps: tuple[str, ...]
    branches: tuple["Branch", ...]
    targets: tuple[Row, ...]
    projects: tuple[Project, ...]
    tasks: tuple[Task, ...]

    @property
    def whole(self) -> tuple["Branch", ...]:
        """This branch and all beneath it, each once."""
        found = {self.key: self}
        for branch in self.branches:
            found |= {one.key: one for one in branch.whole}
        return tuple(found.values())


@require_GET
def cascade(request: HttpRequest, name: str) -> HttpResponse:
    """The tree with its gaps in both directions."""
    desk, scene = desk_of(request, name), scene_of(request, name)
    body = shared(request, "cascade_body.html", scene, lambda: {
        "desk": desk, "roots": tuple(roots_of(scene)), "finished": FINISHED,
        "gaps": tuple(one for one in scene.review.findings if one.kind == "cascade"),
        "sum_of": lambda branch: sum_of(scene, branch)})
    return asking.page(request, "cascade.html", desk=desk, scene=scene, body=body)


def roots_of(scene: Scene) -> Iterator[Branch]:
    """The branches nothing of the plan stands above, those with most beneath them first; lone papers are left out."""
    known = {one.code: one for one in _documents(scene)}
    tops = [one for one in known.values() if not any(code in known for code in one.implements)]
    made = [_branch(scene, one, known, frozenset()) for one in tops]
    kept = [one for one in made if one.branches or one.targets or one.tasks or one.projects or one.gaps]
    yield from sorted(kept, key=lambda one: -len(one.whole))
    for programme in scene.plan.programmes:
        if programme.document is None and not any(code in known for code in programme.implements):
            yield _programme(scene, programme)


def _documents(scene: Scene) -> Iterator[PlanDocument]:
    """The documents issued by the day."""
    return (one for one in scene.plan.documents if one.issued_on is None or one.issued_on <= scene.on)


def _branch(scene: Scene, document: PlanDocument, known: dict[str, PlanDocument], above: frozenset[str]) -> Branch:
    """A document's branch; a document that implements itself by a detour ends there."""
    path, plan = above | {document.code}, scene.plan
    beneath = [one for one in known.values() if document.code in one.implements and one.code not in path]
    own = [one for one in plan.programmes if one.document == document.code]
    by_programme = [known[one.document] for one in plan.programmes if document.code in one.implements
                    and one.document in known and one.document not in path
                    and document.code not in known[one.document].implements]
    loose = [one for one in plan.programmes if one.document is None and document.code in one.implements]
    codes = {one.code for one in own}
    return Branch(
        document.code, document.kind, " ".join(filter(None, (document.symbol, document.title))), document.issuer,
        tuple(_gaps(scene, document)),
        (*(_branch(scene, one, known, path) for one in (*beneath, *by_programme)),
         *(_programme(scene, one) for one in loose)),
        tuple(row for row in scene.rows if row.line.target.document == document.code),
        tuple(one for one in plan.projects if one.programme in codes),
        tuple(one for one in plan.tasks if one.source_document == document.code),
    )


def _programme(scene: Scene, programme: Programme) -> Branch:
    """A programme without a document of its own."""
    return Branch(f"programme {programme.code}", "", programme.name, scene.body(programme.body), (), (), (),
                  tuple(one for one in scene.plan.projects if one.programme == programme.code), ())


def _gaps(scene: Scene, document: PlanDocument) -> Iterator[str]:
    """What the checks ask about this document."""
    for found in scene.review.findings:
        if found.kind == "cascade" and found.quote == document.title:
            yield found.message(scene.lang)


def sum_of(scene: Scene, branch: Branch) -> Sum:
    """What a branch with all beneath it attains on the day; everything is counted once."""
    targets = {row.view.code: row.line.assessment.standing for one in branch.whole for row in one.targets}
    tasks = {task.code: task for one in branch.whole for task in one.tasks}
    projects = {project.code: project for one in branch.whole for project in one.projects}
    return Sum(
        (sum(one in GOOD for one in targets.values()), len(targets)),
        (sum(one.done_on is not None and one.done_on <= scene.on for one in tasks.values()), len(tasks)),
        (sum(one.phase in FINISHED for one in projects.values()), len(projects)),
    )
