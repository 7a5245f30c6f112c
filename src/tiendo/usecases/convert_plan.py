"""A plan from one of its two forms to the other: folder and workbook, its reports and its outline with it."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem
from tiendo.plan import Plan, is_workbook, reports_of, write_plan, write_workbook
from tiendo.plan.reports import outline_of
from tiendo.plan.writing import write_files, write_whole
from tiendo.usecases.gather import load_plan, report_paths


def convert_plan(*, source: Path, target: Path, force: bool = False) -> tuple[Path, ...]:
    """Write the plan at `source` as `target`: a workbook when it ends in `.xlsx`, else a folder; gives what it wrote.

    The units' reports and the body's outline go along: what was accepted from the reports is proved by them. What
    is there already is left as it is unless `force` says otherwise. Raises PlanError before anything is written,
    OutputError when the target is there or cannot be written, and then everything is as it was.
    """
    plan, reports = load_plan(source), report_paths(source)
    beside = [reports_of(target)] if reports and is_workbook(target) else []
    if plan.outline and is_workbook(target):
        beside.append(outline_of(target))
    there = [path for path in (target, *beside) if _holds_something(path)]
    if there and not force:
        raise OutputError([Problem("P902", Place(str(path))) for path in there])
    if is_workbook(target):
        _write_with(plan, target, reports, beside)
    else:
        write_plan(plan, target, reports)
    return (target, *beside)


def _write_with(plan: Plan, target: Path, reports: Sequence[Path], beside: Sequence[Path]) -> None:
    """A workbook with what stands beside it; when one of them cannot be written, what was new is taken away again."""
    new = [path for path in beside if not path.exists()]
    try:
        if reports:
            write_files(reports_of(target), {path.name: path for path in reports})
        if plan.outline:
            write_whole(outline_of(target), plan.outline.encode())
        write_workbook(plan, target)
    except OutputError:
        for path in new:
            shutil.rmtree(path, ignore_errors=True)  # the reports' folder
            with suppress(OSError):  # the outline, where it came to be written
                path.unlink()
        raise


def _holds_something(path: Path) -> bool:
    """Whether something stands at a path that writing there would change; an empty folder is as good as none."""
    return any(path.iterdir()) if path.is_dir() else path.exists()
