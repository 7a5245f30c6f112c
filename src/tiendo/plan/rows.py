"""Raw tables of text to records: the half both readers share, for CSV files and for sheets.

Every bad cell becomes a problem with row and column; a row gives a record only when all its cells are good,
and a row that gives none has always given a problem (nothing is dropped silently).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_type_hints

from tiendo.errors import Problem
from tiendo.plan.cells import read_cell, tidy
from tiendo.plan.draft import Line, Spot
from tiendo.plan.raw import RawTable, columns_of
from tiendo.plan.scale import SCALED, Scale, scale_named
from tiendo.plan.tables import Column, Table, Type
from tiendo.plan.typed import cell_text
from tiendo.plan.units import in_vietnamese

__all__ = ["Scales", "read_lines", "scales_of"]

Scales = Mapping[str, Scale | None]  # target's code -> its scale, None where it counts in numbers


def read_lines(raw: RawTable, scales: Scales) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The rows of a table and everything that is wrong with its header and its cells."""
    columns, problems = columns_of(raw)
    lines: list[Line] = []
    for number, cells in raw.rows:
        line, bad = _line(raw.spot(number), columns, cells, scales)
        lines.append(line)
        problems += bad
    return tuple(lines), tuple(problems)


def scales_of(raw: RawTable | None) -> Scales:
    """The scale of each target in the raw targets table.

    A target whose scale is unknown or forgotten, or whose kind is no kind, is left out: whether its values are
    levels cannot be judged, and another problem says why.
    """
    if raw is None:
        return {}
    columns, _ = columns_of(raw)
    found: dict[str, Scale | None] = {}
    for number, cells in raw.rows:
        line, _ = _line(raw.spot(number), columns, cells, {})
        code, name, kind = (line.values.get(column) for column in ("code", "scale", "kind"))
        scale = scale_named(name) if name else None
        if code and (scale or (kind and kind not in SCALED and not name)):
            found[code] = scale
    return found


def _line(
    spot: Spot, columns: Mapping[int, Column], cells: Sequence[object], scales: Scales,
) -> tuple[Line, list[Problem]]:
    """One row: its good values, its record if whole, and its bad cells."""
    values: dict[str, Any] = {column.name: column.default for column in spot.table.columns if not column.required}
    problems: list[Problem] = []
    whole = True
    for column, value in _values(spot, columns, cells, scales):
        if isinstance(value, Problem) or value is _UNJUDGED:
            values.pop(column.name, None)
            whole = False
            problems += [value] if isinstance(value, Problem) else []
        else:
            values[column.name] = value
    whole = whole and all(column.name in values for column in spot.table.columns)
    return Line(spot, values, _record(spot.table, values) if whole else None), problems


_UNJUDGED = object()  # a value of a target that is not there or whose scale nobody knows


def _values(
    spot: Spot, columns: Mapping[int, Column], cells: Sequence[object], scales: Scales,
) -> Iterator[tuple[Column, object]]:
    """Each column of a row with its value, its problem, or `_UNJUDGED`."""
    texts = {column.name: cell_text(column, cells[index], spot) for index, column in columns.items()}
    target = texts.get("code" if spot.table.name == "targets" else "target", "")
    code = tidy(target) if isinstance(target, str) else ""
    for column in columns.values():
        text = texts[column.name]
        if isinstance(text, Problem):
            yield column, text
            continue
        if column.name == "unit":
            text = in_vietnamese(tidy(text))
        value = read_cell(column, text, spot.at(column.name), scales.get(code))
        level = column.holds is Type.VALUE and code and code not in scales and not any(map(str.isdigit, text))
        yield column, _UNJUDGED if level and isinstance(value, Problem) else value


def _record(table: Table, values: Mapping[str, Any]) -> object:
    """The record of a row whose cells are all good; columns of a record inside it make that record first."""
    hints = _hints(table.record)
    inside: dict[str, dict[str, Any]] = {}
    fields: dict[str, Any] = {}
    for column in table.columns:
        if len(column.path) == 1:
            fields[column.path[0]] = values[column.name]
        else:
            inside.setdefault(column.path[0], {})[column.path[1]] = values[column.name]
    return table.record(**fields, **{name: hints[name](**parts) for name, parts in inside.items()})


@cache
def _hints(record: type) -> Mapping[str, Any]:
    return get_type_hints(record)
