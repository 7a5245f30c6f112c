"""Public investment: each budget year in the report's own sentence, and each project with what it was paid."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.plan import Project
from tiendo.review.page.amounts import short
from tiendo.review.page.scene import Scene
from tiendo.review.records import Number, Paragraph, Run
from tiendo.words import say


@dataclass(frozen=True, slots=True)
class ProjectView:
    """One project; `planned`, `paid` and `share` are those of its last budget year, empty or None without data."""

    name: str
    phase: tuple[Run, ...]
    due: tuple[Run, ...]
    late: bool
    planned: tuple[Run, ...]
    paid: tuple[Run, ...]
    share: Number | None
    part: float  # the share, to be drawn
    note: str


def years(scene: Scene) -> tuple[Paragraph, ...]:
    """The sentences on each budget year."""
    return tuple(node for node in scene.part("investment") if isinstance(node, Paragraph))


def projects(scene: Scene) -> Iterator[ProjectView]:
    """The projects in the plan's order, as the report's table has them."""
    table = scene.table("projects")
    if table is None:
        return
    place = {key: table.head.index(say(f"review.column_{key}", scene.lang)) for key in
             ("phase", "due", "plan", "disbursed")}
    for project, row in zip(scene.review.plan.projects, table.rows, strict=True):
        cells = {key: row[column] for key, column in place.items()}
        share = _share(scene, project, cells)
        due = project.planned_end_on
        open_still = project.phase not in {"hoan_thanh_nghiem_thu", "ban_giao", "quyet_toan_duoc_duyet", "dung"}
        yield ProjectView(
            project.name, cells["phase"], cells["due"],
            project.phase == "cham_tien_do" or bool(due and open_still and due < scene.review.as_of),
            cells["plan"], cells["disbursed"], share[0], share[1], project.note or "",
        )


def _share(scene: Scene, project: Project, cells: dict[str, tuple[Run, ...]]) -> tuple[Number | None, float]:
    """What part of the planned capital was paid; no number where either is unknown or nothing was planned."""
    found = [run for key in ("disbursed", "plan") for run in cells[key] if isinstance(run, Number)]
    values = [scene.anchors.of(number).value for number in found]
    if len(values) < 2 or not values[1]:
        return None, 0.0
    share = 100 * values[0] / values[1]
    label = scene.word("label_project_share", name=project.name)
    return scene.anchors.computed(f"project {project.code}", label, short(share), "%", found), float(share)
