"""Claims against the plan: an approved figure or a goal with another value, a share of an amount the plan knows.

A claim is held against a target only when the match is close (`reading.matching`), alone, and of the same period;
a claim somebody decided on already (accepted, changed or refused) is not questioned again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tiendo.checking.arithmetic import check_relation
from tiendo.checking.bases import Base, follows
from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import exact, in_unit, readings, spelled_amount, stated
from tiendo.plan import Assignment, Plan
from tiendo.quantity import Figure
from tiendo.reading import Claim, ClaimKind
from tiendo.reading.matching import Proposal, propose

OTHER_FIGURE = Rule("C404", "contradiction", "warning")
OTHER_GOAL = Rule("C405", "contradiction", "warning")

_GOAL = re.compile(r"\bnghị\s+quyết\b|\bnhiệm\s+kỳ\b|\bđến\s+(?:hết\s+)?năm\s+20\d\d", re.IGNORECASE)
_SURE = 0.75  # a claim is held against a target from this score on


def plan_findings(case: Case) -> Iterator[Finding]:
    """What the plan's approved figures and assigned amounts speak against; nothing without a plan."""
    if case.plan is None:
        return
    for proposal in sure_proposals(case):
        yield from _other_figure(case, case.plan, proposal)
        yield from _assigned_share(case, case.plan, proposal)
    for proposal in _of_goals(case, case.plan):
        yield from _other_goal(case, case.plan, proposal)


def sure_proposals(case: Case) -> Iterator[Proposal]:
    """The one close proposal of each measure; nothing without a plan."""
    if case.plan is None:
        return
    yield from _close(propose(case.of(ClaimKind.MEASURE), case.plan, case.document))


def _close(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposal of each claim that is alone in being close, with a period."""
    for _, group in groupby(proposals, key=lambda one: (one.claim.start, one.claim.end)):
        close = [one for one in group if one.score >= _SURE]
        if len(close) == 1 and close[0].period:
            yield close[0]


def _other_figure(case: Case, plan: Plan, proposal: Proposal) -> Iterator[Finding]:
    """The approved figure of the target, body, part and period has another value."""
    claim = proposal.claim
    if claim.relation == "attainment" or any(note.startswith("period") for note in claim.inherited):
        return
    figures = [figure for figure in _current(plan) if _same(figure, proposal) and figure.value is not None]
    if len(figures) != 1 or _decided(case, plan, claim):
        return
    figure, unit = figures[0], next(one.unit for one in plan.targets if one.code == proposal.target)
    numbers = [number for reading in readings(claim) if (number := in_unit(reading, claim.unit or "", unit))]
    if figure.value is not None and numbers and not any(one.meets(figure.value, figure.value) for one in numbers):
        yield OTHER_FIGURE.at(case.document, claim, target=proposal.target, period=figure.period.code,
                              here=stated(claim), approved=spelled_amount(figure.value, unit),
                              source=_named(plan, figure.source.document))


def _of_goals(case: Case, plan: Plan) -> Iterator[Proposal]:
    """The one close proposal of each goal a text tells: `propose` itself only looks at what was reached."""
    goals = {replace(claim, status=None): claim for claim in case.of(ClaimKind.MEASURE)
             if claim.status == "target" and _GOAL.search(claim.sentence)}
    for proposal in _close(propose(tuple(goals), plan, case.document)):
        yield replace(proposal, claim=goals[proposal.claim])


def _other_goal(case: Case, plan: Plan, proposal: Proposal) -> Iterator[Finding]:
    """A goal said to be the resolution's for the target's due year, with a number that stands nowhere on its path."""
    claim, target = proposal.claim, next(one for one in plan.targets if one.code == proposal.target)
    due = proposal.period is not None and proposal.period.end.year == target.due_on.year
    parts = [one for one in plan.components if (one.target, one.code) == (target.code, proposal.component)]
    ends = [(target.goal, target.goal_upper), *((one.goal, one.goal_upper) for one in parts)]
    goals = {goal for pair in ends for goal in pair if goal is not None}
    points = {point for one in plan.milestones if one.target == target.code for point in (one.value, one.value_upper)}
    numbers = [number for reading in readings(claim) if (number := in_unit(reading, claim.unit or "", target.unit))]
    known = [one for one in goals | points if one is not None]
    if due and goals and numbers and not any(one.meets(goal, goal) for one in numbers for goal in known):
        yield OTHER_GOAL.at(case.document, claim, target=target.code, here=stated(claim),
                            goal=" – ".join(spelled_amount(goal, target.unit) for goal in sorted(goals)),
                            source=_named(plan, target.source_document))


def _current(plan: Plan) -> Iterator[Figure]:
    """The plan's approved figures that no later one supersedes."""
    old = {figure.supersedes for figure in plan.figures}
    return (figure for figure in plan.figures if figure.id not in old and figure.approved_by)


def _same(figure: Figure, proposal: Proposal) -> bool:
    return (figure.target, figure.component, figure.period) == (
        proposal.target, proposal.component, proposal.period) and figure.status == (proposal.claim.status or "actual")


def _named(plan: Plan, code: str) -> str:
    """A document of the plan by its symbol, or else its title; the code of a report that is not in its list."""
    found = next((one for one in plan.documents if one.code == code), None)
    return code if found is None else found.symbol or found.title


def _decided(case: Case, plan: Plan, claim: Claim) -> bool:
    """Whether a person decided on these words already."""
    return any(row.sha256 == case.document.sha256 and row.start < claim.end
               and claim.start < row.start + len(row.quote) for row in plan.acceptances)


def _assigned_share(case: Case, plan: Plan, proposal: Proposal) -> Iterator[Finding]:
    """"2.700 tỷ đồng, đạt 95% dự toán" where the plan has the amount assigned for that year."""
    assigned = [row for row in plan.assignments if row.target == proposal.target and _within(proposal, row)]
    at = case.claims.index(proposal.claim)
    share, after = (*case.claims[at + 1:at + 3], None, None)[:2]
    if share is None or len(assigned) != 1 or not follows(case, proposal.claim, share):
        return
    of_plan = (share.unit, share.relation, share.against) == ("%", "attainment", "plan")
    own_base = after is not None and after.status == "target" and after.sentence == share.sentence
    if of_plan and not own_base:  # what the text itself names is judged by the text
        unit, row = next(one.unit for one in plan.targets if one.code == proposal.target), assigned[0]
        base = Base((exact(row.value),), unit, f"{spelled_amount(row.value, unit)} ({_named(plan, row.document)})")
        yield from check_relation(case, share, proposal.claim, base)


def _within(proposal: Proposal, row: Assignment) -> bool:
    """Whether the claim's period lies in the one the amount was assigned for: shares are of the year's plan."""
    period = proposal.period
    return period is not None and row.period.start <= period.start and period.end <= row.period.end
