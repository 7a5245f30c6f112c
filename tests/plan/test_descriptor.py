"""datapackage.json: any Data Package tool reads the folder; the plan's own fields come back."""

import json
import tempfile
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import given, settings

from small_plan import Told, tell
from strategies import plans
from tiendo.errors import Place, PlanError
from tiendo.plan import Plan, read_plan, write_plan
from tiendo.plan.descriptor import read_head


def problems_by_frictionless(folder: Path) -> list[list[object]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    found: list[list[object]] = report.flatten(["type", "title", "rowNumber", "fieldName", "note"])
    return found


def test_frictionless_accepts_the_small_plan(folder: Path) -> None:
    assert problems_by_frictionless(folder) == []


@settings(max_examples=3)
@given(plans())
def test_frictionless_accepts_any_plan_written(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as room:
        write_plan(plan, Path(room, "plan"))
        assert problems_by_frictionless(Path(room, "plan")) == []


@pytest.mark.parametrize(("file", "old", "new", "kind"), [
    ("targets.csv", "at_most", "nhiều", "constraint-error"),
    ("targets.csv", "2025-12-31", "cuối kỳ", "type-error"),
    ("bodies.csv", "unit,P", "unit,Q", "foreign-key"),
    ("bodies.csv", "VP,Văn phòng", "P,Văn phòng", "primary-key"),
    ("disbursements.csv", "4795500000", "nhiều", "type-error"),
])
def test_frictionless_sees_what_is_wrong_by_the_descriptor_alone(
    folder: Path, file: str, old: str, new: str, kind: str,
) -> None:
    """The descriptor carries types, choices, keys and references, not only names."""
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert kind in {row[0] for row in problems_by_frictionless(folder)}


def test_the_plans_own_fields_come_back(plan: Plan, folder: Path) -> None:
    head, places, problems = read_head(folder)
    assert problems == ()
    assert (head.name, head.title_vi, head.title_en, head.body, head.document, head.units) == (
        plan.name, plan.title_vi, plan.title_en, plan.body, plan.document, plan.units,
    )
    assert places["body"] == Place("datapackage.json", column="tiendo.body")


def test_five_fields_are_enough(plan: Plan, folder: Path) -> None:
    """A descriptor written by hand needs no resources."""
    own = {"title_en": plan.title_en, "body": plan.body, "document": plan.document}
    few = {"name": plan.name, "title": plan.title_vi, "tiendo": own}
    (folder / "datapackage.json").write_text(json.dumps(few), encoding="utf-8")
    assert read_plan(folder) == plan


NO_BODY_NO_DOCUMENT: list[Told] = [
    ("P201", "datapackage.json", None, "tiendo.body"), ("P201", "datapackage.json", None, "tiendo.document"),
]


@pytest.mark.parametrize(("change", "expected"), [
    ({"name": "Phường A"}, [("P308", "datapackage.json", None, "name")]),
    ({"name": None}, [("P308", "datapackage.json", None, "name")]),
    ({"title": ""}, [("P201", "datapackage.json", None, "title")]),
    ({"title": ["a"]}, [("P114", "datapackage.json", None, "title")]),
    ({"tiendo": {}}, NO_BODY_NO_DOCUMENT),
    ({"tiendo": "x"}, NO_BODY_NO_DOCUMENT),
    ({"tiendo": {"body": "P", "document": "nq", "units": "ngõ"}}, [("P114", "datapackage.json", None, "tiendo.units")]),
    ({"tiendo": {"body": "P", "document": "nq", "format": 2}}, [("P121", "datapackage.json", None, "tiendo.format")]),
])
def test_bad_fields_are_told_by_their_key(folder: Path, change: dict[str, Any], expected: list[Told]) -> None:
    path = folder / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        read_plan(folder)
    assert tell(caught.value.problems) == expected


@pytest.mark.parametrize(("data", "expected"), [
    (b'{\n"name": }', [("P113", "datapackage.json", 2, None)]),
    (b"[" * 100_000, [("P113", "datapackage.json", None, None)]),
    (b'"\xff"', [("P105", "datapackage.json", 1, None)]),
    (None, [("P112", "datapackage.json", None, None)]),
])
def test_a_broken_or_missing_descriptor_is_one_problem(folder: Path, data: bytes | None, expected: list[Told]) -> None:
    (folder / "datapackage.json").unlink()
    if data is not None:
        (folder / "datapackage.json").write_bytes(data)
    with pytest.raises(PlanError) as caught:
        read_plan(folder)
    assert tell(caught.value.problems) == expected
