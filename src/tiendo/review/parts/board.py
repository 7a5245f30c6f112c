"""The tables of targets: one row a target, and a table of its own for a structure's parts; every number bound."""

from collections.abc import Sequence
from decimal import Decimal

from tiendo.assessing import PartResult
from tiendo.plan import Component, Direction, Kind, Target, unit_text, value_text
from tiendo.quantity import Figure, say_day, say_period
from tiendo.review.latest import latest_of
from tiendo.review.parts.clauses import judged_number
from tiendo.review.parts.overall import label
from tiendo.review.parts.structure import part_figures, part_stated
from tiendo.review.prose import Runs, together
from tiendo.review.records import Line, Number, Table
from tiendo.review.writer import Writer

HEADS = ("order", "target", "unit", "baseline", "goal", "period", "value", "standing")
WIDTHS = (8, 36, 23, 18, 22, 20, 22, 18)
PART_HEADS = ("part", "baseline", "goal", "value", "standing")
PART_WIDTHS = (65, 22, 24, 24, 30)
SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.WITHIN: "", Direction.DONE: ""}
NONE = ("–",)
Row = tuple[Runs, ...]


def board(writer: Writer, lines: Sequence[Line]) -> list[Table]:
    """The table of all targets in the plan's order, then one for the parts of each structure."""
    rows = tuple(_row(writer, number, line) for number, line in enumerate(lines, 1))
    heads = tuple(writer.said(f"column_{head}") for head in HEADS)
    parts = [_parts(writer, line) for line in lines if part_figures(line)]
    return [Table(writer.said("table_targets"), heads, rows, "clcccccc", WIDTHS), *parts]


def _row(writer: Writer, number: int, line: Line) -> Row:
    target, verdict = line.target, line.assessment
    figures = part_figures(line)
    if not figures and verdict.figure and verdict.figure.value is not None:
        figures = [verdict.figure]
    return (
        (str(number),), (writer.names.target(target),), ("" if target.scale else unit_text(target.unit, writer.lang),),
        _bare(writer, target, "baseline") if target.baseline is not None else NONE,
        _goal(writer, target), (_period(writer, figures[0] if figures else None),),
        _values(writer, line, figures), (label(writer, verdict.standing),),
    )


def _values(writer: Writer, line: Line, figures: list[Figure]) -> Runs:
    """The figure, or those of a structure's parts; beside it the rate or mean it is judged by (`latest_of`)."""
    target, latest = line.target, latest_of(line.target, line.assessment)
    bound = [(writer.bare(writer.ledger.figure(target, one), one.value or Decimal(0), target),) for one in figures]
    if not bound:
        return NONE
    if latest.judged is None or latest.judged_by is None:
        return together(bound, " – ")
    own = writer.ledger.figure(target, figures[0])
    key = f"rate {figures[0].period}" if latest.judged_by == "rate" else "mean"
    made = judged_number(writer, target, key, latest.judged, [own])
    return together([bound[0], " (", writer.runs(f"board_{latest.judged_by}", value=made), ")"])


def _parts(writer: Writer, line: Line) -> Table:
    """Each part of a structure with its own baseline, goal and standing."""
    target, judged = line.target, {part.code: part for part in line.assessment.part_results}
    figures = part_figures(line)
    rows = tuple(_part_row(writer, target, one, judged.get(one.component or "")) for one in figures)
    caption = writer.said("table_parts", name=writer.names.target(target), period=_period(writer, figures[0]),
                          unit=unit_text(target.unit, writer.lang))
    return Table(caption, tuple(writer.said(f"column_{head}") for head in PART_HEADS), rows, "lcccc", PART_WIDTHS)


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
        return say_day(period.end, writer.lang)
    return period.code if len(period.code) == 4 else say_period(period.code, writer.lang)


def _part_row(writer: Writer, target: Target, figure: Figure, judged: PartResult | None) -> Row:
    part = next((one for one in writer.plan.components
                 if (one.target, one.code) == (target.code, figure.component)), None)
    value = writer.bare(writer.ledger.figure(target, figure), figure.value or Decimal(0), target)
    standing = label(writer, judged.standing) if judged else "–"
    name = writer.names.part(target.code, figure.component)
    return ((name[:1].upper() + name[1:],), _part_baseline(writer, target, part), _part_goal(writer, target, part),
            (value,), (standing,))


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
