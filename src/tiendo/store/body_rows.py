"""The one tree of bodies: bodies of a plan join it, and must say the same as what stands there already."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import Body
from tiendo.store import models as rows
from tiendo.store.places import missing

__all__ = ["body_codes", "insert_bodies", "succeed", "successors_of"]

_SAME = ("name_vi", "name_en", "level", "valid_from", "valid_to")


def body_codes() -> frozenset[str]:
    """The codes of every body of the tree."""
    return frozenset(rows.Body.objects.values_list("code", flat=True))


def insert_bodies(bodies: Sequence[Body]) -> dict[str, int]:
    """The numbers of a plan's bodies by code, those that are new added to the tree.

    Raises RegisterError (S101) naming each body that stands in the register otherwise.
    """
    there = {row.code: row for row in rows.Body.objects.all()}
    problems = [problem for line, body in enumerate(bodies, 2) for problem in _otherwise(line, body, there)]
    if problems:
        raise RegisterError(problems)
    for body in _parents_first([one for one in bodies if one.code not in there]):
        row = rows.Body(code=body.code, **{name: getattr(body, name) for name in _SAME})
        above = rows.Body.objects.get(code=body.parent) if body.parent else None
        there[body.code] = \
            rows.Body.objects.add_child(above, instance=row) if above else rows.Body.objects.add_root(instance=row)
    return {body.code: there[body.code].pk for body in bodies}


def _otherwise(line: int, body: Body, there: dict[str, rows.Body]) -> Iterator[Problem]:
    """What a body says that its row in the register does not."""
    row = there.get(body.code)
    if row is None:
        return
    parents = {one.path: one.code for one in there.values()}
    said = {name: getattr(body, name) for name in _SAME} | {"parent": body.parent}
    stands = {name: getattr(row, name) for name in _SAME} | {"parent": parents.get(_above(row.path))}
    for name, value in said.items():
        if value != stands[name]:
            values = {"code": body.code, "said": f"{value or '–'}", "stands": f"{stands[name] or '–'}"}
            yield Problem("S101", Place("bodies.csv", row=line, column=name), values)


def _above(path: str) -> str:
    return path[:-rows.Body.steplen]


def _parents_first(bodies: Sequence[Body]) -> Iterator[Body]:
    """Bodies so that each comes after its parent, otherwise in their order; circles are refused before."""
    waiting = list(bodies)
    while waiting:
        codes = {body.code for body in waiting}
        ready = [body for body in waiting if body.parent not in codes]
        yield from ready
        waiting = [body for body in waiting if body.parent in codes]


def succeed(before: str, on: date, successors: Sequence[tuple[str, Decimal]], basis: str) -> None:
    """End a body on a day, and keep who carries on which share of it."""
    old = rows.Body.objects.get(code=before)
    rows.Body.objects.filter(pk=old.pk).update(valid_to=on)
    for code, weight in successors:
        new = rows.Body.objects.filter(code=code).first()
        if new is None:
            raise missing("body", code)
        rows.Succession.objects.create(before=old, after=new, on=on, weight=weight, basis=basis)


def successors_of(code: str) -> tuple[tuple[str, date, Decimal], ...]:
    """Who followed a body: code, from which day, with which share."""
    found = rows.Succession.objects.filter(before__code=code).select_related("after").order_by("on", "pk")
    return tuple((one.after.code, one.on, one.weight) for one in found)
