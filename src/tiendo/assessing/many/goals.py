"""Goals in columns: `goal.Goal` said with signs, so that no division and no rounding decides.

A value meets a goal by two signs: how it lies to the goal's lower end (`low`) and to its upper end (`high`), each −1, 0
or 1. Whole numbers, sums and products all come down to such signs; the rules below never see the numbers.
"""

import ibis
from ibis.expr.types import Table, Value

from tiendo.plan import Direction

BIG = "decimal(38,0)"  # products of two whole numbers of at most 17 digits fit with room for days and per cents


def big(value: Value) -> Value:
    """A whole number wide enough to be multiplied by another."""
    return value.cast(BIG)


def sign(value: Value, other: Value) -> Value:
    """−1, 0 or 1: where a value lies to another; null when either is."""
    return ibis.cases((value > other, 1), (value < other, -1), (value == other, 0))


def is_direction(table: Table, *directions: Direction) -> Value:
    """Whether a row's direction is one of the given ones."""
    return table.direction.isin([one.value for one in directions])


def reached(table: Table, low: Value, high: Value) -> Value:
    """Whether a value with these signs is what was asked for, or better. Columns: direction, strict."""
    return ibis.cases(
        (is_direction(table, Direction.WITHIN), (low >= 0) & (high <= 0)),
        (is_direction(table, Direction.AT_MOST), (high < 0) | ((high == 0) & ~table.strict)),
        else_=(low > 0) | ((low == 0) & ~table.strict),
    )


def exceeded(table: Table, low: Value, high: Value) -> Value:
    """Whether a value with these signs is strictly better than was asked for. Columns: direction, top."""
    return ibis.cases(
        (is_direction(table, Direction.AT_LEAST), (high > 0) & ~table.top),
        (is_direction(table, Direction.AT_MOST), low < 0),
        else_=False,
    )


def must(table: Table) -> Value:
    """The end of the goal that has to be reached."""
    return ibis.ifelse(is_direction(table, Direction.AT_MOST), table.high, table.low)


def aim(table: Table, start: Value) -> Value:
    """Where the way from a value leads: the end to be reached, for a band to keep within the nearer."""
    nearer = ibis.least(ibis.greatest(start, table.low), table.high)
    return ibis.ifelse(is_direction(table, Direction.WITHIN), nearer, must(table))
