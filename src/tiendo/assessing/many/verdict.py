"""What a verdict in columns holds, and the parts every kind shares (`case`).

One row a target: standing, basis and the key of the reason; the number of the figure used; value, attainment,
expected and needed as floating point (the nearest to the exact number, for showing: no standing rests on them);
one column a flag; and `undecided`, where two numbers lie too near each other for columns and `one.py` must speak.
"""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import periods_missed
from tiendo.assessing.many.goals import aim
from tiendo.assessing.records import Basis, Flag, Standing
from tiendo.plan import Kind

NUMBERS = ("value", "attainment", "expected", "expected_attainment", "needed")
FLAGS = tuple(flag.value for flag in Flag)
COLUMNS = ("series", "standing", "basis", "reason", "figure", *NUMBERS, *FLAGS, "undecided")
STALE_LIMIT = 2
_NO_WAY = [Kind.RATING.value, Kind.MILESTONE.value, Kind.STRUCTURE.value]


def outcome(rows: Table, *, standing: Value, basis: Value | Basis, reason: Value | str, **told: Value) -> Table:
    """The verdict rows; a number not told is null, a flag not told is down."""
    nothing = {
        **dict.fromkeys(NUMBERS, ibis.null("float64")), **dict.fromkeys((*FLAGS, "undecided"), ibis.literal(False)),
        "figure": ibis.null("int64"),
    }
    given = {**nothing, **told}
    cast = {name: given[name].cast("float64") for name in NUMBERS}
    flags = {name: given[name].fill_null(False) for name in (*FLAGS, "undecided")}
    said = {"standing": standing, "basis": basis, "reason": reason}
    words = {name: (ibis.literal(str(word)) if isinstance(word, str) else word).cast("string")
             for name, word in said.items()}
    return rows.select(series=rows.series, **words, figure=given["figure"].cast("int64"), **cast, **flags)


def per_unit(rows: Table, steps: Value) -> Value:
    """A number of a target's smallest steps, in its unit."""
    return steps.cast("float64") / rows.per_unit


def attainment(rows: Table, steps: Value) -> Value:
    """100 · (value − baseline) / (goal − baseline) of a value in steps; null where `attainment` says why."""
    start = rows.start
    way = ibis.ifelse(rows.kind.isin(_NO_WAY), None, aim(rows, start) - start).nullif(0)
    return 100 * (steps.cast("float64") - start) / way


def nothing_due(rows: Table) -> Value:
    """Whether the first report is not due yet; false where nobody knows when the target began."""
    due = ibis.ifelse(rows.term_periods > 0, rows.next_part <= rows.first_due_part, ~rows.closed)
    return (rows.begins_on.notnull() & due).fill_null(False)


def no_figure(rows: Table) -> tuple[Value, Value]:
    """Standing and reason of targets without a figure (`case.no_figure`)."""
    early = nothing_due(rows)
    return (
        ibis.ifelse(early, Standing.NOT_ASSESSABLE.value, Standing.UNPROVEN.value),
        ibis.ifelse(early, "reason_nothing_due", "reason_no_figure"),
    )


def gap(rows: Table, lasting: Value | None = None) -> Value:
    """The key of the reason why a figure proves nothing (`case.gap`); null where it can be judged.

    Columns: value, conflict, noted, actual, closed, day, due_on, until, months. `lasting`: once reached, it stays.
    """
    kept = ibis.literal(False) if lasting is None else lasting.fill_null(False)
    return ibis.cases(
        (rows.conflict.notnull(), rows.conflict),
        (rows.value.isnull(), ibis.ifelse(rows.noted, "reason_no_data_because", "reason_no_data")),
        (rows.closed & ~rows.actual, "reason_closing_estimate"),
        (kept, ibis.null("string")),
        else_=too_old(rows),
    )


def too_old(rows: Table) -> Value:
    """The key of the reason why a figure is too old (`case.too_old`); null when it is not."""
    return ibis.cases(
        (rows.closed & (rows.day < rows.due_on), "reason_closing_missing"),
        (missed(rows) >= STALE_LIMIT, "reason_stale"),
        else_=ibis.null("string"),
    )


def missed(rows: Table) -> Value:
    """How many reports were missed since the day a figure speaks of."""
    return periods_missed(rows.day, rows.until, rows.months)


def figure_flags(rows: Table) -> dict[str, Value]:
    """What should be known of the figure used (`case.figure_flags`)."""
    return {
        Flag.ESTIMATE.value: ~rows.actual, Flag.STALE.value: missed(rows) > 0, Flag.SUPERSEDED.value: rows.corrects,
    }
