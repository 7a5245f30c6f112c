"""The figures of one simulated target as Arrow columns: monthly reports, estimates, corrections, silence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tiendo.assessing.many.evidence import ACTUAL, CORRECTS, DAY, NOTED, UNDER_WAY, VALUED, WHOLE
from tiendo.assessing.many.schema import SCHEMAS
from tiendo.assessing.many.simulation.series import Marks, Months, Values, missing, values
from tiendo.assessing.many.simulation.templates import YEARLY, Template
from tiendo.plan import Kind

Days = NDArray[Any]  # numpy's days; its own types cannot tell them from spans


@dataclass(frozen=True, slots=True)
class Calendar:
    """The first and last day of each month and of its year, and the words reports are known by."""

    months: Months
    starts_on: Days
    ends_on: Days
    year_starts_on: Days
    year_ends_on: Days
    month_codes: tuple[str, ...]

    @classmethod
    def of(cls, first: date, count: int, merged_on: date) -> "Calendar":
        """The calendar of `count` months from the month of a day."""
        start = np.datetime64(first, "M") + np.arange(count)
        year = start.astype("M8[Y]")
        months = Months(
            year.astype(int) + 1970, (start - year.astype("M8[M]")).astype(int), start >= np.datetime64(merged_on, "M"),
        )
        day = np.timedelta64(1, "D")
        return cls(
            months, start.astype("M8[D]"), (start + 1).astype("M8[D]") - day, year.astype("M8[D]"),
            (year + 1).astype("M8[D]") - day, tuple(map(str, start)),
        )


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which cells (body, month, part) of the grid are figures, in order, and which of them correct the one before."""

    body: NDArray[np.int64]
    month: NDArray[np.int64]
    part: NDArray[np.int64]
    again: Marks


def figures(template: Template, calendar: Calendar, bodies: int, first: tuple[int, int],
            random: np.random.Generator) -> tuple[pa.Table, Values, Values]:
    """The figures of a target's bodies, what they would show each month, and where each body starts.

    `first` is the first series and figure number.
    """
    told, start = values(template, calendar.months, bodies, random)
    unheard = missing(calendar.months, bodies, random)
    if template.merged and calendar.months.merged.any():
        unheard |= ~calendar.months.merged
    chosen = _chosen(template, unheard, random)
    size, steps = len(chosen.body), np.round(told * template.per_unit).astype(np.int64)
    value = steps[chosen.body, chosen.month]
    if template.kind is Kind.STRUCTURE:
        value = np.where(chosen.part == 2, 100 * template.per_unit - value, value)
    value = np.where(chosen.again, value + random.integers(-3, 4, size), value)
    silent = random.random(size) < 0.004
    yearly = template.kind in YEARLY
    estimate = (random.random(size) < 0.03) | (yearly & (calendar.months.month[chosen.month] != 11))
    replaced = np.roll(chosen.again, -1) & ~chosen.again
    delay = np.where(chosen.again, random.integers(3, 25, size), 0).astype("m8[D]")
    as_of = calendar.ends_on[chosen.month] + delay
    columns = {
        **_times(calendar, chosen.month, yearly=yearly),
        "series": pa.array(first[0] + chosen.body, pa.int32()), "rule": _same(template.rule, size),
        "part": pa.array(chosen.part, pa.int32()),
        "place": pa.array(_places(chosen), pa.int32()), "no": pa.array(np.arange(size) + first[1], pa.int64()),
        "id": pa.nulls(size, pa.string()), "as_of": pa.array(as_of),
        "value": pa.array(value, pa.int64(), mask=silent), "actual": pa.array(~estimate),
        "approved": pa.array(random.random(size) > 0.01), "corrects": pa.array(chosen.again), "noted": pa.array(silent),
        "lower": pa.array(_lower(template, chosen, value)),
        "late": pa.array(np.zeros(size, dtype=bool)),  # the due day is after the last month
        "replaced_on": pa.array(np.roll(as_of, -1), mask=~replaced),
        "document": _reports(calendar, chosen.month), "page": pa.nulls(size, pa.int32()),
        "sentence": pa.nulls(size, pa.string()), "reported_by": _same("UBND", size), "approved_by": _same("VP", size),
        "note": _same("Chưa có số liệu", size),
    }
    columns["facts"] = _facts(columns)
    schema = SCHEMAS["figures"]
    return pa.table([columns[name].cast(schema.field(name).type) for name in schema.names], schema=schema), told, start


