"""How each kind of target looks ahead: levels and running totals, levels to keep, years one by one, average growth."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tiendo.assessing.case import Case
from tiendo.assessing.due import periods_between
from tiendo.assessing.exact import decimal
from tiendo.assessing.forecast.judging import Ahead, Span, prospect_of, worst, year_ends
from tiendo.assessing.forecast.methods import MONEY, RUNNING, TREND, USUAL, Method
from tiendo.assessing.forecast.records import Break, Outlook, Prospect, Stage
from tiendo.assessing.forecast.series import levels_of, years_of
from tiendo.assessing.kinds.assigned import shares_of
from tiendo.assessing.kinds.growth import LOWEST, pace_of
from tiendo.assessing.kinds.level import is_lasting
from tiendo.assessing.years import Year, closed_years, years_begin_on
from tiendo.plan import EndRule, Kind, Target
from tiendo.quantity import base

CURRENCIES = frozenset({"VND", "USD"})


def look_at_level(case: Case, cut: Break | None) -> Outlook:
    """A level or a running total on the due day; a total that has reached its goal stays reached."""
    ahead, target = Ahead(case, levels_of(case, cut), case.target.unit), case.target
    values = ahead.series.values
    if is_lasting(case) and values and case.goal.reached(Fraction(values[-1])):
        return ahead.said(Prospect.WILL_REACH, "reached")
    method = method_of(target, values)
    missing = ahead.missing(method, target.due_on)
    if missing is not None:
        return missing
    course, days = ahead.course(method), year_ends(ahead.series.days[-1], target.due_on)
    spans = ahead.spans(course, days)
    found = _course(ahead, prospect_of(case.goal, spans[-1]), days, spans)
    return replace(found, trial=ahead.trial(course))


def method_of(target: Target, values: Sequence[Decimal]) -> Method:
    """Totals run on, money is missed in proportion, every other level has a trend."""
    if target.kind is Kind.CUMULATIVE:
        return RUNNING
    money = base(Decimal(1), target.unit)[1].split("/")[0] in CURRENCIES
    return MONEY if money and all(value > 0 for value in values) else TREND


def look_at_maintained(case: Case, cut: Break | None) -> Outlook:
    """A level never to be broken: lost when it was, else it must hold at the end of every year ahead."""
    ahead = Ahead(case, levels_of(case, cut), case.target.unit)
    broken = [one for one in case.figures if one.value is not None and not case.goal.reached(Fraction(one.value))]
    if broken:
        return ahead.said(Prospect.WILL_NOT_REACH, "broken", period=broken[-1].period.code)
    missing = ahead.missing(TREND, case.target.due_on)
    if missing is not None:
        return missing
    course, days = ahead.course(TREND), year_ends(ahead.series.days[-1], case.target.due_on)
    spans = ahead.spans(course, days)
    found = _course(ahead, worst([prospect_of(case.goal, span) for span in spans]), days, spans)
    return replace(found, trial=ahead.trial(course))


def look_ahead_years(case: Case, cut: Break | None) -> Outlook:
    """Years judged one by one: the years to come are like those so far, and the end rule speaks."""
    assigned = case.target.kind is Kind.RELATIVE_TO_ASSIGNED
    years = shares_of(case) if assigned else closed_years(case)
    ahead = Ahead(case, years_of(case, years, cut), "%" if assigned else case.target.unit)
    rest, rule = _years_left(case, years), case.target.end_rule
    missing = _no_years(ahead, years, rest)
    if missing is not None:
        return missing
    course = ahead.course(USUAL)
    span, *_ = spans = ahead.spans(course, rest)
    lost = [year for year in years if year.value is not None and not case.goal.reached(year.value)]
    if rule is EndRule.ALL_YEARS and lost:
        found = replace(_course(ahead, Prospect.WILL_NOT_REACH, rest, spans), reason="outlook_year_lost",
                        reason_values=(("periods", ", ".join(year.period.code for year in lost)),))
    elif rule is EndRule.AVERAGE:
        whole = _mean_of(years, rest, span)
        found = _average(ahead, prospect_of(case.goal, whole), rest, spans, whole)
    else:
        found = _course(ahead, prospect_of(case.goal, span), rest, spans)
    return replace(found, trial=ahead.trial(course))


def look_at_growth(case: Case, cut: Break | None) -> Outlook:
    """The average of the term when the years to come are like those so far."""
    years = closed_years(case)
    ahead = Ahead(case, years_of(replace(case, target=replace(case.target, baseline=None)), years, cut),
                  case.target.unit)
    rest, pace = _years_left(case, years), pace_of(case.target)
    missing = _no_years(ahead, years, rest)
    if missing is not None:
        return missing
    rates = [year.value for year in years if year.value is not None]
    course = ahead.course(USUAL)
    spans = ahead.spans(course, rest)
    if pace.compound and min(*rates, *map(Fraction, spans[0])) < LOWEST:
        return ahead.silent("growth_impossible")
    middle, low, high = (
        pace.mean(pace.over([*rates, *[Fraction(end)] * len(rest)]), len(rates) + len(rest)) for end in spans[0])
    found = _average(ahead, prospect_of(case.goal, (middle, low, high)), rest, spans, (middle, low, high))
    return replace(found, trial=ahead.trial(course))


def _years_left(case: Case, years: Sequence[Year]) -> tuple[date, ...]:
    """The last days of the whole years that have not closed."""
    begin = years_begin_on(case)
    if begin is None:
        return ()
    return tuple(one.end for one in periods_between("year", begin, case.target.due_on))[len(years):]


def _no_years(ahead: Ahead, years: Sequence[Year], rest: Sequence[date]) -> Outlook | None:
    """Why nothing can be said of the years ahead; None when something can."""
    if not rest:
        return ahead.silent("nothing_left")
    unknown = [year.period.code for year in years if year.value is None]
    if unknown and ahead.case.target.end_rule is not EndRule.LAST_YEAR:
        return ahead.silent("year_missing", periods=", ".join(unknown))
    return ahead.missing(USUAL, rest[-1])


def _mean_of(years: Sequence[Year], rest: Sequence[date], span: Span) -> Span:
    """The plain mean of the whole term; the years ahead miss together, so the range does not shrink by their number."""
    known = [year.value for year in years if year.value is not None]
    total, count = sum(known, Fraction(0)), len(known) + len(rest)
    middle, low, high = (decimal((total + Fraction(end) * len(rest)) / count) for end in span)
    return middle, low, high


def _course(ahead: Ahead, prospect: Prospect, days: Sequence[date], spans: Sequence[Span]) -> Outlook:
    """An outlook whose last stage is held to the goal."""
    stages = tuple(map(ahead.stage, days, spans))
    return replace(_told(ahead, prospect, "course", stages[-1]), end=stages[-1], stages=stages)


def _average(ahead: Ahead, prospect: Prospect, days: Sequence[date], spans: Sequence[Span], whole: Span) -> Outlook:
    """An outlook whose mean of the term is held to the goal."""
    stages, end = tuple(map(ahead.stage, days, spans)), ahead.stage(days[-1], whole)
    return replace(_told(ahead, prospect, "average", end), end=end, stages=stages)


def _told(ahead: Ahead, prospect: Prospect, key: str, end: Stage) -> Outlook:
    days = ahead.series.days
    return ahead.said(prospect, key, count=len(days), since_on=days[0], on=end.on, value=end.value, low=end.low,
                      high=end.high)
