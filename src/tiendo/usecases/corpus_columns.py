"""The rows of a corpus as columns: Arrow batches for Spark, a Parquet file for whoever counts millions of claims."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tiendo.usecases.read_corpus import Row

SCHEMA = pa.schema([("file", pa.string()), ("number", pa.int32()), ("kind", pa.string()), ("record", pa.string())])
_A_GROUP = 50_000  # rows of a row group


def batch_of(rows: Sequence[Row]) -> pa.RecordBatch:
    """Some rows as one batch."""
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    return pa.record_batch([pa.array(one, field.type) for one, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


def write_parquet(documents: Iterable[Sequence[Row]], path: Path) -> None:
    """The rows of all documents in one file; only a row group of them is held at a time."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        held: list[Row] = []
        for rows in documents:
            held.extend(rows)
            if len(held) >= _A_GROUP:
                writer.write_batch(batch_of(held))
                held = []
        writer.write_batch(batch_of(held))
