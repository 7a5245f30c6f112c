"""Series across mergers and splits: what the bodies before showed, carried over, with the break marked.

An amount follows the `share` of each body before that went into the body after (the shares of one body before sum to a
whole); a rate is the mean of the bodies before, weighted by the `part` of the body after each became. Where some say
nothing, `covered` tells how much of the body after is told, and nothing is filled up.
"""

from collections.abc import Mapping
from datetime import date

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.assess import RULES
from tiendo.assessing.many.evidence import Told, among, latest
from tiendo.assessing.many.steps import MILLIONTH

_KEYS = ("indicator", "unit")


def carried_over(values: Table, successions: Table, *keys: str, amounts: bool) -> Table:
    """Values of bodies before a change, as those of the bodies after: body, keys, ends_on, value, covered (per cent).

    `values` has body, keys, ends_on, value (null for no data); only days before the change are carried.
    """
    rows = values.join(successions, values.body == successions.predecessor)
    rows = rows.filter(rows.ends_on < rows.on)
    weight = rows.share if amounts else rows.part
    told = rows.value.notnull()
    by = {"body": rows.successor, **{name: rows[name] for name in keys}, "ends_on": rows.ends_on}
    sums = rows.group_by(**by).agg(
        weighed=(rows.value.cast("float64") * weight).sum(), told=ibis.ifelse(told, rows.part, 0).sum(),
    )
    whole = ibis.literal(float(MILLIONTH)) if amounts else sums.told.nullif(0).cast("float64")
    return sums.select(
        "body", *keys, "ends_on", value=sums.weighed / whole, covered=100.0 * sums.told / MILLIONTH,
    )


def across(values: Table, successions: Table, *keys: str, amounts: bool) -> Table:
    """The series of the bodies after, before and since the change; `carried` marks what stands before the break."""
    before = carried_over(values, successions, *keys, amounts=amounts).mutate(carried=ibis.literal(True))
    return ibis.union(_own(values, *keys), before)


def _own(values: Table, *keys: str) -> Table:
    own = values.select("body", *keys, "ends_on", value=values.value.cast("float64"))
    return own.mutate(covered=ibis.ifelse(own.value.isnull(), 0.0, 100.0), carried=ibis.literal(False))


def series_across(tables: Mapping[str, Table], as_of: date) -> Table:
    """The series of every indicator that has `histories`: of each body after a change, carried and its own.

    One row a body, indicator, unit and last day of a period: value, covered, carried.
    """
    told, changes = tables["histories"], tables["successions"]
    values = told.select(
        *_KEYS, "body", "ends_on", "averaged", value=told.value.cast("float64") / told.per_unit,
    )
    carried = [
        carried_over(values.filter(values.averaged == averaged).drop("averaged"), changes, *_KEYS,
            amounts=not averaged).mutate(carried=ibis.literal(True))
        for averaged in (False, True)
    ]
    return ibis.union(_own(_since(tables, as_of), *_KEYS), *carried)


def _since(tables: Mapping[str, Table], as_of: date) -> Table:
    """What the bodies after the changes showed themselves, of the indicators that have histories."""
    targets = among(tables["targets"], tables["histories"], *_KEYS)
    heirs = tables["successions"].select(body="successor").distinct()
    targets = among(targets, heirs, "body").select("series", "body", *_KEYS, "per_unit")
    figures = Told(tables["figures"], tuple(sorted(set(RULES.values()))), as_of).usable("span", "ends_on")
    figures = figures.join(targets.select("series"), "series")
    rows = latest(figures, "series", "span", ends_on=figures.ends_on.max()).join(targets, "series")
    return rows.select("body", *_KEYS, "ends_on", value=rows.value.cast("float64") / rows.per_unit)
