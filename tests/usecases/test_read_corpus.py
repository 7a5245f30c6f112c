"""A folder of documents: one file of claims, the same on any engine, whatever is wrong with a document."""

import hashlib
import json
import shutil
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tiendo.errors import OutputError, ReadError, ReviewError
from tiendo.reading import claim_record, read_claims
from tiendo.reading.files import read_document
from tiendo.usecases.read_corpus import Corpus, corpus_of, lines, rows_of_corpus, write_corpus

REPORTS = Path(__file__).parents[2] / "examples" / "quan-song-to" / "reports"
TEXT = "Quý I/2023, quận thu ngân sách 412 tỷ đồng, đạt 27,5% dự toán. Tuy nhiên, một số dự án còn chậm tiến độ.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Reports of four kinds in two folders, a decomposed text, an empty file, a broken one, a picture, a hidden one."""
    folder = tmp_path_factory.mktemp("kho") / "bao-cao"
    (folder / "quý 1").mkdir(parents=True)
    for name in ("bc-btc-2022.docx", "bc-ldtbxh-q1-2023.pdf", "bc-qldt-q1-2023.txt"):
        shutil.copy(REPORTS / name, folder / "quý 1" / name)
    (folder / "trang.html").write_text(f"<p>{TEXT}</p>" * 3, encoding="utf-8")
    (folder / "tach-dau.txt").write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    (folder / "trong.txt").write_bytes(b"")
    (folder / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".an.txt").write_text(TEXT, encoding="utf-8")
    return corpus_of(folder, "vi")


def written(corpus: Corpus, out: Path, **how: Any) -> str:
    """The hash of the file a corpus is written to."""
    write_corpus(rows_of_corpus(corpus, **how).watched(), out)
    return hashlib.sha256(out.read_bytes()).hexdigest()


@contextmanager
def a_spark() -> Iterator[str]:
    """The address of a Spark: Apache Spark in this machine, or where it or Java is not installed PySail, which says so.

    PySail speaks Spark's protocol without Java; the benchmark `corpus_spark` runs Apache Spark itself.
    """
    import pyspark

    if shutil.which("java") and (Path(pyspark.__file__).parent / "jars").is_dir():
        yield "local[2]"
        return
    from pysail.spark import SparkConnectServer

    warnings.warn("no Apache Spark here: PySail speaks for it", stacklevel=1)
    server = SparkConnectServer()
    server.start(background=True)
    _, port = server.listening_address
    try:
        yield f"sc://localhost:{port}"
    finally:
        server.stop()


def test_spark_gives_the_same_file_as_the_local_reader(corpus: Corpus, tmp_path: Path) -> None:
    with a_spark() as master:
        on_spark = written(corpus, tmp_path / "spark.jsonl", master=master)
    assert on_spark == written(corpus, tmp_path / "local.jsonl")


def test_processes_side_by_side_give_the_same_file(corpus: Corpus, tmp_path: Path) -> None:
    assert written(corpus, tmp_path / "two.jsonl", jobs=2) == written(corpus, tmp_path / "one.jsonl")


def test_claims_are_those_of_each_document_read_alone(corpus: Corpus) -> None:
    told = [json.loads(line) for line in lines(rows_of_corpus(corpus).watched())]
    for name in ("quý 1/bc-btc-2022.docx", "tach-dau.txt", "trang.html"):
        alone = [claim_record(claim) for claim in read_claims(read_document(corpus.folder / name))]
        assert [one for one in told if one["file"] == name and one["kind"] != "problem"] == \
            [{**json.loads(json.dumps(one)), "file": name} for one in alone]
        assert alone


def test_document_that_cannot_be_read_is_a_row_that_says_why(corpus: Corpus) -> None:
    reading = rows_of_corpus(corpus)
    told = [json.loads(line) for line in lines(reading.watched())]
    unread = {one["file"]: one["code"] for one in told if one["kind"] == "problem" and one["unread"]}
    assert unread == {"anh.png": "R107", "hong.docx": "R110", "trong.txt": "R105"}
    assert (reading.documents, reading.unreadable) == (8, 3)
    assert reading.claims == sum(one["kind"] != "problem" for one in told)


def test_parquet_holds_the_same_records(corpus: Corpus, tmp_path: Path) -> None:
    written(corpus, tmp_path / "kho.parquet")
    table = pq.read_table(tmp_path / "kho.parquet")
    assert table.column("record").to_pylist() == \
        [line.rstrip("\n") for line in lines(rows_of_corpus(corpus).watched())]
    assert table.column_names == ["file", "number", "kind", "record"]


@pytest.mark.parametrize("name", ["mat", "trong"])
def test_folder_without_a_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "trong").mkdir()
    with pytest.raises(ReadError, match="R133"):
        corpus_of(tmp_path / name, "vi")


def test_file_that_cannot_be_written_leaves_nothing(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="A121"):
        written(corpus, tmp_path / "mat" / "kho.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_file_inside_the_folder_is_not_read_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "kho.jsonl"
    first = written(corpus_of(tmp_path, "vi", leave_out=out), out)
    assert written(corpus_of(tmp_path, "vi", leave_out=out), out) == first


def test_spark_that_is_not_there_says_so(corpus: Corpus) -> None:
    with pytest.raises(ReviewError, match=r"A12[23]"):
        list(rows_of_corpus(corpus, master="sc://").watched())
