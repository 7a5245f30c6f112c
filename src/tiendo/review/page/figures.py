"""A target's own ledger: its years (or periods) as judged, the parts of a structure, and every approved figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tiendo.assessing import Standing, YearResult, evidence_for
from tiendo.plan import Component, Kind, amount_text
from tiendo.quantity import Figure, FigureStatus, say_period
from tiendo.review.page.amounts import goal_text, judged, part_goal_text, short
from tiendo.review.page.scene import Scene, day
from tiendo.review.records import LedgerEntry, Line, Number, Run
from tiendo.words import say


@dataclass(frozen=True, slots=True)
class YearView:
    """One year (or period) judged by itself; `standing` is empty where nothing is judged yet."""

    period: str
    shown: tuple[Run, ...]
    beside: tuple[Run, ...]
    goal: str
    standing: str
    word: str


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a structure; `shown` is empty without data, `standing` where nothing is judged."""

    name: str
    baseline: Number | None
    goal: Number
    shown: tuple[Run, ...]
    standing: str
    word: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure; `shown` is None for "no data", `struck` for a replaced one.

    `anchor` is the place the page gives the figure where the report does not show it; else `shown` leads to the
    ledger at the end.
    """

    anchor: str
    period: str
    on: str
    shown: Number | None
    status: str
    part: str
    sentence: str
    place: str
    reported_by: str
    approved_by: str
    approved_on: str
    note: str
    struck: bool


def years(scene: Scene, line: Line) -> Iterator[YearView]:
    """The judged years, oldest first."""
    for year in line.assessment.years:
        standing = "" if year.met is None else _standing(year)
        word = scene.word("year_open" if year.value is not None else "no_data")
        shown, beside = _year_value(scene, line, year)
        goal = "–" if year.goal is None else goal_text(line.target, year.goal, line.assessment, scene.lang)
        yield YearView(say_period(year.period, scene.lang), shown, beside, goal, standing,
                       say(f"assessing.standing_{standing}", scene.lang) if standing else word)


def _standing(year: YearResult) -> Standing:
    return Standing.EXCEEDED if year.exceeded else Standing.MET if year.met else Standing.MISSED


def _year_value(scene: Scene, line: Line, year: YearResult) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The year's figure, and beside it what share of the assigned plan it is."""
    if year.value is None:
        return (), ()
    if year.figure is None or year.figure.value is None:
        return (judged(year.value, line.target, line.assessment, scene.lang),), ()
    bound = scene.anchors.figure(line.target, year.figure)
    if year.assigned is None:
        return (bound,), ()
    return (bound,), scene.runs("year_of_assigned", rate=_rate(scene, line, year, bound),
                                assigned=_assigned(scene, line, year, year.assigned))


def _rate(scene: Scene, line: Line, year: YearResult, figure: Number) -> Number:
    label = say("review.label_rate", scene.lang, name=scene.target(line.target))
    period = say_period(year.period, scene.lang)
    assigned = [] if year.assigned is None else [_assigned(scene, line, year, year.assigned)]
    return scene.anchors.computed(f"rate {line.target.code} {year.period}", f"{label}, {period}",
                                  short(year.value or Decimal(0)), "%", [figure, *assigned])


def _assigned(scene: Scene, line: Line, year: YearResult, value: Decimal) -> Number:
    """The plan assigned for a year, with the latest document known on the day that assigns it."""
    target = line.target
    known = [one for one in scene.review.plan.assignments if one.target == target.code
             and one.period.code == year.period and one.value == value and one.assigned_on <= scene.review.as_of]
    last = max(known, key=lambda one: one.assigned_on, default=None)
    label = scene.word("label_assigned", name=scene.target(target), period=say_period(year.period, scene.lang))
    return scene.anchors.stated(f"assigned {target.code} {year.period} {value}", LedgerEntry(
        "", label, amount_text(short(value), target.unit, None, scene.lang), value, target.unit,
        document=scene.anchors.document(last.document) if last else None,
        approved_by=last.assigned_by if last else None, approved_on=last.assigned_on if last else None,
    ))


def parts(scene: Scene, line: Line) -> Iterator[PartView]:
    """Every part of a structure in the plan's order: as judged, or with its latest figure, or without data."""
    results = {part.code: part for part in line.assessment.part_results}
    latest = {figure.component: figure for figure in line.figures}
    for one in (one for one in scene.review.plan.components if one.target == line.target.code):
        result, figure = results.get(one.code), latest.get(one.code)
        figure = result.figure if result else figure
        known = figure is not None and figure.value is not None
        word = say(f"assessing.standing_{result.standing}", scene.lang) if result else scene.word(
            "year_open" if known else "no_data")
        yield PartView(
            one.name_vi if scene.lang == "vi" else one.name_en, _stated(scene, line, one, "baseline"),
            _goal(scene, line, one), (scene.anchors.figure(line.target, figure),) if figure and known else (),
            result.standing if result else "", word,
        )


def _goal(scene: Scene, line: Line, part: Component) -> Number:
    bound = _stated(scene, line, part, "goal")
    if bound is None:
        raise ValueError(f"{part.code} has no goal")
    return Number(bound.entry, part_goal_text(part, scene.lang))


def _stated(scene: Scene, line: Line, part: Component, what: str) -> Number | None:
    """A part's baseline or goal, as the resolution states it."""
    value: Decimal | None = getattr(part, what)
    if value is None:
        return None
    name = part.name_vi if scene.lang == "vi" else part.name_en
    label = say(f"review.label_{what}", scene.lang, name=f"{scene.target(line.target)}, {name}")
    return scene.anchors.stated(f"{what} {line.target.code} {part.code}", LedgerEntry(
        "", label, amount_text(value, "%", None, scene.lang), value, "%",
        document=scene.anchors.document(line.target.source_document), sentence=line.target.source_place,
    ))


def history(scene: Scene, line: Line) -> Iterator[FigureView]:
    """The target's approved figures up to the day, newest first; replaced ones stay, struck through."""
    known = [one for one in evidence_for(scene.review.plan, line.target.code).figures
             if one.approved_by is not None and one.as_of <= scene.review.as_of]
    replaced = {one.supersedes for one in known}
    for figure in sorted(known, key=lambda one: (one.period.end, one.as_of, one.id), reverse=True):
        yield _figure(scene, line, figure, struck=figure.id in replaced)


def _figure(scene: Scene, line: Line, figure: Figure, *, struck: bool) -> FigureView:
    names = {one.code: one.name_vi if scene.lang == "vi" else one.name_en for one in scene.review.plan.components
             if line.target.kind is Kind.STRUCTURE and one.target == line.target.code}
    page = scene.word("page", page=figure.source.page) if figure.source.page else ""
    shown = None if figure.value is None else scene.anchors.figure(line.target, figure)
    return FigureView(
        "" if shown is None or scene.anchors.in_report(figure) else shown.entry,
        say_period(figure.period.code, scene.lang), day(figure.as_of, scene.lang), shown,
        scene.word("estimate") if figure.status is FigureStatus.ESTIMATE else "",
        names.get(figure.component or "", ""), figure.source.sentence or "",
        ", ".join(filter(None, (scene.anchors.document(figure.source.document), page))),
        scene.body(figure.reported_by), scene.body(figure.approved_by or ""), day(figure.approved_on, scene.lang),
        " ".join(filter(None, (figure.why, figure.note))), struck,
    )
