"""Plausible values, month by month: skewed between bodies, seasonal, noisy, with gaps and a jump at the merger.

All arrays are bodies x months. The numbers are invented; only their shapes are those of real reports.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tiendo.assessing.many.simulation.templates import YEARLY, Template
from tiendo.plan import Direction, Kind

Values = NDArray[np.float64]
Marks = NDArray[np.bool_]

REWARD = {Direction.AT_MOST: -1.0}  # which way a good body pulls


@dataclass(frozen=True, slots=True)
class Months:
    """The months of a simulation: the year of each, its place in the year (0 to 11), whether it is after the merger."""

    year: NDArray[np.int64]
    month: NDArray[np.int64]
    merged: Marks

    @property
    def count(self) -> int:
        """How many."""
        return len(self.year)


def values(template: Template, months: Months, bodies: int, random: np.random.Generator) -> tuple[Values, Values]:
    """The series of every body, in the target's unit, and where each body starts."""
    skill = random.gamma(4.0, 0.25, (bodies, 1))  # skewed: most near 1, a few far above
    share = (np.arange(months.count) + 1) / months.count
    jump = np.where(months.merged, 0.12, 0.0) * random.normal(0, 1, (bodies, 1))
    noise = random.normal(0, 0.15, (bodies, months.count)) + jump
    start = _start(template, bodies, random)
    if template.kind in YEARLY:
        return _yearly(template, months, skill, random), start
    if template.kind is Kind.CUMULATIVE:
        gained = random.poisson(np.maximum(0.02, template.goal / months.count * skill), (bodies, months.count))
        return np.cumsum(gained, axis=1).astype(np.float64), start
    if template.kind is Kind.MILESTONE:
        return np.minimum(template.goal, np.floor(share * skill * 2.6)), start
    if template.kind is Kind.MAINTAIN:
        return start + template.spread * _better(template) * np.abs(noise) - _broken(template, noise), start
    way = template.goal - start
    return start + way * share * (0.55 + 0.5 * skill) + template.spread * 0.2 * noise, start


def _better(template: Template) -> float:
    return REWARD.get(template.direction, 1.0)


def _start(template: Template, bodies: int, random: np.random.Generator) -> Values:
    usual = 0.0 if template.start is None else template.start
    return usual + 0.4 * template.spread * random.normal(0, 1, (bodies, 1)) * (template.start is not None)


def _broken(template: Template, noise: Values) -> Values:
    """A level is broken rarely: where the noise is far out."""
    return np.where(noise < -0.62, 3 * template.spread + 1, 0.0) * _better(template)


def _yearly(template: Template, months: Months, skill: Values, random: np.random.Generator) -> Values:
    """The year so far as each month tells it; amounts grow through the year, faster in its last months."""
    usual = template.amount or template.goal
    of_year = random.normal(0, 1, (len(skill), int(months.year.max() - months.year.min()) + 1))
    swing = of_year[:, months.year - months.year.min()]
    if template.kind is Kind.RATING:
        return np.clip(np.round(template.goal + template.spread * (swing + 0.5 * (skill - 1))), 0, 3)
    if template.kind is Kind.RELATIVE_TO_ASSIGNED:
        gone = ((months.month + 1) / 12) ** (1 + template.season)
        return (usual * skill + 0.3 * template.spread) * (1 + 0.08 * swing) * gone * template.goal / 100
    level = usual + 0.25 * template.spread * (swing + 1.2 * (skill - 1) + 0.4)
    return np.minimum(level, 100.0) if template.unit == "%" else np.maximum(level, -30.0)


def missing(months: Months, bodies: int, random: np.random.Generator) -> Marks:
    """Which figures never came: few bodies miss many, and the summer of the merger misses more."""
    careless = random.beta(1.0, 24.0, (bodies, 1))
    merger = np.zeros(months.count)
    first = int(np.argmax(months.merged)) if months.merged.any() and not months.merged.all() else months.count
    merger[first:first + 3] = 0.15
    found: Marks = random.random((bodies, months.count)) < careless + merger
    return found
