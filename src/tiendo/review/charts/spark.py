"""The sparkline of a scoreboard row: path or goal, good side, figures, the latest point, the day viewed.

Drawn by hand as a few shapes: dozens stand on one page, and a chart engine takes a tenth of a second for each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from tiendo.review.charts.frame import Frame, last_spot, stepped
from tiendo.review.charts.svg import area, dot, line, rect, together
from tiendo.review.charts.track import Track

WIDTH, HEIGHT = 132, 26
GAP = 2.0  # between the bars of a structure


@dataclass(frozen=True, slots=True)
class Shares:
    """The parts of a structure in one period; `values` are empty where a part is unknown."""

    values: tuple[float, ...]
    goal: bool = False


@lru_cache(1024)  # one figure more in a plan leaves its other targets as they were
def spark(track: Track) -> Markup:
    """A track as shapes in a box of WIDTH × HEIGHT."""
    frame = Frame(track, 3, 1, WIDTH - 5, HEIGHT - 1)
    now = frame.x(track.as_of)
    parts = [area("c-good", frame.good_side()), line("c-edge", frame.edge())] if track.stops else []
    parts.append(line("c-now", [(now, 0), (now, HEIGHT)]))
    parts += [line("c-act", stepped(run) if track.steps else run) for run in frame.runs() if len(run) > 1]
    parts += [dot("c-gap", (x, HEIGHT / 2), 2.4) for x in frame.gaps()]
    parts += [dot("c-dot", spot, 1.6) for run in frame.runs() for spot in run]
    last = last_spot(frame)
    return together([*parts, *([dot("c-last", last, 2.8)] if last else [])])


def spark_of_shares(bars: Sequence[Shares]) -> Markup:
    """A structure as one bar a period, oldest first; a period with an unknown part is an empty dashed bar."""
    width = (WIDTH - 6) / len(bars)
    return together(shape for number, bar in enumerate(bars)
                    for shape in _bar(bar, 3 + number * width, width - GAP))


def _bar(bar: Shares, left: float, width: float) -> Sequence[Markup]:
    heights = [max(value, 0.0) for value in bar.values]  # a share below zero is a mistake the checks name
    whole = sum(heights)
    if not whole:
        return [rect("c-void", (left, 1), width, HEIGHT - 2)]
    shapes, top = [], 1.0
    for place, value in enumerate(heights):
        height = (HEIGHT - 2) * value / whole
        shapes.append(rect(f"c-part{place % 4}{' c-goalbar' if bar.goal else ''}", (left, top), width, height))
        top += height
    return shapes
