"""Projects on a map: by their own coordinates, by the body's GeoJSON, or a plain list where there is neither."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

from stories import NOW, load, story, ward_plan
from tiendo.plan import Plan
from tiendo.store.permissions import OPERATOR
from tiendo.store.queries.plans import whole_plan
from tiendo.usecases.register.call import Call

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]
WARD = "/plans/phuong-a-2020-2025/"
PAGE = f"{WARD}projects/?day=2023-03-31"
RING = [[107.6, 20.3], [107.7, 20.3], [107.7, 20.4], [107.6, 20.3]]
BORDER = json.dumps({"type": "Polygon", "coordinates": [RING]}) + "\r\n"
POINT = json.dumps({"type": "Feature", "properties": {"project": "DA1"},
                    "geometry": {"type": "Point", "coordinates": [107.65, 20.35]}})


def shown(plan: Plan, room: Path) -> tuple[Client, str]:
    load(plan, room, Call(OPERATOR, NOW))
    client = Client(headers={"host": "localhost"})
    return client, client.get(PAGE).content.decode()


def placed(plan: Plan) -> Plan:
    return replace(plan, projects=(replace(plan.projects[0], latitude=Decimal("20.30"), longitude=Decimal("107.6")),))


def test_a_project_with_coordinates_is_on_the_map_and_in_its_list(tmp_path: Path) -> None:
    client, page = shown(placed(ward_plan()), tmp_path)
    assert ('data-lat="20.30" data-lng="107.6" data-number="1"' in page, "1/1 dự án có tọa độ" in page) == (True, True)
    assert ("data-outline" in page, client.get(f"{WARD}outline.geojson").status_code) == (False, 404)


def test_the_outline_is_handed_out_letter_for_letter(tmp_path: Path) -> None:
    client, page = shown(replace(ward_plan(), outline=BORDER), tmp_path)
    answer = client.get(f"{WARD}outline.geojson")
    assert f'data-outline="{WARD}outline.geojson"' in page
    assert (answer.content.decode(), answer["Content-Type"]) == (BORDER, "application/geo+json")
    assert "0/1 dự án có tọa độ" in page


def test_a_point_of_the_outline_places_a_project_without_coordinates(tmp_path: Path) -> None:
    client, page = shown(replace(ward_plan(), outline=POINT), tmp_path)
    assert 'data-lat="20.35" data-lng="107.65"' in page
    sheet = list(csv.reader(io.StringIO(client.get(f"{PAGE}&format=csv").content.decode("utf-8-sig"))))
    assert (sheet[0][-2:], sheet[1][-2:]) == (["Vĩ độ", "Kinh độ"], ["20.35", "107.65"])


def test_a_plain_list_stands_where_there_is_neither(tmp_path: Path) -> None:
    _, page = shown(ward_plan(), tmp_path)
    assert ('id="map"' in page, "Cải tạo chợ" in page) == (False, True)


def test_the_register_keeps_coordinates_and_outline(tmp_path: Path) -> None:
    people = story(tmp_path / "others")
    assert whole_plan(people.plan).outline == ""
    whole = placed(replace(ward_plan(), name="phuong-a-2025-2030", outline=BORDER))
    number = load(whole, tmp_path, people.operator)
    kept = whole_plan(number)
    assert (kept.outline, kept.projects) == (BORDER, whole.projects)
