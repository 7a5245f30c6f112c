"""The simulated country, table by table: small tables whole, figures one target at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.simulation.figures import Calendar, figures
from tiendo.assessing.many.simulation.histories import histories
from tiendo.assessing.many.simulation.series import Values
from tiendo.assessing.many.simulation.templates import Template, target_row, templates
from tiendo.assessing.many.simulation.units import MERGED_ON, Unit, bodies, communes, successions
from tiendo.plan import Kind

_GATHERED = ("targets", "milestones", "assignments", "components", "histories")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a country: communes, targets of each, months from `first_on`; `seed` makes it again."""

    bodies: int = 3321
    targets: int = 30
    months: int = 60
    seed: int = 20250701
    first_on: date = date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Table:
    """One piece of the exchange: the table's name, the share of the figures it belongs to (or none), its rows."""

    name: str
    rows: pa.Table
    share: str | None = None


def simulated(size: Size) -> Iterator[Table]:
    """The tables of the exchange; `figures` comes in one piece a target."""
    units = communes(size.bodies)
    calendar = Calendar.of(size.first_on, size.months, MERGED_ON)
    yield Table("bodies", bodies(units))
    yield Table("successions", successions(units))
    rows: dict[str, list[pa.Table]] = {name: [] for name in _GATHERED}
    number = 1
    for place, template in enumerate(templates(size.targets)):
        random = np.random.default_rng((size.seed, place))
        first = place * len(units)
        told, shown, start = figures(template, calendar, len(units), (first, number), random)
        yield Table("figures", told, template.rule)
        number += len(told)
        rows["histories"].append(histories(template, calendar, shown, units, random))
        for name, table in _around(template, calendar, units, first, start).items():
            rows[name].append(table)
    for name, tables in rows.items():
        yield Table(name, pa.concat_tables([SCHEMAS[name].empty_table(), *tables]))
    yield Table("ties", SCHEMAS["ties"].empty_table())
    yield Table("rankings", SCHEMAS["rankings"].empty_table())


def _around(
    template: Template, calendar: Calendar, units: tuple[Unit, ...], first: int, start: Values,
) -> dict[str, pa.Table]:
    """What stands around the figures of one target: the targets themselves, paths, assignments, parts."""
    begins_on = (calendar.starts_on[0] - np.timedelta64(1, "D")).item()
    due_on = max(calendar.ends_on[-1].item(), date(begins_on.year + 5, 12, 31))
    row = target_row(template, begins_on, due_on)
    series = range(first, first + len(units))
    base = [None if template.start is None else template.steps(one) for one in start[:, 0]]
    if template.kind is Kind.MILESTONE:
        base = [0] * len(units)
    targets = [
        {**row, "series": number, "code": f"{unit.code}.{first // len(units) + 1:02}", "body": unit.code,
         "baseline": None if template.kind is Kind.STRUCTURE else baseline}
        for number, unit, baseline in zip(series, units, base, strict=True)
    ]
    found = {"targets": pa.Table.from_pylist(targets, schema=SCHEMAS["targets"])}
    if template.path:
        found["milestones"] = _path(template, begins_on, due_on, series)
    if template.kind is Kind.RELATIVE_TO_ASSIGNED:
        found["assignments"] = _assigned(template, calendar, series)
    if template.kind is Kind.STRUCTURE:
        found["components"] = _parts(template, series, base)
    return found


def _path(template: Template, begins_on: date, due_on: date, series: range) -> pa.Table:
    """Two points on the way, at 30 and 65 per cent of the time, a little lower than the straight line."""
    days = (due_on - begins_on).days
    points = [(date.fromordinal(begins_on.toordinal() + int(days * part)),
        round(part * 0.9 * template.steps(template.goal)))
              for part in (0.3, 0.65)]
    rows = [{"series": number, "seq": seq, "on": on, "low": low, "high": low}
            for number in series for seq, (on, low) in enumerate(points)]
    return pa.Table.from_pylist(rows, schema=SCHEMAS["milestones"])


def _assigned(template: Template, calendar: Calendar, series: range) -> pa.Table:
    """A plan for every year, known in December before; every tenth body's is lowered in October."""
    rows = []
    for number in series:
        for year in sorted({int(one) for one in calendar.months.year}):
            row = {"series": number, "period": f"{year}", "starts_on": date(year, 1, 1), "ends_on": date(year, 12, 31),
                   "document": "Quyết định giao dự toán"}
            amount = round(template.amount * (1.0 + 0.05 * (year - calendar.months.year.min())))
            rows.append({**row, "seq": 2 * year, "assigned_on": date(year - 1, 12, 10), "value": int(amount)})
            if number % 10 == 0:
                rows.append({**row, "seq": 2 * year + 1, "assigned_on": date(year, 10, 5), "value": int(amount * 0.95)})
    return pa.Table.from_pylist(rows, schema=SCHEMAS["assignments"])


def _parts(template: Template, series: range, base: list[int | None]) -> pa.Table:
    """Two parts that sum to 100: one to rise, one to fall."""
    whole = 100 * template.per_unit
    rows = []
    for number, start in zip(series, base, strict=True):
        goal, baseline = template.steps(template.goal), start or 0
        for part, code, way, low, begin in (
            (1, "phi-nong-nghiep", "at_least", goal, baseline), (2, "nong-nghiep", "at_most", whole - goal,
                whole - baseline),
        ):
            rows.append({"series": number, "part": part, "code": code, "direction": way, "strict": False, "top": False,
                         "low": low, "high": low, "baseline": begin})
    return pa.Table.from_pylist(rows, schema=SCHEMAS["components"])
