"""One target by itself: kind, direction, goal, baseline, scale and days that make sense together (domain.md 2.3)."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Line, Spot
from tiendo.plan.records import Component, Direction, Kind, Target
from tiendo.plan.rules.bodies import ends_before
from tiendo.plan.scale import SCALED
from tiendo.plan.tables import table_of


@cache
def directions_by_kind() -> Mapping[str, list[str]]:
    """The directions each kind of target may have (`kinds.toml`)."""
    return tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))


def target_problems(draft: Draft) -> Iterator[Problem]:
    """Targets that contradict themselves."""
    structured = {line.values.get("target") for line in draft.lines["components"]}
    for line in draft.lines["targets"]:
        yield from _scale(line)
    for spot, target in draft.of(Target):
        yield from _direction(spot, target)
        yield from _goal(spot, target)
        yield from _baseline(spot, target)
        if target.kind is Kind.STRUCTURE and target.code not in structured:
            yield Problem("P406", spot.at("kind"), {"code": target.code})
        if target.weight <= 0:
            yield Problem("P410", spot.at("weight"), {"weight": str(target.weight)})


def _scale(line: Line) -> Iterator[Problem]:
    """A rating or a milestone has a scale, nothing else has; a level is on it."""
    kind, name = line.values.get("kind"), line.values.get("scale")
    if kind in SCALED and not name and "scale" in line.values:
        yield Problem("P408", line.spot.at("scale"), {"kind": _word("kind", str(kind))})
    if kind and kind not in SCALED and name:
        yield Problem("P409", line.spot.at("scale"), {"kind": _word("kind", str(kind))})


def _word(column: str, code: str) -> str:
    """A choice's code with its Vietnamese words: one message serves both languages."""
    return f"{code} ({table_of('targets').column(column).word(code, 'vi')})"


def _direction(spot: Spot, target: Target) -> Iterator[Problem]:
    allowed = directions_by_kind()[target.kind]
    if target.direction not in allowed:
        values = {"kind": _word("kind", target.kind), "direction": _word("direction", target.direction),
                  "allowed": ", ".join(_word("direction", each) for each in allowed)}
        yield Problem("P401", spot.at("direction"), values)
    if target.strict and target.direction not in {Direction.AT_LEAST, Direction.AT_MOST}:
        yield Problem("P413", spot.at("strict"), {"direction": _word("direction", target.direction)})


def _goal(spot: Spot, target: Target) -> Iterator[Problem]:
    """A target has a goal; a structure has its parts' goals instead, an assigned one may just follow."""
    if target.kind is Kind.STRUCTURE:
        for column in ("goal", "goal_upper", "baseline"):
            if getattr(target, column) is not None:
                yield Problem("P403", spot.at(column), {"code": target.code})
    elif target.goal is None and target.kind is not Kind.RELATIVE_TO_ASSIGNED:
        yield Problem("P402", spot.at("goal"), {"code": target.code})
    else:
        yield from band_problems(spot, target)


def band_problems(spot: Spot, row: Target | Component) -> Iterator[Problem]:
    """A band has an upper end, and it lies above the lower one."""
    if row.goal_upper is None:
        if row.direction is Direction.WITHIN and row.goal is not None:
            yield Problem("P404", spot.at("goal_upper"))
    elif row.goal is not None and row.goal_upper < row.goal:
        yield Problem("P405", spot.at("goal_upper"), {"goal": _plain(row.goal), "upper": _plain(row.goal_upper)})


def _plain(value: Decimal) -> str:
    return format(value, "f")


def _baseline(spot: Spot, target: Target) -> Iterator[Problem]:
    if target.baseline is not None and target.baseline_on is None:
        yield Problem("P412", spot.at("baseline_on"))
    yield from ends_before(spot, ("baseline_on", target.baseline_on), ("due_on", target.due_on))
