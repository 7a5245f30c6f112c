"""The whole page in one language, as plain values the template only draws."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiendo.plan import PlanDocument
from tiendo.review.page.board import BoardView, board_view
from tiendo.review.page.investment import ProjectView, projects, years
from tiendo.review.page.rest import (
    FindingView,
    LimitationView,
    ProgrammeView,
    SourceView,
    TaskView,
    findings,
    limitations,
    programmes,
    sources,
    tasks,
)
from tiendo.review.page.scene import Scene, day, scene_of
from tiendo.review.page.target import TargetView, target_view
from tiendo.review.records import Chart, Node, Paragraph, Review
from tiendo.words import Lang

REPORTS = frozenset({"Báo cáo", "Công văn"})  # the units' own papers stand beside their numbers


@dataclass(frozen=True, slots=True)
class PageView:
    """One language's page. `open_matters` are words and the part of the page they lead to."""

    lang: Lang
    title: str
    body: str
    resolution: PlanDocument | None
    as_of: str
    board: BoardView
    chart_title: str
    open_matters: tuple[tuple[str, str], ...]
    targets: tuple[TargetView, ...]
    programmes: tuple[Node, ...]
    programme_list: tuple[ProgrammeView, ...]
    years: tuple[Paragraph, ...]
    projects: tuple[ProjectView, ...]
    emulation: tuple[Node, ...]
    limitations: tuple[LimitationView, ...]
    tasks: tuple[TaskView, ...]
    findings: tuple[FindingView, ...]
    documents: tuple[PlanDocument, ...]
    sources: tuple[SourceView, ...]


def page_view(review: Review, lang: Lang) -> PageView:
    """The page of a review that was composed in this language."""
    scene = scene_of(review, lang)
    plan = review.plan
    targets = tuple(target_view(scene, line, place) for place, line in enumerate(review.lines))
    below = tuple(findings(scene)), tuple(limitations(scene)), tasks(scene)
    return PageView(
        lang=lang, title=plan.title_vi if lang == "vi" else plan.title_en, body=scene.body(plan.body),
        resolution=next((one for one in plan.documents if one.code == plan.document), None),
        as_of=day(review.as_of, lang), board=board_view(scene, targets), targets=targets,
        chart_title=next((node.title for node in review.nodes if isinstance(node, Chart)), ""),
        open_matters=tuple(_open(scene, *below)), programmes=scene.part("programmes"),
        programme_list=tuple(programmes(scene)), years=years(scene), projects=tuple(projects(scene)),
        emulation=scene.part("emulation"), findings=below[0], limitations=below[1], tasks=below[2],
        documents=tuple(_documents(review)), sources=tuple(sources(scene)),  # last: all numbers are bound by now
    )


def _open(
    scene: Scene, asked: tuple[FindingView, ...], short: tuple[LimitationView, ...], given: tuple[TaskView, ...],
) -> Iterator[tuple[str, str]]:
    """What is open beside the targets: counts that lead to their lists."""
    counts = {
        "findings": len(asked), "limitations": sum(not one.closed for one in short),
        "tasks": sum(one.state == "late" for one in given),
    }
    for key, count in counts.items():
        if count:
            yield scene.word(f"open_{key}", count=count), key


def _documents(review: Review) -> Iterator[PlanDocument]:
    """The documents the plan stands on, issued by the day."""
    for one in review.plan.documents:
        if one.symbol and one.kind not in REPORTS and (one.issued_on or review.as_of) <= review.as_of:
            yield one
