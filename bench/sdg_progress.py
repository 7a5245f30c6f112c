"""Open SDG's progress measure for many series: in columns, and as its builder works, one pandas frame a series."""

import time
from statistics import median

import numpy as np
import pandas as pd
import pyarrow as pa

from tiendo.assessing.many.engines import duckdb
from tiendo.assessing.many.sdg import sdg_measures

SERIES, YEARS, PEER, ROUNDS = 100_000, 10, 300, 5


def run() -> None:
    """Print the cost of one series each way."""
    random = np.random.default_rng(20250701)
    values = random.uniform(1, 100, (SERIES, YEARS))
    ours, peer = [], []
    backend = duckdb(threads=2)
    backend.con.register("points", pa.table({
        "series": np.repeat(np.arange(SERIES), YEARS), "year": np.tile(np.arange(2015, 2015 + YEARS), SERIES),
        "value": values.ravel(),
    }))
    backend.con.register("asked", pa.table({
        "series": np.arange(SERIES), "rising": np.ones(SERIES, dtype=bool), "target": random.uniform(50, 200, SERIES),
        "limit": pa.nulls(SERIES, pa.float64()), "base_year": np.full(SERIES, 2015), "target_year": np.full(SERIES,
            2030),
    }))
    sql = backend.compile(sdg_measures(backend.table("points"), backend.table("asked")))
    frames = [pd.DataFrame({"Year": range(2015, 2015 + YEARS), "Value": values[one]}) for one in range(PEER)]
    for _ in range(ROUNDS):
        began = time.perf_counter()
        backend.con.execute(f"CREATE OR REPLACE TEMP TABLE told AS {sql}")
        middle = time.perf_counter()
        for frame in frames:
            by_pandas(frame, target=120.0)
        ours.append((middle - began) / SERIES)
        peer.append((time.perf_counter() - middle) / PEER)
    print(f"in columns            {1e6 * median(ours):10.3f} µs a series ({SERIES:,} series)")
    print(f"two points in pandas  {1e6 * median(peer):10.3f} µs a series, {median(peer) / median(ours):,.0f} times")


def by_pandas(data: pd.DataFrame, target: float) -> tuple[str, float]:
    """The steps of the published method on one series' frame: drop the missing, find base and latest, compare."""
    known = data[data["Value"].notna()]
    known = known.assign(Value=known["Value"].astype("float"))
    if known["Year"].duplicated().any():
        raise ValueError("a year is told twice")
    years = known["Year"]
    latest, base = years.max(), years[years >= 2015].min()
    now, start = known.Value[known.Year == latest].item(), known.Value[known.Year == base].item()
    observed = (now / start) ** (1 / (latest - base)) - 1
    ratio = observed / abs((target / start) ** (1 / (2030 - base)) - 1)
    if now >= target:
        return "achieved", ratio
    return ("on track" if ratio >= 0.95 else "limited" if ratio >= 0 else "deterioration"), ratio
