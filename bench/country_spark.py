"""The same country on real Spark with executors of their own: the same rows, by their hash.

Spark is for what outgrows one machine; on one it is slower than DuckDB, and the table says by how much.
"""

import hashlib
import json
import tempfile
import time
from datetime import date
from pathlib import Path

import pyarrow as pa

from tiendo.assessing.many.simulation import Size
from tiendo.usecases.assess_country import judged
from tiendo.usecases.exchange_engines import opened
from tiendo.usecases.exchange_folder import simulate_country

AS_OF = date(2023, 12, 31)
MASTER = "local-cluster[2,1,1024]"  # two executors, each a process of its own with one core


def run() -> None:
    """Print seconds and hashes of both engines."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as place:
        folder = Path(place) / "country"
        counts = simulate_country(size=Size(bodies=300, targets=30, months=36), target=folder)
        print(f"{counts['figures']:,} figures of {counts['targets']:,} targets")
        told = {engine: _judged(folder, engine, settings) for engine, settings in
                (("duckdb", {"threads": 2}), ("spark", {"master": MASTER}))}
    for engine, (seconds, rows) in told.items():
        print(f"{engine:8} {seconds:8.2f} s   {hashed(rows)}")
    print("the same rows" if len({hashed(rows) for _, rows in told.values()}) == 1 else "THE ROWS DIFFER")


def _judged(folder: Path, engine: str, settings: dict[str, object]) -> tuple[float, pa.Table]:
    with opened(folder, engine, **settings) as exchange:
        began = time.perf_counter()
        rows = judged(exchange, AS_OF)
        return time.perf_counter() - began, rows


def hashed(rows: pa.Table) -> str:
    """A hash of the rows in order, floating point to nine digits."""
    told = [{name: f"{value:.9g}" if isinstance(value, float) else value for name, value in row.items()}
            for row in sorted(rows.to_pylist(), key=lambda row: row["series"])]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
