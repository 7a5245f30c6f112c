"""The exchange on disk: a folder of Parquet files, figures in one folder a rule, written whole or not at all.

FOLDER/targets.parquet … FOLDER/figures/rule=level/000.parquet …
"""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tiendo.assessing.many import SCHEMAS, exchange
from tiendo.assessing.many.simulation import Size, Table, simulated
from tiendo.errors import OutputError, Place, Problem, reason_of
from tiendo.plan import Plan

_PIECE = 122_880  # rows an engine takes in hand at once


def export_plans(*, plans: Sequence[Plan], target: Path) -> dict[str, int]:
    """Write plans as one exchange; how many rows each table has. PlanError names numbers columns cannot hold."""
    tables = exchange(plans)
    figures = tables.pop("figures")
    shares = [Table("figures", figures.filter(pc.equal(figures["rule"], rule)), str(rule))
              for rule in sorted(set(figures["rule"].to_pylist()))]
    return write_exchange([*(Table(name, rows) for name, rows in tables.items()), *shares], target)


def simulate_country(*, size: Size, target: Path) -> dict[str, int]:
    """Write a simulated country as an exchange; how many rows each table has."""
    return write_exchange(simulated(size), target)


def write_tables(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Write tables as Parquet files of a new folder, whole or not at all."""
    write_whole(lambda folder: [pq.write_table(rows, folder / f"{name}.parquet") for name, rows in tables.items()],
        target)


def write_exchange(tables: Iterable[Table], target: Path) -> dict[str, int]:
    """Write the tables into a new folder, whole or not at all; OutputError when it cannot be written."""
    counts: dict[str, int] = {}
    write_whole(lambda folder: counts.update(_write(tables, folder)), target)
    return counts


def write_whole(write: Callable[[Path], object], target: Path) -> None:
    """Let `write` fill a draft folder, which then takes the place of `target` (new or empty); OutputError otherwise."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError([Problem("A120", Place(str(target)))])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as draft:
            inside = Path(draft) / target.name
            inside.mkdir()
            write(inside)
            inside.replace(target)
    except OSError as error:
        raise OutputError([Problem("A121", Place(str(target)), {"why": reason_of(error)})]) from error


def _write(tables: Iterable[Table], folder: Path) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for number, table in enumerate(tables):
        path, rows = folder / f"{table.name}.parquet", table.rows
        if table.name == "figures":
            share = folder / "figures" / f"rule={table.share}"
            share.mkdir(parents=True, exist_ok=True)
            path, rows = share / f"{number:03}.parquet", rows.drop_columns(["rule"])
        _write_table(rows, path)
        counts[table.name] += len(rows)
    if "figures" not in counts:
        _empty_share(folder)
    return dict(counts)


def _write_table(rows: pa.Table, path: Path) -> None:
    """Numbers that only grow are written as their steps; files in pieces, so that two cores can share one."""
    plain = [name for name in rows.column_names if name != "no"]
    growing = {"no": "DELTA_BINARY_PACKED"} if "no" in rows.column_names else None
    pq.write_table(rows, path, compression="zstd", row_group_size=_PIECE, use_dictionary=plain, column_encoding=growing)


def _empty_share(folder: Path) -> None:
    """An exchange without a figure still says what a figure has."""
    share = folder / "figures" / "rule=none"
    share.mkdir(parents=True)
    rows: pa.Table = SCHEMAS["figures"].empty_table().drop_columns(["rule"])
    pq.write_table(rows, share / "000.parquet")
