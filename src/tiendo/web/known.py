"""The plan an address names, as one request sees it: its number, the version of the register, its tables.

The version is asked once a request, so everything on a page is of one version; the tables are read once a version.
"""

from dataclasses import dataclass

from django.http import HttpRequest

from tiendo.store import places
from tiendo.store.queries.plans import Skeleton, skeleton
from tiendo.store.queries.versions import version_of
from tiendo.web.memory import Memory

__all__ = ["Known", "forget", "known_of", "plan_named"]

SKELETONS: Memory[Skeleton] = Memory(256)  # by plan and version


@dataclass(frozen=True, slots=True)
class Known:
    """A plan by its name, at a version of the register."""

    name: str
    version: str
    skeleton: Skeleton


def known_of(request: HttpRequest, name: str) -> Known:
    """The plan of a request; raises NotThereError."""
    found: Known | None = getattr(request, "known_plan", None)
    if found is None or found.name != name:
        found = plan_named(name)
        request.known_plan = found  # type: ignore[attr-defined]  # - a request carries what was found out about it
    return found


def plan_named(name: str) -> Known:
    """A plan by its name, at the register's version now; raises NotThereError."""
    found = version_of(name)
    if found is None:
        raise places.missing("plan", name)
    number, version = found
    return Known(name, version, SKELETONS.get((name, version), lambda: skeleton(number)))


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    SKELETONS.forget()
