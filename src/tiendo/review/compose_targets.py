"""The results part: the tally that adds up, the table, the chart, each target in a sentence, what lags."""

from collections.abc import Sequence
from decimal import Decimal

from tiendo.assessing import Assessment, Standing, Tally, reason_text
from tiendo.plan import Direction, Kind, Plan, Target, amount_text, value_text
from tiendo.quantity import Figure, say_period
from tiendo.review.charts import path_chart
from tiendo.review.ledger import Ledger
from tiendo.review.prose import joined, paragraph, runs, whole
from tiendo.review.records import Heading, LedgerEntry, Line, Node, Number, Paragraph, Run, Table
from tiendo.words import Lang, say

GOOD = (Standing.EXCEEDED, Standing.MET, Standing.ON_PATH)
SIGNS = {Direction.AT_LEAST: "≥ ", Direction.AT_MOST: "≤ ", Direction.WITHIN: "", Direction.DONE: ""}
NO_DATA = "–"


def target_nodes(plan: Plan, lines: Sequence[Line], counts: Tally, ledger: Ledger, lang: Lang) -> list[Node]:
    """Part I of the report."""
    nodes: list[Node] = [
        Heading(1, say("review.head_results", lang)), Heading(2, say("review.head_overall", lang)),
        _tally(counts, ledger, lang), _partition(counts, ledger, lang), paragraph("basis", lang),
        _table(plan, lines, ledger, lang), path_chart(lines, lang),
    ]
    for number, sector in enumerate(dict.fromkeys(line.target.sector for line in lines), 2):
        inside = [line for line in lines if line.target.sector == sector]
        name = sector if lang == "vi" else inside[0].target.sector_en or sector
        nodes.append(Heading(2, f"{number}. {name}"))
        nodes += [target_sentence(plan, line, ledger, lang) for line in inside]
    nodes += _listed(lines, "exceeded", (Standing.EXCEEDED,), lang)
    nodes += _listed(lines, "lagging", (Standing.BEHIND, Standing.MISSED), lang)
    nodes += _listed(lines, "unproven", (Standing.UNPROVEN, Standing.NOT_ASSESSABLE), lang)
    return nodes


def _tally(counts: Tally, ledger: Ledger, lang: Lang) -> Paragraph:
    return paragraph(
        "tally", lang,
        good=_ratio(ledger, "tally_good", counts.of(*GOOD), counts.total, lang),
        exceeded=_ratio(ledger, "tally_exceeded", counts.of(Standing.EXCEEDED), counts.total, lang),
    )


def _ratio(ledger: Ledger, key: str, count: int, of: int, lang: Lang) -> Number:
    number = ledger.computed(key, say(f"review.label_{key}", lang), whole(count), say("review.unit_target", lang))
    return Number(number.entry, f"{count}/{of}")


def _partition(counts: Tally, ledger: Ledger, lang: Lang) -> Paragraph:
    """The labels partition the set, in writing: 9 vượt + 8 đạt = 17; labels nobody has are left out."""
    parts: list[tuple[Run, ...]] = []
    for standing, count in counts.counts:
        if count:
            name = say(f"assessing.standing_{standing}", lang)
            number = ledger.computed(f"part {standing}", name, whole(count), say("review.unit_target", lang))
            parts.append((Number(number.entry, str(count)), " " + name[0].lower() + name[1:]))
    total = ledger.computed("total", say("review.label_total", lang), whole(counts.total),
                            say("review.unit_target", lang))
    parts_in_words = joined(parts, " + ")
    return Paragraph((*runs("partition", lang), *parts_in_words, " = ", Number(total.entry, str(counts.total)), "."))


def _table(plan: Plan, lines: Sequence[Line], ledger: Ledger, lang: Lang) -> Table:
    heads = ("order", "target", "unit", "baseline", "goal", "period", "value", "standing")
    rows = [_row(plan, number, line, ledger, lang) for number, line in enumerate(lines, 1)]
    return Table(say("review.table_targets", lang), tuple(say(f"review.column_{head}", lang) for head in heads),
                 tuple(rows), "clcrrlrl", (5, 30, 12, 10, 13, 12, 12, 14))


def _row(plan: Plan, number: int, line: Line, ledger: Ledger, lang: Lang) -> tuple[tuple[Run, ...], ...]:
    target, verdict = line.target, line.assessment
    shown = verdict.figure if verdict.figure and verdict.figure.value is not None else None
    return (
        (str(number),),
        (target.name_vi if lang == "vi" else target.name_en,),
        ("" if target.scale else target.unit,),
        _stated(plan, target, "baseline", target.baseline, ledger, lang),
        _goal(plan, target, ledger, lang),
        (say_period(shown.period.code, lang) if shown else NO_DATA,),
        (_bare(ledger.figure(target, shown), target, shown, lang),) if shown else _parts_cell(line, ledger, lang),
        (say(f"assessing.standing_{verdict.standing}", lang),),
    )


def _bare(number: Number, target: Target, figure: Figure, lang: Lang) -> Number:
    """The same bound number without its unit: the table has a column for it."""
    return Number(number.entry, value_text(figure.value or Decimal(0), target.scale, lang))


def _parts_cell(line: Line, ledger: Ledger, lang: Lang) -> tuple[Run, ...]:
    parts = [(_bare(ledger.figure(line.target, figure), line.target, figure, lang),) for figure in parts_of(line)]
    return joined(parts, " – ") if parts else (NO_DATA,)


