"""A plan with everything its reports give: the accepted claims become figures beside the typed ones."""

from dataclasses import dataclass, replace
from pathlib import Path

from tiendo.errors import Problem, ReviewError
from tiendo.plan import Acceptance, Plan, read_plan, read_workbook
from tiendo.reading.accepting import figures_from
from tiendo.usecases.read_reports import Report, Step, no_step, read_reports

REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Gathered:
    """A plan whose figures include the accepted ones, the reports they came from, and warnings on the way."""

    plan: Plan
    reports: tuple[Report, ...]
    warnings: tuple[Problem, ...]


def load_plan(path: Path) -> Plan:
    """A plan from its folder or its workbook (by the ending `.xlsx`); raises PlanError with all problems."""
    return read_workbook(path) if path.suffix.lower() == ".xlsx" else read_plan(path)


def report_paths(folder: Path) -> tuple[Path, ...]:
    """The units' documents of a plan folder, by name; hidden files and Word's lock files are not documents."""
    found = (path for path in (folder / REPORTS).glob("*") if path.is_file() and path.name[0] not in "~.")
    return tuple(sorted(found))


def gather(*, folder: Path, on_step: Step = no_step) -> Gathered:
    """Read a plan folder and its reports and turn accepted claims into figures.

    Raises PlanError for the folder's tables, and ReviewError when an accepted claim no longer stands in its
    report: a figure whose sentence is gone has no source. Reports nobody accepted from may be unreadable:
    that is a warning.
    """
    plan = read_plan(folder)
    reports, problems = read_reports(report_paths(folder), on_step=on_step)
    figures, broken = figures_from(plan.acceptances, {report.path.name: (report.document, report.claims)
                                                      for report in reports}, plan)
    needed = _needed(plan.acceptances, problems)
    if broken or needed:
        raise ReviewError((*needed, *broken))
    return Gathered(replace(plan, figures=plan.figures + figures), reports, problems)


def _needed(acceptances: tuple[Acceptance, ...], problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The errors of reports some figure was accepted from."""
    files = {acceptance.report for acceptance in acceptances}
    return tuple(p for p in problems if p.severity == "error" and p.place and Path(p.place.file).name in files)
