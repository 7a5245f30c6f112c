"""The outlook of a target as a dot and a whisker beside its goal: the middle, the 80 % range, the goal as a thick bar.

Right is always better, for "at most" too. Nothing here has a colour of a standing.
"""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from tiendo.assessing import Stage
from tiendo.plan import Direction
from tiendo.review.charts.svg import dot, line, rect, together

WIDTH, HEIGHT = 112, 18
EDGE, MIDDLE = 6.0, HEIGHT / 2


def whisker(end: Stage, goals: Sequence[Decimal], direction: Direction) -> Markup:
    """A forecast beside its goal (both ends of a band) as shapes in a box of WIDTH × HEIGHT."""
    values = [end.low, end.value, end.high, *goals]
    least, most = float(min(values)), float(max(values))
    width = (most - least) or 1.0

    def x(value: Decimal) -> float:
        share = (float(value) - least) / width if most > least else 0.5
        return EDGE + (1 - share if direction is Direction.AT_MOST else share) * (WIDTH - 2 * EDGE)

    ends = [(x(end.low), MIDDLE), (x(end.high), MIDDLE)]
    caps = [line("w-line", [(spot, MIDDLE - 3), (spot, MIDDLE + 3)]) for spot, _ in ends]
    bars = [rect("w-goal", (x(goal) - 1.5, 1), 3, HEIGHT - 2) for goal in goals]
    return together([line("w-axis", [(0, MIDDLE), (WIDTH, MIDDLE)]), *bars, line("w-line", ends), *caps,
                     dot("w-dot", (x(end.value), MIDDLE), 3.2)])
