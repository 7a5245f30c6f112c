"""Bodies follow each other: who carries on how much of what an older body was."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.store import body_rows, places
from tiendo.usecases.register.call import Call, doing

__all__ = ["Successor", "succeed_body"]


@dataclass(frozen=True, slots=True)
class Successor:
    """A body (by its code) that carries on a share, over 0 and at most 1, of an older one."""

    body: str
    weight: Decimal


def succeed_body(*, call: Call, before: str, on: date, successors: tuple[Successor, ...], basis: str) -> None:
    """Record that a body ended on a day and who followed it, on which basis (the act, by symbol and day).

    A merger gives each old body one successor of weight 1; a split shares 1 among several. Raises RegisterError: S218
    weights that do not make 1, S210 without a basis.
    """
    with doing("succeed_body", call, places.of_body(before), f"body {before}", basis) as now:
        problems = []
        if not basis.strip():
            problems.append(Problem("S210", Place("form", column="basis")))
        total = sum((one.weight for one in successors), Decimal(0))
        if total != 1 or any(one.weight <= 0 for one in successors):
            problems.append(Problem("S218", Place("form", column="weight"), {"total": f"{total}"}))
        if problems:
            raise RegisterError(problems)
        body_rows.succeed(before, on, [(one.body, one.weight) for one in successors], basis.strip())
        now.detail = {"successors": {one.body: f"{one.weight}" for one in successors}}
