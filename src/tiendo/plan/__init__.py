"""Bodies, documents, targets and their paths; the plan folder format. See README.md."""

from tiendo.plan.folder import read_plan, write_plan
from tiendo.plan.outline import OUTLINE, points_in
from tiendo.plan.problems import plan_problems
from tiendo.plan.records import (
    Acceptance,
    Assignment,
    Award,
    Body,
    Component,
    Decision,
    Direction,
    Disbursement,
    EndRule,
    Kind,
    Limitation,
    Milestone,
    Plan,
    PlanDocument,
    Programme,
    Project,
    Ranking,
    Target,
    Task,
)
from tiendo.plan.reports import is_workbook, reports_of
from tiendo.plan.scale import Scale, scale_named, scales
from tiendo.plan.shown import amount_text, part_names, unit_text, value_text
from tiendo.plan.tables import TABLES, Column, Table, Type
from tiendo.plan.workbook import read_workbook
from tiendo.plan.workbook_writing import write_workbook

__all__ = [
    "OUTLINE",
    "TABLES",
    "Acceptance",
    "Assignment",
    "Award",
    "Body",
    "Column",
    "Component",
    "Decision",
    "Direction",
    "Disbursement",
    "EndRule",
    "Kind",
    "Limitation",
    "Milestone",
    "Plan",
    "PlanDocument",
    "Programme",
    "Project",
    "Ranking",
    "Scale",
    "Table",
    "Target",
    "Task",
    "Type",
    "amount_text",
    "is_workbook",
    "part_names",
    "plan_problems",
    "points_in",
    "read_plan",
    "read_workbook",
    "reports_of",
    "scale_named",
    "scales",
    "unit_text",
    "value_text",
    "write_plan",
    "write_workbook",
]
