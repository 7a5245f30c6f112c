"""A folder of documents read here, on two processes, and on Apache Spark: the same file, and how long each takes.

Spark is for a corpus that outgrows one machine; on one machine the processes of `--jobs` do the same with less.
"""

import hashlib
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from tiendo.usecases.read_corpus import corpus_of, rows_of_corpus, write_corpus

ROOT = Path(__file__).parents[1]
TURNS = 4  # copies of the example's and the tests' documents
MASTER = "local[2]"


def run() -> None:
    """Print seconds and hashes of each way to read the folder."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as place:
        folder = Path(place) / "corpus"
        sources = [*sorted((ROOT / "tests" / "reading").glob("corpus*/*.txt")),
                   *sorted((ROOT / "examples").rglob("*.docx")), ROOT / "tests" / "reading" / "corpus" / "README.md"]
        for turn in range(TURNS):
            (folder / str(turn)).mkdir(parents=True)
            for source in sources:
                shutil.copy(source, folder / str(turn) / source.name)
            (folder / str(turn) / "broken.docx").write_bytes(b"PK\x03\x04 no document")
        size = sum(path.stat().st_size for path in folder.rglob("*.*")) / 1e6
        print(f"{TURNS * (len(sources) + 1):,} documents, {size:.1f} MB")
        ways: dict[str, dict[str, Any]] = {"here": {}, "--jobs 2": {"jobs": 2}, f"Spark {MASTER}": {"master": MASTER}}
        told = {name: _written(folder, Path(place) / "claims.jsonl", **how) for name, how in ways.items()}
    for name, (seconds, hashed) in told.items():
        print(f"{name:16} {seconds:8.2f} s   {hashed}")
    print("the same file" if len({hashed for _, hashed in told.values()}) == 1 else "THE FILES DIFFER")


def _written(folder: Path, out: Path, **how: Any) -> tuple[float, str]:
    began = time.perf_counter()
    write_corpus(rows_of_corpus(corpus_of(folder, "vi"), **how).watched(), out)
    return time.perf_counter() - began, hashlib.sha256(out.read_bytes()).hexdigest()


if __name__ == "__main__":
    run()
