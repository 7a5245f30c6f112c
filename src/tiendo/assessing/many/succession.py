"""Series across mergers and splits: what the bodies before showed, carried over, with the break marked.

An amount follows the `share` of each body before that went into the body after (the shares of one body before sum to a
whole); a rate is the mean of the bodies before, weighted by the `part` of the body after each became. Where some say
nothing, `covered` tells how much of the body after is told, and nothing is filled up.
"""


import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.steps import MILLIONTH


def carried_over(values: Table, successions: Table, *, amounts: bool) -> Table:
    """Values of bodies before a change, as those of the bodies after: body, ends_on, value, covered (per cent).

    `values` has body, ends_on, value (null for no data); only days before the change are carried.
    """
    rows = values.join(successions, values.body == successions.predecessor)
    rows = rows.filter(rows.ends_on < rows.on)
    weight = rows.share if amounts else rows.part
    told = rows.value.notnull()
    sums = rows.group_by(body=rows.successor, ends_on=rows.ends_on).agg(
        weighed=(rows.value.cast("float64") * weight).sum(), told=ibis.ifelse(told, rows.part, 0).sum(),
    )
    whole = ibis.literal(float(MILLIONTH)) if amounts else sums.told.nullif(0).cast("float64")
    return sums.select("body", "ends_on", value=sums.weighed / whole, covered=100.0 * sums.told / MILLIONTH)


def across(values: Table, successions: Table, *, amounts: bool) -> Table:
    """The series of the bodies after, before and since the change; `carried` marks what stands before the break."""
    own = values.select("body", "ends_on", value=values.value.cast("float64"))
    own = own.mutate(covered=ibis.ifelse(own.value.isnull(), 0.0, 100.0), carried=ibis.literal(False))
    return ibis.union(own, carried_over(values, successions, amounts=amounts).mutate(carried=ibis.literal(True)))
