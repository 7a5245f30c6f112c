"""A corpus read on Apache Spark: the paths are spread over the executors, each reads its documents with our reader.

Executors see the folder under the same path (a shared disk) and have tiendo installed. Documents are opened where they
are read, by the reader's own guarded door: bytes that travel through Spark as rows would meet Spark's limits first, and
one document over them would fail the job.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from tiendo.errors import Lang
from tiendo.usecases.corpus_columns import batch_of
from tiendo.usecases.read_corpus import Corpus, Row, rows_of
from tiendo.usecases.spark import spark_session

_A_TASK = 64  # documents of one task: small enough to spread well, large enough to pay for a start
_COLUMNS = "file string, number int, kind string, record string"


def on_spark(corpus: Corpus, master: str) -> Iterator[Sequence[Row]]:
    """The rows of each document that has any, by path; they come here one part of the corpus after another."""
    with spark_session(master) as session:
        parts = -(-len(corpus.names) // _A_TASK)
        names = session.createDataFrame([(name,) for name in corpus.names], "name string").repartition(parts, "name")
        read = names.mapInArrow(partial(_read, corpus.folder.absolute(), corpus.lang), _COLUMNS)
        read = read.persist()  # Spark sorts in two passes: without this each would read every document
        lines = read.orderBy("file", "number").toLocalIterator(prefetchPartitions=True)
        rows = (Row(line["file"], line["number"], line["kind"], line["record"]) for line in lines)
        for _, document in groupby(rows, key=attrgetter("file")):
            yield list(document)


def _read(folder: Path, lang: Lang, batches: Iterable[Any]) -> Iterator[Any]:
    """On an executor: batches of paths to batches of rows, one a document."""
    for batch in batches:
        for name in batch.column(0).to_pylist():
            yield batch_of(rows_of(folder, lang, name))
