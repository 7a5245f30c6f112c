"""A review as one value: verdicts and the plan's other tables become prose, tables and the ledger.

The order is the one such reports keep: results by target, work programme, public investment, emulation,
limitations, tasks, documents. Nothing is judged here: standings come from `assessing`, findings from `checking`.
"""

from collections.abc import Sequence
from datetime import date

from tiendo.assessing import Assessment, Tally, evidence_for, figures_after, latest_figures, tally
from tiendo.checking import Finding
from tiendo.plan import Plan
from tiendo.review.charts import path_chart
from tiendo.review.parts.board import board
from tiendo.review.parts.documents import document_nodes
from tiendo.review.parts.eligibility import eligibility_nodes
from tiendo.review.parts.emulation import emulation_nodes
from tiendo.review.parts.investment import investment_nodes
from tiendo.review.parts.limitations import limitation_nodes
from tiendo.review.parts.notable import notable_nodes
from tiendo.review.parts.overall import overall_nodes, sector_words
from tiendo.review.parts.programmes import programme_nodes
from tiendo.review.parts.sentence import target_sentence
from tiendo.review.parts.tasks import task_nodes
from tiendo.review.records import Heading, Line, Node, Paragraph, Review
from tiendo.review.writer import Writer
from tiendo.words import Lang

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


def compose(
    plan: Plan, assessments: Sequence[Assessment], findings: Sequence[Finding], as_of: date, lang: Lang = "vi",
) -> Review:
    """The review of a plan as of a day from its verdicts (one a target, in the plan's order) and findings."""
    writer = Writer.of(plan, as_of, lang)
    lines, whole = _lines(plan, assessments, as_of), tally(assessments)
    sectors = _by_sector(lines)
    parts = (
        ("results", [*_overall(writer, lines, whole), *_sectors(writer, lines, sectors),
                     *_closing_sections(writer, lines, whole, len(sectors) + 2)]),
        ("programmes", programme_nodes(writer)), ("investment", investment_nodes(writer)),
        ("emulation", emulation_nodes(writer)), ("limitations", limitation_nodes(writer)),
        ("tasks", task_nodes(writer)), ("documents", document_nodes(writer)),
    )
    nodes: list[Node] = [_opening(writer)]
    for numeral, (key, inside) in zip(ROMAN, [part for part in parts if part[1]], strict=False):
        nodes += [Heading(1, f"{numeral}. {writer.said(f'head_{key}')}"), *inside]
    nodes.append(_closing(writer))
    return Review(
        plan, as_of, lines, whole, sectors, tuple(findings), tuple(nodes), writer.ledger.entries,
        figures_after(plan, as_of), lang,
    )


def _lines(plan: Plan, assessments: Sequence[Assessment], as_of: date) -> tuple[Line, ...]:
    verdicts = {assessment.target: assessment for assessment in assessments}
    return tuple(
        Line(target, verdicts[target.code], latest_figures(evidence_for(plan, target.code).figures, as_of))
        for target in plan.targets
    )


def _by_sector(lines: Sequence[Line]) -> tuple[tuple[str, Tally], ...]:
    sectors = dict.fromkeys(line.target.sector for line in lines)
    return tuple(
        (sector, tally([line.assessment for line in lines if line.target.sector == sector])) for sector in sectors
    )


def _overall(writer: Writer, lines: Sequence[Line], whole: Tally) -> list[Node]:
    """Section 1: tally, table, chart (where some target has a way to show)."""
    nodes: list[Node] = [Heading(2, f"1. {writer.said('head_overall')}"), *overall_nodes(writer, whole),
                         *board(writer, lines)]
    ways = any(line.assessment.attainment is not None for line in lines)
    return [*nodes, path_chart(lines, writer.lang)] if ways else nodes


def _sectors(writer: Writer, lines: Sequence[Line], sectors: Sequence[tuple[str, Tally]]) -> list[Node]:
    """A section a sector: its own tally, then a paragraph a target."""
    nodes: list[Node] = []
    for number, (sector, counts) in enumerate(sectors, 2):
        inside = [line for line in lines if line.target.sector == sector]
        name = writer.names.sector(inside[0].target)
        nodes += [Heading(2, f"{number}. {name}"), Paragraph(sector_words(writer, name, counts))]
        nodes += [target_sentence(writer, line) for line in inside]
    return nodes


def _closing_sections(writer: Writer, lines: Sequence[Line], whole: Tally, first: int) -> list[Node]:
    """What was exceeded, what lags, what is unproven; then what the targets say towards a classification."""
    nodes = notable_nodes(writer, lines, first)
    last = first + sum(isinstance(node, Heading) for node in nodes)
    inside = eligibility_nodes(writer, whole)
    return [*nodes, Heading(2, f"{last}. {writer.said('head_eligibility')}"), *inside] if inside else nodes


def _opening(writer: Writer) -> Paragraph:
    plan = writer.plan
    return writer.paragraph("opening", title=_cited(writer), body=writer.names.body(plan.body),
                            day=writer.day(writer.as_of))


def _cited(writer: Writer) -> str:
    """The resolution with its symbol: `Nghị quyết số 01-NQ/ĐH ngày 14/8/2020 của …`; its title without one.

    In English by the plan's English title: documents have one name, in the language they were written in.
    """
    if writer.lang == "en":
        return writer.plan.title_en
    document = writer.names.record(writer.plan.document)
    return writer.names.cited(document) if document else writer.plan.title_vi


def _closing(writer: Writer) -> Paragraph:
    """Who reports to whom."""
    body = next((one for one in writer.plan.bodies if one.code == writer.plan.body), None)
    superior = writer.names.body(body.parent) if body and body.parent else ""
    return writer.paragraph("closing" if superior else "closing_alone", title=_cited(writer), superior=superior,
                            body=writer.names.body(writer.plan.body), day=writer.day(writer.as_of))
