"""Bodies and documents: a tree without circles, terms that end after they begin."""

from collections.abc import Iterator
from datetime import date

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Spot
from tiendo.plan.records import Body, PlanDocument


def body_problems(draft: Draft) -> Iterator[Problem]:
    """Circles among the parents, and terms or days in the wrong order."""
    parents = {body.code: body.parent for _, body in draft.of(Body)}
    for spot, body in draft.of(Body):
        if _circle(body.code, parents):
            yield Problem("P305", spot.at("parent"), {"code": body.code})
        yield from ends_before(spot, ("valid_from", body.valid_from), ("valid_to", body.valid_to))
    for spot, document in draft.of(PlanDocument):
        yield from ends_before(spot, ("term_from", document.term_from), ("term_to", document.term_to))
        yield from ends_before(spot, ("issued_on", document.issued_on), ("replaced_on", document.replaced_on))


def _circle(code: str, parents: dict[str, str | None]) -> bool:
    """Whether a body is its own ancestor."""
    seen: set[str] = set()
    above = parents.get(code)
    while above and above not in seen:
        if above == code:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def ends_before(spot: Spot, start: tuple[str, date | None], end: tuple[str, date | None]) -> Iterator[Problem]:
    """The problem of an end that lies before its start; each is (column, day)."""
    if start[1] and end[1] and end[1] < start[1]:
        shown = spot.at(start[0]).column or ""
        values = {"start": start[1].isoformat(), "end": end[1].isoformat(), "start_column": shown}
        yield Problem("P415", spot.at(end[0]), values)
