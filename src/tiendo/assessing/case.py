"""One target laid open for judging: its usable figures, its goal and its path as of a day.

Also the verdicts every kind shares: nothing was due yet, nothing is proven, the figure is too old.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tiendo.assessing.due import first_due, reports_missed
from tiendo.assessing.evidence import Evidence, day_of, latest_figures, rival_of
from tiendo.assessing.goal import Goal
from tiendo.assessing.reasons import Reason, why
from tiendo.assessing.records import Assessment, Basis, Flag, Standing
from tiendo.plan import Milestone, Target
from tiendo.quantity import Figure, FigureStatus

STALE_LIMIT = 2  # so many reports missed and the latest figure proves nothing any more


@dataclass(frozen=True, slots=True)
class Case:
    """A target as of a day. `figures` speak of days up to the due day, `late` of days after it; oldest first.

    `begins_on` is the baseline's day, or the first day of the term; None when the plan tells neither.
    """

    target: Target
    goal: Goal
    evidence: Evidence
    as_of: date
    figures: tuple[Figure, ...]
    late: tuple[Figure, ...]
    path: tuple[Milestone, ...]
    begins_on: date | None

    @property
    def closed(self) -> bool:
        """Whether the due day has come."""
        return self.as_of >= self.target.due_on

    @property
    def until(self) -> date:
        """The last day that counts: the day viewed, or the due day when that came first."""
        return min(self.as_of, self.target.due_on)

    def verdict(self, standing: Standing, basis: Basis, reason: Reason) -> Assessment:
        """A verdict of this case without numbers yet."""
        return Assessment(
            self.target.code, self.as_of, standing, basis, reason.key, reason.values, unit=self.target.unit,
        )

    def unproven(self, basis: Basis, reason: Reason) -> Assessment:
        """A figure was due and nothing proves it."""
        return self.verdict(Standing.UNPROVEN, basis, reason)

    def not_assessable(self, basis: Basis, reason: Reason) -> Assessment:
        """The rule cannot speak yet."""
        return self.verdict(Standing.NOT_ASSESSABLE, basis, reason)


def usable(target: Target, evidence: Evidence, as_of: date) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The usable figures of a target that speak of days up to its due day, and those that speak of later days."""
    figures = latest_figures(evidence.figures, as_of)
    return (
        tuple(one for one in figures if day_of(one) <= target.due_on),
        tuple(one for one in figures if day_of(one) > target.due_on),
    )


def no_figure(case: Case, basis: Basis) -> Assessment:
    """The verdict where no figure is approved: unproven once one was due, before that nothing can be said."""
    if case.begins_on is not None:
        due = first_due(case.target.frequency, case.begins_on, case.target.due_on)
        if case.as_of < due:
            return case.not_assessable(basis, why("nothing_due", on=due))
    return case.unproven(basis, why("no_figure", on=case.as_of))


def gap(case: Case, figure: Figure, basis: Basis, *, lasting: bool = False) -> Assessment | None:
    """Why the latest figure proves nothing; None when it can be judged.

    `lasting`: what is once reached stays reached, so an older figure that reaches the goal still proves it.
    """
    rival = rival_of(figure, case.figures)
    if figure.value is None or rival is not None:
        return case.unproven(basis, no_data(figure) if rival is None else conflict(figure, rival))
    if case.closed and figure.status is FigureStatus.ESTIMATE:
        return case.unproven(basis, why("closing_estimate", on=day_of(figure), reported=figure.value))
    if lasting and case.goal.reached(Fraction(figure.value)):
        return None
    return too_old(case, figure, basis)


def too_old(case: Case, figure: Figure, basis: Basis) -> Assessment | None:
    """Why a figure is too old to prove anything; None when it is not.

    The end needs a figure of the due day; before it, one missed report is forgiven, two are not.
    """
    if case.closed and day_of(figure) < case.target.due_on:
        return case.unproven(basis, why("closing_missing", due_on=case.target.due_on, on=day_of(figure)))
    missed = missed_by(case, figure)
    if missed >= STALE_LIMIT:
        return case.unproven(basis, why("stale", on=day_of(figure), missed=missed))
    return None


def missed_by(case: Case, figure: Figure) -> int:
    """How many reports were missed since the day a figure speaks of."""
    return reports_missed(case.target.frequency, day_of(figure), case.until)


def no_data(figure: Figure) -> Reason:
    """The reason of a figure that says "no data, because"."""
    if not figure.note:
        return why("no_data", period=figure.period.code)
    return why("no_data_because", period=figure.period.code, note=figure.note)


def conflict(figure: Figure, rival: Figure) -> Reason:
    """The reason where two approved figures of the same day differ; the smaller is named first."""
    values = sorted(one.value for one in (figure, rival) if one.value is not None)
    if len(values) < 2:
        return no_data(figure if figure.value is None else rival)
    return why("conflict", period=figure.period.code, first=values[0], second=values[1])


def figure_flags(case: Case, figure: Figure) -> tuple[Flag, ...]:
    """What a reader should know of the figure used."""
    told = {
        Flag.ESTIMATE: figure.status is FigureStatus.ESTIMATE,
        Flag.STALE: missed_by(case, figure) > 0,
        Flag.SUPERSEDED: figure.supersedes is not None,
    }
    return tuple(flag for flag, true in told.items() if true)
