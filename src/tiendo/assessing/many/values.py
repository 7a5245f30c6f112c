"""The values of an indicator added up along the tree: amounts summed, rates as means by the weights of the bodies.

Of each branch below a body the nearest bodies that have the target speak: a province's own figure stands for its
communes', which would count twice. Missing is never zero: `covered` says how much of the weight is told.
"""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.evidence import among, beside
from tiendo.plan import Kind

_KEY = ("indicator", "unit", "averaged")
_SUMMED = [Kind.LEVEL_END.value, Kind.CUMULATIVE.value, Kind.ANNUAL_REPEAT.value, Kind.MAINTAIN.value]
_AVERAGED = [Kind.GROWTH_AVG.value, Kind.RELATIVE_TO_ASSIGNED.value]  # whose value is a rate whatever the unit
_MEAN_UNITS = ["điểm", "tuổi"]  # amounts nobody adds


def roll_up_values(verdicts: Table, targets: Table, tree: Table) -> Table:
    """One row a body and indicator told of below it: `value`, `told` of `asked` bodies, `covered` (per cent of weight).

    `averaged`: a mean by the weights; else a sum of what is told. Levels of a scale, steps and structures have neither.
    `tree` has the pairs of `tree.closure`, with the `share` of its ancestor each body is.
    """
    pairs = tree.filter(tree.depth > 0).join(_held(verdicts, targets), "body")
    rows = _nearest(pairs)
    told = rows.value.notnull()
    weight = ibis.ifelse(told, rows.share, 0.0)
    found = rows.group_by(body=rows.ancestor, **{name: rows[name] for name in _KEY}).agg(
        asked=rows.count(), told=told.sum(), sum=rows.value.sum(), weighed=(rows.share * rows.value).sum(),
        told_weight=weight.sum(), weight=rows.share.sum(),
    )
    mean = found.weighed / found.told_weight.nullif(0)
    return found.select(
        "body", *_KEY, "asked", "told", value=ibis.ifelse(found.averaged, mean, found["sum"]),
        covered=100.0 * found.told_weight / found.weight,
    )


def is_averaged(targets: Table) -> Value:
    """Whether the values of a target are rates or points, of which nobody makes a sum."""
    unit = targets.unit.contains("%") | targets.unit.contains("/") | targets.unit.isin(_MEAN_UNITS)
    return targets.kind.isin(_AVERAGED) | unit


def _held(verdicts: Table, targets: Table) -> Table:
    """What each body shows of each indicator: nothing where two of its targets (of two plans) show two values."""
    rows = targets.filter(targets.kind.isin([*_SUMMED, *_AVERAGED]))
    rows = rows.select("series", "body", "indicator", "unit", averaged=is_averaged(rows))
    rows = rows.join(verdicts.select("series", "value"), "series")
    found = rows.group_by("body", *_KEY).agg(least=rows.value.min(), most=rows.value.max())
    return found.mutate(value=ibis.ifelse(found.least == found.most, found.least, None)).drop("least", "most")


def _nearest(pairs: Table) -> Table:
    """The pairs with no other body of the same indicator between the two."""
    held = pairs.select(ancestor="body", **{name: pairs[name] for name in _KEY}).distinct()
    between = among(pairs, held, "ancestor", *_KEY)
    near = between.group_by("body", *_KEY).agg(near=between.depth.min())
    rows = beside(pairs, near, "body", *_KEY)
    return rows.filter(rows.near.isnull() | (rows.depth <= rows.near))
