"""Read units' reports: files to documents with their claims, every unreadable file kept as a problem."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.errors import Problem, ReadError
from tiendo.reading import Claim, Document, read_claims
from tiendo.reading.files import read_document

Step = Callable[[str, int, int], None]  # what is done now, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """One report as read: its path as given, its text with places, and what it claims."""

    path: Path
    document: Document
    claims: tuple[Claim, ...]


def no_step(_what: str, _done: int, _total: int) -> None:
    """Show nothing: for callers who need no progress."""


def read_one(path: Path) -> Report:
    """Read one report; raises ReadError with the file's problems."""
    document = read_document(path)
    return Report(path, document, read_claims(document))


def each_report(paths: Sequence[Path], *, on_step: Step = no_step) -> Iterator[Report | tuple[Problem, ...]]:
    """One item a path, in order: the report, or the problems that kept it from being read."""
    for done, path in enumerate(paths):
        on_step(path.name, done, len(paths))
        try:
            yield read_one(path)
        except ReadError as error:
            yield error.problems
    on_step("", len(paths), len(paths))


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
