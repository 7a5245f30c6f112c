"""Read a folder of documents to one file of claims: here on some processes, or on Apache Spark for what outgrows that.

Both engines give the same rows in the same order: for each document, by its path in the folder, its claims in text
order, then what a reader must be told of it. A document that cannot be read is a row that says why; it stops nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tiendo.errors import Lang, OutputError, Place, Problem, ReadError
from tiendo.reading import claim_record
from tiendo.usecases.read_reports import Attempt, Report, Step, attempt, lost, no_step

PROBLEM = "problem"


class Row(NamedTuple):
    """One line of a corpus: the document's path in the folder, the line's number in it, its kind, its JSON object."""

    file: str
    number: int
    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents to read: a folder, their paths in it in order, the language of their problems."""

    folder: Path
    names: tuple[str, ...]
    lang: Lang


@dataclass(slots=True)
class Reading:
    """A corpus being read: the rows of each document as they come, counted as they pass by.

    `claims` and `unreadable` (documents of which nothing could be read) are true when all rows have passed.
    """

    documents: int
    rows: Iterable[Sequence[Row]]
    claims: int = 0
    unreadable: int = 0

    def watched(self, on_step: Step = no_step) -> Iterator[Sequence[Row]]:
        """The rows of each document that has any, in order."""
        for done, rows in enumerate(self.rows, 1):
            self.claims += sum(row.kind != PROBLEM for row in rows)
            self.unreadable += any(row.kind == PROBLEM and json.loads(row.record)["unread"] for row in rows)
            on_step(rows[0].file if rows else "", done, self.documents)
            yield rows


def rows_of_corpus(corpus: Corpus, *, jobs: int = 1, master: str | None = None) -> Reading:
    """Read a corpus, here on `jobs` processes or, with `master`, on the Spark there.

    ReviewError where an extra or the engine is missing, when the first row is asked for.
    """
    if master is None:
        return Reading(len(corpus.names), _here(corpus, jobs))
    from tiendo.usecases.corpus_spark import on_spark  # noqa: PLC0415 - an extra

    return Reading(len(corpus.names), on_spark(corpus, master))


def lines(documents: Iterable[Sequence[Row]]) -> Iterator[str]:
    """The rows as lines of JSON: claims as `tiendo read` prints them."""
    return (f"{row.record}\n" for rows in documents for row in rows)


def write_corpus(documents: Iterable[Sequence[Row]], out: Path) -> None:
    """Write the rows to a file: the columns of `Row` for a name in .parquet, else JSON lines.

    OutputError where it cannot be written: nothing half-written is left, what stood there before stays.
    """
    draft = out.with_name(f".{out.name}.partial")
    try:
        if out.suffix == ".parquet":
            from tiendo.usecases.corpus_columns import write_parquet  # noqa: PLC0415 - an extra

            write_parquet(documents, draft)
        else:
            with draft.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(lines(documents))
        draft.replace(out)
    except OSError as error:
        raise OutputError([Problem("A121", Place(str(out)), {"why": error.strerror or str(error)})]) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def corpus_of(folder: Path, lang: Lang, leave_out: Path | None = None) -> Corpus:
    """Every plain file of a folder and those below it, hidden ones and `leave_out` excepted; ReadError without any."""
    out = leave_out.absolute() if leave_out else None
    found = [path for path in folder.rglob("*") if path.is_file() and path.absolute() != out]
    names = (path.relative_to(folder).as_posix() for path in found)
    shown = sorted(name for name in names if not any(part.startswith((".", "~$")) for part in name.split("/")))
    if not shown:
        raise ReadError([Problem("R133", Place(str(folder)))])
    return Corpus(folder, tuple(shown), lang)


def rows_of(folder: Path, lang: Lang, name: str) -> list[Row]:
    """All rows of one document."""
    return _rows(attempt(folder / name), lang, name)


def _lost(folder: Path, lang: Lang, name: str) -> list[Row]:
    return _rows(lost(folder / name), lang, name)


def _rows(found: Attempt, lang: Lang, name: str) -> list[Row]:
    records = [(str(claim.kind), {**claim_record(claim), "file": name}) for claim in found.claims] \
        if isinstance(found, Report) else []
    problems = found.document.problems if isinstance(found, Report) else found
    unread = not isinstance(found, Report)
    records += [(PROBLEM, _problem_record(problem, lang, name, unread=unread)) for problem in problems]
    return [Row(name, number, kind, json.dumps(record, ensure_ascii=False))
            for number, (kind, record) in enumerate(records, 1)]


def _problem_record(problem: Problem, lang: Lang, name: str, *, unread: bool) -> dict[str, object]:
    """A problem as a JSON object; `unread` says that nothing of the document was read."""
    return {"kind": PROBLEM, "file": name, "page": problem.place.page if problem.place else None, "code": problem.code,
            "severity": problem.severity, "unread": unread, "message": problem.message(lang)}


def _here(corpus: Corpus, jobs: int) -> Iterator[Sequence[Row]]:
    work = partial(rows_of, corpus.folder, corpus.lang)
    if jobs <= 1:
        return map(work, corpus.names)
    from tiendo.usecases.workers import in_order  # noqa: PLC0415 - not needed by one process

    return in_order(work, corpus.names, min(jobs, len(corpus.names)), partial(_lost, corpus.folder, corpus.lang))
