"""The chart of one target's file: the sparkline's picture with days, values and the goal in words.

Shapes and values are drawn apart, for the shapes are the same in every language. One drawing serves both widths:
its words are large enough to be read when a phone shrinks it by a sixth.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from tiendo.review.charts.frame import Frame, Spot, last_spot, stepped, valued
from tiendo.review.charts.outlook import mark_shapes, mark_words, outlook_shapes, outlook_words
from tiendo.review.charts.svg import area, dot, line, together, words
from tiendo.review.charts.track import Track

WIDTH, HEIGHT = 420, 190
BOX = (24.0, 22.0, 396.0, 164.0, 0.18)  # left, top, right, bottom, and what is kept free for the words
ROOM, LINE = 52, 20  # what words take beside and above each other
Shown = Callable[[Decimal], str]


@lru_cache(1024)  # one figure more in a plan leaves its other targets as they were
def chart(track: Track, today: str) -> Markup:
    """A track as shapes in a box of WIDTH × HEIGHT, with its years and the day viewed (`today` as it is written)."""
    frame = Frame(track, *BOX)
    return together([*_path(frame), *outlook_shapes(frame), *_former(frame), *mark_shapes(frame), *_axis(frame),
                     *_figures(frame), *_days(frame, today)])


def chart_words(track: Track, shown: Shown) -> Markup:
    """The values and the goal in words, for they differ from language to language; `shown` writes a value."""
    frame = Frame(track, *BOX)
    ends = _ends(frame.track) if frame.track.stops else []
    taken = [frame.y(value) - 5 for value in ends if not _beside_outlook(frame, value)]
    return together([*_goal_words(frame, shown), *_former_words(frame, shown), *_value_words(frame, shown),
                     *outlook_words(frame, shown, taken), *mark_words(frame)])


def _days(frame: Frame, today: str) -> Iterator[Markup]:
    for day in _year_ends(frame.track):
        yield words("c-year", (frame.x(day), frame.bottom + 18), str(day.year))
    x = frame.x(frame.track.as_of)
    yield words(f"c-nowword{_anchor(frame, x)}", (x, frame.top - 8), today)


def _path(frame: Frame) -> Iterator[Markup]:
    if frame.track.stops:
        yield area("c-good", frame.good_side())
        yield line("c-edge", frame.edge())
        for value in _ends(frame.track):
            yield line("c-goalline", [(frame.left, frame.y(value)), (frame.right, frame.y(value))])


def _former(frame: Frame) -> Iterator[Markup]:
    """Amended paths stay visible, dotted to their old end; the day of the amendment is a mark."""
    for one in frame.track.former:
        yield line("c-old", [(frame.x(stop.on), frame.y(stop.low)) for stop in one.stops])


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
    """The goal at the far end, above its line; a band's upper end likewise; nothing where the last value stands.

    Where an outlook ends beside it, the goal is written at the near end.
    """
    last = last_spot(frame) or (0.0, 0.0)
    for value in _ends(frame.track) if frame.track.stops else ():
        if _beside_outlook(frame, value):
            yield words("c-goalword c-start", (frame.left + 2, frame.y(value) - 5), shown(value))
        elif last[0] < frame.right - ROOM or abs(frame.y(value) - last[1]) > LINE:
            yield words("c-goalword c-end", (frame.right, frame.y(value) - 5), shown(value))


def _beside_outlook(frame: Frame, value: Decimal) -> bool:
    """Whether the outlook's middle ends where the goal's words would stand, and the near end is free for them."""
    middle, _ = frame.fan()
    first = next(iter(frame.runs()), [(0.0, frame.bottom)])[0]
    return bool(middle) and abs(middle[-1][1] - frame.y(value)) < 2 * LINE and abs(first[1] - frame.y(value)) > LINE


def _former_words(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The goal that was asked for before, struck from the end of its path; nothing where the goal of now stands."""
    now = [frame.y(value) for value in _ends(frame.track)] if frame.track.stops else []
    for one in frame.track.former:
        y = frame.y(one.stops[-1].low)
        if all(abs(y - other) > LINE for other in now):
            yield words("c-oldword c-end", (frame.right, y - 5), f"({shown(one.stops[-1].low)})")


def _value_words(frame: Frame, shown: Shown) -> Iterator[Markup]:
    """The values at their points: all of a few that stand apart, else the first and the last."""
    known = [((frame.x(point.on), frame.y(value)), value) for point, value in valued(frame.track.points)]
    chosen = known if frame.track.level and _apart(known) else _apart_ends(known)
    for place, (spot, value) in enumerate(chosen):
        others = [other for _, other in (*chosen[:place][-1:], *chosen[place + 1:][:1])]
        below = bool(others) and all(other > value for other in others)
        look = ("c-value" if place == len(chosen) - 1 else "c-level") + _anchor(frame, spot[0])
        yield words(look, (spot[0], spot[1] + (19 if below else -9)), shown(value))


def _apart(known: list[tuple[Spot, Decimal]]) -> bool:
    return all(right[0] - left[0] >= ROOM for (left, _), (right, _) in pairwise(known))


def _apart_ends(known: list[tuple[Spot, Decimal]]) -> list[tuple[Spot, Decimal]]:
    """The first and the last value; the last alone where their words would touch."""
    ends = [known[0], known[-1]] if known else []
    touch = bool(ends) and ends[1][0][0] - ends[0][0][0] < ROOM and abs(ends[1][0][1] - ends[0][0][1]) < LINE
    return ends[1:] if touch or len(known) == 1 else ends


def _anchor(frame: Frame, x: float) -> str:
    """The further class of words near an edge: they grow away from it."""
    share = (x - frame.left) / (frame.right - frame.left)
    return " c-start" if share < 0.15 else " c-end" if share > 0.85 else ""
