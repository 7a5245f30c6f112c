"""Every table of the register. A record of the plan keeps its column names; `store.tables` maps one to the other."""

from tiendo.store.models.bodies import Body, Succession
from tiendo.store.models.claims import Claim, ClaimDecision, Report
from tiendo.store.models.drafts import DraftEdit, Look, PendingUpload, ReviewDraft
from tiendo.store.models.figures import Blob, Comment, Evidence, Figure, FigureStep, SecondOpinion, Slot
from tiendo.store.models.findings import Answer, Finding, Question
from tiendo.store.models.people import Account, Act, ApiToken, RoleGrant
from tiendo.store.models.periods import CollectionPeriod, PeriodEvent, Reminder
from tiendo.store.models.plans import Document, DocumentLink, Plan, PlanBody
from tiendo.store.models.targets import Assignment, Component, Milestone, Target, TargetCoBody, TargetVersion
from tiendo.store.models.works import (
    Award,
    Disbursement,
    Limitation,
    Programme,
    ProgrammeLink,
    Project,
    Ranking,
    Task,
    TaskCoBody,
    WorkChange,
)

__all__ = [
    "Account", "Act", "Answer", "ApiToken", "Assignment", "Award", "Blob", "Body", "Claim", "ClaimDecision",
    "CollectionPeriod", "Comment", "Component", "Disbursement", "Document", "DocumentLink", "DraftEdit", "Evidence",
    "Figure", "FigureStep", "Finding", "Limitation", "Look", "Milestone", "PendingUpload", "PeriodEvent", "Plan",
    "PlanBody", "Programme", "ProgrammeLink", "Project", "Question", "Ranking", "Reminder", "Report", "ReviewDraft",
    "RoleGrant", "SecondOpinion", "Slot", "Succession", "Target", "TargetCoBody", "TargetVersion", "Task",
    "TaskCoBody", "WorkChange",
]
