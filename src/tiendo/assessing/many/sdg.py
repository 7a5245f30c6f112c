"""Open SDG's progress measure in columns, for any number of series at once (`methods.sdg`: the same, one by one)."""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.evidence import without
from tiendo.assessing.methods.sdg import ZERO, SdgStatus

_NEARNESS = 4.44


def sdg_measures(points: Table, asked: Table) -> Table:
    """One row a series: status, value, score.

    `points` has series, year, value; `asked` has series, rising, target, limit, base_year, target_year.
    """
    rows = points.filter(points.value.notnull()).join(asked, "series")
    since = rows.year >= rows.base_year
    told = rows.group_by("series").agg(
        base_on=rows.year.min(where=since), base=rows.value.argmin(rows.year, where=since),
        current_on=rows.year.max(), current=rows.value.argmax(rows.year),
    )
    found = told.join(asked, "series").filter(lambda row: row.base_on.notnull())
    found = found.mutate(start=_nonzero(found.base), aim=_nonzero(found.target), years=found.current_on - found.base_on)
    found = found.mutate(
        achieved=ibis.ifelse(found.rising, found.current >= found.aim, found.current <= found.aim).fill_null(False),
        value=_value(found), scaling=_scaling(found),
    )
    rest = without(asked, found).select(
        "series", status=ibis.literal(SdgStatus.NOT_AVAILABLE.value), value=ibis.null("float64"),
        score=ibis.null("float64"),
    )
    return found.select("series", status=_status(found), value=found.value, score=_score(found)).union(rest)


def _nonzero(value: Value) -> Value:
    return ibis.ifelse(value == 0, ZERO, value)


def _growth(start: Value, end: Value, years: Value) -> Value:
    """The compound yearly growth; null where the signs differ."""
    ratio = end / start
    return ibis.ifelse((ratio >= 0) & (years >= 1), ratio.abs().pow(1.0 / years.nullif(0)) - 1, None)


def _value(rows: Table) -> Value:
    way = ibis.ifelse(rows.rising, 1, -1) * ibis.ifelse(rows.base < 0, -1, 1)
    observed = _growth(rows.start, rows.current, rows.years)
    needed = _growth(rows.start, rows.aim, rows.target_year - rows.base_on).abs().nullif(0)
    return ibis.ifelse(rows.target.isnull(), way * observed, way * observed / needed)


def _scaling(rows: Table) -> Value:
    start, limit = rows.base.abs(), rows["limit"].abs()
    near = ibis.ifelse(start <= limit, start, 2 * limit - start)
    scaled = 1 - (near.abs() / limit.nullif(0)).pow(_NEARNESS)
    free = rows["limit"].isnull() | rows.target.notnull() | (start >= 2 * limit)
    return ibis.ifelse(free.fill_null(True), 1.0, scaled)


def _status(rows: Table) -> Value:
    free = rows.target.isnull()
    high, middle = ibis.ifelse(free, 0.015 * rows.scaling, 0.95), ibis.ifelse(free, 0.005 * rows.scaling, 0.6)
    return ibis.cases(
        (rows.achieved, SdgStatus.TARGET_ACHIEVED.value), (rows.value.isnull(), SdgStatus.NOT_AVAILABLE.value),
        (rows.value >= high, SdgStatus.SUBSTANTIAL.value), (rows.value >= middle, SdgStatus.MODERATE.value),
        (rows.value >= 0, SdgStatus.LIMITED.value), else_=SdgStatus.DETERIORATION.value,
    )


def _score(rows: Table) -> Value:
    aimed = ibis.ifelse(
        rows.value < 0.6, ibis.greatest(-5.0, 5.0 * (rows.value - 0.6) / 1.2), ibis.least(5.0,
            5.0 * (rows.value - 0.6) / 0.7),
    )
    scaled = rows.value / rows.scaling.nullif(0)
    free = ibis.cases(
        (rows.value < 0, ibis.greatest(-5.0, 125.0 * rows.value - 2.5)), (rows.scaling == 0, 5.0),
        (scaled < 0.005, 500.0 * scaled - 2.5), (scaled < 0.015, 250.0 * scaled - 1.25),
        else_=ibis.least(5.0, 500.0 * scaled - 5.0),
    )
    return ibis.cases((rows.achieved, 5.0), (rows.value.isnull(), ibis.null("float64")),
                      (rows.target.notnull(), aimed), else_=free)
