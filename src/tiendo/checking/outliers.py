"""Outliers: the last figure of a target against its path and its earlier figures (C501-C503).

Limits of mean and standard deviation cry wolf on skewed and short series (field.md 5: DHIS2 says so of its own). These
checks assume no distribution. A slip of the unit or the comma (C501) must be at least five times off everything the
figure can be held against and land right when the comma is moved. A jump (C502) must be three times any move the
series ever made, over at least four. A figure far beyond its path (C503) is past it by more than the whole way from
baseline to goal. Figures are compared only with figures of periods of the same length, never with a part of a year.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from math import log
from statistics import median

from tiendo.assessing import Evidence, evidence_for, expected_on, latest_figures, path_points
from tiendo.assessing.evidence import day_of
from tiendo.checking.case import Rule
from tiendo.checking.records import Finding
from tiendo.checking.rows import place_of_figure, reporter
from tiendo.checking.shown import spelled, spelled_amount
from tiendo.plan import Kind, Plan, Target
from tiendo.quantity import Figure

SLIP = Rule("C501", "outlier", "warning")
JUMP = Rule("C502", "outlier", "warning")
FAR = Rule("C503", "outlier", "info")

_SCALES = {Kind.RATING, Kind.MILESTONE}  # places on a scale are an order, not amounts
_LEVELS = {Kind.LEVEL_END, Kind.CUMULATIVE, Kind.MAINTAIN, Kind.STRUCTURE}  # a value as at a day, whatever the period
_OFF = log(5)  # a slip is at least so far off; a tenfold one is log(10)
_NEAR = log(2)  # and lands within so much of where it should be
_LEAST_MOVES = 4  # earlier moves that a jump is held against
_JUMPS = 3  # times the largest of them
_SMALL = Decimal("0.1")  # of the way from baseline to goal: less is no jump worth asking about


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of a target (or of one part of it) that can be held against each other, oldest first."""

    target: Target
    figures: tuple[Figure, ...]
    evidence: Evidence

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Their values."""
        return tuple(figure.value for figure in self.figures if figure.value is not None)

    @property
    def last(self) -> Figure:
        """The figure that is questioned."""
        return self.figures[-1]

    @property
    def expected(self) -> Decimal | None:
        """What the target's path asks for on the day the last figure speaks of; None without a path."""
        if self.target.kind not in _LEVELS or self.last.component:
            return None
        path = path_points(self.target, self.evidence.milestones, self.evidence.since_on)
        point = expected_on(path, day_of(self.last)) if len(path) > 1 else None
        return point.value if point else None


def outlier_findings(plan: Plan, as_of: date) -> Iterator[Finding]:
    """One question at most for each target or part, the surest first."""
    for target in plan.targets:
        for series in _series(plan, target, as_of):
            found = next((one for check in (_slip, _jump, _far) for one in check(plan, series)), None)
            if found:
                yield found


def _series(plan: Plan, target: Target, as_of: date) -> Iterator[Series]:
    """The series of a target, one for each part; the last figure's kind of period decides what belongs to it."""
    if target.kind in _SCALES:
        return
    evidence = evidence_for(plan, target.code)
    usable = [figure for figure in latest_figures(evidence.figures, as_of) if figure.value is not None]
    for part in dict.fromkeys(figure.component for figure in usable):
        figures = [figure for figure in usable if figure.component == part]
        alike = [figure for figure in figures if target.kind in _LEVELS or _span(figure) == _span(figures[-1])]
        yield Series(target, tuple(alike), evidence)


def _span(figure: Figure) -> tuple[int, int, int]:
    """A period's place in its year and its length: a quarter is held against the same quarter."""
    start, end = figure.period.start, figure.period.end
    return start.month, end.month, end.year - start.year


def _slip(plan: Plan, series: Series) -> Iterator[Finding]:
    """A value ten, a hundred or a thousand times off the value before it and off its path."""
    *earlier, value = series.values
    held = [anchor for anchor in (earlier[-1] if earlier else None, series.expected) if anchor and anchor > 0]
    if value <= 0 or not held or _is_wild(earlier):
        return
    offs = [log(value / anchor) for anchor in held]
    shift = round(offs[0] / log(10))
    right = value.scaleb(-shift)
    if shift and all(abs(off) >= _OFF and abs(off - shift * log(10)) <= _NEAR for off in offs):
        yield _question(SLIP, plan, series, spelled_amount(right, series.target.unit, 6), before=_shown(earlier),
                        expected=_or_none(series.expected), times=10 ** abs(shift))


def _is_wild(earlier: Sequence[Decimal]) -> bool:
    """Whether the series itself moves that much: then nothing is off."""
    return any(low <= 0 or abs(log(high / low)) >= _OFF for low, high in pairwise(earlier) if high > 0)


def _jump(plan: Plan, series: Series) -> Iterator[Finding]:
    """A move that is three times any earlier move of the series, by its usual pace."""
    moves = [float(after - before) / max(1, (day_of(second) - day_of(first)).days) for (first, before), (second, after)
             in pairwise(zip(series.figures, series.values, strict=True))]
    *earlier, last = moves or [0.0]
    if len(earlier) < _LEAST_MOVES:
        return
    usual = median(earlier)
    most = max(abs(move - usual) for move in earlier)
    size = abs(series.values[-1] - series.values[-2])
    if abs(last - usual) > _JUMPS * most and size > _SMALL * _way(series):
        yield _question(JUMP, plan, series, None, before=_shown(series.values[:-1]),
                        moved=spelled(series.values[-1] - series.values[-2], 6))


def _way(series: Series) -> Decimal:
    """How far it is from baseline to goal; without these, or where they are one, the usual value."""
    target = series.target
    way = abs(target.goal - target.baseline) if target.goal is not None and target.baseline is not None else Decimal(0)
    return way or abs(Decimal(median(series.values)))


def _far(plan: Plan, series: Series) -> Iterator[Finding]:
    """A value past its path, to either side, by more than the whole way from baseline to goal."""
    expected, value = series.expected, series.values[-1]
    target = series.target
    if expected is None or target.baseline is None or target.goal is None or target.goal == target.baseline:
        return
    if abs(value - expected) > abs(target.goal - target.baseline):
        yield _question(FAR, plan, series, None, expected=spelled(expected, 6), baseline=spelled(target.baseline, 6),
                        goal=spelled(target.goal, 6))


def _question(rule: Rule, plan: Plan, series: Series, suggestion: str | None, **values: object) -> Finding:
    """The question about a series' last figure, to the unit that reported it."""
    figure, target = series.last, series.target
    name = f"{target.code}, {figure.component}" if figure.component else target.code
    said = rule.said(
        place_of_figure(plan, figure), figure.source.sentence or "", suggestion, target=name, period=figure.period.code,
        value=spelled_amount(series.values[-1], target.unit, 6), **values)
    return reporter(plan, figure, said)


def _shown(values: Sequence[Decimal]) -> str:
    """The values before, the last four of them."""
    return " → ".join(spelled(value, 6) for value in values[-4:]) or "–"


def _or_none(value: Decimal | None) -> str:
    return "–" if value is None else spelled(value, 6)
