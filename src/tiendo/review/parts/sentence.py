"""One target in one sentence, in the words of its kind (domain.md 2.3): value, goal, path, verdict with its basis."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tiendo.assessing import Standing
from tiendo.plan import Kind
from tiendo.review.parts.clauses import goal_clause, path_clause, reason_words, value_clause, verdict_clause
from tiendo.review.parts.milestone import milestone_clauses
from tiendo.review.parts.structure import structure_clauses
from tiendo.review.parts.years import annual_clauses, assigned_clauses, growth_clauses, rating_clauses
from tiendo.review.prose import Runs, together
from tiendo.review.records import Line, Paragraph
from tiendo.review.writer import Writer

Clauses = Callable[[Writer, Line], list[Runs]]
GOALS = MappingProxyType({
    Kind.ANNUAL_REPEAT: "year", Kind.RATING: "year", Kind.RELATIVE_TO_ASSIGNED: "year", Kind.CUMULATIVE: "term",
    Kind.MAINTAIN: "always", Kind.GROWTH_AVG: "mean",
})  # when the goal of a kind is asked for; the others have it at the end
VALUES = frozenset({"value", "reported", "first"})  # placeholders of a reason that say the figure's value
SILENT = frozenset({Standing.UNPROVEN, Standing.NOT_ASSESSABLE})  # nothing proves a value: the reason speaks


def target_sentence(writer: Writer, line: Line) -> Paragraph:
    """The paragraph of one target."""
    verdict = line.assessment
    clauses = _unproven(writer, line) if verdict.standing in SILENT else KINDS[line.target.kind](writer, line)
    words = together([clause for clause in clauses if clause], "; ")
    name = writer.names.target(line.target)
    return Paragraph(together([f"{name}: ", words, verdict_clause(writer, verdict)]), "item")


def _unproven(writer: Writer, line: Line) -> list[Runs]:
    """The last value, where one is known and the reason does not say it, all the same; then why it proves nothing."""
    figure = line.assessment.figure
    said = any(name in VALUES for name, _ in line.assessment.reason_values)
    known = value_clause(writer, line.target, figure) if figure and figure.value is not None and not said else ()
    reason = reason_words(writer, line.target, line.assessment)
    last = reason[-1]
    bare: Runs = (*reason[:-1], last.removesuffix(".")) if isinstance(last, str) else reason
    return [known, bare, goal_clause(writer, line.target, GOALS.get(line.target.kind, "end"))]


def _level(writer: Writer, line: Line) -> list[Runs]:
    figure = line.assessment.figure
    if figure is None:
        return []
    value = together([part for part in (value_clause(writer, line.target, figure),
                                        path_clause(writer, line.target, line.assessment)) if part], ", ")
    return [value, goal_clause(writer, line.target, "end")]


def _cumulative(writer: Writer, line: Line) -> list[Runs]:
    figure = line.assessment.figure
    if figure is None:
        return []
    value = together([part for part in (value_clause(writer, line.target, figure, key="total"),
                                        path_clause(writer, line.target, line.assessment)) if part], ", ")
    return [value, goal_clause(writer, line.target, "term")]


def _maintain(writer: Writer, line: Line) -> list[Runs]:
    """The latest period's value, then for how many periods it held, or which broke it."""
    verdict, figure = line.assessment, line.assessment.figure
    if figure is None:
        return []
    judged = [year for year in verdict.years if year.met is not None]
    kept = [year for year in judged if year.met]
    label = writer.said("label_kept", name=writer.names.target(line.target))
    of = writer.ledger.count(f"periods {line.target.code}", label, len(judged), writer.said("unit_period"))
    held = writer.ledger.count(f"kept {line.target.code}", label, len(kept), writer.said("unit_period"))
    key = "kept_all" if len(kept) == len(judged) else "kept_some"
    return [value_clause(writer, line.target, figure), writer.runs(key, kept=held, of=of),
            goal_clause(writer, line.target, "always")]


KINDS: Mapping[Kind, Clauses] = MappingProxyType({
    Kind.LEVEL_END: _level, Kind.CUMULATIVE: _cumulative, Kind.MAINTAIN: _maintain,
    Kind.ANNUAL_REPEAT: annual_clauses, Kind.RATING: rating_clauses, Kind.RELATIVE_TO_ASSIGNED: assigned_clauses,
    Kind.GROWTH_AVG: growth_clauses, Kind.MILESTONE: milestone_clauses, Kind.STRUCTURE: structure_clauses,
})
