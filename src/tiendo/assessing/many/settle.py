"""Rows columns leave undecided, judged by the definition itself: the few targets are rebuilt and given to `one.py`.

Undecided are means of shares and compound means nearer to the goal than floating point can tell, and a structure two
of whose periods have equal place. Everything else is decided in whole numbers.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from tiendo.assessing.evidence import Evidence
from tiendo.assessing.many.assess import Columns
from tiendo.assessing.many.verdict import FLAGS, NUMBERS
from tiendo.assessing.one import assess
from tiendo.assessing.records import Assessment
from tiendo.plan import Assignment, Component, Direction, EndRule, Kind, Milestone, Target
from tiendo.quantity import Figure, FigureStatus, Period, Source

Row = Mapping[str, Any]


def settled(verdicts: pa.Table, columns: Columns, as_of: date) -> pa.Table:
    """The verdicts with every undecided row replaced by what `one.py` says."""
    doubtful = [row["series"] for row in verdicts.select(["series", "undecided"]).to_pylist() if row["undecided"]]
    if not doubtful:
        return verdicts
    answers = {one: assess(target, evidence, as_of) for one, (target, evidence) in rebuilt(columns, doubtful,
        as_of).items()}
    rows = [_row(row["series"], answers[row["series"]]) if row["undecided"] else row for row in verdicts.to_pylist()]
    return pa.Table.from_pylist(rows, schema=verdicts.schema)


def rebuilt(columns: Columns, series: Sequence[int], as_of: date) -> dict[int, tuple[Target, Evidence]]:
    """The targets of some series with their evidence, as records. A figure's id is its number, in 20 digits.

    Figures whose place another had taken by the day are left out.
    """
    told = {name: _rows(getattr(columns, name), series)
            for name in ("targets", "figures", "milestones", "assignments", "components")}
    told["figures"] = [row for row in told["figures"] if row["replaced_on"] is None or row["replaced_on"] > as_of]
    found = {}
    for row in told["targets"]:
        own = {name: [one for one in rows if one["series"] == row["series"]] for name, rows in told.items()}
        found[row["series"]] = _target(row), _evidence(row, own)
    return found


def _rows(table: Any, series: Sequence[int]) -> list[Row]:
    rows: list[Row] = table.filter(table.series.isin(list(series))).to_pyarrow().to_pylist()
    return rows


def _number(steps: int | None, per_unit: int) -> Decimal | None:
    return None if steps is None else Decimal(steps).scaleb(1 - len(str(per_unit)))


def _known(steps: int, per_unit: int) -> Decimal:
    return Decimal(steps).scaleb(1 - len(str(per_unit)))


def _target(row: Row) -> Target:
    unit, kind = row["per_unit"], Kind(row["kind"])
    structure = kind is Kind.STRUCTURE
    return Target(
        row["code"], "", row["body"], row["indicator"], row["name_en"] or "", row["unit"],
        Direction(row["direction"]), kind,
        None if structure else _number(row["low"], unit), row["due_on"], row["body"], "", row["sector"] or "", "", "",
        goal_upper=None if structure else _number(row["high"], unit), baseline=_number(row["baseline"], unit),
        frequency=row["frequency"], end_rule=EndRule(row["end_rule"]), strict=row["strict"],
    )


def _evidence(target: Row, own: Mapping[str, Sequence[Row]]) -> Evidence:
    unit, code = target["per_unit"], target["code"]
    names = {0: None, **{row["part"]: row["code"] for row in own["components"]}}
    figures = sorted(own["figures"], key=lambda row: row["no"])
    return Evidence(
        tuple(_figure(row, target, names.get(row["part"], f"?{row['part']}")) for row in figures),
        tuple(Milestone(code, row["on"], _known(row["low"], unit), _known(row["high"], unit))
              for row in sorted(own["milestones"], key=lambda row: row["seq"])),
        tuple(Assignment(code, Period(row["starts_on"], row["ends_on"], row["period"]), _known(row["value"], unit),
                         row["document"], row["assigned_on"], "")
              for row in sorted(own["assignments"], key=lambda row: row["seq"])),
        tuple(Component(code, row["code"], row["code"], row["code"], Direction(row["direction"]), _known(row["low"],
            unit),
                        _known(row["high"], unit), _number(row["baseline"], unit))
              for row in sorted(own["components"], key=lambda row: row["part"])),
        target["begins_on"],
    )


def _figure(row: Row, target: Row, component: str | None) -> Figure:
    """A figure as its record; of what it corrects only that it does."""
    return Figure(
        f"{row['no']:020}", target["code"], target["body"], Period(row["starts_on"], row["ends_on"], row["period"]),
        row["as_of"], _number(row["value"], target["per_unit"]),
        FigureStatus.ACTUAL if row["actual"] else FigureStatus.ESTIMATE, Source(row["document"] or ""),
        row["reported_by"] or "", "approved" if row["approved"] else None,
        supersedes="" if row["corrects"] else None, component=component, note=row["note"] if row["noted"] else None,
    )


def _row(series: int, found: Assessment) -> dict[str, object]:
    flags = {flag.value for flag in found.flags}
    numbers = {name: getattr(found, name) for name in NUMBERS}
    return {
        "series": series, "standing": found.standing.value, "basis": found.basis.value, "reason": found.reason,
        "figure": None if found.figure is None else int(found.figure.id), "undecided": False,
        **{name: None if value is None else float(value) for name, value in numbers.items()},
        **{name: name in flags for name in FLAGS},
    }
