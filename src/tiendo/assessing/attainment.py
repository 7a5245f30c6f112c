"""How much of the way from the baseline to the goal is done, per cent: uncapped, and negative when it went back.

The same formula serves rising and falling targets, so no direction is asked for. Never value ÷ goal.
"""

from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.exact import decimal
from tiendo.assessing.goal import goal_of
from tiendo.assessing.path import start_value
from tiendo.plan import Kind, Target

_PLACES = frozenset({Kind.RATING, Kind.MILESTONE})  # a place on a scale is an order, not an amount


def attainment(target: Target, value: Decimal | Fraction | None) -> Decimal | None:
    """100·(value − baseline)/(goal − baseline), per cent; None where `no_attainment` says why."""
    start, goal = start_value(target), goal_of(target)
    if value is None or start is None or goal is None or no_attainment(target, value) is not None:
        return None
    begin = Fraction(start)
    return decimal(100 * (Fraction(value) - begin) / (goal.aim(begin) - begin))


def no_attainment(target: Target, value: Decimal | Fraction | None) -> str | None:
    """Why a target has no attainment (a key of words/*/assessing.toml); None when it has one."""
    start, goal = start_value(target), goal_of(target)
    if target.kind is Kind.STRUCTURE:
        return "no_attainment_parts"
    if goal is None:
        return "no_attainment_goal"
    if target.kind in _PLACES:
        return "no_attainment_scale"
    if value is None:
        return "no_attainment_value"
    if start is None:
        return "no_attainment_baseline"
    return "no_attainment_way" if goal.aim(Fraction(start)) == Fraction(start) else None
