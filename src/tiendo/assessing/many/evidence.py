"""What may be used to judge as of a day, in columns (`evidence`): usable figures, the latest, and rivals.

The exchange numbers the figures of a series in the order of evidence: `place` is equal where no rule may choose
between two, `no` is each figure's own, by place and then by id. So the latest figure is the one with the greatest number,
and its facts come with it in one pass. Facts of yes or no travel together in `state`.
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
    rows = rows.mutate(day=ibis.least(rows.as_of, rows.ends_on), state=_state(rows), value=rows.value.fill_null(0))
    return rows.mutate(late=rows.day > rows.due_on)


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


def rivals(rows: Table) -> Table:
    """`no` of every figure that has a rival (equal place, other value), and in `conflict` the reason's key.

    Only figures the exchange marks `tied` can have one: few.
    """
    tied = rows.filter(rows.tied).select("series", "part", "place", "no", "value", "state")
    other = tied.view()
    pairs = tied.join(other, [
        tied.series == other.series, tied.part == other.part, tied.place == other.place, _differs(tied, other),
    ]).select(
        no=tied.no, noted=has(tied, NOTED), valued=has(tied, VALUED), rival=other.no, rival_noted=has(other, NOTED),
        rival_valued=has(other, VALUED),
    )
    first = pairs.group_by("no", "noted", "valued").agg(
        rival_noted=pairs.rival_noted.argmin(pairs.rival), rival_valued=pairs.rival_valued.argmin(pairs.rival),
    )
    return first.select("no", conflict=ibis.cases(
        (first.valued & first.rival_valued, "reason_conflict"),
        (~first.valued, no_data(first.noted)),
        else_=no_data(first.rival_noted),
    ))


def _differs(one: Table, other: Table) -> Value:
    """Whether two figures say different things; two that say nothing agree."""
    return (has(one, VALUED) != has(other, VALUED)) | (has(one, VALUED) & (one.value != other.value))


def with_conflict(found: Table, rows: Table) -> Table:
    """The latest figures with `conflict`: the key of the reason where a rival says otherwise, else null."""
    return beside(found, rivals(rows), "no")


def beside(rows: Table, other: Table, *keys: str) -> Table:
    """The rows, each with the columns of the other table's row of the same key (`series` unless told), or nulls."""
    on = keys or ("series",)
    return rows.left_join(other, list(on)).drop(*(f"{key}_right" for key in on))


def no_data(noted: Value) -> Value:
    """The key of the reason of a figure that says "no data", with its cause or without."""
    return ibis.ifelse(noted, "reason_no_data_because", "reason_no_data")
