"""Numbers as the page writes them: short where they were computed, as stated where somebody stated them."""

from decimal import Decimal

from tiendo.assessing import Assessment
from tiendo.plan import Component, Direction, Target, amount_text, value_text
from tiendo.words import Lang

SIGNS = {  # a sign is never parted from its number
    Direction.AT_LEAST: "≥\N{NO-BREAK SPACE}", Direction.AT_MOST: "≤\N{NO-BREAK SPACE}", Direction.WITHIN: "",
    Direction.DONE: "",
}


def short(value: Decimal, places: int = 2) -> Decimal:
    """At most so many decimals, and none that say nothing."""
    rounded = round(value, places)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def on_chart(value: Decimal, target: Target, verdict: Assessment, lang: Lang) -> str:
    """A value beside its point: with `%`, else bare (the unit stands in the caption); a level by its words."""
    if target.scale:
        return value_text(value, target.scale, lang)
    return value_text(short(value), None, lang) + ("%" if verdict.unit.startswith("%") else "")


def judged(value: Decimal, target: Target, verdict: Assessment, lang: Lang) -> str:
    """A value in the verdict's unit."""
    return amount_text(value if target.scale else short(value), verdict.unit, target.scale, lang)


def goal_text(target: Target, goal: Decimal, verdict: Assessment, lang: Lang) -> str:
    """A period's goal with its direction; a band's upper end belongs to the target."""
    if target.goal_upper is None:
        return SIGNS[target.direction] + judged(goal, target, verdict, lang)
    return f"{value_text(goal, target.scale, lang)}–{judged(target.goal_upper, target, verdict, lang)}"


def part_goal_text(part: Component, lang: Lang) -> str:
    """The goal of a structure's part, in per cent."""
    upper = "" if part.goal_upper is None else "–" + value_text(part.goal_upper, None, lang)
    return f"{SIGNS[part.direction]}{value_text(part.goal, None, lang)}{upper}%"
