"""The sentence of a milestone: which step was reached, by which decision, and by when it is due."""

from decimal import Decimal

from tiendo.assessing import rounded
from tiendo.plan import Target, value_text
from tiendo.quantity import Figure
from tiendo.review.parts.clauses import level
from tiendo.review.prose import Runs, when
from tiendo.review.records import LedgerEntry, Line, Number
from tiendo.review.writer import Writer


def milestone_clauses(writer: Writer, line: Line) -> list[Runs]:
    """`đến ngày 26/12/2022: được công nhận (Quyết định số 4871/QĐ-UBND …); hạn 31/12/2022`."""
    target, verdict, figure = line.target, line.assessment, line.assessment.figure
    if figure is None or figure.value is None:
        return []
    value = level(writer.ledger.figure(target, figure), target)
    step = writer.runs("step", when=step_time(writer, target, figure), value=value, by=decision_words(writer, figure))
    due = writer.runs("step_due", due=writer.day(target.due_on))
    if verdict.expected is None or target.goal is None or figure.value >= target.goal:
        return [step, due]
    return [step, writer.runs("step_path", expected=level(_expected(writer, target, verdict.expected), target)), due]


def step_time(writer: Writer, target: Target, figure: Figure) -> str:
    """A step that was reached has its day (`ngày 26/12/2022`); one that was not stands so up to a day."""
    period = figure.period
    reached = target.goal is not None and figure.value is not None and figure.value >= target.goal
    if reached and period.start == period.end:
        return writer.said("when_on", day=writer.day(period.end))
    return when(period, writer.lang)


def _expected(writer: Writer, target: Target, expected: Decimal) -> Number:
    """The step the path asks for on the figure's day, in the scale's words."""
    value = rounded(expected)
    return writer.ledger.stated(f"path {target.code}", LedgerEntry(
        "", writer.said("label_path", name=writer.names.target(target)),
        value_text(value, target.scale, writer.lang), value, target.unit,
        document=writer.names.document(target.document), sentence=target.source_place,
    ))


def decision_words(writer: Writer, figure: Figure) -> str:
    """The decision that proves a step: a document of the plan whose symbol the source sentence cites."""
    said = figure.source.sentence or ""
    known = next((one for one in writer.plan.documents if one.symbol and one.symbol in said), None)
    return writer.said("by_document", document=writer.names.cited(known)) if known else ""
