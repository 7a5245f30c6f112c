"""The sentences of targets judged year by year: every year, a rating, against an assigned plan, average growth."""

from decimal import Decimal

from tiendo.assessing import YearResult, rounded
from tiendo.plan import Assignment, EndRule, Target, amount_text
from tiendo.quantity import Figure
from tiendo.review.parts.clauses import goal_clause, judged_number, level, value_clause
from tiendo.review.prose import Runs, together, when
from tiendo.review.records import LedgerEntry, Line, Number
from tiendo.review.writer import Writer


def annual_clauses(writer: Writer, line: Line) -> list[Runs]:
    """Each year's value, latest first; the goal of every year; how many years reached it."""
    years = [_year(writer, line.target, year) for year in _latest_first(line)]
    mean = _mean(writer, line) if line.target.end_rule is EndRule.AVERAGE else ()
    return [together(years, ", "), mean, goal_clause(writer, line.target, "year"), _reached(writer, line)]


def rating_clauses(writer: Writer, line: Line) -> list[Runs]:
    """Each year's level with the decision that gives it, latest first; then the goal."""
    levels = [_rated(writer, line.target, year) for year in _latest_first(line)]
    return [together(levels, "; "), goal_clause(writer, line.target, "year")]


def assigned_clauses(writer: Writer, line: Line) -> list[Runs]:
    """Each year's amount and its share of what was assigned, with the assigning document; then the goal."""
    years = [_assigned(writer, line.target, year) for year in _latest_first(line)]
    return [*years, goal_clause(writer, line.target, "year")]


def growth_clauses(writer: Writer, line: Line) -> list[Runs]:
    """Each year's growth, the mean so far beside the goal, and the mean the years left need."""
    target, verdict = line.target, line.assessment
    years = together([_grown(writer, target, year) for year in _latest_first(line)], ", ")
    needed: Runs = ()
    if verdict.needed is not None:
        needed = writer.runs("needed_mean", needed=judged_number(writer, target, "needed_yearly", verdict.needed, []))
    return [years, mean_so_far(writer, line), goal_clause(writer, target, "mean"), needed]


def mean_so_far(writer: Writer, line: Line) -> Runs:
    """`bình quân 2 năm 2021–2022 tăng 7,38%/năm`; nothing while there is one year only."""
    figures, mean = _figures(line), line.assessment.value
    if mean is None or len(figures) < 2:
        return ()
    inputs = [writer.ledger.figure(line.target, figure) for figure in figures]
    number = judged_number(writer, line.target, "mean", mean, inputs)
    return writer.runs("mean_growth", count=_count(writer, line, "years", len(figures)), mean=number,
                       span=_span(figures))


def _latest_first(line: Line) -> list[YearResult]:
    return list(reversed(line.assessment.years))


def _figures(line: Line) -> list[Figure]:
    """The figures of the years that were judged, in their order."""
    return [year.figure for year in line.assessment.years if year.met is not None and year.figure is not None]


def _span(figures: list[Figure]) -> str:
    return f"{figures[0].period.end.year}–{figures[-1].period.end.year}"


def _count(writer: Writer, line: Line, what: str, count: int) -> Number:
    label = writer.said(f"label_{what}", name=writer.names.target(line.target))
    return writer.ledger.count(f"{what} {line.target.code}", label, count, writer.said("unit_year"))


def _year(writer: Writer, target: Target, year: YearResult) -> Runs:
    if year.figure is None or year.figure.value is None:
        return writer.runs("value_none", when=writer.said("when_year", year=year.period))
    return value_clause(writer, target, year.figure)


def _rated(writer: Writer, target: Target, year: YearResult) -> Runs:
    figure = year.figure
    if figure is None or figure.value is None:
        return writer.runs("value_none", when=writer.said("when_year", year=year.period))
    return rated(writer, target, figure)


def rated(writer: Writer, target: Target, figure: Figure) -> Runs:
    """`được xếp loại hoàn thành xuất sắc nhiệm vụ năm 2022 (Quyết định số …)`."""
    decision = writer.names.record(figure.source.document)
    by = writer.said("by_document", document=writer.names.cited(decision)) if decision and decision.symbol else ""
    return writer.runs("value_rated", when=when(figure.period, writer.lang), by=by,
                       value=level(writer.ledger.figure(target, figure), target))


