"""Public investment: each project with phase, delay and capital; disbursement by year beside its plan and deadline."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.plan import Disbursement, Project
from tiendo.review.page.amounts import short
from tiendo.web import asking
from tiendo.web.board.cascade import FINISHED
from tiendo.web.board.curve import BILLION, curve, deadline, years_of
from tiendo.web.board.pace import pace_of
from tiendo.web.board.places import located_of
from tiendo.web.board.scene import Scene, scene_of
from tiendo.web.board.shared import shared
from tiendo.web.board.tables import Sheet, file_of, wanted_file
from tiendo.web.desk.nav import desk_of
from tiendo.words import say

COLUMNS = ("code", "project", "investor", "phase", "starts", "ends", "days_late", "capital", "budget_year", "planned",
           "paid", "rate", "plan_basis", "data_day", "document", "remark", "latitude", "longitude")
STOPPED = frozenset({"dung"})


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project and its latest figure known on the day; `days_late` is None unless it is past its end and not done."""

    project: Project
    paid: Disbursement | None
    days_late: int | None

    @property
    def share(self) -> float | None:
        """Per cent of its plan of the year that was paid, to be drawn and said."""
        if self.paid is None or self.paid.disbursed is None or not self.paid.plan:
            return None
        return float(100 * self.paid.disbursed / self.paid.plan)


@require_GET
def projects(request: HttpRequest, name: str) -> HttpResponse:
    """The projects, or their table as a file."""
    desk, scene = desk_of(request, name), scene_of(request, name)
    rows = rows_of(scene)
    if wanted_file(request):
        return file_of(_sheet(scene, rows, name), wanted_file(request))
    years = years_of(scene.plan.disbursements, scene.on)
    body = shared(request, "projects_body.html", scene, lambda: {
        "desk": desk, "rows": rows, "years": years, "curve": curve(years), "billion": BILLION, "deadline": deadline,
        "short": short, "pace": pace_of(years), "located": located_of(scene, [row.project for row in rows]),
        "late": {row.project.code: row.days_late for row in rows if row.days_late}})
    return asking.page(request, "projects.html", desk=desk, scene=scene, body=body)


def rows_of(scene: Scene) -> tuple[ProjectRow, ...]:
    """The projects, those latest behind their end first, the rest in the plan's order."""
    known = sorted((one for one in scene.plan.disbursements if one.as_of <= scene.on),
                   key=lambda one: (one.year, one.as_of))
    latest = {one.project: one for one in known}
    found = [ProjectRow(one, latest.get(one.code), _late(scene, one)) for one in scene.plan.projects]
    return tuple(sorted(found, key=lambda row: -(row.days_late or 0)))


def _late(scene: Scene, project: Project) -> int | None:
    due = project.planned_end_on
    open_still = project.phase not in FINISHED | STOPPED
    return (scene.on - due).days if due and open_still and due < scene.on else None


def _sheet(scene: Scene, rows: tuple[ProjectRow, ...], name: str) -> Sheet:
    head = tuple(say(f"web.sheet_{column}", scene.lang) for column in COLUMNS)
    places = {one.project.code: one for one in located_of(scene, [row.project for row in rows])}
    return Sheet(f"{name}-projects-{scene.on:%Y-%m-%d}", head, [(
        row.project.code, row.project.name, scene.body(row.project.investor),
        say(f"review.phase_{row.project.phase}", scene.lang), row.project.planned_start_on, row.project.planned_end_on,
        row.days_late, row.project.capital, row.paid.year if row.paid else None, row.paid.plan if row.paid else None,
        row.paid.disbursed if row.paid else None, f"{row.share:.1f}" if row.share is not None else None,
        row.paid.plan_basis if row.paid else None, row.paid.as_of if row.paid else None,
        scene.document(row.paid.source_document) if row.paid else None, row.project.note,
        *((place.latitude, place.longitude) if (place := places.get(row.project.code)) else (None, None)),
    ) for row in rows])
