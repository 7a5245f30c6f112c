"""What may be used to judge as of a day, in columns (`evidence`): usable figures, the latest, and rivals.

The exchange numbers the figures of a series in the order of evidence: `place` is equal where no rule may choose
between two, `no` is each figure's own, by place and then by id. So the latest figure is the one with the greatest
number, and its facts come with it in one pass: the day it speaks of and its yes and no travel as one number.
"""

from dataclasses import dataclass
from datetime import date

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import literal_day

ACTUAL, VALUED, CORRECTS, NOTED, UNDER_WAY, WHOLE = (1 << place for place in range(6))  # bits of `facts`
DAY = 64  # `facts` is the day a figure speaks of (days since 1970) times this, plus the bits

_NUMBERS = (1 << 40) - 1  # numbers of figures lie below; an order above them puts some figures first


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of one way of judging as of a day. Every question reads the few columns it needs by itself."""

    figures: Table
    rules: tuple[str, ...]
    as_of: date

    def usable(self, *more: str, late: bool = False) -> Table:
        """The figures that may be used: series, no, value (0 for none), facts, and the columns asked for.

        `late`: those that speak of a day after the due day, which count only where a rule asks for them.
        """
        on = literal_day(self.as_of)
        rows = self.figures.select(
            "series", "no", "value", "facts", "as_of", "approved", "replaced_on", "late", "rule", *more,
        )
        rows = rows.filter(
            rows.rule.isin(self.rules) & rows.approved & (rows.as_of <= on)
            & (rows.replaced_on.isnull() | (rows.replaced_on > on)) & (rows.late if late else ~rows.late),
        )
        return rows.select("series", "no", "facts", *more, value=rows.value.fill_null(0))


def facts_of(rows: Table) -> Value:
    """What `facts` of figures says, from the columns it stands for."""
    told = ((rows.actual, ACTUAL), (rows.value.notnull(), VALUED), (rows.corrects, CORRECTS), (rows.noted, NOTED),
            (rows.as_of < rows.ends_on, UNDER_WAY), (rows.starts_on < rows.ends_on, WHOLE))
    bits = [ibis.ifelse(true, bit, 0) for true, bit in told]
    day = ibis.least(rows.as_of, rows.ends_on)
    return sum(bits, start=day.epoch_days() * DAY)


def has(rows: Table, bit: int) -> Value:
    """Whether a bit of `facts` is set."""
    return (rows.facts & bit) == bit


def day_of(rows: Table) -> Value:
    """The day the figures speak of, from `facts`."""
    days = (rows.facts - (rows.facts & (DAY - 1))) // DAY
    return (literal_day(date(1970, 1, 1)) + days.as_interval("D")).cast("date")


def latest(rows: Table, *keys: str, order: Value | None = None, **more: Value) -> Table:
    """The latest of the rows for each key: `no`, `value` (null for no data), `day`, and its bits by name.

    `order` puts some figures first whatever their numbers: the number plus a multiple of 2^40.
    """
    by = rows.no if order is None else order
    found = rows.group_by(*keys).agg(no=by.max(), value=rows.value.argmax(by), facts=rows.facts.argmax(by), **more)
    return found.mutate(
        no=found.no if order is None else found.no & _NUMBERS, day=day_of(found),
        value=ibis.ifelse(has(found, VALUED), found.value, None), actual=has(found, ACTUAL),
        corrects=has(found, CORRECTS), noted=has(found, NOTED), under_way=has(found, UNDER_WAY),
    ).drop("facts")


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
