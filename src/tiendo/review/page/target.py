"""One target as the page shows it: its row on the scoreboard and its file below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tiendo.assessing import Basis, asked_shown, reason_text, step_shown
from tiendo.plan import Kind, part_names, unit_text
from tiendo.quantity import say_period
from tiendo.review.charts import Shares, chart, chart_words, spark, spark_of_shares, track_of
from tiendo.review.latest import latest_of
from tiendo.review.page.amounts import on_chart, short
from tiendo.review.page.figures import FigureView, PartView, YearView, history, parts, years
from tiendo.review.page.scene import Scene, day
from tiendo.review.records import Line, Number, Run
from tiendo.words import say

NOTHING = Markup("")
ON_A_PATH = (Basis.PATH, Basis.TIME_SHARE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The pictures of a target; `shapes` and `words` make the chart of its file and are empty without one."""

    spark: Markup = NOTHING
    shapes: Markup = NOTHING
    words: Markup = NOTHING


@dataclass(frozen=True, slots=True)
class Way:
    """How much of the way from baseline to goal is gone, and how much the path asks for, in per cent, to be drawn."""

    shown: Number
    gone: float
    asked: float | None


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
    judged_unit: str  # of the years and the chart: "%" where the figure is held against an assigned plan
    has_baseline: bool
    baseline: tuple[Run, ...]
    goal: tuple[Run, ...]
    value: tuple[Run, ...]  # empty without data
    beside: tuple[Run, ...]
    period: str
    way: Way | None
    standing: str
    standing_word: str
    basis: str
    flags: tuple[str, ...]
    reason: str
    sentence: tuple[Run, ...]
    drawing: Drawing
    facts: tuple[tuple[str, tuple[Run, ...]], ...]
    years: tuple[YearView, ...]
    parts: tuple[PartView, ...]
    figures: tuple[FigureView, ...]


def target_view(scene: Scene, line: Line, place: int) -> TargetView:
    """The view of the target that stands at `place` (from 0) in the plan."""
    target, verdict, row = line.target, line.assessment, scene.rows[line.target.code]
    known, way = latest_of(target, verdict).figures, _way(scene, line)
    return TargetView(
        slug=target.code if re.fullmatch(r"[\w-]+", target.code) else f"ct-{place + 1}",
        code=target.code, name=scene.target(target), sector=scene.sector(target), owner=scene.body(target.lead_body),
        position=target.lead_position, co_owners=tuple(map(scene.body, target.co_bodies)),
        unit="" if target.scale else unit_text(target.unit, scene.lang),
        judged_unit="" if target.scale else unit_text(verdict.unit, scene.lang),
        has_baseline=target.baseline is not None, baseline=row["baseline"], goal=row["goal"],
        value=row["value"][:1] if known and target.kind is not Kind.STRUCTURE else (), beside=_beside(scene, line),
        period=say_period(known[0].period.code, scene.lang) if known else "", way=way, standing=verdict.standing,
        standing_word=say(f"assessing.standing_{verdict.standing}", scene.lang),
        basis=say(f"assessing.basis_{verdict.basis}", scene.lang),
        flags=tuple(say(f"assessing.flag_{flag}", scene.lang) for flag in verdict.flags),
        reason=reason_text(target, verdict, scene.lang, part_names(scene.review.plan, target.code, scene.lang)),
        sentence=scene.sentences[target.code],
        drawing=_drawing(scene, line),
        facts=tuple(_facts(scene, line, way)), years=tuple(years(scene, line)), parts=tuple(parts(scene, line)),
        figures=tuple(history(scene, line)),
    )


def _beside(scene: Scene, line: Line) -> tuple[Run, ...]:
    """The rate or mean a verdict rests on, where it is another number than the figure: bound in the report."""
    key = latest_of(line.target, line.assessment).judged_by
    label = say(f"review.label_{key}", scene.lang, name=scene.target(line.target)) if key else ""
    found = [Number(entry.id, entry.shown) for entry in scene.review.ledger if key and entry.label == label]
    return scene.runs(f"beside_{key}", value=found[0]) if found else ()


