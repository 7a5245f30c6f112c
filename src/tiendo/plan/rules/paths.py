"""What hangs on a target: the parts of a structure, the points of its path, the figures assigned to it."""

from collections.abc import Iterator

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Spot
from tiendo.plan.records import Component, Direction, Kind, Milestone, Target
from tiendo.plan.rules.targets import band_problems


def path_problems(draft: Draft) -> Iterator[Problem]:
    """Parts of a target that is no structure, parts that are only "done", points outside the target's time."""
    targets = {target.code: target for _, target in draft.of(Target)}
    for spot, part in draft.of(Component):
        target = targets.get(part.target)
        if target and target.kind is not Kind.STRUCTURE:
            yield Problem("P407", spot.at("target"), {"code": part.target})
        if part.direction is Direction.DONE:
            yield Problem("P416", spot.at("direction"))
        yield from band_problems(spot, part)
    for spot, point in draft.of(Milestone):
        yield from _point(spot, point, targets.get(point.target))


def _point(spot: Spot, point: Milestone, target: Target | None) -> Iterator[Problem]:
    """A point of a path lies between the baseline's day and the due day, and its band is not upside down."""
    if target and (point.on > target.due_on or (target.baseline_on and point.on < target.baseline_on)):
        start = target.baseline_on.isoformat() if target.baseline_on else "…"
        values = {"day": point.on.isoformat(), "start": start, "end": target.due_on.isoformat()}
        yield Problem("P414", spot.at("on"), values)
    if point.value_upper is not None and point.value_upper < point.value:
        values = {"goal": format(point.value, "f"), "upper": format(point.value_upper, "f")}
        yield Problem("P405", spot.at("value_upper"), values)
