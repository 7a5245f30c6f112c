"""The engines the expression runs on: DuckDB in this process, PostgreSQL, Apache Spark.

The expression is the same everywhere. Only DuckDB is told to take "the value of the latest" in one pass instead of
sorting, and Ibis is told the name Spark has for the union of sets of bits.
"""

from tempfile import gettempdir
from typing import Any

import ibis
from ibis.backends.duckdb import Backend as DuckDB
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.backends.sql.compilers.pyspark import PySparkCompiler


class _OnePass(DuckDBCompiler):  # type: ignore[misc]  # untyped - Ibis ships no types
    """`argmax` as DuckDB's own aggregate: no value of ours is null where it is asked for."""

    __slots__ = ()

    def visit_ArgMax(self, _: Any, *, arg: Any, key: Any, where: Any) -> Any:  # noqa: N802 - Ibis names it
        """The argument of the greatest key."""
        return self.agg.arg_max(arg, key, where=where)

    def visit_ArgMin(self, _: Any, *, arg: Any, key: Any, where: Any) -> Any:  # noqa: N802 - Ibis names it
        """The argument of the least key."""
        return self.agg.arg_min(arg, key, where=where)


class _SparkBits(PySparkCompiler):  # type: ignore[misc]  # untyped - Ibis ships no types
    """Spark knows `bit_or`; Ibis has not told it so."""

    __slots__ = ()

    def visit_BitOr(self, _: Any, *, arg: Any, where: Any) -> Any:  # noqa: N802 - Ibis names it
        """The bits of all numbers together."""
        return self.agg.bit_or(arg, where=where)


def duckdb(**settings: Any) -> DuckDB:
    """DuckDB in this process; `settings` are its own (threads, memory_limit)."""
    backend = ibis.duckdb.connect(**{"temp_directory": gettempdir(), **settings})  # not beside the user's files
    backend.compiler = _OnePass()
    backend.raw_sql("SET enable_progress_bar = false")
    return backend


def spark(session: Any) -> Any:
    """Apache Spark by a session of its own."""
    backend = ibis.pyspark.connect(session)
    backend.compiler = _SparkBits()
    return backend
