"""Targets laid open for judging as of a day (`case.Case`), in columns."""

from datetime import date

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.calendar import first_part, literal_day, months_of, part_after, periods_between
from tiendo.plan import Kind


def laid_open(targets: Table, as_of: date) -> Table:
    """The targets with what every kind asks for.

    `closed`: the due day has come; `until`: the last day that counts; `months` of a reporting period; `next_part`: the
    period the day after lies in; `first_due_part` and `term_periods`: the first report due, and how many there are;
    `start`: where the way begins (a running total begins at 0).
    """
    on = literal_day(as_of)
    opened = targets.mutate(
        closed=targets.due_on <= on, until=ibis.least(targets.due_on, on), months=months_of(targets.frequency),
        start=ibis.ifelse(targets.kind == Kind.CUMULATIVE.value, targets.baseline.fill_null(0), targets.baseline),
    )
    return opened.mutate(
        next_part=part_after(on, opened.months), first_due_part=first_part(opened.begins_on, opened.months),
        term_periods=periods_between(opened.begins_on, opened.due_on, opened.months),
    )
