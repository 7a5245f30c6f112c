"""Where a plan keeps what is no table, its units' reports and its body's outline: in its folder or beside its workbook.

A workbook holds tables only. What a person accepted from a report is proved by the report itself, so the reports
travel with it: those of `quan-a.xlsx` stand beside it in `quan-a-reports/`, its outline in `quan-a-outline.geojson`.
"""

from collections.abc import Iterator
from pathlib import Path

from tiendo.errors import Problem
from tiendo.plan.draft import Draft
from tiendo.plan.records import Acceptance

__all__ = ["OUTLINE", "REPORTS", "is_workbook", "missing_reports", "outline_of", "reports_of"]

OUTLINE = "outline.geojson"
REPORTS = "reports"


def is_workbook(path: Path) -> bool:
    """Whether a plan's path names a workbook; any other path is a folder."""
    return path.suffix.lower() == ".xlsx"


def reports_of(path: Path) -> Path:
    """The folder of the reports of a plan's folder or workbook."""
    return path.with_name(f"{path.stem}-{REPORTS}") if is_workbook(path) else path / REPORTS


def outline_of(path: Path) -> Path:
    """The file of the body's outline of a plan's folder or workbook."""
    return path.with_name(f"{path.stem}-{OUTLINE}") if is_workbook(path) else path / OUTLINE


def missing_reports(draft: Draft, folder: Path) -> Iterator[Problem]:
    """Reports a decision names that are not there, each once; names that leave the folder are refused elsewhere."""
    seen: set[str] = set()
    for spot, row in draft.of(Acceptance):
        plain = "/" not in row.report and "\\" not in row.report
        if plain and row.report not in seen and not (folder / row.report).is_file():
            yield Problem("P306", spot.at("report"), {"report": row.report, "folder": f"{folder.name}/"})
        seen.add(row.report)
