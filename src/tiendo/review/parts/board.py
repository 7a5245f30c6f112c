"""The table of targets: one row a target, a structure's parts below it, every number bound."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.assessing import PartResult
from tiendo.plan import Component, Direction, Kind, Target, unit_text, value_text
from tiendo.quantity import Figure, say_period
from tiendo.review.parts.clauses import judged_number
from tiendo.review.parts.overall import label
from tiendo.review.parts.structure import part_figures, part_stated
from tiendo.review.prose import Runs, day_text
from tiendo.review.records import Line, Number, Table
from tiendo.review.writer import Writer

HEADS = ("order", "target", "unit", "baseline", "goal", "period", "value", "standing")
WIDTHS = (8, 43, 21, 15, 19, 21, 22, 18)
SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.WITHIN: "", Direction.DONE: ""}
NONE = ("–",)
Row = tuple[Runs, ...]


def board(writer: Writer, lines: Sequence[Line]) -> Table:
    """The table of all targets in the plan's order."""
    rows = [row for number, line in enumerate(lines, 1) for row in _rows(writer, number, line)]
    return Table(writer.said("table_targets"), tuple(writer.said(f"column_{head}") for head in HEADS), tuple(rows),
                 "clcccccc", WIDTHS)


def _rows(writer: Writer, number: int, line: Line) -> Iterator[Row]:
    target, verdict = line.target, line.assessment
    figure = verdict.figure if verdict.figure and verdict.figure.value is not None else None
    parts = part_figures(line)
    shown = None if parts else figure
    yield (
        (str(number),), (writer.names.target(target),), ("" if target.scale else unit_text(target.unit, writer.lang),),
        _bare(writer, target, "baseline") if target.baseline is not None else NONE,
        _goal(writer, target), (_period(writer, parts[0] if parts else figure),),
        _value(writer, line, shown) if shown else (() if parts else NONE),
        (label(writer, verdict.standing),),
    )
    judged = {part.code: part for part in verdict.part_results}
    for one in parts:
        yield _part_row(writer, target, one, judged.get(one.component or ""))


def _bare(writer: Writer, target: Target, what: str) -> Runs:
    value = getattr(target, what)
    return (writer.bare(writer.stated(target, what, value), value, target),)


def _goal(writer: Writer, target: Target) -> Runs:
    if target.goal is None:
        return (writer.said("by_parts"),) if target.kind is Kind.STRUCTURE else NONE
    upper: Runs = () if target.goal_upper is None else ("–", *_bare(writer, target, "goal_upper"))
    unit = ("%",) if target.kind is Kind.RELATIVE_TO_ASSIGNED else ()
    sign = "> " if target.strict and target.direction is Direction.AT_LEAST else SIGNS[target.direction]
    sign = "< " if target.strict and target.direction is Direction.AT_MOST else sign
    return (*((sign,) if sign else ()), *_bare(writer, target, "goal"), *upper, *unit)


def _period(writer: Writer, figure: Figure | None) -> str:
    """A column has room for the bare time: `2022`, `15/3/2023`."""
    if figure is None:
        return "–"
    period = figure.period
    if period.start == period.end:
        return day_text(period.end, writer.lang)
    return period.code if len(period.code) == 4 else say_period(period.code, writer.lang)


def _value(writer: Writer, line: Line, figure: Figure) -> Runs:
    """The figure; of an assigned plan also the rate, which the goal is stated in."""
    target, verdict = line.target, line.assessment
    own = writer.ledger.figure(target, figure)
    bare = writer.bare(own, figure.value or Decimal(0), target)
    if target.kind is not Kind.RELATIVE_TO_ASSIGNED or verdict.value is None:
        return (bare,)
    rate = judged_number(writer, target, f"rate {figure.period}", verdict.value, [own])
    return (bare, " (", rate, ")")


def _part_row(writer: Writer, target: Target, figure: Figure, judged: PartResult | None) -> Row:
    part = next((one for one in writer.plan.components
                 if (one.target, one.code) == (target.code, figure.component)), None)
    value = writer.bare(writer.ledger.figure(target, figure), figure.value or Decimal(0), target)
    standing = label(writer, judged.standing) if judged else "–"
    return ((), (f"- {writer.names.part(target.code, figure.component)}",), (), _part_baseline(writer, target, part),
            _part_goal(writer, target, part), (), (value,), (standing,))


def _part_baseline(writer: Writer, target: Target, part: Component | None) -> Runs:
    if part is None or part.baseline is None:
        return NONE
    return (_shown(writer, part_stated(writer, target, part, "baseline", part.baseline), part.baseline),)


def _part_goal(writer: Writer, target: Target, part: Component | None) -> Runs:
    if part is None:
        return NONE
    first = _shown(writer, part_stated(writer, target, part, "goal", part.goal), part.goal)
    return (SIGNS[part.direction], first) if SIGNS[part.direction] else (first,)


def _shown(writer: Writer, number: Number, value: Decimal) -> Number:
    return Number(number.entry, value_text(value, None, writer.lang))
