"""Codes that name a row of another table (or of their own), scales and units: each must be there."""

from collections.abc import Iterator
from difflib import get_close_matches

from tiendo.errors import Place, Problem
from tiendo.plan.draft import Draft, Line
from tiendo.plan.scale import scale_named, scales
from tiendo.plan.tables import TABLES
from tiendo.plan.units import is_known_unit, nearest_units

_FEW = 5  # codes named when none is like the wrong one


def reference_problems(draft: Draft) -> Iterator[Problem]:
    """Dangling codes, unknown scales, unknown units, with what they may have meant."""
    for table in TABLES:
        for column in table.columns:
            if column.refers:
                known = draft.known(column.refers)
                for line in draft.lines[table.name]:
                    for code in _codes(line.values.get(column.name)):
                        yield from dangling(code, column.refers, known, line.spot.at(column.name))
    for line in draft.lines["targets"]:
        yield from _scale(line)
        yield from _unit(line, draft.head.units)


def _codes(value: object) -> tuple[str, ...]:
    """The codes of a cell: none, one or several."""
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def dangling(code: str, table: str, known: frozenset[str] | None, place: Place) -> Iterator[Problem]:
    """The problem of a code that no row of its table has; none when that table could not be read."""
    if known is not None and code not in known:
        there = sorted(known)
        shown = get_close_matches(code, there, n=3) or (there if len(there) <= _FEW else [*there[:_FEW], "…"])
        yield Problem("P302", place, {"code": code, "table": table, "nearest": ", ".join(shown) or "–"})


def _scale(line: Line) -> Iterator[Problem]:
    name = line.values.get("scale")
    if name and scale_named(name) is None:
        yield Problem("P303", line.spot.at("scale"), {"scale": name, "allowed": ", ".join(scales())})


def _unit(line: Line, own: tuple[str, ...]) -> Iterator[Problem]:
    unit = line.values.get("unit")
    if unit and not is_known_unit(unit, own):
        nearest = ", ".join(nearest_units(unit, own)) or "–"
        yield Problem("P304", line.spot.at("unit"), {"unit": unit, "nearest": nearest})
