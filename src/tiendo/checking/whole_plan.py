"""The checks of a plan by itself: its figures, its cascade of documents, its list of documents."""

from datetime import date

from tiendo.checking.cascade import cascade_findings
from tiendo.checking.outliers import outlier_findings
from tiendo.checking.own_documents import document_findings
from tiendo.checking.records import Finding
from tiendo.plan import Plan


def plan_findings_of(plan: Plan, as_of: date) -> tuple[Finding, ...]:
    """What a plan's own tables give reason to ask as of a day: outliers, gaps in the cascade, wrong symbols.

    Only approved figures of that day or earlier are looked at. Nothing here changes a figure or a standing.
    """
    return (*outlier_findings(plan, as_of), *cascade_findings(plan, as_of), *document_findings(plan))
