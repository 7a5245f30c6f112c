"""A plan from one of its two forms to the other: folder and workbook, its reports with it."""

import shutil
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem
from tiendo.plan import is_workbook, reports_of, write_plan, write_workbook
from tiendo.plan.writing import write_files
from tiendo.usecases.gather import load_plan, report_paths


def convert_plan(*, source: Path, target: Path, force: bool = False) -> tuple[Path, ...]:
    """Write the plan at `source` as `target`: a workbook when it ends in `.xlsx`, else a folder; gives what it wrote.

    The units' reports go along (`reports_of`): what was accepted from them is proved by them. What is there already
    is left as it is unless `force` says otherwise. Raises PlanError before anything is written, OutputError when
    the target is there or cannot be written, and then everything is as it was.
    """
    plan, reports, beside = load_plan(source), report_paths(source), reports_of(target)
    there = [path for path in (target, beside) if _holds_something(path)]
    if there and not force:
        raise OutputError([Problem("P902", Place(str(path))) for path in there[:1]])
    if not is_workbook(target):
        write_plan(plan, target, reports)
        return (target,)
    if not reports:
        write_workbook(plan, target)
        return (target,)
    new = not beside.exists()
    write_files(beside, {path.name: path for path in reports})
    try:
        write_workbook(plan, target)
    except OutputError:
        if new:
            shutil.rmtree(beside, ignore_errors=True)
        raise
    return (target, beside)


def _holds_something(path: Path) -> bool:
    """Whether something stands at a path that writing there would change; an empty folder is as good as none."""
    return any(path.iterdir()) if path.is_dir() else path.exists()
