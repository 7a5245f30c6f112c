"""The sentence of a structure: every part by its name, its share, and its own goal."""

from decimal import Decimal

from tiendo.plan import Component, Kind, Target, amount_text
from tiendo.quantity import Figure
from tiendo.review.prose import Runs, runs, together, when
from tiendo.review.records import LedgerEntry, Line, Number
from tiendo.review.writer import Writer


def structure_clauses(writer: Writer, line: Line) -> list[Runs]:
    """`năm 2022, thương mại – dịch vụ chiếm 65,6% (mục tiêu từ 68% trở lên), …`."""
    figures = part_figures(line)
    if not figures:
        return []
    shares = [_share(writer, line.target, figure) for figure in figures]
    words = together([when(figures[0].period, writer.lang), ", ", together(shares, ", ")])
    return [words, writer.runs("parts_due", due=writer.day(line.target.due_on))]


def part_figures(line: Line) -> list[Figure]:
    """The latest figures of a structure's parts, in the plan's order of parts; nothing for other targets."""
    if line.target.kind is not Kind.STRUCTURE:
        return []
    if line.assessment.part_results:
        return [part.figure for part in line.assessment.part_results]
    known = [figure for figure in line.figures if figure.component and figure.value is not None]
    last = max((figure.period.end for figure in known), default=None)
    return [figure for figure in known if figure.period.end == last]


def part_goal(writer: Writer, target: Target, part: Component) -> Runs:
    """A part's goal in words, bound to the resolution."""
    ends: list[Number | str] = [part_stated(writer, target, part, "goal", part.goal)]
    if part.goal_upper is not None:
        ends += ["–", part_stated(writer, target, part, "goal_upper", part.goal_upper)]
    key = f"goal_{part.direction}" if part.goal_upper is None else "goal_within"
    return runs(f"assessing.{key}", writer.lang, goal=tuple(ends))


def _share(writer: Writer, target: Target, figure: Figure) -> Runs:
    part = next((one for one in writer.plan.components
                 if (one.target, one.code) == (target.code, figure.component)), None)
    goal = writer.runs("part_goal", goal=part_goal(writer, target, part)) if part else ()
    return writer.runs("part", name=writer.names.part(target.code, figure.component), goal=goal,
                       value=writer.ledger.figure(target, figure))


def part_stated(writer: Writer, target: Target, part: Component, what: str, value: Decimal) -> Number:
    """A baseline or goal of a part: its source is the resolution."""
    name = f"{writer.names.target(target)} ({writer.names.part(target.code, part.code)})"
    return writer.ledger.stated(f"{what} {target.code} {part.code}", LedgerEntry(
        "", writer.said(f"label_{what}", name=name), amount_text(value, target.unit, None, writer.lang), value,
        target.unit, document=writer.names.document(target.source_document), sentence=target.source_place,
    ))
