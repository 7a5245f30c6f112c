"""Verdicts: what the figures show of a target as of a day, always with the basis beside the label."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tiendo.quantity import Figure


class Standing(StrEnum):
    """What the figures show; the seven labels partition every set of targets."""

    EXCEEDED = "exceeded"  # vượt: strictly better than the goal its basis asks for
    MET = "met"  # đạt: the goal its basis asks for is reached
    ON_PATH = "on_path"  # bảo đảm tiến độ: not there yet, at or ahead of the path
    BEHIND = "behind"  # chậm tiến độ: behind the path, time is left
    MISSED = "missed"  # không đạt: closed without reaching the goal
    UNPROVEN = "unproven"  # chưa có số liệu: a figure was due and none is approved
    NOT_ASSESSABLE = "not_assessable"  # chưa đánh giá được: the rule cannot speak yet


class Basis(StrEnum):
    """Against what a standing was judged (domain.md 2.2)."""

    END_TARGET = "end_target"
    PATH = "path"  # points of the plan's own path (milestones)
    TIME_SHARE = "time_share"  # straight line from baseline to goal
    ANNUAL = "annual"  # each closed year by itself
    ASSIGNED = "assigned"  # the plan figure a superior assigned for the year
    AVERAGE = "average"  # geometric mean growth so far
    EVERY_PERIOD = "every_period"  # never below (maintain)
    SCALE = "scale"  # place on an ordered scale
    PARTS = "parts"  # every part of a structure


class Flag(StrEnum):
    """What a reader of the label should know beside it."""

    EARLY = "early"  # reached before the due day
    MET_AT_START = "met_at_start"  # the baseline was already there
    ESTIMATE = "estimate"  # the figure used is an estimate
    STALE = "stale"  # older than its frequency asks for
    PROVISIONAL = "provisional"  # the period of the figure is not closed
    SUPERSEDED = "superseded"  # the figure used corrects an earlier one
    BROKEN = "broken"  # a maintained level was broken in some period
    FALLEN = "fallen"  # a running total is lower than an earlier one
    REASSIGNED = "reassigned"  # the assigned plan of a judged year was changed


@dataclass(frozen=True, slots=True)
class YearResult:
    """One year (or period) of a target judged by itself; `value` None is "no data".

    `met` and `exceeded` are None for a year that is not judged (no data, or still running). For
    relative_to_assigned `value` and `goal` are per cent of `assigned`, and the amount is the figure's.
    """

    period: str
    value: Decimal | None
    goal: Decimal | None
    met: bool | None
    exceeded: bool | None
    figure: Figure | None = None
    assigned: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PartResult:
    """One part of a structure judged by its own goal; `expected` is what its straight line asks for."""

    code: str
    standing: Standing
    value: Decimal
    expected: Decimal | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one target as of a day.

    `attainment` is 100·(value − baseline)/(goal − baseline), per cent, uncapped, and where it is None
    `no_attainment` is the key that says why; `expected` the value the path asks for on the day the figure
    speaks of; `needed` the yearly step or rate still needed. `reason` and `no_attainment` are keys of
    words/*/assessing.toml; `reason_values` are in machine form (`reasons.reason_text` says them).
    `unit` is the unit of `value`, `expected` and the years: the target's, but "%" of the assigned plan for
    relative_to_assigned.
    """

    target: str
    as_of: date
    standing: Standing
    basis: Basis
    reason: str
    reason_values: tuple[tuple[str, str], ...] = ()
    figure: Figure | None = None
    value: Decimal | None = None
    attainment: Decimal | None = None
    expected: Decimal | None = None
    expected_attainment: Decimal | None = None
    needed: Decimal | None = None
    years: tuple[YearResult, ...] = ()
    parts: tuple[tuple[str, Standing], ...] = ()
    flags: tuple[Flag, ...] = ()
    unit: str = ""
    no_attainment: str | None = None
    part_results: tuple[PartResult, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a set stand where; `counts` has every standing and sums to `total`."""

    counts: tuple[tuple[Standing, int], ...]
    total: int

    def of(self, *standings: Standing) -> int:
        """How many stand at any of the given standings."""
        return sum(count for standing, count in self.counts if standing in standings)
