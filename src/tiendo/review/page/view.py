"""The whole page in one language, as plain values the template only draws."""

from dataclasses import dataclass

from tiendo.plan import Plan, PlanDocument
from tiendo.review.page.anchors import Anchors
from tiendo.review.page.board import BoardView, board_view
from tiendo.review.page.rest import (
    FindingView,
    LimitationView,
    SourceView,
    TaskView,
    findings,
    limitations,
    sources,
    tasks,
)
from tiendo.review.page.scene import Scene, day
from tiendo.review.page.target import TargetView, target_view
from tiendo.review.records import Chart, Node, Review
from tiendo.words import Lang


@dataclass(frozen=True, slots=True)
class PageView:
    """One language's page."""

    lang: Lang
    title: str
    body: str
    resolution: str
    as_of: str
    board: BoardView
    chart: Chart | None
    targets: tuple[TargetView, ...]
    programmes: tuple[Node, ...]
    investment: tuple[Node, ...]
    emulation: tuple[Node, ...]
    findings: tuple[FindingView, ...]
    limitations: tuple[LimitationView, ...]
    tasks: tuple[TaskView, ...]
    documents: tuple[PlanDocument, ...]
    sources: tuple[SourceView, ...]
    left_out: int


def page_view(review: Review, lang: Lang) -> PageView:
    """The page of a review that was composed in this language."""
    scene = Scene(review, lang, Anchors(review, lang))
    plan = review.plan
    targets = tuple(target_view(scene, line, place) for place, line in enumerate(review.lines))
    board = board_view(scene, targets)
    return PageView(
        lang=lang, title=plan.title_vi if lang == "vi" else plan.title_en, body=scene.body(plan.body),
        resolution=_resolution(plan), as_of=day(review.as_of), board=board,
        chart=next((node for node in review.nodes if isinstance(node, Chart)), None), targets=targets,
        programmes=scene.part("programmes"), investment=scene.part("investment"), emulation=scene.part("emulation"),
        findings=tuple(findings(scene)), limitations=tuple(limitations(scene)), tasks=tasks(scene),
        documents=tuple(one for one in plan.documents if one.symbol and (one.issued_on or review.as_of) <= review.as_of),
        sources=tuple(sources(scene)), left_out=len(review.left_out),
    )


def _resolution(plan: Plan) -> str:
    found = next((one for one in plan.documents if one.code == plan.document), None)
    return "" if found is None else f"{found.title} ({found.symbol})" if found.symbol else found.title
