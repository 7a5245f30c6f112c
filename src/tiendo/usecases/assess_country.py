"""Assess every target of an exchange as of a day: verdicts, tallies, what they add up to along the tree, ranks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from tiendo.assessing.many import Savings, savings_on, verdicts
from tiendo.assessing.many.engines import duckdb
from tiendo.assessing.many.faults import faults
from tiendo.assessing.many.history import scored, streaks
from tiendo.assessing.many.rollup import rank_bodies, rank_indicator, roll_up, tally
from tiendo.assessing.many.settle import settled
from tiendo.assessing.many.succession import series_across
from tiendo.assessing.many.tree import closure
from tiendo.assessing.many.values import roll_up_values
from tiendo.errors import PlanError
from tiendo.usecases.exchange_engines import Opened, opened
from tiendo.usecases.exchange_folder import write_tables


@dataclass(frozen=True, slots=True)
class Country:
    """What the figures of an exchange show as of a day, in tables."""

    as_of: date
    verdicts: pa.Table  # one row a target
    bodies: pa.Table  # one row a body: the tally of itself and all below it, shares, ranks among its peers
    values: pa.Table  # one row a body and indicator: the sum or mean of the bodies below, with what it covers
    series: pa.Table  # one row a body after a change, indicator and period: what its bodies before showed, and itself
    indicators: pa.Table  # one row a target: the place of its body by the value of that indicator
    streaks: pa.Table  # one row a body and subject ranked: years running in the first place
    criteria: pa.Table  # one row a body and subject scored: met of total

    def tables(self) -> dict[str, pa.Table]:
        """The tables by the names of their files."""
        names = ("verdicts", "bodies", "values", "series", "indicators", "streaks", "criteria")
        return {name: getattr(self, name) for name in names}


def assess_country(
    *, folder: Path, as_of: date, engine: str = "duckdb", out: Path | None = None, **settings: Any,
) -> Country:
    """The whole of an exchange as of a day, written into a new folder `out` (Parquet) where one is given.

    PlanError names everything wrong with the exchange before any number is shown.
    """
    with opened(folder, engine, **settings) as exchange:
        problems = faults(exchange.tables)
        if problems:
            raise PlanError(problems)
        found = together(exchange, as_of)
    if out is not None:
        write_tables(found.tables(), out)
    return found


def together(exchange: Opened, as_of: date) -> Country:
    """The verdicts by the exchange's engine; what they add up to (a row a target is little) in this process."""
    told = judged(exchange, as_of)
    local = duckdb()
    names = ("targets", "bodies", "rankings")
    small = {name: exchange.tables[name].to_pyarrow() for name in names}
    for name, rows in {**small, "verdicts": told, "tree": _tree(small["bodies"])}.items():
        local.con.register(name, rows)
    table = {name: local.table(name) for name in (*names, "verdicts", "tree")}
    rolled = roll_up(tally(table["verdicts"], table["targets"]), table["tree"])
    found = Country(
        as_of, told,
        bodies=local.to_pyarrow(rank_bodies(rolled, table["bodies"]).order_by(ibis.asc("body"))),
        values=local.to_pyarrow(
            roll_up_values(table["verdicts"], table["targets"], table["tree"]).order_by(["body", "indicator", "unit"]),
        ),
        series=exchange.backend.to_pyarrow(series_across(exchange.tables, as_of)).sort_by(
            [(name, "ascending") for name in ("body", "indicator", "unit", "ends_on")],
        ),
        indicators=local.to_pyarrow(rank_indicator(table["verdicts"], table["targets"]).order_by("series")),
        streaks=local.to_pyarrow(streaks(table["rankings"]).order_by(["subject", "body"])),
        criteria=local.to_pyarrow(scored(table["rankings"]).order_by(["subject", "body"])),
    )
    local.disconnect()
    return found


def judged(exchange: Opened, as_of: date) -> pa.Table:
    """The verdicts on every target, none undecided."""
    known = exchange.backend.to_pyarrow(savings_on(exchange.tables["targets"], as_of)).to_pylist()
    told = exchange.backend.to_pyarrow(verdicts(exchange.columns, as_of, Savings(**known[0])))
    return settled(told, exchange.columns, as_of).sort_by("series")


def _tree(bodies: pa.Table) -> pa.Table:
    """The tree of all bodies; one that is no more keeps the targets it had."""
    codes = bodies["code"].to_pylist()
    parents, weights = (dict(zip(codes, bodies[name].to_pylist(), strict=True)) for name in ("parent", "weight"))
    return closure(parents, weights)
