"""A figure: one value of one target for one period, with its source for ever beside it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tiendo.quantity.period import Period


class FigureStatus(StrEnum):
    """How sure the value was when it was reported (domain.md 4.3)."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from: a document, and in it the page and the sentence that states it."""

    document: str
    page: int | None = None
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported value; append-only: a correction is a new figure that names what it supersedes and why.

    `value` is in the target's unit, or None for "no data", whose reason then stands in `note`. A rating or
    milestone target's value is the place on its scale (`plan.scale`). `as_of` is the day the data speak of;
    `component` names the part of a structure target.
    """

    id: str
    target: str
    body: str
    period: Period
    as_of: date
    value: Decimal | None
    status: FigureStatus
    source: Source
    reported_by: str
    approved_by: str | None = None
    approved_on: date | None = None
    supersedes: str | None = None
    why: str | None = None
    component: str | None = None
    note: str | None = None