def _way(scene: Scene, line: Line) -> Way | None:
    verdict, target = line.assessment, line.target
    if verdict.attainment is None:
        return None
    row = scene.rows[target.code]
    inputs = [run for cell in ("value", "baseline", "goal") for run in row[cell] if isinstance(run, Number)]
    label = scene.word("label_attainment", name=scene.target(target))
    number = scene.anchors.computed(f"attainment {target.code}", label, short(verdict.attainment, 1), "%", inputs)
    asked = verdict.expected_attainment
    return Way(number, float(verdict.attainment), None if asked is None else float(asked))


def _facts(scene: Scene, line: Line, way: Way | None) -> Iterator[tuple[str, tuple[Run, ...]]]:
    target, verdict, lang = line.target, line.assessment, scene.lang
    strict = "_strict" if target.strict else ""
    direction = scene.word(f"direction_{target.direction}{strict}")
    yield scene.word("fact_kind"), (f"{scene.word(f'kind_{target.kind}')}, {direction}",)
    if verdict.expected is not None and verdict.basis in ON_A_PATH and not target.scale:
        label = scene.word("label_expected", name=scene.target(target))
        asked = asked_shown(target, verdict.expected)
        number = scene.anchors.computed(f"expected {target.code}", label, asked, verdict.unit)
        yield scene.word("fact_expected"), (number,)
    if way:
        yield scene.word("fact_way"), (way.shown,)
    elif verdict.no_attainment:
        yield scene.word("fact_way"), (say(f"assessing.{verdict.no_attainment}", lang),)
    if verdict.needed is not None and target.kind is not Kind.GROWTH_AVG:
        yield scene.word("fact_needed"), _needed(scene, line)
    yield scene.word("fact_due"), (day(target.due_on, scene.lang),)
    yield scene.word("fact_source"), (f"{scene.anchors.document(target.source_document)}, {target.source_place}",)


def _needed(scene: Scene, line: Line) -> tuple[Run, ...]:
    """The yearly step that is still needed, up or down."""
    needed, target = line.assessment.needed, line.target
    if needed is None:
        return ()
    label = scene.word("label_needed", name=scene.target(target))
    row = scene.rows[target.code]
    inputs = [run for cell in ("value", "goal") for run in row[cell] if isinstance(run, Number)]
    unit = "điểm %" if target.unit.startswith("%") else target.unit  # a step between two shares is in points
    number = scene.anchors.computed(f"needed {target.code}", label, abs(step_shown(target, needed)), unit, inputs)
    return scene.runs("needed_less" if needed < 0 else "needed_more", amount=number)


def _drawing(scene: Scene, line: Line) -> Drawing:
    """The sparkline, and the chart of the target's file where it has one."""
    if line.target.kind is Kind.STRUCTURE:
        return Drawing(spark_of_shares(_shares(scene, line)))
    track = track_of(scene.review.plan, line, scene.review.as_of)
    if track is None:
        return Drawing()
    words = chart_words(track, lambda value: on_chart(value, line.target, line.assessment, scene.lang))
    return Drawing(spark(track), chart(track, day(track.as_of, scene.lang)), words)


def _shares(scene: Scene, line: Line) -> list[Shares]:
    components = [one for one in scene.review.plan.components if one.target == line.target.code]
    start = [float(one.baseline) for one in components if one.baseline is not None]
    bars = [Shares(tuple(start))] if start and len(start) == len(components) else []
    for end in sorted({figure.period.end for figure in line.figures}):
        values = {one.component: one.value for one in line.figures if one.period.end == end and one.value is not None}
        whole = all(one.code in values for one in components)
        bars.append(Shares(tuple(float(values[one.code]) for one in components) if whole else ()))
    return [*bars, Shares(tuple(float(one.goal) for one in components), goal=True)]
