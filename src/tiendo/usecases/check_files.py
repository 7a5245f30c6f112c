"""Check documents: citations, tallies and arithmetic inside each, contradictions between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.checking import Finding, check_document, check_documents
from tiendo.errors import Problem
from tiendo.plan import Plan
from tiendo.usecases.read_reports import Report, Step, no_step, read_reports


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in documents, and the problems of those that could not be read."""

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def findings_of(reports: Sequence[Report], plan: Plan | None) -> tuple[Finding, ...]:
    """The findings of each document in turn, then those between documents."""
    pairs = [(report.document, report.claims) for report in reports]
    inside = [finding for document, claims in pairs for finding in check_document(document, claims, plan)]
    return (*inside, *check_documents(pairs, plan))


def check_files(*, paths: Sequence[Path], plan: Plan | None = None, on_step: Step = no_step) -> Checked:
    """Read and check documents; with a plan also against its documents and approved figures."""
    reports, problems = read_reports(paths, on_step=on_step)
    return Checked(reports, findings_of(reports, plan), problems)
