"""A plan's pages as of a day: verdicts, prose and ledger composed as the review composes them, for one language."""

from dataclasses import dataclass, replace
from datetime import date

from tiendo.assessing import assess_plan
from tiendo.checking import plan_findings_of
from tiendo.errors import Lang, Problem, ReviewError
from tiendo.plan import Plan
from tiendo.review import Review, compose
from tiendo.review.page.view import PageView, page_view
from tiendo.store.permissions import Where
from tiendo.store.queries.plans import Skeleton
from tiendo.store.queries.versions import Evidence, evidence_of
from tiendo.usecases.register.call import Call, allow

__all__ = ["Board", "board_of", "evidence_for_board", "plan_as_of"]


@dataclass(frozen=True, slots=True)
class Board:
    """What the pages of a plan show as of a day; lines and targets stand in the plan's order."""

    review: Review
    page: PageView


def evidence_for_board(*, call: Call, skeleton: Skeleton) -> Evidence:
    """What a plan's verdicts rest on; anybody may ask."""
    allow(call, "view_board", Where(skeleton.paths[skeleton.rest.body]))
    return evidence_of(skeleton.number)


def plan_as_of(*, skeleton: Skeleton, evidence: Evidence, as_of: date) -> Plan:
    """A plan with its targets as they stood on a day, and what is known now."""
    return replace(skeleton.on(as_of), figures=evidence.figures, acceptances=evidence.decisions)


def board_of(*, plan: Plan, as_of: date, lang: Lang) -> Board:
    """The pages of a plan as of a day; raises ReviewError (V101) for a day before its term begins."""
    term = next((one for one in plan.documents if one.code == plan.document), None)
    if term and term.term_from and as_of < term.term_from:
        raise ReviewError([Problem("V101", values={
            "as_of": f"{as_of:%d/%m/%Y}", "from": f"{term.term_from:%d/%m/%Y}"})])
    review = compose(plan, assess_plan(plan, as_of), plan_findings_of(plan, as_of), as_of, lang)
    return Board(review, page_view(review, lang))
