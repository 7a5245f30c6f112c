"""Places through the years: how long a place was held, and criteria of an emulation scored (domain.md 7)."""

import ibis
from ibis.expr.types import Table

from tiendo.assessing.many.evidence import among


def streaks(rankings: Table, rank: int = 1) -> Table:
    """How many years running, up to the latest year ranked, each body held a place in each subject (`ranking.streak`).

    A year without a ranking breaks the run, and so does a year for which two rankings show two places. One row a
    body and subject that was ever ranked: `held` years, 0 where the latest year shows another place.
    """
    years = rankings.group_by("body", "subject", "year").agg(least=rankings["rank"].min(), most=rankings["rank"].max())
    held = years.filter((years.least == rank) & (years.most == rank))
    runs = held.mutate(turn=ibis.row_number().over(group_by=["body", "subject"], order_by=ibis.desc("year")))
    runs = runs.mutate(run=runs.year + runs.turn)  # years running, counted from the latest, have one sum
    latest = years.group_by("body", "subject").agg(latest=years.year.max())
    runs = runs.join(latest, ["body", "subject"])
    lengths = runs.filter(runs.run == runs.latest).group_by("body", "subject").agg(held=lambda rows: rows.count())
    found = latest.left_join(lengths, ["body", "subject"])
    return found.select("body", "subject", "latest", held=found.held.fill_null(0))


def movements(rankings: Table) -> Table:
    """Each ranking with the place of the year before (`before`) and how many places it rose (`rose`), or nulls."""
    rows = rankings.group_by("body", "subject", "year").agg(least=rankings["rank"].min(), most=rankings["rank"].max())
    sure = rows.filter(rows.least == rows.most).select("body", "subject", "year", place="least")
    earlier = sure.select("body", "subject", before="place", year=sure.year + 1)
    found = sure.left_join(earlier, ["body", "subject", "year"]).drop("body_right", "subject_right", "year_right")
    return found.mutate(rose=found.before - found.place)


def scored(rankings: Table) -> Table:
    """Emulation criteria of the latest year of each body and subject: met of total, and whether all are ("13/13").

    A subject scored by two sources of different counts is `disputed` and has no score.
    """
    known = rankings.filter(rankings.criteria_total.notnull())
    years = known.group_by("body", "subject", "year").agg(
        met=known.criteria_met.min(), total=known.criteria_total.max(),
        disputed=(known.criteria_met.min() != known.criteria_met.max())
        | (known.criteria_total.min() != known.criteria_total.max()),
    )
    last = years.group_by("body", "subject").agg(year=years.year.max())
    rows = among(years, last, "body", "subject", "year")
    return rows.mutate(
        met=ibis.ifelse(rows.disputed, None, rows.met), total=ibis.ifelse(rows.disputed, None, rows.total),
        all_met=(~rows.disputed & (rows.met == rows.total)).fill_null(False),
    )
