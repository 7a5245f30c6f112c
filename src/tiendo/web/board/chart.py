"""The large chart of a target: figures, path, goal, outlook, amendments, breaks; and the same as a table beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from tiendo.assessing import Stage, evidence_for, expected_on, path_points
from tiendo.quantity import say_day
from tiendo.review.charts import Former, Mark, Track, chart, chart_words, track_of
from tiendo.review.charts.track import PATH_KINDS
from tiendo.review.page.amounts import on_chart
from tiendo.store.plan_out import Version
from tiendo.web.board.scene import Row, Scene
from tiendo.words import say

__all__ = ["Chart", "ChartRow", "chart_of"]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What the chart shows on a day; `gap` says that it is known that nothing is known."""

    day: str
    actual: str
    gap: bool
    path: str
    outlook: str
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The large chart of a target, its table, and what of it needs a word."""

    shapes: Markup
    words: Markup
    rows: tuple[ChartRow, ...]
    fan: bool
    broken: bool
    amended: bool


def chart_of(scene: Scene, row: Row, versions: tuple[Version, ...]) -> Chart | None:
    """The chart with all that is known on the day; None for a structure and where no first day is known."""
    plain = track_of(scene.plan, row.line, scene.on)
    if plain is None:
        return None
    former = tuple(_former(scene, row, versions))
    track = replace(plain, former=former, fan=row.outlook.outlook.stages, marks=tuple(_marks(scene, row, former)))
    return Chart(
        chart(track, f"{scene.on:%d/%m/%Y}"), chart_words(track, lambda value: _shown(scene, row, value)),
        tuple(_rows(scene, row, track)), bool(track.fan), track.broken_on is not None, bool(former))


def _former(scene: Scene, row: Row, versions: tuple[Version, ...]) -> Iterator[Former]:
    """The path of each earlier version, until the day the next one counted from."""
    ordered = sorted(versions, key=lambda one: one.number)
    for old, new in pairwise(ordered):
        plan = replace(scene.plan, targets=(old.target,), milestones=old.milestones, components=old.components)
        track = track_of(plan, replace(row.line, target=old.target), scene.on)
        if track and track.stops and new.since:
            yield Former(new.since, track.stops)


def _marks(scene: Scene, row: Row, former: Sequence[Former]) -> Iterator[Mark]:
    """Breaks that have come, and amendments on other days."""
    broken = [one.on for one in row.breaks if one.on <= scene.on]
    yield from (Mark(day, f"{say('web.mark_break', scene.lang)} {say_day(day, scene.lang)}", breaks=True)
                for day in broken)
    for one in former:
        if one.until not in broken:
            yield Mark(one.until, f"{say('web.mark_amended', scene.lang)} {say_day(one.until, scene.lang)}")


def _rows(scene: Scene, row: Row, track: Track) -> Iterator[ChartRow]:
    """Every day the chart says something of, in order."""
    actual = {one.on: one.value for one in track.points}
    stages, notes = {one.on: one for one in track.fan}, _notes(scene, row, track)
    due = row.line.target.due_on
    for day in sorted({*actual, *stages, *notes, due}):
        value = actual.get(day)
        shown = "" if value is None else _shown(scene, row, value)
        yield ChartRow(
            say_day(day, scene.lang), shown, day in actual and value is None,
            _asked(scene, row, day), _foretold(scene, row, stages.get(day)), "; ".join(notes.get(day, ())))


def _notes(scene: Scene, row: Row, track: Track) -> dict[date, list[str]]:
    """The words of each marked day; a break says why."""
    found: dict[date, list[str]] = {}
    for one in row.breaks:
        if one.on <= scene.on:
            found.setdefault(one.on, []).append(say(f"assessing.break_{one.cause}", scene.lang))
    for former in track.former:
        goal = _shown(scene, row, former.stops[-1].low)
        found.setdefault(former.until, []).append(say("web.mark_was", scene.lang, goal=goal))
    return found


def _asked(scene: Scene, row: Row, day: date) -> str:
    """What the path asks for on a day; a target judged year by year asks for its goal."""
    target = row.line.target
    if target.kind not in PATH_KINDS or target.scale:
        return "" if target.goal is None or day > target.due_on else _ends(scene, row, target.goal, target.goal_upper)
    evidence = evidence_for(scene.plan, target.code)
    asked = expected_on(path_points(target, evidence.milestones, evidence.since_on), day)
    return "" if asked is None else _ends(scene, row, asked.value, asked.value_upper)


def _ends(scene: Scene, row: Row, low: Decimal, high: Decimal | None) -> str:
    return _shown(scene, row, low) + ("" if high is None else f"–{_shown(scene, row, high)}")


def _foretold(scene: Scene, row: Row, stage: Stage | None) -> str:
    if stage is None:
        return ""
    low, high = _shown(scene, row, stage.low), _shown(scene, row, stage.high)
    return f"{_shown(scene, row, stage.value)} ({low}–{high})"


def _shown(scene: Scene, row: Row, value: Decimal) -> str:
    return on_chart(value, row.line.target, row.line.assessment, scene.lang)