def rate_so_far(writer: Writer, line: Line) -> Runs:
    """The latest judged year's share of what was assigned for it, without the amount and its document."""
    judged = [year for year in line.assessment.years if year.met is not None]
    rate = _rate_number(writer, line.target, judged[-1]) if judged else None
    return writer.runs("rate_short", rate=rate) if rate else ()


def _assigned(writer: Writer, target: Target, year: YearResult) -> Runs:
    value, rate = _year(writer, target, year), _rate(writer, target, year)
    return together([value, ", ", rate]) if rate else value


def _rate(writer: Writer, target: Target, year: YearResult) -> Runs:
    """`bằng 109,78% dự toán được giao là 2.655 tỷ đồng (Quyết định số …)`."""
    rate = _rate_number(writer, target, year)
    if rate is None:
        return ()
    assignment = _assignment(writer, target, year)
    by = writer.said("by_document", document=writer.names.document(assignment.document)) if assignment else ""
    return writer.runs("rate", rate=rate, plan=_plan_number(writer, target, year), by=by)


def _rate_number(writer: Writer, target: Target, year: YearResult) -> Number | None:
    if year.assigned is None or year.value is None or year.figure is None:
        return None
    inputs = [writer.ledger.figure(target, year.figure), _plan_number(writer, target, year)]
    return judged_number(writer, target, f"rate {year.period}", year.value, inputs)


def _assignment(writer: Writer, target: Target, year: YearResult) -> Assignment | None:
    """The latest assignment of a year's judged amount that was known by the day."""
    return next((one for one in reversed(writer.plan.assignments)
                 if (one.target, one.period.code, one.value) == (target.code, year.period, year.assigned)
                 and one.assigned_on <= writer.as_of), None)


def _plan_number(writer: Writer, target: Target, year: YearResult) -> Number:
    """The amount assigned for a year: its source is the assigning document."""
    assignment, value = _assignment(writer, target, year), rounded(year.assigned or Decimal(0))
    return writer.ledger.stated(f"assigned {target.code} {year.period}", LedgerEntry(
        "", writer.said("label_assigned", name=writer.names.target(target), year=year.period),
        amount_text(value, target.unit, None, writer.lang), value, target.unit,
        document=writer.names.document(assignment.document) if assignment else None,
        reported_by=writer.names.body(assignment.assigned_by) if assignment else None,
        approved_on=assignment.assigned_on if assignment else None,
    ))


def _grown(writer: Writer, target: Target, year: YearResult) -> Runs:
    figure = year.figure
    if figure is None or figure.value is None:
        return writer.runs("value_none", when=writer.said("when_year", year=year.period))
    return grown(writer, target, figure)


def grown(writer: Writer, target: Target, figure: Figure) -> Runs:
    """`năm 2022 tăng 11,3%`."""
    key = "value_grown" if (figure.value or 0) >= 0 else "value_fallen"
    return writer.runs(key, when=when(figure.period, writer.lang), value=growth_number(writer, target, figure))


def growth_number(writer: Writer, target: Target, figure: Figure) -> Number:
    """One year's growth: in per cent, where the target is in per cent a year."""
    return writer.ledger.figure(target, figure, target.unit.removesuffix("/năm"))


def _mean(writer: Writer, line: Line) -> Runs:
    """The plain mean of a target whose end rule is the average of its years."""
    figures = [figure for figure in _figures(line) if figure.value is not None]
    if len(figures) < 2:
        return ()
    total = sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
    inputs = [writer.ledger.figure(line.target, figure) for figure in figures]
    mean = judged_number(writer, line.target, "plain_mean", total / len(figures), inputs)
    return writer.runs("mean_level", count=_count(writer, line, "years", len(figures)), mean=mean, span=_span(figures))


def _reached(writer: Writer, line: Line) -> Runs:
    """In how many of the closed years the goal was reached."""
    judged = [year for year in line.assessment.years if year.met is not None]
    met = sum(bool(year.met) for year in judged)
    return writer.runs("years_reached", met=_count(writer, line, "years_met", met),
                       of=_count(writer, line, "years_closed", len(judged)))


