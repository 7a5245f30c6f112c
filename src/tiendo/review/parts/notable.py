"""What was exceeded, what lags and by how much, what nobody can prove: each with the unit that leads it."""

from collections.abc import Sequence
from decimal import Decimal

from tiendo.assessing import Standing, asked_shown, rounded, step_shown
from tiendo.plan import Direction, Kind, amount_text
from tiendo.review.parts.clauses import (
    asked_word,
    expected_number,
    gap_number,
    goal_words,
    judged_number,
    level,
    reason_words,
)
from tiendo.review.parts.overall import lines_of
from tiendo.review.prose import Runs, together
from tiendo.review.records import Heading, Line, Node, Number, Paragraph
from tiendo.review.writer import Writer, goal_unit

BEYOND = frozenset({Kind.RATING, Kind.MILESTONE, Kind.STRUCTURE})  # kinds without a distance to the goal


def notable_nodes(writer: Writer, lines: Sequence[Line], first: int) -> list[Node]:
    """Up to three numbered sections from `first` on; one with no target in it is left out."""
    sections = (
        ("exceeded", lines_of(lines, Standing.EXCEEDED), _exceeded),
        ("lagging", lines_of(lines, Standing.BEHIND, Standing.MISSED), _lagging),
        ("unproven", lines_of(lines, Standing.UNPROVEN, Standing.NOT_ASSESSABLE), _unproven),
    )
    nodes: list[Node] = []
    for key, chosen, words in sections:
        if chosen:
            nodes.append(Heading(2, f"{first}. {writer.said(f'head_{key}')}"))
            nodes += [Paragraph(words(writer, line), "item") for line in chosen]
            first += 1
    return nodes


def _exceeded(writer: Writer, line: Line) -> Runs:
    """Value, goal and how far beyond it: `Tỷ lệ giải ngân …: 95,91%, mục tiêu từ 95% trở lên, vượt 0,91 điểm %`."""
    target, verdict = line.target, line.assessment
    if verdict.value is None or verdict.figure is None:
        return (f"{writer.names.target(target)}.",)
    value = judged(writer, line)
    gap: Runs = ()
    if target.kind not in BEYOND and target.goal is not None:
        must = target.goal if target.direction is Direction.AT_MOST else target.goal_upper or target.goal
        goal = writer.stated(target, "goal" if must == target.goal else "goal_upper", must)
        gap = writer.runs("beyond", gap=gap_number(writer, target, "goal", abs(verdict.value - must), [value, goal]))
    return writer.runs("exceeded", name=writer.names.target(target), value=level(value, target),
                       goal=goal_words(writer, target), gap=gap)


def _lagging(writer: Writer, line: Line) -> Runs:
    """How far behind what was asked, what every remaining year needs, and who leads."""
    target, verdict = line.target, line.assessment
    parts = [_distance(writer, line)]
    if verdict.needed is not None:
        key = "needed_fall" if target.direction is Direction.AT_MOST else "needed_rise"
        key = "needed_mean" if target.kind is Kind.GROWTH_AVG else key
        needed = judged_number(writer, target, "needed_yearly", step_shown(target, verdict.needed), [])
        parts.append(writer.runs(key, needed=_points(writer, line, needed)))
    return writer.runs("lagging", name=writer.names.target(target), words=together([p for p in parts if p], "; "),
                       lead=_lead(writer, line))


def _distance(writer: Writer, line: Line) -> Runs:
    target, verdict = line.target, line.assessment
    if verdict.value is None or verdict.figure is None:
        return reason_words(writer, target, verdict)
    value = judged(writer, line)
    if verdict.expected is None or target.kind in BEYOND:
        return writer.runs("distance_goal", value=level(value, target), goal=goal_words(writer, target))
    expected = expected_number(writer, target, verdict.expected)
    away = abs(verdict.value - asked_shown(target, verdict.expected))
    gap = gap_number(writer, target, "path", away, [value, expected])
    return writer.runs(f"distance_to_{asked_word(verdict)}", value=value, expected=expected, gap=gap)


def _points(writer: Writer, line: Line, needed: Number) -> Number:
    """A yearly step of a share is in percentage points; a rate of growth stays a rate."""
    if line.target.kind is Kind.GROWTH_AVG or goal_unit(line.target) != "%":
        return needed
    step = rounded(line.assessment.needed or Decimal(0))
    return Number(needed.entry, amount_text(step, "điểm %", None, writer.lang))


def _unproven(writer: Writer, line: Line) -> Runs:
    return writer.runs("unproven", name=writer.names.target(line.target), lead=_lead(writer, line),
                       reason=reason_words(writer, line.target, line.assessment))


def _lead(writer: Writer, line: Line) -> str:
    return writer.said("lead", body=writer.names.body(line.target.lead_body), position=line.target.lead_position)


def judged(writer: Writer, line: Line) -> Number:
    """The value the standing was judged by: the figure itself, or the rate or mean made of it."""
    target, verdict = line.target, line.assessment
    if verdict.figure is None or verdict.value is None:
        raise ValueError(f"{target.code} was judged without a figure")
    own = writer.ledger.figure(target, verdict.figure)
    if verdict.value == verdict.figure.value:
        return own
    key = f"rate {verdict.figure.period}" if target.kind is Kind.RELATIVE_TO_ASSIGNED else "mean"
    return judged_number(writer, target, key, verdict.value, [own])
