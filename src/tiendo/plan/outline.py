"""The outline of a body and places in it: one GeoJSON text (RFC 7946), kept as it was given.

A plan's folder may hold `outline.geojson`; nothing of it is computed with. It is checked for what a map needs: GeoJSON
of known geometries, longitude before latitude, both in degrees. A point whose `properties.project` is a project's code
places that project.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from tiendo.errors import Place, Problem
from tiendo.plan.csvfile import bytes_of
from tiendo.plan.reports import OUTLINE, outline_of

__all__ = ["OUTLINE", "outline_problems", "points_in", "read_outline"]

LARGEST = 2 * 1024 * 1024  # bytes: a district's border with ten thousand corners is a tenth of it
EAST, NORTH = 180, 90  # degrees
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # a byte order mark, which some programs put first
_GEOMETRIES = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
Spot = tuple[Decimal, Decimal]  # latitude, longitude


def read_outline(plan: Path) -> tuple[str, tuple[Problem, ...]]:
    """The outline of a plan's folder or workbook, letter for letter; empty without one. It is judged with the plan."""
    path = outline_of(plan)
    if not path.is_file():
        return "", ()
    data = bytes_of(path)
    if isinstance(data, Problem):
        return "", (data,)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return "", (Problem("P105", Place(path.name, row=row), {"byte": f"{data[error.start]:02X}"}),)


def outline_problems(text: str) -> Iterator[Problem]:
    """What is wrong with an outline: its size, its JSON, its first thing that is no GeoJSON."""
    place, size = Place(OUTLINE), len(text.encode())
    if size > LARGEST:
        yield Problem("P104", place, {"size": str(-(-size // 1024**2)), "limit": str(LARGEST // 1024**2)})
        return
    try:
        wrong = [json.dumps(one, ensure_ascii=False)[:80] for one in islice(_wrong(_json(text)), 1)]
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a ValueError of another kind
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        yield Problem("P113", Place(OUTLINE, row=row), {"why": str(error)})
        return
    yield from (Problem("P124", place, {"text": one}) for one in wrong)


def points_in(text: str) -> dict[str, Spot]:
    """The places of projects an outline holds, by their codes; the outline was judged before."""
    found: dict[str, Spot] = {}
    for feature in _features(_json(text)) if text else ():
        geometry, code = feature.get("geometry"), (feature.get("properties") or {}).get("project")
        if isinstance(code, str) and isinstance(geometry, dict) and geometry.get("type") == "Point":
            east, north = geometry["coordinates"][:2]
            found[code] = Decimal(str(north)), Decimal(str(east))
    return found


def _json(text: str) -> Any:
    return json.loads(text.removeprefix(_MARK), parse_constant=_no_number)


def _no_number(word: str) -> None:
    """NaN and Infinity, which JSON does not know."""
    raise json.JSONDecodeError(word, word, 0)


def _features(found: Any) -> list[dict[str, Any]]:
    if found.get("type") == "FeatureCollection":
        return [one for one in found["features"] if isinstance(one, dict)]
    return [found] if found.get("type") == "Feature" else []


def _wrong(found: Any) -> Iterator[Any]:
    """Everything that is no GeoJSON object, geometry or position."""
    kind = found.get("type") if isinstance(found, dict) else None
    if kind == "FeatureCollection" and isinstance(found.get("features"), list):
        for feature in found["features"]:
            inside = feature.get("type") if isinstance(feature, dict) else None
            yield from _wrong(feature) if inside == "Feature" else (feature,)
    elif kind == "Feature" and isinstance(found.get("properties"), dict | None):
        yield from () if found.get("geometry") is None else _wrong(found["geometry"])
    elif kind == "GeometryCollection" and isinstance(found.get("geometries"), list):
        for geometry in found["geometries"]:
            yield from _wrong(geometry)
    elif isinstance(kind, str) and kind in _GEOMETRIES:
        yield from _bad_positions(found.get("coordinates"), _GEOMETRIES[kind])
    else:
        yield found


def _bad_positions(found: Any, depth: int) -> Iterator[Any]:
    """Positions that are none, `depth` lists deep."""
    if not depth:
        yield from () if _is_position(found) else (found,)
    elif isinstance(found, list) and found:
        for inside in found:
            yield from _bad_positions(inside, depth - 1)
    else:
        yield found


def _is_position(found: Any) -> bool:
    numbers = isinstance(found, list) and 2 <= len(found) <= 4 and all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in found)
    return numbers and abs(found[0]) <= EAST and abs(found[1]) <= NORTH
