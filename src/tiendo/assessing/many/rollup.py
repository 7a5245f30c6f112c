"""Many verdicts together: the tally of each body and of all below it, shares with what they cover, ranks of bodies.

Missing is never zero: a share is of what could be assessed, and `covered` says how much of the whole that is.
Weights and shares of weights are whole millionths, so sums are exact and the same on every engine.
"""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.records import Standing

SMALL = 10  # a share of fewer than so many targets changes by more than ten points with one of them

_DONE = [Standing.EXCEEDED.value, Standing.MET.value]
_DARK = [Standing.UNPROVEN.value, Standing.NOT_ASSESSABLE.value]


def tally(verdicts: Table, targets: Table) -> Table:
    """One row a body that has targets: how many stand where (`total` is their sum), and their weights.

    `weight`: of all targets, `assessed_weight`: of those with a verdict of worth, `done_weight`: of those met or
    exceeded.
    """
    rows = verdicts.select("series", "standing").join(targets.select("series", "body", "weight"), "series")
    return rows.group_by("body").agg(**_counted(rows))


def _counted(rows: Table) -> dict[str, Value]:
    assessed, done = ~rows.standing.isin(_DARK), rows.standing.isin(_DONE)
    return {
        **{one.value: (rows.standing == one.value).sum() for one in Standing}, "total": rows.count(),
        "weight": rows.weight.sum(), "assessed_weight": ibis.ifelse(assessed, rows.weight, 0).sum(),
        "done_weight": ibis.ifelse(done, rows.weight, 0).sum(),
    }


def roll_up(tallies: Table, tree: Table) -> Table:
    """One row a body: the tallies of itself and of every body below it, added up.

    `tree` has a row (ancestor, body) for every pair, each body with itself too (`tree.closure`).
    """
    rows = tree.join(tallies, "body")
    sums = {name: rows[name].sum() for name in tallies.columns if name != "body"}
    return with_shares(rows.group_by("ancestor").agg(bodies=rows.count(), **sums).rename(body="ancestor"))


def with_shares(rows: Table) -> Table:
    """Tallies with `done_share` (per cent of the assessed weight), `covered` (per cent of all weight), `small`.

    `done_share` is null where nothing could be assessed: no data is not 0 per cent.
    """
    assessed = rows.total - rows[Standing.UNPROVEN.value] - rows[Standing.NOT_ASSESSABLE.value]
    return rows.mutate(
        assessed=assessed,
        done_share=100.0 * rows.done_weight / rows.assessed_weight.nullif(0),
        covered=100.0 * rows.assessed_weight / rows.weight.nullif(0),
        small=assessed < SMALL,
    )


def ranked(rows: Table, value: str, *among: str, best_first: bool = True) -> Table:
    """The rows with `rank`, `of` and `shared`: place by a value among the rows of equal `among`.

    Equal values share a place and the next are skipped (1, 2, 2, 4). A row without a value has no place and is not
    counted in `of`: it is not the last.
    """
    return _ranked(rows, value, _order(rows[value], best_first=best_first), *among)


def _order(value: Value, *, best_first: bool) -> Value:
    """What is least for the best."""
    return -value if best_first else value


def _ranked(rows: Table, value: str, order: Value, *among: str) -> Table:
    """The rows with their places, in one pass over each group."""
    rows = rows.mutate(told=rows[value].notnull(), order=order)
    by = [rows[name] for name in (*among, "told")]
    sorted_ = ibis.window(group_by=by, order_by=rows.order)
    equal = [other.over(sorted_) == rows.order for other in (rows.order.lag(), rows.order.lead())]
    placed = rows.mutate(
        rank=ibis.rank().over(sorted_) + 1, of=rows.count().over(ibis.window(group_by=by)),
        shared=equal[0].fill_null(False) | equal[1].fill_null(False),
    )
    return placed.mutate(
        rank=ibis.ifelse(placed.told, placed["rank"], None), of=ibis.ifelse(placed.told, placed.of, None),
        shared=placed.told & placed.shared,
    ).drop("told", "order")


def rank_bodies(tallies: Table, bodies: Table) -> Table:
    """Bodies ranked by their share of targets done, among the bodies of their level and parent."""
    rows = tallies.join(bodies.select("code", "name_vi", "level", "parent"), tallies.body == bodies.code).drop("code")
    rows = rows.mutate(parent=rows.parent.fill_null(""))
    return ranked(rows, "done_share", "level", "parent")


def rank_indicator(verdicts: Table, targets: Table) -> Table:
    """Bodies ranked by the value of each indicator; only "at least" and "at most" say which value is better."""
    rows = verdicts.select("series", "standing", "value").join(
        targets.select("series", "body", "indicator", "unit", "direction"), "series",
    )
    rows = rows.filter(rows.direction.isin(["at_least", "at_most"]))
    order = ibis.ifelse(rows.direction == "at_least", -rows.value, rows.value)
    return _ranked(rows, "value", order, "indicator", "unit", "direction")
