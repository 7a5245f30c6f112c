"""The outline of a body: kept letter for letter, judged as GeoJSON, and the places of projects it holds."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_plan import small_plan, tell
from tiendo.errors import PlanError
from tiendo.plan import OUTLINE, plan_problems, points_in, read_plan, write_plan
from tiendo.plan.outline import outline_problems

RING = [[107.6, 20.3], [107.7, 20.3], [107.7, 20.4], [107.6, 20.3]]
BORDER = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
SPOT = {"type": "Point", "coordinates": [107.61, 20.35]}
SCHOOL = {"type": "Feature", "properties": {"project": "DA1"}, "geometry": SPOT}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def codes(text: str) -> list[str]:
    return [one.code for one in outline_problems(text)]


@pytest.mark.parametrize("text", [
    collection(BORDER, SCHOOL), json.dumps(BORDER), json.dumps(BORDER["geometry"]), collection(),
    json.dumps({"type": "GeometryCollection", "geometries": [BORDER["geometry"]]}),
    '\ufeff{"type": "Feature", "properties": null, "geometry": null}',
    '{"type": "MultiPolygon", "coordinates": [[[[107, 20, 5.5], [108, 20], [108, 21], [107, 20, 5.5]]]]}',
])
def test_geojson_of_every_shape_is_taken(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "code"), [
    ("{", "P113"), ("[" * 100_000, "P113"), ('{"type": "Point", "coordinates": [NaN, 1]}', "P113"),
    ('{"type": "Point", "coordinates": [1' + "0" * 5000 + ", 1]}", "P113"),
    ("[]", "P124"), ('{"type": "Topology"}', "P124"), (collection({"type": "Polygon"}), "P124"),
    ('{"type": "Feature", "properties": {}, "geometry": []}', "P124"),
    ('{"type": "Point", "coordinates": ["107", "20"]}', "P124"),
    ('{"type": "Point", "coordinates": [true, 1]}', "P124"),
    ('{"type": "Polygon", "coordinates": []}', "P124"), ('{"type": "Point", "coordinates": [[107, 20]]}', "P124"),
    ('{"type": "Point", "coordinates": [1e999, 20]}', "P124"), (" " * (2 * 1024**2 + 1), "P104"),
])
def test_what_cannot_be_drawn_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_latitude_before_longitude_is_found_where_it_cannot_be() -> None:
    """105 degrees north: somebody wrote latitude first."""
    (found,) = outline_problems('{"type": "Point", "coordinates": [21.03, 105.85]}')
    assert (found.code, found.values) == ("P124", {"text": "[21.03, 105.85]"})


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inside: st.lists(inside)
                    | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates", "a"]), inside)))
def test_any_json_is_judged_and_never_breaks(value: object) -> None:
    assert len(codes(json.dumps(value))) == 1


def test_a_point_with_a_projects_code_places_it() -> None:
    assert points_in(collection(BORDER, SCHOOL)) == {"DA1": (Decimal("20.35"), Decimal("107.61"))}
    assert (points_in(""), points_in(json.dumps(BORDER))) == ({}, {})


@pytest.mark.parametrize("text", [
    "\ufeff" + collection(BORDER) + "\r\n", collection(SCHOOL) + "\n\n", json.dumps(BORDER, indent=1)])
def test_a_folder_keeps_its_outline_byte_for_byte(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "plan"
    plan = replace(small_plan(), outline=text, acceptances=())
    write_plan(plan, folder)
    assert (folder / OUTLINE).read_bytes() == text.encode()
    assert read_plan(folder) == plan


def test_a_folder_without_an_outline_has_none(tmp_path: Path) -> None:
    write_plan(replace(small_plan(), acceptances=()), tmp_path / "plan")
    assert ((tmp_path / "plan" / OUTLINE).exists(), read_plan(tmp_path / "plan").outline) == (False, "")


def test_a_bad_outline_is_told_with_the_other_problems_of_a_folder(tmp_path: Path) -> None:
    write_plan(replace(small_plan(), acceptances=()), tmp_path)
    (tmp_path / OUTLINE).write_bytes(b'{"type":\n "Topology"}')
    with pytest.raises(PlanError) as found:
        read_plan(tmp_path)
    assert tell(found.value.problems) == [("P124", OUTLINE, None, None)]
    (tmp_path / OUTLINE).write_bytes(b'{"type":\n "\xe1"}')
    with pytest.raises(PlanError) as found:
        read_plan(tmp_path)
    assert tell(found.value.problems) == [("P105", OUTLINE, 2, None)]


def test_a_plan_with_a_bad_outline_is_not_written() -> None:
    assert [one.code for one in plan_problems(replace(small_plan(), outline="{}"))] == ["P124"]
