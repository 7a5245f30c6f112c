"""The tables of the exchange: what each column is called, and its Arrow type.

Numbers of a target are whole numbers of its smallest step: `value / per_unit` is in its unit. So every comparison is
one of whole numbers, on every engine. `docs/reference/exchange.md` says the same in words.
"""

from collections.abc import Mapping
from types import MappingProxyType

import pyarrow as pa

_TEXT, _YES, _DAY, _LONG, _INT = pa.string(), pa.bool_(), pa.date32(), pa.int64(), pa.int32()

SCHEMAS: Mapping[str, pa.Schema] = MappingProxyType({
    "targets": pa.schema([
        ("series", _INT), ("plan", _TEXT), ("code", _TEXT), ("body", _TEXT), ("indicator", _TEXT), ("name_en", _TEXT),
        ("sector", _TEXT), ("unit", _TEXT), ("kind", _TEXT), ("rule", _TEXT), ("direction", _TEXT), ("strict", _YES),
        ("end_rule", _TEXT), ("frequency", _TEXT), ("low", _LONG), ("high", _LONG), ("per_unit", _LONG), ("top", _YES),
        ("compound", _YES), ("baseline", _LONG), ("begins_on", _DAY), ("due_on", _DAY), ("has_milestones", _YES),
        ("weight", _LONG),
    ]),
    "figures": pa.schema([
        ("series", _INT), ("rule", _TEXT), ("part", _INT), ("place", _INT), ("no", _LONG), ("id", _TEXT),
        ("period", _TEXT), ("span", _INT), ("starts_on", _DAY), ("ends_on", _DAY), ("year", _INT), ("as_of", _DAY),
        ("value", _LONG), ("actual", _YES), ("approved", _YES), ("corrects", _YES), ("noted", _YES), ("lower", _YES),
        ("late", _YES), ("replaced_on", _DAY), ("facts", _INT),
        ("document", _TEXT), ("page", _INT), ("sentence", _TEXT), ("reported_by", _TEXT), ("approved_by", _TEXT),
        ("note", _TEXT),
    ]),
    "ties": pa.schema([
        ("series", _INT), ("no", _LONG), ("rival", _LONG), ("key", _TEXT), ("approved", _YES), ("replaced_on", _DAY),
    ]),
    "milestones": pa.schema([("series", _INT), ("seq", _INT), ("on", _DAY), ("low", _LONG), ("high", _LONG)]),
    "assignments": pa.schema([
        ("series", _INT), ("seq", _INT), ("period", _TEXT), ("starts_on", _DAY), ("ends_on", _DAY),
        ("assigned_on", _DAY), ("value", _LONG), ("document", _TEXT),
    ]),
    "components": pa.schema([
        ("series", _INT), ("part", _INT), ("code", _TEXT), ("direction", _TEXT), ("strict", _YES), ("top", _YES),
        ("low", _LONG), ("high", _LONG), ("baseline", _LONG),
    ]),
    "bodies": pa.schema([
        ("code", _TEXT), ("name_vi", _TEXT), ("name_en", _TEXT), ("level", _TEXT), ("parent", _TEXT),
        ("valid_from", _DAY), ("valid_to", _DAY), ("weight", _LONG),
    ]),
    "rankings": pa.schema([
        ("body", _TEXT), ("subject", _TEXT), ("year", _INT), ("rank", _INT), ("of", _INT), ("ranked_by", _TEXT),
        ("criteria_met", _INT), ("criteria_total", _INT), ("document", _TEXT),
    ]),
    "histories": pa.schema([
        ("body", _TEXT), ("indicator", _TEXT), ("unit", _TEXT), ("averaged", _YES), ("ends_on", _DAY), ("value", _LONG),
        ("per_unit", _LONG),
    ]),
    "successions": pa.schema([
        ("predecessor", _TEXT), ("successor", _TEXT), ("on", _DAY), ("share", _LONG), ("part", _LONG),
    ]),
})
