"""The whisker: right is better, the goal is a bar, nothing has the colour of a standing."""

import re
from datetime import date
from decimal import Decimal

from tiendo.assessing import Stage
from tiendo.plan import Direction
from tiendo.review.charts.whisker import EDGE, WIDTH, whisker

END = Stage(date(2025, 12, 31), Decimal(50), Decimal(40), Decimal(60))


def spots(direction: Direction, *goals: str) -> tuple[float, list[float]]:
    drawn = whisker(END, [Decimal(goal) for goal in goals], direction)
    bars = re.findall(r'class="w-goal" x="([\d.]+)"', drawn)
    (dot,) = re.findall(r'class="w-dot" cx="([\d.]+)"', drawn)
    return float(dot), [float(bar) + 1.5 for bar in bars]


def test_more_stands_right_where_more_is_better() -> None:
    assert spots(Direction.AT_LEAST, "60") == (WIDTH / 2, [WIDTH - EDGE])


def test_less_stands_right_where_less_is_better() -> None:
    assert spots(Direction.AT_MOST, "60") == (WIDTH / 2, [EDGE])


def test_a_band_has_two_bars() -> None:
    assert spots(Direction.WITHIN, "45", "55")[1] == [31, 81]


def test_a_range_of_one_value_at_its_goal_stands_in_the_middle() -> None:
    still = Stage(END.on, Decimal(100), Decimal(100), Decimal(100))
    assert re.findall(r'class="(w-[\w]+)"', whisker(still, [Decimal(100)], Direction.AT_LEAST)) == [
        "w-axis", "w-goal", "w-line", "w-line", "w-line", "w-dot"]
