"""The chart of one target's file: the sparkline's picture with days, values and the goal in words.

One drawing for both widths: its words are large enough to be read when a phone shrinks it by a sixth.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from tiendo.review.charts.frame import Frame, last_spot, stepped, valued
from tiendo.review.charts.svg import area, dot, line, together, words
from tiendo.review.charts.track import Track

WIDTH, HEIGHT = 420, 190
BOX = (62.0, 14.0, 404.0, 158.0)
Shown = Callable[[Decimal], str]


def chart(track: Track, shown: Shown, today: str) -> Markup:
    """A track as shapes in a box of WIDTH × HEIGHT; `shown` writes a value, `today` names the day viewed."""
    frame = Frame(track, *BOX)
    return together([*_grid(frame, shown), *_path(frame), *_now(frame, today), *_figures(frame), *_latest(frame, shown)])


def _grid(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The years below; at the left where the track starts and where it should end."""
    track = frame.track
    yield line("c-axis", [(frame.left, frame.bottom), (frame.right, frame.bottom)])
    for year in range(track.begin.year, track.end.year + 1):
        day = date(year, 12, 31)
        if track.begin <= day <= track.end:
            x = frame.x(day)
            yield line("c-axis", [(x, frame.bottom), (x, frame.bottom + 4)])
            yield words("c-year", (x, frame.bottom + 18), str(year), "middle" if day < track.end else "end")
    if track.stops:
        yield from _levels(frame, shown)


def _levels(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The goal's line and its words, and the start's words where they do not touch the goal's."""
    first, goal = frame.track.stops[0], frame.track.stops[-1]
    y = frame.y(goal.low)
    yield line("c-goal", [(frame.left, y), (frame.right, y)])
    yield words("c-goalword", (frame.left - 6, y + 4), shown(goal.low), "end")
    if goal.high is not None:
        yield line("c-goal", [(frame.left, frame.y(goal.high)), (frame.right, frame.y(goal.high))])
        yield words("c-goalword", (frame.left - 6, frame.y(goal.high) + 4), shown(goal.high), "end")
    elif abs(frame.y(first.low) - y) > 15:
        yield words("c-level", (frame.left - 6, frame.y(first.low) + 4), shown(first.low), "end")


def _path(frame: Frame) -> Iterator[Markup]:
    if frame.track.stops:
        yield area("c-good", frame.good_side())
        yield line("c-edge", frame.edge())


def _now(frame: Frame, today: str) -> Iterator[Markup]:
    x = frame.x(frame.track.as_of)
    yield line("c-now", [(x, frame.top - 2), (x, frame.bottom)])
    yield words("c-nowword", (x + 4, frame.top + 8) if x < 280 else (x - 4, frame.top + 8), today,
                "start" if x < 280 else "end")


def _figures(frame: Frame) -> Iterator[Markup]:
    for run in frame.runs():
        if len(run) > 1:
            yield line("c-act", stepped(run) if frame.track.steps else run)
        yield from (dot("c-dot", spot, 2.4) for spot in run)
    middle = (frame.top + frame.bottom) / 2
    yield from (dot("c-gap", (x, middle), 5) for x in frame.gaps())


def _latest(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The latest point and its value, above the line where it rises and below where it falls."""
    spot = last_spot(frame)
    if spot is None:
        return
    values = [value for _, value in valued(frame.track.points)]
    below = len(values) > 1 and values[-1] < values[-2] and spot[1] < frame.bottom - 20
    yield dot("c-last", spot, 4)
    y = spot[1] + 18 if below else max(spot[1] - 9, frame.top + 4)
    yield words("c-value", (spot[0], y), shown(values[-1]), "middle")

