"""Numbers as whole numbers of the smallest step an indicator's numbers need, so that columns compare exactly.

Targets of the same name and unit are the same indicator, whatever body they are of (`exchange.indicator_of`): they
share a step, so that their values can be compared. A number of more than 17 digits in that step, and one that is no
number, is a problem: nothing is rounded.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.evidence import Evidence
from tiendo.errors import Place, Problem
from tiendo.plan import Kind, Target

DIGITS = 17  # products of two such numbers, with days and per cents, fit the 38 digits every engine has
MILLIONTH = 1_000_000  # weights and shares are whole millionths

Numbers = Iterable[Decimal | None]


@dataclass(frozen=True, slots=True)
class Steps:
    """How many steps make one unit: a power of ten."""

    per_unit: int

    def of(self, value: Decimal | Fraction) -> int:
        """A number in whole steps; ValueError when it has a smaller part (`steps_of` chose the step otherwise)."""
        whole, rest = divmod(Fraction(value) * self.per_unit, 1)
        if rest:
            raise ValueError(f"{value} is no whole number of 1/{self.per_unit}")
        return whole


def steps_of(told: Iterable[tuple[str, Target, Evidence]]) -> tuple[Mapping[tuple[str, str], Steps], tuple[Problem,
    ...]]:
    """The step of each indicator (name and unit), and the numbers columns cannot hold, all at once."""
    places: dict[tuple[str, str], int] = defaultdict(int)
    seen: list[tuple[tuple[str, str], Target, str, Decimal]] = []
    problems = []
    for name, target, evidence in told:
        indicator = name, target.unit
        places[indicator] = max(places[indicator], 1 if target.kind is Kind.STRUCTURE else 0)
        for where, value in numbers_of(target, evidence):
            if not value.is_finite():
                problems.append(_problem("A101", target, where, value))
                continue
            places[indicator] = max(places[indicator], decimals(value))
            seen.append((indicator, target, where, value))
    problems += [
        _problem("A102", target, where, value) for indicator, target, where, value in seen
        if abs(Fraction(value)) * 10 ** places[indicator] >= 10**DIGITS
    ]
    return {indicator: Steps(10**count) for indicator, count in places.items()}, tuple(problems)


def decimals(value: Decimal) -> int:
    """How many decimals a number needs: none for 300, two for 7.25 and for 7.2500."""
    _, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).rstrip("0")
    return max(0, -int(exponent) - (len(digits) - len(text))) if text else 0


def numbers_of(target: Target, evidence: Evidence) -> Iterator[tuple[str, Decimal]]:
    """Every number a verdict on a target rests on, with the table and column it stands in."""
    rows: tuple[tuple[str, Numbers], ...] = (
        ("targets.goal", (target.goal, target.goal_upper)), ("targets.baseline", (target.baseline,)),
        ("figures.value", (one.value for one in evidence.figures)),
        ("milestones.value", (end for one in evidence.milestones for end in (one.value, one.value_upper))),
        ("assignments.value", (one.value for one in evidence.assignments)),
        ("components.goal", (end for one in evidence.components for end in (one.goal, one.goal_upper, one.baseline))),
    )
    for where, values in rows:
        yield from ((where, value) for value in values if value is not None)


def _problem(code: str, target: Target, where: str, value: Decimal) -> Problem:
    table, _, column = where.partition(".")
    values = {"target": target.code, "body": target.body, "value": f"{value}", "digits": str(DIGITS)}
    return Problem(code, Place(f"{table}.csv", column=column), values)
