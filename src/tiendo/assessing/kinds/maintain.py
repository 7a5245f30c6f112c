"""maintain: a level that is never to be broken, judged period by period of the target's frequency.

1. Broken in any period by an approved figure: behind while the term runs, missed at the end. A break is never undone;
   the sentence says whether the level has come back since.
2. Never broken, but a closed period shows no figure (or at the end only an estimate): unproven. Never broken and every
   period shown: met.
3. Keeping a level cannot be exceeded.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.attainment import attainment, no_attainment
from tiendo.assessing.case import Case, conflict, figure_flags, no_data, no_figure
from tiendo.assessing.due import periods_between
from tiendo.assessing.evidence import day_of, rank_of, rival_of
from tiendo.assessing.exact import decimal
from tiendo.assessing.reasons import goal_words, why
from tiendo.assessing.records import Assessment, Basis, Flag, Standing, YearResult
from tiendo.quantity import Figure, FigureStatus, Period


def judge_maintain(case: Case) -> Assessment:
    """The verdict on a level kept in every period."""
    if not case.figures:
        return no_figure(case, Basis.EVERY_PERIOD)
    shown = _one_a_period(case.figures)
    latest, broken = case.figures[-1], [one for one in shown if _breaks(case, one)]
    found = _broken(case, broken) if broken else _unproven(case, shown) or _kept(case, shown)
    value = None if latest.value is None else Fraction(latest.value)
    return replace(
        found, figure=latest, value=latest.value, expected=decimal(case.goal.must),
        attainment=attainment(case.target, value), no_attainment=no_attainment(case.target, value),
        years=tuple(_result(case, one) for one in shown),
        flags=((Flag.BROKEN,) if broken else ()) + figure_flags(case, latest),
    )


def _one_a_period(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The last figure of each period, an actual one before an estimate, oldest period first."""
    last: dict[Period, Figure] = {}
    for figure in sorted(figures, key=lambda one: (one.status is FigureStatus.ACTUAL, *rank_of(one), one.id)):
        last[figure.period] = figure
    return tuple(sorted(last.values(), key=lambda one: (one.period.end, one.period.start)))


def _breaks(case: Case, figure: Figure) -> bool:
    return figure.value is not None and not case.goal.reached(Fraction(figure.value))


def _broken(case: Case, broken: Sequence[Figure]) -> Assessment:
    """Rule 1."""
    last = broken[-1]
    standing = Standing.MISSED if case.closed else Standing.BEHIND
    back = case.figures[-1] != last and not _breaks(case, case.figures[-1])
    reason = why("broken_back" if back else "broken", periods=", ".join(one.period.code for one in broken),
                 period=last.period.code, value=last.value or Decimal(0), goal=goal_words(case.target))
    return case.verdict(standing, Basis.EVERY_PERIOD, reason)


def _unproven(case: Case, shown: Sequence[Figure]) -> Assessment | None:
    """Rule 2: the first reason why nobody can say "never broken"."""
    for figure in shown:
        if figure.value is None:
            return case.unproven(Basis.EVERY_PERIOD, no_data(figure))
        rival = rival_of(figure, case.figures)
        if rival is not None:
            return case.unproven(Basis.EVERY_PERIOD, conflict(figure, rival))
    begin = case.begins_on or min(one.period.start for one in shown)
    missing = [one.code for one in periods_between(case.target.frequency, begin, case.until)
               if not any(_covers(figure.period, one) for figure in shown)]
    if missing:
        reason = why("periods_missing", periods=", ".join(missing), goal=goal_words(case.target))
        return case.unproven(Basis.EVERY_PERIOD, reason)
    return _open_estimate(case, shown)


def _open_estimate(case: Case, shown: Sequence[Figure]) -> Assessment | None:
    """At the end every period needs an actual figure."""
    for figure in shown:
        if case.closed and figure.status is FigureStatus.ESTIMATE and figure.value is not None:
            reason = why("closing_estimate", on=day_of(figure), reported=figure.value)
            return case.unproven(Basis.EVERY_PERIOD, reason)
    return None


def _covers(shown: Period, asked: Period) -> bool:
    """Whether a figure's period answers for a period asked for: it holds it, or ends inside it."""
    return shown.start <= asked.start <= asked.end <= shown.end or asked.start <= shown.end <= asked.end


def _kept(case: Case, shown: Sequence[Figure]) -> Assessment:
    reason = why("kept", count=len(shown), goal=goal_words(case.target))
    return case.verdict(Standing.MET, Basis.EVERY_PERIOD, reason)


def _result(case: Case, figure: Figure) -> YearResult:
    met = None if figure.value is None else not _breaks(case, figure)
    exceeded = None if met is None else False
    return YearResult(figure.period.code, figure.value, decimal(case.goal.must), met, exceeded, figure)
