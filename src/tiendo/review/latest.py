"""What stands under "latest" of a target: one rule for terminal, page, Word table and bulletin.

The figure as somebody reported it, in its own unit; and beside it what the verdict judged, where that is another
number made of it: the rate of the assigned plan, the mean over the years so far.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tiendo.assessing import Assessment, rounded
from tiendo.plan import Kind, Target
from tiendo.quantity import Figure

JudgedBy = Literal["rate", "mean"]
_MADE: dict[Kind, JudgedBy] = {Kind.RELATIVE_TO_ASSIGNED: "rate", Kind.GROWTH_AVG: "mean"}


@dataclass(frozen=True, slots=True)
class Latest:
    """The figures (a structure has one a part, no data none), and the number made of them with what it is."""

    figures: tuple[Figure, ...] = ()
    judged: Decimal | None = None
    judged_by: JudgedBy | None = None


def latest_of(target: Target, verdict: Assessment) -> Latest:
    """The latest of a target by its verdict; the judged number with two decimals at most."""
    if target.kind is Kind.STRUCTURE:
        return Latest(tuple(part.figure for part in verdict.part_results))
    figure = verdict.figure
    if figure is None or figure.value is None:
        return Latest()
    made = _MADE.get(target.kind)
    if made is None or verdict.value is None or verdict.value == figure.value:
        return Latest((figure,))
    return Latest((figure,), rounded(verdict.value), made)
