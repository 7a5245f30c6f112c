"""A review as one value: verdicts and the plan's other tables become prose, tables and the ledger.

The order is the one such reports keep: results by target, work programme, public investment, emulation,
limitations, tasks, documents. Nothing is judged here: standings come from `assessing`, findings from `checking`.
"""

from collections.abc import Sequence
from datetime import date

from tiendo.assessing import Assessment, Tally, evidence_for, figures_after, latest_figures, tally
from tiendo.checking import Finding
from tiendo.plan import Plan
from tiendo.review.compose_targets import target_nodes
from tiendo.review.compose_work import work_nodes
from tiendo.review.ledger import Ledger
from tiendo.review.prose import paragraph
from tiendo.review.records import Line, Node, Paragraph, Review
from tiendo.words import Lang


def compose(
    plan: Plan, assessments: Sequence[Assessment], findings: Sequence[Finding], as_of: date, lang: Lang = "vi",
) -> Review:
    """The review of a plan as of a day from its verdicts (one a target, in the plan's order) and findings."""
    ledger = Ledger(plan, lang)
    lines = _lines(plan, assessments, as_of)
    whole = tally(assessments)
    nodes: list[Node] = [_opening(plan, as_of, lang)]
    nodes += target_nodes(plan, lines, whole, ledger, lang)
    nodes += work_nodes(plan, as_of, ledger, lang)
    return Review(
        plan, as_of, lines, whole, _by_sector(lines), tuple(findings), tuple(nodes), ledger.entries,
        figures_after(plan, as_of),
    )


def _lines(plan: Plan, assessments: Sequence[Assessment], as_of: date) -> tuple[Line, ...]:
    verdicts = {assessment.target: assessment for assessment in assessments}
    return tuple(
        Line(target, verdicts[target.code], latest_figures(evidence_for(plan, target.code).figures, as_of))
        for target in plan.targets
    )


def _by_sector(lines: Sequence[Line]) -> tuple[tuple[str, Tally], ...]:
    sectors = dict.fromkeys(line.target.sector for line in lines)
    return tuple(
        (sector, tally([line.assessment for line in lines if line.target.sector == sector])) for sector in sectors
    )


def _opening(plan: Plan, as_of: date, lang: Lang) -> Paragraph:
    document = next((one for one in plan.documents if one.code == plan.document), None)
    body = next((one for one in plan.bodies if one.code == plan.body), None)
    name = "" if body is None else (body.name_vi if lang == "vi" else body.name_en)
    title = "" if document is None else document.title
    return paragraph("opening", lang, title=title, body=name, day=f"{as_of:%d/%m/%Y}")
