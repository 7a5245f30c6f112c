"""The chart of one target's file: the sparkline's picture with days, values and the goal in words.

Shapes and words are drawn apart, for the shapes are the same in every language. One drawing serves both widths:
its words are large enough to be read when a phone shrinks it by a sixth.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from tiendo.review.charts.frame import Frame, Spot, last_spot, stepped, valued
from tiendo.review.charts.svg import area, dot, line, together, words
from tiendo.review.charts.track import Track

WIDTH, HEIGHT = 420, 190
BOX = (24.0, 22.0, 396.0, 164.0, 0.18)  # left, top, right, bottom, and what is kept free for the words
MOST_WORDS = 6  # with more points only the first and the last are written out
Shown = Callable[[Decimal], str]


def chart(track: Track) -> Markup:
    """A track as shapes in a box of WIDTH × HEIGHT."""
    frame = Frame(track, *BOX)
    return together([*_path(frame), *_axis(frame), *_figures(frame)])


def chart_words(track: Track, shown: Shown, today: str) -> Markup:
    """The words of a chart; `shown` writes a value, `today` names the day viewed."""
    frame = Frame(track, *BOX)
    return together([
        *(words("c-year", (frame.x(day), frame.bottom + 18), str(day.year), "middle") for day in _year_ends(track)),
        words("c-nowword", (frame.x(track.as_of), frame.top - 8), today, "middle"),
        *_goal_words(frame, shown), *_value_words(frame, shown),
    ])


def _path(frame: Frame) -> Iterator[Markup]:
    if frame.track.stops:
        yield area("c-good", frame.good_side())
        yield line("c-edge", frame.edge())
        for value in _ends(frame.track):
            yield line("c-goal", [(frame.left, frame.y(value)), (frame.right, frame.y(value))])


def _ends(track: Track) -> list[Decimal]:
    """The goal, or both ends of its band."""
    goal = track.stops[-1]
    return [goal.low] if goal.high is None else [goal.low, goal.high]


def _axis(frame: Frame) -> Iterator[Markup]:
    yield line("c-axis", [(frame.left, frame.bottom), (frame.right, frame.bottom)])
    for day in _year_ends(frame.track):
        yield line("c-axis", [(frame.x(day), frame.bottom), (frame.x(day), frame.bottom + 4)])
    x = frame.x(frame.track.as_of)
    yield line("c-now", [(x, frame.top - 4), (x, frame.bottom)])


def _year_ends(track: Track) -> list[date]:
    days = [date(year, 12, 31) for year in range(track.begin.year, track.end.year + 1)]
    return [day for day in days if track.begin <= day <= track.end]


def _figures(frame: Frame) -> Iterator[Markup]:
    for run in frame.runs():
        if len(run) > 1:
            yield line("c-act", stepped(run) if frame.track.steps else run)
        yield from (dot("c-dot", spot, 2.4) for spot in run)
    middle = (frame.top + frame.bottom) / 2
    yield from (dot("c-gap", (x, middle), 5) for x in frame.gaps())
    last = last_spot(frame)
    if last:
        yield dot("c-last", last, 4)


def _goal_words(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The goal at the far end, above its line; a band's upper end likewise."""
    if frame.track.stops:
        for value in _ends(frame.track):
            yield words("c-goalword", (frame.right, frame.y(value) - 5), shown(value), "end")


def _value_words(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The values at their points: of a path the first and the last, of a few years all."""
    known = valued(frame.track.points)
    chosen = known if frame.track.level and len(known) <= MOST_WORDS else [*known[:1], *known[1:][-1:]]
    for place, (point, value) in enumerate(chosen):
        spot = frame.x(point.on), frame.y(value)
        others = [other for _, other in (*chosen[:place][-1:], *chosen[place + 1:][:1])]
        below = bool(others) and all(other > value for other in others)
        yield words("c-value" if place == len(chosen) - 1 else "c-level", (spot[0], spot[1] + (19 if below else -9)),
                    shown(value), _anchor(frame, spot))


def _anchor(frame: Frame, spot: Spot) -> str:
    """Words near an edge grow away from it."""
    share = (spot[0] - frame.left) / (frame.right - frame.left)
    return "start" if share < 0.15 else "end" if share > 0.85 else "middle"
