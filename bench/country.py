"""A country assessed, rolled up, ranked and tallied from Parquet, beside the bare group-by of the same columns.

Two cores, 1 GB for DuckDB. Everything is measured in turns within one run: medians, and ratios to the bare group-by.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import pandas as pd
import polars as pl

from tiendo.assessing.many import Savings, savings_on, verdicts
from tiendo.assessing.many.rollup import rank_bodies, rank_indicator, roll_up, tally
from tiendo.assessing.many.simulation import Size
from tiendo.assessing.many.tree import closure
from tiendo.usecases.exchange_engines import Opened, opened
from tiendo.usecases.exchange_folder import simulate_country

AS_OF = date(2025, 10, 31)
ROUNDS = 5
COLUMNS = ("as_of", "starts_on", "ends_on", "value", "no", "place", "part", "span", "year", "replaced_on", "facts")
YES = ("approved", "lower", "late")  # what an assessment reads of the figures, and nothing else


def run() -> None:
    """Print the table of a country, then of ten."""
    os.environ["POLARS_MAX_THREADS"] = "2"
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as place:
        one, ten = Path(place) / "one", Path(place) / "ten"
        counts = simulate_country(size=Size(), target=one)
        print(f"{counts['figures']:,} figures of {counts['targets']:,} targets")
        ours, bare = _beside(one)
        _memory(one)
        simulate_country(size=Size(targets=300), target=ten)
        with opened(ten, threads=2, memory_limit="1GB") as exchange:
            steps = statements(exchange)
            ten_times = [_timed(lambda: _ours(exchange, steps)) for _ in range(3)]
            bare_ten = [_timed(lambda: _duckdb(exchange)) for _ in range(3)]
        print(f"ten times the rows: ours {median(ten_times):.2f} s, {median(ten_times) / ours:.1f} times the one;"
              f" bare {median(bare_ten):.2f} s, {median(bare_ten) / bare:.1f} times")


def _beside(folder: Path) -> tuple[float, float]:
    """Ours and its peers in turns; the medians of ours and of the bare group-by."""
    with opened(folder, threads=2, memory_limit="1GB") as exchange:
        began = time.perf_counter()
        steps = statements(exchange)
        written = time.perf_counter() - began
        peers: dict[str, Callable[[], object]] = {
            "ours: verdicts, tally, roll-up, ranks": lambda: _ours(exchange, steps),
            "bare group-by in DuckDB (the limit)": lambda: _duckdb(exchange),
            "bare group-by in Polars": lambda: _polars(folder),
            "bare group-by in pandas": lambda: _pandas(folder),
        }
        times: dict[str, list[float]] = {name: [] for name in peers}
        for turn in range(ROUNDS):
            for name, peer in peers.items():
                if name != "bare group-by in pandas" or turn < 2:
                    times[name].append(_timed(peer))
    medians = {name: median(told) for name, told in times.items()}
    limit = medians["bare group-by in DuckDB (the limit)"]
    for name, seconds in medians.items():
        print(f"{name:45} {seconds:7.3f} s {seconds / limit:7.2f} times the limit")
    print(f"{'writing the expression as SQL, once':45} {written:7.3f} s (of any size)")
    return medians["ours: verdicts, tally, roll-up, ranks"], limit


def statements(exchange: Opened) -> list[tuple[str, str]]:
    """The tables of a country as SQL, in order: each is made from those before it."""
    backend, tables = exchange.backend, exchange.tables
    bodies = tables["bodies"].to_pyarrow()
    backend.con.register("tree", closure(dict(zip(bodies["code"].to_pylist(), bodies["parent"].to_pylist(),
        strict=True))))
    known = backend.to_pyarrow(savings_on(tables["targets"], AS_OF)).to_pylist()
    steps = [("verdicts", backend.compile(verdicts(exchange.columns, AS_OF, Savings(**known[0]))))]
    _make(exchange, steps)
    told = backend.table("verdicts")
    rolled = roll_up(tally(told, tables["targets"]), backend.table("tree"))
    steps.append(("rolled", backend.compile(rank_bodies(rolled, tables["bodies"]))))
    steps.append(("places", backend.compile(rank_indicator(told, tables["targets"]))))
    return steps


def _make(exchange: Opened, steps: list[tuple[str, str]]) -> None:
    for name, sql in steps:
        exchange.backend.con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")


def _ours(exchange: Opened, steps: list[tuple[str, str]]) -> None:
    _make(exchange, steps)


def _duckdb(exchange: Opened) -> None:
    asked = ", ".join([*(f"max({name})" for name in COLUMNS), *(f"bool_or({name})" for name in YES)])
    sql = f"SELECT series, {asked} FROM figures GROUP BY series"  # noqa: S608 - the names stand above
    exchange.backend.con.execute(f"CREATE OR REPLACE TEMP TABLE bare AS {sql}")


def _polars(folder: Path) -> None:
    asked = [*(pl.col(name).max() for name in COLUMNS), *(pl.col(name).any() for name in YES)]
    pl.scan_parquet(str(folder / "figures" / "*" / "*.parquet")).group_by("series").agg(asked).collect()


def _pandas(folder: Path) -> None:
    paths = sorted((folder / "figures").glob("*/*.parquet"))
    names = ["series", *COLUMNS, *YES]
    frame = pd.concat([pd.read_parquet(path, columns=names, dtype_backend="pyarrow") for path in paths])
    frame.groupby("series").max()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _memory(folder: Path) -> None:
    """The most memory a process of its own takes for all of it."""
    done = subprocess.run(
        [sys.executable, __file__, str(folder)], capture_output=True, text=True, check=True,
    )
    print(done.stdout.strip())


def alone(folder: Path) -> None:
    """Everything once, in this process, and the most memory it took.

    The system's own count of this program (`VmHWM`): `getrusage` would begin with what the parent took.
    """
    with opened(folder, threads=2, memory_limit="1GB") as exchange:
        statements(exchange)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    most = int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
    print(f"most memory, all of it: {most / 1024:.0f} MB")


if __name__ == "__main__":
    alone(Path(sys.argv[1]))
