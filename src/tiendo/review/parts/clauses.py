"""The clauses every target's sentence is made of: the value, the goal, the path, the verdict with its basis."""

from decimal import Decimal

from tiendo.assessing import Assessment, Basis, Standing, asked_shown, reason_shown, rounded
from tiendo.plan import Direction, Target
from tiendo.quantity import Figure, FigureStatus, canonical_unit
from tiendo.review.prose import Part, Runs, inside, lower, runs, when
from tiendo.review.records import Number
from tiendo.review.writer import Writer, goal_unit

REASON_NUMBERS = frozenset({
    "value", "expected", "needed", "mean", "plain", "sum", "reported", "first", "second", "assigned", "met", "closed",
    "of", "count", "missed",
})  # the placeholders of a reason that are numbers
STRICT = frozenset({Direction.AT_LEAST, Direction.AT_MOST})  # "trên X", "dưới X": the others know no such goal
ON_THE_WAY = frozenset({Standing.ON_PATH, Standing.BEHIND})
VERBS = {
    Direction.AT_LEAST: "reached", Direction.AT_MOST: "left", Direction.WITHIN: "stands", Direction.DONE: "reached",
}  # what a value does, as `review.value_<verb>` says it


def value_clause(writer: Writer, target: Target, figure: Figure, *, key: str | None = None) -> Runs:
    """`năm 2022 đạt 95,91%`, `đến ngày 15/3/2023 còn 0,16%`; an estimate says that it is one."""
    verb = key or VERBS[target.direction]
    estimate = "_estimate" if figure.status is FigureStatus.ESTIMATE else ""
    return writer.runs(f"value_{verb}{estimate}", when=when(figure.period, writer.lang),
                       value=level(writer.ledger.figure(target, figure), target))


def level(number: Number, target: Target) -> Number:
    """A level of a scale stands in a sentence with a small letter; other numbers as they are."""
    return Number(number.entry, lower(number.shown)) if target.scale else number


def goal_words(writer: Writer, target: Target) -> Runs:
    """`từ 95% trở lên`, `trong khoảng 0,95–1,15%`, with the resolution's own numbers bound."""
    if target.goal is None:
        return ()
    first = level(writer.stated(target, "goal", target.goal), target)
    if target.goal_upper is None:
        strict = "_strict" if target.strict and target.direction in STRICT else ""
        return runs(f"assessing.goal_{target.direction}{strict}", writer.lang, goal=first)
    key = "within" if target.direction is Direction.WITHIN else "band"
    ends: Runs = (writer.bare(first, target.goal, target), "–", writer.stated(target, "goal_upper", target.goal_upper))
    return runs(f"assessing.goal_{key}", writer.lang, goal=ends)


def goal_clause(writer: Writer, target: Target, key: str) -> Runs:
    """The goal and when it is due: `mục tiêu đến hết năm 2025 từ 95% trở lên`, `mục tiêu mỗi năm …`."""
    goal = goal_words(writer, target)
    return writer.runs(f"goal_{key}", goal=goal, due=due_words(writer, target)) if goal else ()


def due_words(writer: Writer, target: Target) -> str:
    """`đến hết năm 2025`, or `đến ngày 30/6/2025`."""
    day = target.due_on
    if (day.month, day.day) == (12, 31):
        return writer.said("due_year", year=day.year)
    return writer.said("due_day", day=writer.day(day))


def path_clause(writer: Writer, target: Target, verdict: Assessment) -> Runs:
    """What the path asked for on the figure's day and how far from it the value is; nothing once it is at the goal."""
    figure, value, asked = verdict.figure, verdict.value, verdict.expected
    if verdict.standing not in ON_THE_WAY or figure is None or value is None or asked is None:
        return ()
    away, expected = value - asked_shown(target, asked), expected_number(writer, target, asked)
    gap = gap_number(writer, target, "path", abs(away), [expected, writer.ledger.figure(target, figure)])
    key = "path_even" if not away else "path_above" if away > 0 else "path_below"
    return writer.runs(key, expected=expected, gap=gap)


def expected_number(writer: Writer, target: Target, expected: Decimal) -> Number:
    """What the path asks for on the day, bound to the points of the path."""
    label = writer.said("label_path", name=writer.names.target(target))
    return writer.ledger.computed(f"path {target.code}", label, asked_shown(target, expected), goal_unit(target))


def gap_number(writer: Writer, target: Target, what: str, gap: Decimal, inputs: list[Number]) -> Number:
    """A distance between two values of a target; between shares it is in percentage points."""
    unit = goal_unit(target)
    points = "điểm %" if canonical_unit(unit) in {"%", "%/năm"} else unit
    label = writer.said(f"label_gap_{what}", name=writer.names.target(target))
    return writer.ledger.computed(f"gap_{what} {target.code}", label, rounded(gap), points, inputs)


def asked_word(verdict: Assessment) -> str:
    """What an expected value is: a point of the path, or the goal a yearly value is held to."""
    return "path" if verdict.basis in {Basis.PATH, Basis.TIME_SHARE} else "goal"


def verdict_clause(writer: Writer, verdict: Assessment) -> Runs:
    """`. Đánh giá: vượt (cơ sở: từng năm đã khép); đạt trước hạn.` The basis always stands beside the label."""
    flags = "".join(f"; {lower(_assessing(writer, f'flag_{flag}'))}" for flag in verdict.flags)
    return writer.runs("verdict", standing=lower(_assessing(writer, f"standing_{verdict.standing}")),
                       basis=lower(_assessing(writer, f"basis_{verdict.basis}")), flags=flags)


def _assessing(writer: Writer, key: str) -> str:
    return str(runs(f"assessing.{key}", writer.lang)[0])


def judged_number(writer: Writer, target: Target, key: str, value: Decimal, inputs: list[Number]) -> Number:
    """A value the rule makes of figures: a rate of the assigned plan, a mean over years."""
    label = writer.said(f"label_{key.split(maxsplit=1)[0]}", name=writer.names.target(target))
    return writer.ledger.computed(f"{key} {target.code}", label, rounded(value), goal_unit(target), inputs)


def reason_words(writer: Writer, target: Target, verdict: Assessment) -> Runs:
    """Why nothing can be said: the assessing room's own sentence, its numbers bound, parts by their names."""
    shown = reason_shown(target, verdict, writer.lang)
    parts: dict[str, Part] = {
        name: _reason_part(writer, target, verdict, (name, raw, shown[name])) for name, raw in verdict.reason_values
    }
    return inside(runs(f"assessing.{verdict.reason}", writer.lang, **parts))


def _reason_part(writer: Writer, target: Target, verdict: Assessment, said: tuple[str, str, str]) -> Part:
    """One value of a reason: a part by its name, a number bound to the rule, a day or period in words."""
    name, raw, shown = said
    if name == "parts":
        return ", ".join(writer.names.part(target.code, code) for code in raw.split(", "))
    if name == "goal":
        return goal_words(writer, target)
    if name == "note":
        source = verdict.figure.source.document if verdict.figure else target.code
        return writer.ledger.quoted(shown, source, writer.said("label_quoted_reason"))
    if name not in REASON_NUMBERS:
        return shown
    label = writer.said("label_reason", name=writer.names.target(target))
    number = writer.ledger.computed(f"reason {name} {target.code}", label, Decimal(raw), verdict.unit)
    return Number(number.entry, shown)