def _times(calendar: Calendar, month: NDArray[np.int64], *, yearly: bool) -> dict[str, pa.Array]:
    """The periods the figures speak of: months, or their years so far."""
    year = calendar.months.year[month]
    return {
        "period": _named(calendar, month, yearly=yearly),
        "starts_on": pa.array((calendar.year_starts_on if yearly else calendar.starts_on)[month]),
        "ends_on": pa.array((calendar.year_ends_on if yearly else calendar.ends_on)[month]),
        "span": pa.array(year if yearly else month, pa.int32()),
        "year": pa.array(year, pa.int32(), mask=np.full(len(month), not yearly)),
    }


def _facts(columns: dict[str, pa.Array]) -> pa.Array:
    """The day each figure speaks of and what is so of it, as one number (`evidence.facts_of`)."""
    day = {name: columns[name].cast(pa.date32()).cast(pa.int32()).to_numpy()
           for name in ("as_of", "starts_on", "ends_on")}
    yes = {name: columns[name].to_numpy(zero_copy_only=False) for name in ("actual", "corrects", "noted")}
    bits = ((yes["actual"], ACTUAL), (columns["value"].is_valid().to_numpy(zero_copy_only=False), VALUED),
            (yes["corrects"], CORRECTS), (yes["noted"], NOTED), (day["as_of"] < day["ends_on"], UNDER_WAY),
            (day["starts_on"] < day["ends_on"], WHOLE))
    told = np.minimum(day["as_of"], day["ends_on"]) * DAY + sum(true * bit for true, bit in bits)
    return pa.array(told, pa.int32())


def _chosen(template: Template, silent: Marks, random: np.random.Generator) -> Chosen:
    """The cells that are figures; one in three hundred is corrected by a figure right after it."""
    body, month = np.nonzero(~silent)
    again = random.random(len(body)) < 0.003
    count = np.where(again, 2, 1) if template.kind is not Kind.STRUCTURE else np.full(len(body), 2)
    turn = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    structure = template.kind is Kind.STRUCTURE
    return Chosen(
        np.repeat(body, count), np.repeat(month, count), turn + 1 if structure else np.zeros(len(turn), dtype=np.int64),
        np.zeros(len(turn), dtype=bool) if structure else turn == 1,
    )


def _places(chosen: Chosen) -> NDArray[np.int64]:
    """The place of each figure among its series': by month, a correction after what it corrects, parts side by side."""
    return 2 * chosen.month + 1 + chosen.again


def _lower(template: Template, chosen: Chosen, value: NDArray[np.int64]) -> Marks:
    """Which figures of a running total some earlier one of the same body exceeds."""
    if template.kind is not Kind.CUMULATIVE:
        return np.zeros(len(value), dtype=bool)
    apart = chosen.body * (int(value.max()) + 1)  # keeps the bodies from each other in one running maximum
    found: Marks = value + apart < np.maximum.accumulate(value + apart)
    return found


def _same(word: str, size: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(size, dtype=np.int32)), pa.array([word]))


def _named(calendar: Calendar, month: NDArray[np.int64], *, yearly: bool) -> pa.Array:
    codes = [code[:4] for code in calendar.month_codes] if yearly else list(calendar.month_codes)
    return pa.DictionaryArray.from_arrays(pa.array(month, pa.int32()), pa.array(codes))


def _reports(calendar: Calendar, month: NDArray[np.int64]) -> pa.Array:
    names = [f"Báo cáo tháng {code[5:]}/{code[:4]}" for code in calendar.month_codes]
    return pa.DictionaryArray.from_arrays(pa.array(month, pa.int32()), pa.array(names))
