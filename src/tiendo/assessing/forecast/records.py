"""What a forecast says of a target: a value with a range, how the same method did on figures already known, or why not.

An outlook is not a standing: nothing here can set, change or colour one.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Prospect(StrEnum):
    """What the figures lead to by the due day, if the course they have taken goes on."""

    WILL_REACH = "will_reach"  # the whole range reaches the goal
    AT_RISK = "at_risk"  # the goal lies inside the range
    WILL_NOT_REACH = "will_not_reach"  # no part of the range reaches the goal
    CANNOT_SAY = "cannot_say"  # nothing honest can be said; the reason tells why


class BreakCause(StrEnum):
    """Why figures before a day cannot be compared with those after it."""

    BODY = "body"  # the body was made anew: a merger, a split, another border
    ENDED = "ended"  # the body is no more; its successors are other bodies
    DEFINITION = "definition"  # the target counts something else: another name, unit, kind or scale


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A day on which a series breaks; figures of that day belong to what comes after."""

    on: date
    cause: BreakCause


@dataclass(frozen=True, slots=True)
class Stage:
    """The forecast for one day in the target's judged unit: the middle, and the ends of the 80 % range."""

    on: date
    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Trial:
    """The same method on figures already known: each foretold from those before it.

    `error` is the mean distance of what was foretold, `naive` that of "the same as last time", both in the judged unit.
    """

    tries: int
    error: Decimal
    naive: Decimal


@dataclass(frozen=True, slots=True)
class Outlook:
    """The outlook of one target as of a day.

    `stages` are the ends of the years up to the due day, the due day last; `end` is what is held to the goal: the last
    stage, or the mean of the term where the goal is one. `points` counts the values used, the first of them of
    `since_on`. `cut` is the break that left earlier ones out. `reason` is a key of words/*/assessing.toml with its
    values in machine form (`reasons.outlook_text` says it). `parts` are those of a structure, each by itself.
    """

    target: str
    as_of: date
    prospect: Prospect
    reason: str
    reason_values: tuple[tuple[str, str], ...] = ()
    end: Stage | None = None
    stages: tuple[Stage, ...] = ()
    points: int = 0
    since_on: date | None = None
    trial: Trial | None = None
    cut: Break | None = None
    unit: str = ""
    parts: tuple[tuple[str, "Outlook"], ...] = ()
