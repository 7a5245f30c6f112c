"""Ranks among peers with their streaks, and commendations with their decisions."""

from decimal import Decimal

from tiendo.plan import Award, Ranking
from tiendo.quantity import say_period
from tiendo.review.prose import Part, lower
from tiendo.review.records import LedgerEntry, Node, Number, Paragraph
from tiendo.review.writer import Writer


def emulation_nodes(writer: Writer) -> list[Node]:
    """What was known by the day: a rank by its document's day, an award by its decision's."""
    ranks: list[Node] = [_ranking(writer, one) for one in writer.plan.rankings if _known(writer, one)]
    return ranks + [_award(writer, one) for one in writer.plan.awards if _given(writer, one)]


def _known(writer: Writer, one: Ranking) -> bool:
    document = writer.names.record(one.source_document)
    told = document.issued_on if document and document.issued_on else one.period.end
    return told <= writer.as_of


def _given(writer: Writer, one: Award) -> bool:
    return one.year <= writer.as_of.year and (one.decided_on is None or one.decided_on <= writer.as_of)


def _ranking(writer: Writer, one: Ranking) -> Paragraph:
    """A rank with its streak and, where there are criteria, how many were met."""
    parts: dict[str, Part] = {
        "body": writer.names.body(one.body), "subject": lower(one.subject),
        "period": say_period(one.period.code, writer.lang), "document": writer.names.document(one.source_document),
        "rank": _stated(writer, one, "rank", one.rank, one.of), "streak": "", "criteria": "",
    }
    if one.streak:
        parts["streak"] = _stated(writer, one, "streak", one.streak, None)
    if one.criteria_met is not None:
        parts["criteria"] = _stated(writer, one, "criteria", one.criteria_met, one.criteria_total)
    key = "ranking_criteria" if one.criteria_met is not None else "ranking_streak" if one.streak else "ranking"
    return writer.paragraph(key, "item", **parts)


def _stated(writer: Writer, one: Ranking, what: str, value: int, of: int | None) -> Number:
    body = writer.names.body(one.body)
    return writer.ledger.stated(f"{what} {one.body} {one.subject} {one.period}", LedgerEntry(
        "", f"{body}: {one.subject}", f"{value}/{of}" if of else str(value), Decimal(value),
        writer.said(f"unit_{what}"), document=writer.names.document(one.source_document), reported_by=one.ranked_by,
    ))


def _award(writer: Writer, one: Award) -> Paragraph:
    key = "award_decision" if one.decision else "award"
    title = writer.ledger.quoted(one.title, one.source_document, writer.said("label_quoted_name"))
    return writer.paragraph(key, "item", title=title, body=writer.names.body(one.body), year=str(one.year),
                            issuer=one.issuer, decision=one.decision or "", day=writer.day(one.decided_on))
