"""Projects on a map: where each stands by its own coordinates or by the body's GeoJSON, and that GeoJSON itself.

Nothing is asked of another site: there are no tiles, the outline is the map. Who has no script, or no eyes for a map,
has the same list beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from tiendo.plan import Project, points_in
from tiendo.web.board.scene import Scene, scene_of

__all__ = ["Located", "located_of", "outline"]


@dataclass(frozen=True, slots=True)
class Located:
    """A project with its number on the map and where it stands, in degrees as they were given."""

    number: int
    project: Project
    latitude: str
    longitude: str


@require_GET
def outline(request: HttpRequest, name: str) -> HttpResponse:
    """The outline of a plan's body as it was given; 404 where there is none."""
    scene = scene_of(request, name)
    if not scene.plan.outline:
        raise Http404
    return HttpResponse(scene.plan.outline, content_type="application/geo+json")


def located_of(scene: Scene, projects: Sequence[Project]) -> tuple[Located, ...]:
    """The projects whose place is known, numbered in the order of the list; their own coordinates come first."""
    points = points_in(scene.plan.outline)
    known = [(one, spot) for one in projects if (spot := _own(one) or points.get(one.code))]
    return tuple(Located(number, one, f"{north:f}", f"{east:f}")
                 for number, (one, (north, east)) in enumerate(known, 1))


def _own(project: Project) -> tuple[Decimal, Decimal] | None:
    if project.latitude is None or project.longitude is None:
        return None
    return project.latitude, project.longitude
