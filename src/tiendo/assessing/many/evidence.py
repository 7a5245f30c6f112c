"""What may be used to judge as of a day, in columns (`evidence`): usable figures, the latest, and rivals.

The exchange numbers the figures of a series in the order of evidence: `place` is equal where no rule may choose
between two, `no` is each figure's own, by place and then by id. So the latest figure is the one with the greatest
number, and its facts come with it in one pass. Facts of yes or no travel together in `state`.
"""

from datetime import date

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import literal_day

ACTUAL, VALUED, CORRECTS, NOTED = 1, 2, 4, 8  # bits of `state`

_FACTS = ("as_of", "ends_on", "state")


def usable(figures: Table, targets: Table, as_of: date) -> Table:
    """The figures of the targets that may be used as of a day, with `day` (which they speak of), `state` and `late`.

    `late`: they speak of a day after the due day, and count only where a rule asks for them.
    """
    on = literal_day(as_of)
    known = figures.filter(
        figures.approved & (figures.as_of <= on) & (figures.replaced_on.isnull() | (figures.replaced_on > on)),
    )
    rows = known.join(targets.select("series", "due_on"), "series")
    day = ibis.least(rows.as_of, rows.ends_on)
    return rows.select(
        "series", "part", "place", "no", "span", "starts_on", "ends_on", "year", "as_of", "lower", day=day,
        late=day > rows.due_on, state=_state(rows), value=rows.value.fill_null(0),
    )


def _state(rows: Table) -> Value:
    told = ((rows.actual, ACTUAL), (rows.value.notnull(), VALUED), (rows.corrects, CORRECTS), (rows.noted, NOTED))
    bits = [ibis.ifelse(true, bit, 0) for true, bit in told]
    return sum(bits[1:], start=bits[0]).cast("int64")


def has(rows: Table, bit: int) -> Value:
    """Whether a bit of `state` is set."""
    return (rows.state & bit) == bit


def latest(rows: Table, *keys: str, order: Value | None = None, **more: Value) -> Table:
    """The latest of the rows for each key: `no`, `value` (null for no data), `day`, `actual`, `corrects`, `noted`."""
    by = rows.no if order is None else order
    facts = {name: rows[name].argmax(by) for name in _FACTS}
    found = rows.group_by(*keys).agg(no=rows.no.argmax(by), value=rows.value.argmax(by), **facts, **more)
    return found.mutate(
        value=ibis.ifelse(has(found, VALUED), found.value, None), day=ibis.least(found.as_of, found.ends_on),
        actual=has(found, ACTUAL), corrects=has(found, CORRECTS), noted=has(found, NOTED),
    ).drop("state")


def rivals_of(ties: Table, as_of: date) -> Table:
    """`no` of every figure that has a rival known on a day, and in `conflict` the key of the reason.

    The exchange lists the pairs of figures of equal place that say different things; both have the same data day.
    """
    on = literal_day(as_of)
    known = ties.filter(ties.approved & (ties.replaced_on.isnull() | (ties.replaced_on > on)))
    return known.group_by("no").agg(conflict=known.key.argmin(known.rival))


def beside(rows: Table, other: Table, *keys: str) -> Table:
    """The rows, each with the columns of the other table's row of the same key (`series` unless told), or nulls."""
    on = keys or ("series",)
    return rows.left_join(other, list(on)).drop(*(f"{key}_right" for key in on))


def without(rows: Table, other: Table, *keys: str) -> Table:
    """The rows whose key (`series` unless told) the other table does not have: an anti-join every engine can say."""
    on = keys or ("series",)
    found = beside(rows, other.select(*on).distinct().mutate(there=True), *on)
    return found.filter(found.there.isnull()).drop("there")


def among(rows: Table, other: Table, *keys: str) -> Table:
    """The rows whose key (`series` unless told) the other table has."""
    on = keys or ("series",)
    return rows.join(other.select(*on).distinct(), list(on))


def no_data(noted: Value) -> Value:
    """The key of the reason of a figure that says "no data", with its cause or without."""
    return ibis.ifelse(noted, "reason_no_data_because", "reason_no_data")
