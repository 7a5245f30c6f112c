"""Where a plan's rows stand, and whom a question about one goes to."""

from dataclasses import replace

from tiendo.checking.records import Finding
from tiendo.errors import Place
from tiendo.plan import Plan
from tiendo.quantity import Figure

_FIRST = 2  # a table's first row: its header is line 1


def row_place(table: str, at: int, column: str | None = None) -> Place:
    """The place of the row at an index of a table."""
    return Place(f"{table}.csv", row=at + _FIRST, column=column)


def place_of_figure(plan: Plan, figure: Figure) -> Place:
    """The row a figure comes from: its own, or the decision by which it was taken from a report."""
    decided = next((at for at, row in enumerate(plan.acceptances) if row.id == figure.id), None)
    if decided is not None:
        return row_place("acceptances", decided, "value")
    at = next((at for at, one in enumerate(plan.figures) if one.id == figure.id), None)
    return Place("figures.csv") if at is None else row_place("figures", at, "value")


def name_of(plan: Plan, body: str) -> str:
    """The name of a body by its code; the text itself where it is no code."""
    return next((one.name_vi for one in plan.bodies if one.code == body), body)


def reporter(plan: Plan, figure: Figure, finding: Finding) -> Finding:
    """A finding as a question to the unit that reported the figure."""
    return replace(finding, unit=name_of(plan, figure.reported_by))
