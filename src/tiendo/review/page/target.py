"""One target as the page shows it: its row on the scoreboard and its file below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from tiendo.assessing import Assessment, YearResult, evidence_for, reason_text
from tiendo.plan import Kind, Target, amount_text, value_text
from tiendo.quantity import Figure, FigureStatus, say_period
from tiendo.review.charts import Shares, chart, spark, spark_of_shares, track_of
from tiendo.review.page.scene import Scene, day
from tiendo.review.records import Line, Number, Run
from tiendo.words import say


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure of a target's own ledger; `shown` is None for "no data", `struck` for a replaced one."""

    period: str
    on: str
    shown: Number | None
    status: str
    part: str
    sentence: str | None
    place: str
    reported_by: str
    approved_by: str
    approved_on: str
    note: str
    struck: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """One year (or period) judged by itself; `verdict` is a standing's name, None where nothing is judged yet."""

    period: str
    shown: tuple[Run, ...]
    goal: str
    verdict: str | None
    word: str


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a structure judged by its own goal."""

    name: str
    baseline: str
    goal: str
    shown: tuple[Run, ...]
    standing: str
    word: str


@dataclass(frozen=True, slots=True)
class TargetView:
    """Everything the page says of one target."""

    slug: str
    code: str
    name: str
    sector: str
    owner: str
    position: str
    co_owners: tuple[str, ...]
    unit: str
    baseline: tuple[Run, ...]
    goal: tuple[Run, ...]
    value: tuple[Run, ...]
    beside: tuple[Run, ...]
    period: str
    on: str
    attainment: Number | None
    way: float | None  # attainment as a share of the goal's way, for drawing
    due_way: float | None
    no_attainment: str
    standing: str
    standing_word: str
    basis: str
    flags: tuple[tuple[str, str], ...]
    reason: str
    sentence: tuple[Run, ...]
    spark: Markup
    chart: Markup
    facts: tuple[tuple[str, str], ...]
    years: tuple[YearView, ...]
    parts: tuple[PartView, ...]
    figures: tuple[FigureView, ...]


def target_view(scene: Scene, line: Line, place: int) -> TargetView:
    """The view of the target that stands at `place` (from 0) in the plan."""
    target, verdict, row = line.target, line.assessment, scene.row(line.target)
    figure = verdict.figure if verdict.figure and verdict.figure.value is not None else None
    small, large = _drawings(scene, line)
    return TargetView(
        slug=target.code if re.fullmatch(r"[\w-]+", target.code) else f"ct-{place + 1}",
        code=target.code, name=scene.target(target), sector=scene.sector(target), owner=scene.body(target.lead_body),
        position=target.lead_position, co_owners=tuple(map(scene.body, target.co_bodies)),
        unit="" if target.scale else target.unit, baseline=row["baseline"], goal=row["goal"], value=row["value"],
        beside=_beside(scene, target),
        period=say_period(figure.period.code, scene.lang) if figure else "", on=day(figure.as_of) if figure else "",
        attainment=_attainment(scene, line),
        way=None if verdict.attainment is None else float(verdict.attainment),
        due_way=None if verdict.expected_attainment is None else float(verdict.expected_attainment),
        no_attainment=say(f"assessing.{verdict.no_attainment}", scene.lang) if verdict.no_attainment else "",
        standing=verdict.standing, standing_word=say(f"assessing.standing_{verdict.standing}", scene.lang),
        basis=say(f"assessing.basis_{verdict.basis}", scene.lang),
        flags=tuple((flag, say(f"assessing.flag_{flag}", scene.lang)) for flag in verdict.flags),
        reason=reason_text(target, verdict, scene.lang), sentence=scene.sentence(target), spark=small, chart=large,
        facts=tuple(_facts(scene, line)), years=tuple(_years(scene, line)), parts=tuple(_parts(scene, line)),
        figures=tuple(_figures(scene, line)),
    )


def _beside(scene: Scene, target: Target) -> tuple[Run, ...]:
    """The rate or mean a verdict rests on, where it is another number than the figure: bound in the report."""
    computed = {entry.id for entry in scene.review.ledger if entry.computed}
    found = [run for run in scene.sentence(target) if isinstance(run, Number) and run.entry in computed]
    key = "beside_rate" if target.kind is Kind.RELATIVE_TO_ASSIGNED else "beside_mean"
    return scene.runs(key, value=found[0]) if found else ()


def _attainment(scene: Scene, line: Line) -> Number | None:
    """How much of the way is gone, uncapped, bound to what it was computed from."""
    verdict = line.assessment
    if verdict.attainment is None or verdict.figure is None:
        return None
    row = scene.row(line.target)
    inputs = [run for cell in ("value", "baseline", "goal") for run in row[cell] if isinstance(run, Number)]
    label = scene.word("label_attainment", name=scene.target(line.target))
    return scene.anchors.computed(f"attainment {line.target.code}", label, _rounded(verdict.attainment, 1), "%", inputs)


def _rounded(value: Decimal, places: int = 2) -> Decimal:
    """At most so many decimals, and none that say nothing."""
    short = round(value, places)
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short.normalize()


def _facts(scene: Scene, line: Line) -> Iterator[tuple[str, str]]:
    target, verdict = line.target, line.assessment
    yield scene.word("fact_direction"), scene.word(f"direction_{target.direction}{'_strict' if target.strict else ''}")
    yield scene.word("fact_kind"), scene.word(f"kind_{target.kind}")
    if target.baseline_on:
        yield scene.word("fact_baseline_on"), day(target.baseline_on)
    yield scene.word("fact_due"), day(target.due_on)
    if verdict.needed is not None and target.kind is not Kind.GROWTH_AVG:
        sign = "less" if verdict.needed < 0 else "more"
        amount = amount_text(_rounded(abs(verdict.needed)), target.unit, None, scene.lang)
        yield scene.word("fact_needed"), scene.word(f"needed_{sign}", amount=amount)
    yield scene.word("fact_source"), f"{_document(scene, target.source_document)}, {target.source_place}"


def _document(scene: Scene, code: str) -> str:
    found = next((one for one in scene.review.plan.documents if one.code == code), None)
    return code if found is None else f"{found.kind} {found.symbol}" if found.symbol else found.title


def _years(scene: Scene, line: Line) -> Iterator[YearView]:
    unit, scale = line.assessment.unit, line.target.scale
    for year in line.assessment.years:
        verdict = None if year.met is None else "exceeded" if year.exceeded else "met" if year.met else "missed"
        yield YearView(
            say_period(year.period, scene.lang), _year_value(scene, line, year),
            "–" if year.goal is None else _goal(scene, line.target, year.goal, unit, scale), verdict,
            scene.word("year_open" if year.value is not None else "year_no_data") if verdict is None
            else say(f"assessing.standing_{verdict}", scene.lang),
        )


def _goal(scene: Scene, target: Target, goal: Decimal, unit: str, scale: str | None) -> str:
    """A year's goal with its direction: the band's upper end belongs to the target."""
    if target.goal_upper is not None:
        return f"{value_text(goal, scale, scene.lang)}–{amount_text(target.goal_upper, unit, scale, scene.lang)}"
    sign = {"at_least": "≥ ", "at_most": "≤ "}.get(target.direction, "")
    return sign + amount_text(goal, unit, scale, scene.lang)


def _year_value(scene: Scene, line: Line, year: YearResult) -> tuple[Run, ...]:
    if year.value is None:
        return ()
    bound = scene.anchors.figure(line.target, year.figure) if year.figure and year.figure.value is not None else None
    if year.assigned is None:
        return (bound or amount_text(_rounded(year.value), line.assessment.unit, line.target.scale, scene.lang),)
    rate = amount_text(_rounded(year.value), "%", None, scene.lang)
    assigned = amount_text(year.assigned, line.target.unit, None, scene.lang)
    return scene.runs("year_of_assigned", value=bound or "", rate=rate, assigned=assigned)


def _parts(scene: Scene, line: Line) -> Iterator[PartView]:
    lang = scene.lang
    components = {one.code: one for one in scene.review.plan.components if one.target == line.target.code}
    for part in line.assessment.part_results:
        one = components[part.code]
        sign = {"at_least": "≥ ", "at_most": "≤ "}.get(one.direction, "")
        upper = "" if one.goal_upper is None else "–" + value_text(one.goal_upper, None, lang)
        yield PartView(
            one.name_vi if lang == "vi" else one.name_en,
            "–" if one.baseline is None else amount_text(one.baseline, "%", None, lang),
            f"{sign}{value_text(one.goal, None, lang)}{upper}%", (scene.anchors.figure(line.target, part.figure),),
            part.standing, say(f"assessing.standing_{part.standing}", lang),
        )


def _figures(scene: Scene, line: Line) -> Iterator[FigureView]:
    """The target's approved figures up to the day, newest first; replaced ones stay, struck through."""
    evidence = evidence_for(scene.review.plan, line.target.code).figures
    known = [one for one in evidence if one.approved_by is not None and one.as_of <= scene.review.as_of]
    replaced = {one.supersedes for one in known}
    names = {one.code: one.name_vi if scene.lang == "vi" else one.name_en for one in scene.review.plan.components
             if one.target == line.target.code}
    for figure in sorted(known, key=lambda one: (one.period.end, one.as_of, one.id), reverse=True):
        yield _figure(scene, line.target, figure, names, struck=figure.id in replaced)


