"""Calendar periods in columns: whole months, quarters, halves and years counted without listing them.

A day stands in the period `part_of(day)` of its frequency, numbered from the year 0. What `due.periods_between` lists,
this counts: the periods begun on or after one day and ended on or before another.
"""

import ibis
from ibis.expr.types import Column, Scalar, Value

YEAR = 12  # months


def months_of(frequency: Column) -> Value:
    """How many months one period of a frequency has; null for `end`, which has no periods."""
    return frequency.cases(("month", 1), ("quarter", 3), ("half", 6), ("year", YEAR))


def month_number(day: Value) -> Value:
    """The number of a day's month, from the year 0."""
    return day.year() * YEAR + day.month() - 1


def part_of(day: Value, months: Value | int) -> Value:
    """The number of the period a day lies in."""
    return month_number(day) // months


def part_after(day: Value, months: Value | int) -> Value:
    """The number of the period the next day lies in: every period before it has ended on or before the day."""
    return month_number(day + ibis.interval(days=1)) // months


def first_part(since: Value, months: Value | int) -> Value:
    """The number of the first whole period that begins on or after a day."""
    return month_number(since - ibis.interval(days=1)) // months + 1


def periods_between(since: Value, until: Value, months: Value | int) -> Value:
    """How many whole periods begin on or after `since` and end on or before `until`; 0 without a frequency."""
    return at_least_none(part_after(until, months) - first_part(since, months))


def periods_missed(day: Value, until: Value, months: Value) -> Value:
    """How many periods begun after a day have ended by another."""
    return at_least_none(part_after(until, months) - part_of(day, months) - 1)


def at_least_none(count: Value) -> Value:
    """A count that is not negative and not missing."""
    return ibis.greatest(count.fill_null(0), 0)


def days_between(first: Value, last: Value) -> Value:
    """Days from one day to another, a whole number."""
    return last.epoch_days() - first.epoch_days()


def is_year(starts_on: Value, ends_on: Value) -> Value:
    """Whether a span of days is one calendar year."""
    return (
        (starts_on.month() == 1) & (starts_on.day() == 1) & is_year_end(ends_on) & (starts_on.year() == ends_on.year())
    )


def is_year_end(day: Value) -> Value:
    """Whether a day is 31 December."""
    return (day.month() == YEAR) & (day.day() == 31)


def literal_day(day: object) -> Scalar:
    """A day as a column's value."""
    return ibis.literal(day, type="date")
