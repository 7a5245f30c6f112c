"""What the communes of before 1 July 2025 showed: the series a merged commune cannot tell itself.

Each is a plausible part of the series of the communes it went into, with a noise of its own and months of silence; so
carried over by the weights of the change, they lead to about where the new commune begins.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.simulation.figures import Calendar
from tiendo.assessing.many.simulation.series import Values, missing
from tiendo.assessing.many.simulation.templates import Template
from tiendo.assessing.many.simulation.units import Unit, successions
from tiendo.assessing.many.steps import MILLIONTH

_NOISE = 0.1


@dataclass(frozen=True, slots=True)
class Change:
    """Who went into whom: for each pair the place of the old commune, of the new one, and the part of the new one."""

    olds: tuple[str, ...]
    old: NDArray[np.int64]
    new: NDArray[np.int64]
    part: Values


@cache
def change(units: tuple[Unit, ...]) -> Change:
    """The change of 1 July 2025, for these communes."""
    rows = successions(units)
    olds = tuple(dict.fromkeys(rows["predecessor"].to_pylist()))
    places = [{code: place for place, code in enumerate(codes)} for codes in (olds, [one.code for one in units])]
    pairs = [np.array([known[code] for code in rows[name].to_pylist()], dtype=np.int64)
             for known, name in zip(places, ("predecessor", "successor"), strict=True)]
    return Change(olds, pairs[0], pairs[1], rows["part"].to_numpy() / MILLIONTH)


def histories(
    template: Template, calendar: Calendar, told: Values, units: tuple[Unit, ...], random: np.random.Generator,
) -> pa.Table:
    """The series of the old communes up to the change; none where the template has none or no month is after it."""
    before = ~calendar.months.merged
    if not template.merged or before.all():
        return SCHEMAS["histories"].empty_table()
    found = change(units)
    shape = len(found.olds), int(before.sum())
    amount = "%" not in template.unit
    weight = found.part if amount else 1 / np.bincount(found.old)[found.old]
    values = np.zeros(shape)
    np.add.at(values, found.old, told[found.new][:, before] * weight[:, None])
    values = _varied(values, template, random, amount=amount)
    silent = missing(calendar.months, shape[0], random)[:, before]
    old, month = np.nonzero(~silent)
    ends = calendar.ends_on[before]
    return pa.table({
        "body": pc.take(pa.array(found.olds), pa.array(old)), "indicator": pa.repeat(template.vi, len(old)),
        "unit": pa.repeat(template.unit, len(old)), "averaged": pa.repeat(not amount, len(old)),
        "ends_on": pa.array(ends[month]).cast(pa.date32()),
        "value": pa.array(np.round(values[old, month] * template.per_unit).astype(np.int64)),
        "per_unit": pa.repeat(pa.scalar(template.per_unit, pa.int64()), len(old)),
    }, schema=SCHEMAS["histories"])


def _varied(values: Values, template: Template, random: np.random.Generator, *, amount: bool) -> Values:
    """Each old commune a little better or worse than the new one it went into."""
    own = random.normal(0, 1, (len(values), 1))
    found: Values
    if amount:
        found = np.rint(np.maximum(0.0, values * (1 + _NOISE * own)))
    else:
        found = np.clip(values + template.spread * 0.3 * own, 0.0, 100.0)
    return found
