"""`datapackage.json`: the Data Package descriptor of a plan folder, out of the schema and back into a plan's fields.

Any Data Package tool can read the folder by it; `frictionless validate` accepts what is written. Cells in the
target's unit or on its scale are strings with a pattern there, for one column may hold 95.91 and `htt`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tiendo.errors import Place, Problem
from tiendo.plan.cells import tidy
from tiendo.plan.csvfile import bytes_of, text_of
from tiendo.plan.draft import DESCRIPTOR, HEAD
from tiendo.plan.records import Plan
from tiendo.plan.tables import TABLES, Column, Table, Type

__all__ = ["descriptor_text", "read_head"]

FORMAT = 1  # of the plan folder; a reader refuses a later one
_TYPES: Mapping[Type, str] = {Type.NUMBER: "number", Type.INTEGER: "integer", Type.DAY: "date", Type.FLAG: "boolean"}
_VALUE = r"-?[0-9]+(\.[0-9]+)?|[a-z][a-z_]*"


def descriptor_text(plan: Plan) -> str:
    """The descriptor of a plan, as it stands in its folder."""
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": plan.name,
        "title": plan.title_vi,
        "tiendo": {
            "format": FORMAT, "title_en": plan.title_en, "body": plan.body, "document": plan.document,
            "units": list(plan.units),
        },
        "resources": [_resource(table) for table in TABLES],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)}
    keys = [_foreign(table, column) for column in table.columns if column.refers and column.holds is not Type.CODES]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource", "name": table.name, "title": table.title("vi"), "path": table.file,
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    """One column, with the constraints any Data Package tool can check by itself."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if column.holds is Type.VALUE:
        constraints["pattern"] = _VALUE
    field: dict[str, Any] = {
        "name": column.name, "type": _TYPES.get(column.holds, "string"), "title": column.title("vi"),
        "description": column.meaning("vi"),
    }
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(table: Table, column: Column) -> dict[str, Any]:
    """A reference; a table that refers to itself is named "" by the standard."""
    other = next(each for each in TABLES if each.name == column.refers)
    name = "" if other is table else other.name
    return {"fields": [column.name], "reference": {"resource": name, "fields": list(other.key)}}


def read_head(folder: Path) -> tuple[Plan, dict[str, Place], tuple[Problem, ...]]:
    """The plan's own fields out of a folder's descriptor, where the good ones stand, and what is wrong."""
    path = folder / DESCRIPTOR
    if not path.is_file():
        return Plan(), {}, (Problem("P112", Place(DESCRIPTOR)),)
    data = bytes_of(path)
    text = text_of(data, DESCRIPTOR) if isinstance(data, bytes) else data
    if isinstance(text, Problem):
        return Plan(), {}, (text,)
    try:
        described = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        row = error.lineno if isinstance(error, json.JSONDecodeError) else None
        return Plan(), {}, (Problem("P113", Place(DESCRIPTOR, row=row)),)
    return _head(described)


def _head(described: object) -> tuple[Plan, dict[str, Place], tuple[Problem, ...]]:
    """The fields of `HEAD`; each is a text, `units` a list of texts. A version of later making is refused."""
    found: dict[str, Any] = {}
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for field, key in HEAD.items():
        place = Place(DESCRIPTOR, column=key)
        value = _inside(described, key)
        fitting = _fitting(field, value)
        if fitting is None:
            problems.append(Problem("P114", place, {"text": json.dumps(value, ensure_ascii=False)}))
        else:
            found[field], places[field] = fitting, place
    version = _inside(described, "tiendo.format")
    if version not in {None, FORMAT}:
        place = Place(DESCRIPTOR, column="tiendo.format")
        problems.append(Problem("P121", place, {"text": json.dumps(version), "allowed": str(FORMAT)}))
    return Plan(**found), places, tuple(problems)


def _fitting(field: str, value: object) -> str | tuple[str, ...] | None:
    """A field's value as a plan keeps it; None when it has the wrong type. Nothing there is an empty field."""
    if field == "units":
        texts = [] if value is None else value
        fits = isinstance(texts, list) and all(isinstance(each, str) and each.strip() for each in texts)
        return tuple(map(tidy, texts)) if fits and isinstance(texts, list) else None
    return tidy(value or "") if value is None or isinstance(value, str) else None


def _inside(described: object, key: str) -> Any:
    """What stands at a dotted key; None when nothing does."""
    for name in key.split("."):
        described = described.get(name) if isinstance(described, dict) else None
    return described
