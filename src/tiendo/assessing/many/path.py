"""The path in columns: what it asks for on a day, as whole numbers over whole days (`path.asked_on`, `path.step_on`).

A path point is a line's end. Between the last point passed (left) and the next one (right) the path asks for
left + (right − left) · gone / span; it is kept as the numerator over `span` days, so a comparison needs no division.
"""

from datetime import date

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import days_between, literal_day
from tiendo.assessing.many.goals import big, is_direction
from tiendo.plan import Direction

_POINT = ("on", "low", "high")

def with_asked(rows: Table, targets: Table, milestones: Table, *, steps: bool = False) -> Table:
    """The rows with what the path of each asks for on its `day`: `asked_low`, `asked_high`, over `span` days.

    Rows have series, day, due_on, begins_on, start, low, high, and are of the `targets`; `steps`: there is nothing
    between two points. Null where nothing is asked yet.
    """
    return _between(_with_points(rows, _stretches(targets, milestones)), steps=steps)


def with_straight_line(rows: Table) -> Table:
    """The rows with what the straight line from `start` to the goal asks for on the `day` of each."""
    numbers = dict.fromkeys(("left_low", "left_high", "right_low", "right_high"), ibis.null("int64"))
    return _between(rows.mutate(left_on=ibis.null("date"), right_on=ibis.null("date"), **numbers), steps=False)


def _between(found: Table, *, steps: bool) -> Table:
    """What lies between the last point passed and the next one."""
    at_goal = found.day >= found.due_on
    has_first = _has_first(found) & (found.begins_on <= found.day)
    has_left = at_goal | found.left_on.notnull() | has_first

    def left(inner: Value, first: Value, goal: Value) -> Value:
        return ibis.cases((at_goal, goal), (found.left_on.notnull(), inner), (has_first, first))

    found = found.mutate(
        left_day=left(found.left_on, found.begins_on, found.due_on), right_day=found.right_on.fill_null(found.due_on),
        low_a=left(found.left_low, found.start, found.low), high_a=left(found.left_high, found.start, found.high),
        low_b=found.right_low.fill_null(found.low), high_b=found.right_high.fill_null(found.high),
        still=at_goal | steps,
    )
    span = ibis.ifelse(found.still, 1, days_between(found.left_day, found.right_day))
    gone = ibis.ifelse(found.still, 0, days_between(found.left_day, found.day))
    return found.mutate(
        span=ibis.ifelse(has_left, span, None),
        asked_low=big(found.low_a) * big(span) + (big(found.low_b) - big(found.low_a)) * big(gone),
        asked_high=big(found.high_a) * big(span) + (big(found.high_b) - big(found.high_a)) * big(gone),
    ).drop("left_day", "right_day", "low_a", "high_a", "low_b", "high_b", "still", "left_on", "left_low", "left_high",
           "right_on", "right_low", "right_high")


def _has_first(rows: Table) -> Value:
    """Whether the path begins with the baseline (`path.path_points`)."""
    return (rows.start.notnull() & rows.begins_on.notnull() & (rows.begins_on < rows.due_on)).fill_null(False)


def _with_points(rows: Table, stretches: Table) -> Table:
    """The rows with the plan's own points beside their day: the last one passed and the next one."""
    on_day = [rows.series == stretches.series, rows.day >= stretches.since, rows.day < stretches.until_on]
    return rows.left_join(stretches, on_day).drop("series_right", "since", "until_on")


def _stretches(targets: Table, milestones: Table) -> Table:
    """The stretches between two points of each path, with both: a day lies in one of them at most.

    `milestones.seq` follows the days (and the plan's order on one day): the last passed has the greatest.
    """
    pairs = milestones.join(targets.select("series", "due_on", "begins_on", "start"), "series")
    inner = pairs.filter((pairs.on < pairs.due_on) & (~_has_first(pairs) | (pairs.on >
        pairs.begins_on).fill_null(False)))
    way = ibis.window(group_by="series", order_by="seq")
    before = {f"left_{name}": inner[name].lag().over(way) for name in _POINT}
    after = {f"right_{name}": inner[name].lead().over(way) for name in _POINT}
    both = inner.mutate(**before, **after)
    to_here = both.filter(both.left_on.isnull()).select(
        "series", *before, **{f"right_{name}": both[name] for name in _POINT}, since=literal_day(date.min),
        until_on=both.on,
    )
    from_here = both.select(
        "series", **{f"left_{name}": both[name] for name in _POINT}, **{name: both[name] for name in after},
        since=both.on, until_on=both.right_on.fill_null(literal_day(date.max)),
    )
    return ibis.union(from_here, to_here.select(*from_here.columns))


def keeps_up(rows: Table) -> Value:
    """Whether `value` is at or ahead of what is asked (`Goal.keeps_up`); null where nothing is asked."""
    value = big(rows.value) * big(rows.span)
    within = _away(rows, value) <= ibis.greatest(_away(rows, rows.asked_low), _away(rows, rows.asked_high))
    return ibis.cases(
        (is_direction(rows, Direction.WITHIN), within),
        (is_direction(rows, Direction.AT_MOST), value <= rows.asked_high),
        else_=value >= rows.asked_low,
    )


def asked_end(rows: Table) -> Value:
    """The end of the path's band a value is held to, in the target's unit (`Goal.asked_end`)."""
    farther = ibis.ifelse(
        _away(rows, rows.asked_low) >= _away(rows, rows.asked_high), rows.asked_low, rows.asked_high,
    )
    end = ibis.cases(
        (is_direction(rows, Direction.WITHIN), farther), (is_direction(rows, Direction.AT_MOST), rows.asked_high),
        else_=rows.asked_low,
    )
    return end.cast("float64") / rows.span


def _away(rows: Table, value: Value) -> Value:
    """How far a value · span lies outside the goal's band; 0 inside."""
    return ibis.greatest(
        big(rows.low) * big(rows.span) - value, value - big(rows.high) * big(rows.span), big(ibis.literal(0)),
    )


