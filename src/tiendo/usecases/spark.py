"""A session on Apache Spark, opened and closed; what is missing for it is said in words.

Spark is an extra: nothing here is imported until someone asks for it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tiendo.errors import Problem, ReviewError


@contextmanager
def spark_session(master: str = "local[*]") -> Iterator[Any]:
    """A session at `master`: `local[2]`, `spark://host:7077`, or `sc://host:port` for a Spark Connect server.

    ReviewError where the package is not installed, where there is no Java, where nobody answers at the address.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - only where Spark is asked for
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        raise ReviewError([Problem("A122", None, {"package": "pyspark", "extra": "spark"})]) from error
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers on this machine are this Python
    builder = SparkSession.builder.appName("tiendo").config("spark.ui.showConsoleProgress", "false")
    builder = builder.remote(master) if master.startswith("sc://") else builder.master(master)
    try:
        session = builder.getOrCreate()
    except (PySparkException, RuntimeError) as error:  # no Java, or nobody at the address
        why = str(error).strip().splitlines()[0]
        raise ReviewError([Problem("A123", None, {"engine": f"Spark ({master})", "why": why})]) from error
    try:
        yield session
    finally:
        session.stop()
