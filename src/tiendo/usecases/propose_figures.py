"""Which targets the claims of reports speak of: proposals for a person to accept, change or refuse."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tiendo.errors import Problem
from tiendo.reading.matching import Proposal, propose
from tiendo.usecases.gather import load_plan, report_paths
from tiendo.usecases.read_reports import Step, no_step, read_reports


@dataclass(frozen=True, slots=True)
class Proposed:
    """Proposals by report, in the order of the texts, and the problems of reports that could not be read."""

    proposals: tuple[tuple[Path, tuple[Proposal, ...]], ...]
    problems: tuple[Problem, ...]


def propose_figures(*, folder: Path, paths: Sequence[Path] | None = None, on_step: Step = no_step) -> Proposed:
    """Propose targets for the claims of the given reports, or of all of the plan's own."""
    plan = load_plan(folder)
    reports, problems = read_reports(paths or report_paths(folder), on_step=on_step)
    found = tuple((report.path, propose(report.claims, plan, report.document)) for report in reports)
    return Proposed(found, problems)
