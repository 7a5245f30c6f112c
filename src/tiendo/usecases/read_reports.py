"""Read units' reports: files to documents with their claims, every unreadable file kept as a problem."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.errors import Place, Problem, ReadError
from tiendo.reading import Claim, Document, read_claims
from tiendo.reading.files import read_document

Step = Callable[[str, int, int], None]  # what is done now, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its path as given, its text with places, and what it claims."""

    path: Path
    document: Document
    claims: tuple[Claim, ...]


Attempt = Report | tuple[Problem, ...]


def no_step(_what: str, _done: int, _total: int) -> None:
    """Show nothing: for callers who need no progress."""


def read_one(path: Path) -> Report:
    """Read one report; raises ReadError with the file's problems."""
    document = read_document(path)
    return Report(path, document, read_claims(document))


def attempt(path: Path) -> Attempt:
    """The report in a file, or the problems that keep it from being read."""
    try:
        return read_one(path)
    except ReadError as error:
        return error.problems


def lost(path: Path) -> Attempt:
    """What is said of a file whose reading the system ended."""
    return (Problem("R132", Place(str(path))),)


def each_report(paths: Sequence[Path], *, jobs: int = 1, on_step: Step = no_step) -> Iterator[Attempt]:
    """One item a path, in order: the report, or the problems that kept it from being read.

    With more than one of `jobs` files are read side by side on as many processes; what is given stays the same.
    """
    attempts = _attempts(paths, min(jobs, len(paths)))
    for done, path in enumerate(paths):
        on_step(path.name, done, len(paths))
        yield next(attempts)
    on_step("", len(paths), len(paths))


def _attempts(paths: Sequence[Path], jobs: int) -> Iterator[Attempt]:
    if jobs <= 1:
        return map(attempt, paths)
    from tiendo.usecases.workers import in_order  # noqa: PLC0415 - one file is read without the cost of processes

    return in_order(attempt, paths, jobs, lost)


def read_reports(paths: Sequence[Path], *, on_step: Step = no_step) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Every report that can be read, and every problem of the others and of unreadable pages."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for item in each_report(paths, on_step=on_step):
        if isinstance(item, Report):
            reports.append(item)
            problems.extend(item.document.problems)
        else:
            problems.extend(item)
    return tuple(reports), tuple(problems)
