"""Ranks of units by a value, and how many years running a rank was held (domain.md 7).

Units with the same value share the place and the next places are skipped: 1, 2, 2, 4. A unit without a value has no
place: it is not the last.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tiendo.plan import Direction, Ranking


@dataclass(frozen=True, slots=True)
class UnitRank:
    """A unit's place among the `of` units that have a value; `shared` when another has the same place."""

    unit: str
    value: Decimal | None
    rank: int | None
    of: int
    shared: bool = False


def rank_units(values: Mapping[str, Decimal | None], direction: Direction) -> tuple[UnitRank, ...]:
    """The units in the order of their places, those without a value at the end; equal places by the unit's code.

    Only "at least" and "at most" say which value is better; another direction is a ValueError.
    """
    if direction not in {Direction.AT_LEAST, Direction.AT_MOST}:
        raise ValueError(f"no order of better and worse in direction {direction}")
    known = sorted(value for value in values.values() if value is not None)
    ties = Counter(known)
    ranked = [
        UnitRank(unit, None, None, len(known)) if value is None
        else UnitRank(unit, value, _place(value, known, direction), len(known), shared=ties[value] > 1)
        for unit, value in values.items()
    ]
    return tuple(sorted(ranked, key=lambda one: (one.rank is None, one.rank or 0, one.unit)))


def _place(value: Decimal, known: list[Decimal], direction: Direction) -> int:
    """One more than the number of units that are better; `known` is in ascending order."""
    better = bisect_left(known, value) if direction is Direction.AT_MOST else len(known) - bisect_right(known, value)
    return better + 1


def streak(rankings: Iterable[Ranking], rank: int = 1) -> int:
    """How many years running, up to the latest year ranked, a body held a rank.

    `rankings` are of one body and one subject. A year without a ranking breaks the run, and so does a year for
    which another ranking shows another rank. Years a source only speaks of ("8 years running") are not counted.
    """
    held: dict[int, set[int]] = defaultdict(set)
    for one in rankings:
        held[one.period.end.year].add(one.rank)
    if not held:
        return 0
    year = max(held)
    while held.get(year) == {rank}:
        year -= 1
    return max(held) - year
