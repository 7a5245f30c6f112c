"""Figures: each has its day, its approval and its place in the chain of corrections; none stands twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Spot
from tiendo.plan.records import Component, Kind, Target
from tiendo.quantity import Figure


def figure_problems(draft: Draft) -> Iterator[Problem]:
    """Figures that contradict themselves or each other."""
    figures = tuple(draft.of(Figure))
    by_id = {figure.id: figure for _, figure in figures}
    targets = {target.code: target for _, target in draft.of(Target)}
    parts = {(part.target, part.code) for _, part in draft.of(Component)}
    for spot, figure in figures:
        yield from _days(spot, figure)
        yield from component_problems(spot, figure.component, targets.get(figure.target), parts)
        yield from _correction(spot, figure, by_id)
        if figure.value is None and not figure.note:
            yield Problem("P508", spot.at("note"))
    yield from _corrected_twice(figures)
    yield from _doubles(figures)


def _days(spot: Spot, figure: Figure) -> Iterator[Problem]:
    """A figure is not approved before its day, nor speaks of a day before its period begins."""
    if figure.approved_on and figure.as_of > figure.approved_on:
        values = {"as_of": figure.as_of.isoformat(), "approved_on": figure.approved_on.isoformat()}
        yield Problem("P509", spot.at("as_of"), values)
    if (figure.approved_by is None) != (figure.approved_on is None):
        yield Problem("P510", spot.at("approved_by" if figure.approved_by is None else "approved_on"))
    if figure.as_of < figure.period.start:
        values = {"as_of": figure.as_of.isoformat(), "period": figure.period.code}
        yield Problem("P511", spot.at("as_of"), values)


def component_problems(
    spot: Spot, component: str | None, target: Target | None, parts: set[tuple[str, str]],
) -> Iterator[Problem]:
    """A figure of a structure speaks of one known part; any other figure of none."""
    if target is None:
        return
    if target.kind is not Kind.STRUCTURE:
        if component:
            yield Problem("P502", spot.at("component"), {"code": target.code})
        return
    allowed = ", ".join(sorted(code for owner, code in parts if owner == target.code)) or "–"
    if not component:
        yield Problem("P501", spot.at("component"), {"code": target.code, "allowed": allowed})
    elif (target.code, component) not in parts:
        yield Problem("P503", spot.at("component"), {"code": target.code, "component": component, "allowed": allowed})


def _correction(spot: Spot, figure: Figure, by_id: Mapping[str, Figure]) -> Iterator[Problem]:
    """A correction says why, corrects the same thing, and never, over any number of steps, itself."""
    if figure.supersedes is None:
        if figure.why:
            yield Problem("P517", spot.at("why"))
        return
    if not figure.why:
        yield Problem("P506", spot.at("why"))
    if _circle(figure, by_id):
        yield Problem("P505", spot.at("supersedes"), {"id": figure.id})
    old = by_id.get(figure.supersedes)
    if old and (old.target, old.component) != (figure.target, figure.component):
        values = {"id": old.id, "target": old.target, "own": figure.target}
        yield Problem("P507", spot.at("supersedes"), values)


def _circle(figure: Figure, by_id: Mapping[str, Figure]) -> bool:
    """Whether a figure supersedes itself over any number of steps."""
    seen: set[str] = set()
    old = figure.supersedes
    while old and old in by_id and old not in seen:
        if old == figure.id:
            return True
        seen.add(old)
        old = by_id[old].supersedes
    return False


def _corrected_twice(figures: tuple[tuple[Spot, Figure], ...]) -> Iterator[Problem]:
    """One figure has at most one correction; the next corrects that one."""
    first: dict[str, str] = {}
    for spot, figure in figures:
        if figure.supersedes is None:
            continue
        if figure.supersedes in first:
            values = {"id": figure.supersedes, "other": first[figure.supersedes]}
            yield Problem("P516", spot.at("supersedes"), values)
        first.setdefault(figure.supersedes, figure.id)


def _doubles(figures: tuple[tuple[Spot, Figure], ...]) -> Iterator[Problem]:
    """Figures for the same target, part, period and day of which none corrects the other."""
    corrected = {figure.supersedes for _, figure in figures}
    standing: dict[tuple[object, ...], list[tuple[Spot, Figure]]] = defaultdict(list)
    for spot, figure in figures:
        if figure.id not in corrected:
            standing[figure.target, figure.component, figure.period, figure.as_of].append((spot, figure))
    for (_, first), *others in standing.values():
        for spot, _ in others:
            yield Problem("P504", spot.at("id"), {"other": first.id})