def _figure(scene: Scene, target: Target, figure: Figure, names: dict[str, str], *, struck: bool) -> FigureView:
    page = scene.word("page", page=figure.source.page) if figure.source.page else ""
    notes = [figure.why, figure.note]
    return FigureView(
        say_period(figure.period.code, scene.lang), day(figure.as_of),
        None if figure.value is None else scene.anchors.figure(target, figure),
        scene.word("estimate") if figure.status is FigureStatus.ESTIMATE else "",
        names.get(figure.component or "", ""), figure.source.sentence,
        ", ".join(filter(None, (_document(scene, figure.source.document), page))),
        scene.body(figure.reported_by), scene.body(figure.approved_by or ""), day(figure.approved_on),
        " ".join(filter(None, notes)), struck,
    )


def _drawings(scene: Scene, line: Line) -> tuple[Markup, Markup]:
    """The sparkline, and the chart of the target's file where it has one."""
    target = line.target
    if target.kind is Kind.STRUCTURE:
        return spark_of_shares(_shares(scene, line)), Markup("")
    track = track_of(scene.review.plan, line, scene.review.as_of)
    if track is None:
        return Markup(""), Markup("")
    return spark(track), chart(track, lambda value: _level(scene, line.assessment, target, value), day(track.as_of))


def _level(scene: Scene, verdict: Assessment, target: Target, value: Decimal) -> str:
    """A value on a chart: with `%`, else bare (the unit stands in the caption); a level of a scale by its words."""
    if target.scale:
        return value_text(value, target.scale, scene.lang)
    text = value_text(_rounded(value), None, scene.lang)
    return f"{text}%" if verdict.unit.startswith("%") else text


def _shares(scene: Scene, line: Line) -> list[Shares]:
    components = [one for one in scene.review.plan.components if one.target == line.target.code]
    start = [one.baseline for one in components]
    bars = [] if None in start else [Shares(tuple(float(value) for value in start if value is not None))]
    for end in sorted({figure.period.end for figure in line.figures}):
        values = {one.component: one.value for one in line.figures if one.period.end == end and one.value is not None}
        whole = all(one.code in values for one in components)
        bars.append(Shares(tuple(float(values[one.code]) for one in components) if whole else ()))
    return [*bars, Shares(tuple(float(one.goal) for one in components), goal=True)]
