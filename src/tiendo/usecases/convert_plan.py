"""A plan from one of its two forms to the other: folder and workbook."""

from pathlib import Path

from tiendo.plan import write_plan, write_workbook
from tiendo.usecases.gather import load_plan


def convert_plan(*, source: Path, target: Path) -> None:
    """Write the plan at `source` as `target`: a workbook when it ends in `.xlsx`, else a folder.

    Raises PlanError before anything is written, OutputError when the target cannot be written.
    """
    plan = load_plan(source)
    if target.suffix.lower() == ".xlsx":
        write_workbook(plan, target)
    else:
        write_plan(plan, target)
