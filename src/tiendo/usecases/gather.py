"""A plan with everything its reports give: the accepted claims become figures beside the typed ones."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tiendo.errors import Place, PlanError, Problem, ReviewError
from tiendo.plan import Acceptance, Plan, is_workbook, read_plan, read_workbook, reports_of
from tiendo.plan.tables import table_of
from tiendo.reading.accepting import figures_from
from tiendo.usecases.read_reports import Report, Step, no_step, read_reports


@dataclass(frozen=True, slots=True)
class Gathered:
    """A plan whose figures include the accepted ones, the reports they came from, and warnings on the way."""

    plan: Plan
    reports: tuple[Report, ...]
    warnings: tuple[Problem, ...]


def load_plan(path: Path) -> Plan:
    """A plan from its folder or its workbook (by the ending `.xlsx`); raises PlanError with all problems.

    A plan without a single target is refused here (P123): it can be kept, there is nothing in it to work with.
    """
    plan = read_workbook(path, reports_of(path)) if is_workbook(path) else read_plan(path)
    if not plan.targets:
        targets = table_of("targets")
        place = Place(path.name, sheet=targets.title("vi")) if is_workbook(path) else Place(targets.file)
        raise PlanError([Problem("P123", place)])
    return plan


def report_paths(plan: Path) -> tuple[Path, ...]:
    """The units' documents of a plan folder or workbook, by name; hidden and Word's lock files are not documents."""
    found = (path for path in reports_of(plan).glob("*") if path.is_file() and path.name[0] not in "~.")
    return tuple(sorted(found))


def gather(*, folder: Path, as_of: date | None = None, on_step: Step = no_step) -> Gathered:
    """Read a plan folder (or workbook) and its reports and turn accepted claims into figures.

    Raises PlanError for its tables, and ReviewError when an accepted claim no longer stands in its
    report: a figure whose sentence is gone has no source. Where a day is looked at (`as_of`), a decision whose
    figure is of a later day cannot touch it: that it no longer holds is a warning then, as is a report nobody
    accepted from that cannot be read.
    """
    plan = load_plan(folder)
    reports, problems = read_reports(report_paths(folder), on_step=on_step)
    read = {report.path.name: (report.document, report.claims) for report in reports}
    later = tuple(one for one in plan.acceptances if as_of and one.as_of and one.as_of > as_of)
    touching = tuple(one for one in plan.acceptances if one not in later)
    figures, broken = figures_from(touching, read, plan)
    needed = _needed(touching, problems)
    if broken or needed:
        raise ReviewError((*needed, *broken))
    after, stale = figures_from(later, read, plan)
    warnings = (*problems, *(replace(one, severity="warning") for one in stale))
    return Gathered(replace(plan, figures=plan.figures + figures + after), reports, warnings)


def _needed(acceptances: tuple[Acceptance, ...], problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The errors of reports some figure was accepted from."""
    files = {acceptance.report for acceptance in acceptances}
    return tuple(p for p in problems if p.severity == "error" and p.place and Path(p.place.file).name in files)
