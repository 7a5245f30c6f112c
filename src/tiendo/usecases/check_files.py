"""Check documents: citations, tallies and arithmetic inside each, contradictions between them; a plan by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiendo.checking import Finding, check_document, check_documents, plan_findings_of
from tiendo.errors import Problem, ReviewError
from tiendo.plan import Plan
from tiendo.usecases.gather import gather, load_plan
from tiendo.usecases.read_reports import Report, Step, no_step, read_reports


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in documents and in the plan, and the problems of what could not be read."""

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def findings_of(reports: Sequence[Report], plan: Plan | None) -> tuple[Finding, ...]:
    """The findings of each document in turn, then those between documents."""
    pairs = [(report.document, report.claims) for report in reports]
    inside = [finding for document, claims in pairs for finding in check_document(document, claims, plan)]
    return (*inside, *check_documents(pairs, plan))


def check_files(
    *, paths: Sequence[Path], plan_path: Path | None = None, as_of: date, on_step: Step = no_step,
) -> Checked:
    """Read and check documents; with a plan also against its documents and approved figures, and the plan itself.

    The plan is looked at as of a day. Raises PlanError for its tables.
    """
    plan, stale = _plan(plan_path, on_step)
    reports, problems = read_reports(paths, on_step=on_step)
    of_plan = plan_findings_of(plan, as_of) if plan else ()
    return Checked(reports, (*findings_of(reports, plan), *of_plan), (*stale, *problems))


def _plan(path: Path | None, on_step: Step) -> tuple[Plan | None, tuple[Problem, ...]]:
    """A plan with the figures of its accepted claims; where some no longer hold, without them, and why."""
    if path is None:
        return None, ()
    try:
        return gather(folder=path, on_step=on_step).plan, ()
    except ReviewError as error:
        return load_plan(path), error.problems
