"""A plan folder into the register and out again; amendments of a target."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem, RegisterError, reason_of
from tiendo.plan import Plan, reports_of, write_plan
from tiendo.plan.writing import write_whole
from tiendo.quantity import Figure
from tiendo.reading import Claim
from tiendo.reading.matching import propose
from tiendo.store import decision_rows, figure_rows, places, report_rows
from tiendo.store.plan_in import insert_plan
from tiendo.store.queries import plans as queries
from tiendo.usecases.gather import gather, report_paths
from tiendo.usecases.gather import load_plan as read_any_plan
from tiendo.usecases.read_reports import Report, Step, no_step
from tiendo.usecases.register.call import Call, Doing, doing

__all__ = ["Loaded", "load_plan", "save_plan"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: the plan, whether it was new, how much came in, and what to look at (unreadable reports)."""

    plan: int
    name: str
    new: bool
    figures: int
    reports: int
    warnings: tuple[Problem, ...]


def load_plan(*, call: Call, folder: Path, on_step: Step = no_step) -> Loaded:
    """Take a plan folder in, with its reports and the decisions on them: all of it or nothing.

    A plan that stands in the register already, word for word, is left as it is. Raises PlanError and ReviewError as
    the folder's own acts do; RegisterError: S101 bodies that stand otherwise, S102 a plan of that name that says
    something else, S103 codes too long, S106 two figures in one place.
    """
    gathered = gather(folder=folder, on_step=on_step)
    plan = read_any_plan(folder)
    there = queries.plan_named(plan.name)
    if there is not None and queries.folder_plan(there) == plan:
        return Loaded(there, plan.name, False, 0, 0, gathered.warnings)
    paths = report_paths(folder)
    with doing("load_plan", call, places.of_new_plan(plan), f"plan {plan.name}") as now:
        ids = insert_plan(plan)
        read = {report.path: report for report in gathered.reports}
        claims: dict[str, dict[Claim, int]] = {}
        for path in paths:
            number = report_rows.add_report(ids.plan, path.name, path.read_bytes(), now.stamp)
            if path in read:
                claims[path.name] = _keep(number, read[path], plan)
            else:
                report_rows.keep_problems(number, [one for one in gathered.warnings
                                                   if one.place and one.place.file == str(path)])
        accepted = gathered.plan.figures[len(plan.figures):]
        _add_figures(ids.plan, plan, accepted, now, _claims_of(plan, gathered.reports, claims))
        now.detail = {"figures": len(gathered.plan.figures), "reports": len(paths)}
    return Loaded(ids.plan, plan.name, True, len(gathered.plan.figures), len(paths), gathered.warnings)


def _keep(number: int, report: Report, plan: Plan) -> dict[Claim, int]:
    proposals = propose(report.claims, plan, report.document)
    return report_rows.keep_reading(number, report.document, report.claims, proposals)


def _claims_of(
    plan: Plan, reports: tuple[Report, ...], numbers: dict[str, dict[Claim, int]],
) -> dict[str, int]:
    """The number of the claim each decision was taken on, where it still stands, by the decision's id."""
    by_place = {(report.path.name, claim.quote, claim.start): numbers[report.path.name][claim]
                for report in reports for claim in report.claims if report.path.name in numbers}
    return {one.id: by_place[key] for one in plan.acceptances
            if (key := (one.report, one.quote, one.start)) in by_place}


def _add_figures(
    number: int, plan: Plan, accepted: tuple[Figure, ...], now: Doing, claims: dict[str, int],
) -> None:
    taken = {figure.id for figure in plan.figures} & {figure.id for figure in accepted}
    if taken:
        raise RegisterError([
            Problem("S105", Place("acceptances.csv", column="id"), {"id": one}) for one in sorted(taken)])
    known = figure_rows.references(number)
    ids = figure_rows.insert_figures((*plan.figures, *accepted), known, now.stamp, "folder")
    made = {figure.id: ids[figure.id] for figure in accepted}
    decision_rows.insert_decisions(plan.acceptances, known, made, now.stamp, claims)


def save_plan(*, call: Call, plan: int, folder: Path) -> None:
    """Write a plan as a folder with its reports: what was loaded comes out byte for byte, with what was added since.

    Raises NotAllowedError, NotThereError; OutputError with nothing half-written in a table.
    """
    with doing("save_plan", call, places.of_plan(plan), f"plan {plan}"):
        record, reports = queries.folder_plan(plan), queries.report_names(plan)
        with _fresh(folder) as target:
            for name, sha256 in reports.items():
                write_whole(reports_of(target) / name, queries.file_bytes(sha256))
            write_plan(record, target)


@contextmanager
def _fresh(folder: Path) -> Iterator[Path]:
    """Where to write: a folder that is there already, or a new one beside its place that is moved there when whole."""
    if folder.exists():
        yield folder
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as room:
            yield Path(room, folder.name)
            Path(room, folder.name).rename(folder)
    except OSError as error:
        raise OutputError([Problem("P901", Place(str(folder)), {"why": reason_of(error)})]) from error
