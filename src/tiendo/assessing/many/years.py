"""The closed years of yearly targets in columns (`years.py`): a row a year, and why one cannot be judged."""

import ibis
from ibis.expr.types import Table, Value

from tiendo.assessing.many.calendar import YEAR, first_part, part_after
from tiendo.assessing.many.evidence import WHOLE, Told, among, beside, has, latest, no_data

_WHOLE_FIRST = 1 << 40  # a figure for the whole year goes before a level on its last day, whatever their numbers


def yearly_targets(
    targets: Table, told: Told, rivals: Table, *, all_begun: bool,
) -> tuple[Table, Table]:
    """The targets with `first_year`, `last_year`, `closed_count`, `all_count`; and each one's years with their figures.

    Without a beginning of its own a target begins with the first year a figure tells of.
    """
    rows = told.usable("year")
    rows = rows.filter(rows.year.notnull())
    whole = has(rows, WHOLE)
    years = latest(rows, "series", "year", order=rows.no + ibis.ifelse(whole, _WHOLE_FIRST, 0), whole=whole.any())
    years = beside(years, rivals, "no")
    opened = _begun(targets, years, all_begun=all_begun)
    opened = opened.mutate(last_year=part_after(opened.until, YEAR) - 1)
    last = part_after(opened.due_on, YEAR) - 1
    return opened.mutate(
        closed_count=_count(opened.first_year, opened.last_year), all_count=_count(opened.first_year, last),
    ), years


def _begun(targets: Table, years: Table, *, all_begun: bool) -> Table:
    """The targets with `first_year`, which a target without a beginning takes from its figures."""
    if all_begun:
        return targets.mutate(first_year=first_part(targets.begins_on, YEAR))
    told = among(years.filter(years.whole), targets.filter(targets.begins_on.isnull()))
    opened = beside(targets, told.group_by("series").agg(told_from=told.year.min()))
    own = first_part(opened.begins_on, YEAR)
    return opened.mutate(first_year=ibis.ifelse(opened.begins_on.isnull(), opened.told_from, own))


def _count(first: Value, last: Value) -> Value:
    return ibis.greatest((last - first + 1).fill_null(0), 0)


def closed_years(targets: Table, years: Table) -> Table:
    """Each target's closed years that have a figure, with the target's columns, `final` and `gap`."""
    rows = targets.join(years, "series")
    rows = rows.filter((rows.year >= rows.first_year) & (rows.year <= rows.last_year))
    rows = rows.mutate(final=rows.actual & (rows.day.month() == YEAR) & (rows.day.day() == 31) & (rows.day.year() ==
        rows.year))
    return rows.mutate(gap=ibis.cases(
        (rows.conflict.notnull(), rows.conflict),
        (rows.value.isnull(), no_data(rows.noted)),
        (rows.closed & ~rows.final, "reason_closing_estimate"),
        else_=ibis.null("string"),
    ))


def gathered(rows: Table, **more: Value) -> Table:
    """One row a target: how many closed years are told and reached, the latest one, the first gap, the flags.

    Rows are closed years with reaches, exceeds; `more` are further aggregates of them.
    """
    return rows.group_by("series").agg(
        told_count=rows.count(), reached_count=rows.reaches.fill_null(False).sum(),
        latest_no=rows.no.argmax(rows.year), latest_reaches=rows.reaches.fill_null(False).argmax(rows.year),
        latest_exceeds=rows.exceeds.fill_null(False).argmax(rows.year),
        year_gap=rows.gap.argmin(rows.year, where=rows.gap.notnull()),
        estimate=(~rows.actual).any(), provisional=(rows.actual & ~rows.final).any(), superseded=rows.corrects.any(),
        **more,
    )


def gap(rows: Table) -> Value:
    """The key of the reason why closed years cannot be judged (`years.years_gap`); null when they can."""
    return ibis.cases(
        (rows.first_year.isnull(), "reason_no_figure"),
        (rows.closed_count == 0, "reason_no_closed_year"),
        (rows.told_count.fill_null(0) < rows.closed_count, "reason_year_missing"),
        else_=rows.year_gap,
    )


def year_flags(rows: Table) -> dict[str, Value]:
    """What should be known of the figures of the closed years."""
    return {name: rows[name] for name in ("estimate", "provisional", "superseded")}