def parts_of(line: Line) -> list[Figure]:
    """The latest figures of a structure's parts, in the order they were reported; nothing for other targets."""
    if line.target.kind is not Kind.STRUCTURE or line.assessment.standing is Standing.UNPROVEN:
        return []
    with_value = [figure for figure in line.figures if figure.component and figure.value is not None]
    last = max((figure.period.end for figure in with_value), default=None)
    return [figure for figure in with_value if figure.period.end == last]


def _goal(plan: Plan, target: Target, ledger: Ledger, lang: Lang) -> tuple[Run, ...]:
    if target.goal is None:
        return (say("review.by_parts", lang),)
    lower = _stated(plan, target, "goal", target.goal, ledger, lang)
    upper = () if target.goal_upper is None else (
        " – ", *_stated(plan, target, "goal_upper", target.goal_upper, ledger, lang))
    unit = ("%",) if target.kind is Kind.RELATIVE_TO_ASSIGNED else ()
    return (SIGNS[target.direction], *lower, *upper, *unit)


def _stated(
    plan: Plan, target: Target, what: str, value: Decimal | None, ledger: Ledger, lang: Lang,
) -> tuple[Run, ...]:
    """A number of the resolution itself: its source is the document and the place in it."""
    if value is None:
        return (NO_DATA,)
    name = target.name_vi if lang == "vi" else target.name_en
    unit = "%" if target.kind is Kind.RELATIVE_TO_ASSIGNED else target.unit
    return (ledger.stated(f"{what} {target.code}", LedgerEntry(
        "", say(f"review.label_{what}", lang, name=name), value_text(value, target.scale, lang), value, unit,
        document=ledger.document_name(target.source_document), sentence=target.source_place,
        approved_by=next((one.issuer for one in plan.documents if one.code == target.source_document), None),
        approved_on=next((one.issued_on for one in plan.documents if one.code == target.source_document), None),
    )),)


def target_sentence(plan: Plan, line: Line, ledger: Ledger, lang: Lang) -> Paragraph:
    """One target in a sentence: what it stands at, of what goal, and the verdict with its basis."""
    target, verdict = line.target, line.assessment
    name = target.name_vi if lang == "vi" else target.name_en
    goal = joined([_goal(plan, target, ledger, lang)], "")
    tail = runs("verdict", lang, standing=_lower(say(f"assessing.standing_{verdict.standing}", lang)),
                basis=_lower(say(f"assessing.basis_{verdict.basis}", lang)))
    if parts_of(line):
        head = runs("target_parts", lang, name=name, period=say_period(parts_of(line)[0].period.code, lang))
        return Paragraph((*head, *_parts_text(plan, line, ledger, lang), *tail), "item")
    figure = verdict.figure
    if figure is None or figure.value is None:
        return Paragraph((*runs("target_no_data", lang, name=name, reason=reason_text(target, verdict, lang)), *tail), "item")
    key = "target_level" if target.scale else f"target_{target.direction}"
    head = runs(key, lang, name=name, period=say_period(figure.period.code, lang), value=ledger.figure(target, figure))
    return Paragraph((*head, *_beside(target, verdict, ledger, lang), *runs("of_goal", lang), *goal,
                      *_goal_unit(target), *tail), "item")


def _goal_unit(target: Target) -> tuple[Run, ...]:
    return () if target.scale or target.kind is Kind.RELATIVE_TO_ASSIGNED else (
        amount_text(Decimal(1), target.unit, None, "vi")[1:],)


def _parts_text(plan: Plan, line: Line, ledger: Ledger, lang: Lang) -> tuple[Run, ...]:
    names = {part.code: part.name_vi if lang == "vi" else part.name_en
             for part in plan.components if part.target == line.target.code}
    return joined([runs("part", lang, name=_lower(names[figure.component or ""]),
                        value=ledger.figure(line.target, figure)) for figure in parts_of(line)], "; ")


def _beside(target: Target, verdict: Assessment, ledger: Ledger, lang: Lang) -> tuple[Run, ...]:
    """What the basis makes of the figure where that is another number: a rate of the assigned plan, a mean."""
    if verdict.value is None or verdict.figure is None or verdict.value == verdict.figure.value:
        return ()
    keys = {Kind.RELATIVE_TO_ASSIGNED: ("rate", "%"), Kind.GROWTH_AVG: ("mean", "%/năm")}
    if target.kind not in keys:
        return ()
    key, unit = keys[target.kind]
    label = say(f"review.label_{key}", lang, name=target.name_vi if lang == "vi" else target.name_en)
    number = ledger.computed(f"{key} {target.code}", label, round(verdict.value, 2), unit,
                             [ledger.figure(target, verdict.figure)])
    return runs(f"beside_{key}", lang, value=number)


def _listed(lines: Sequence[Line], key: str, standings: tuple[Standing, ...], lang: Lang) -> list[Node]:
    """A short list of targets by name; nothing where there are none."""
    names = [line.target.name_vi if lang == "vi" else line.target.name_en
             for line in lines if line.assessment.standing in standings]
    if not names:
        return []
    items: list[Node] = [Paragraph((f"{name}.",), "item") for name in names]
    return [Heading(2, say(f"review.head_{key}", lang)), *items]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
