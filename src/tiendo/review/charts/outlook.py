"""What the chart of a target's file adds to figures and path: the outlook, amendments and breaks of the series."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from markupsafe import Markup

from tiendo.review.charts.frame import Frame, Spot
from tiendo.review.charts.svg import area, dot, line, words

HATCH = 9.0  # between the lines of a hatching
LINE = 20  # what words take above each other
EDGE = 3.0


def outlook_shapes(frame: Frame) -> Iterator[Markup]:
    """The range behind everything that comes after the last figure, and its middle."""
    middle, region = frame.fan()
    if middle:
        yield area("c-fan", region)
        yield line("c-fanline", middle)
        yield dot("c-fandot", middle[-1], 3)


def mark_shapes(frame: Frame) -> Iterator[Markup]:
    """What stands before a break is hatched; breaks and amendments are lines."""
    broken = frame.track.broken_on
    if broken is not None:
        yield from (line("c-hatch", one) for one in _hatching(frame, frame.x(broken)))
    for mark in frame.track.marks:
        if frame.track.begin < mark.on < frame.track.end:
            x = frame.x(mark.on)
            yield line("c-cut" if mark.breaks else "c-break", [(x, frame.top), (x, frame.bottom)])


def mark_words(frame: Frame) -> Iterator[Markup]:
    """The words of each mark at the foot of its line, one above the other."""
    inside = [one for one in frame.track.marks if frame.track.begin < one.on < frame.track.end]
    for place, mark in enumerate(inside):
        x = frame.x(mark.on)
        late = x > (frame.left + frame.right) / 2
        spot = (x - EDGE if late else x + EDGE, frame.bottom - 6 - place * LINE / 2)
        yield words(f"c-mark c-{'end' if late else 'start'}", spot, mark.words)


def outlook_words(frame: Frame, shown: Callable[[Decimal], str], taken: list[float]) -> Iterator[Markup]:
    """The middle at the end of the outlook, above it or, where other words stand, below; the range is drawn."""
    middle, _ = frame.fan()
    if middle:
        end, (x, y) = frame.track.fan[-1], middle[-1]
        below = any(abs(y - 8 - other) < LINE / 2 + 3 for other in taken)
        spot = (x, min(y + 17, frame.bottom - 4) if below else max(y - 8, frame.top + 8))
        yield words("c-fanword c-end", spot, shown(end.value))


def _hatching(frame: Frame, until: float) -> Iterator[list[Spot]]:
    """Slanting lines from the left edge to a day."""
    height, x = frame.bottom - frame.top, frame.left - (frame.bottom - frame.top)
    while x < until:
        first, last = max(x, frame.left), min(x + height, until)
        if last > first:
            yield [(first, frame.bottom - (first - x)), (last, frame.bottom - (last - x))]
        x += HATCH
