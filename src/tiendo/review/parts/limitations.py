"""Shortcomings that return until closed with proof: cause, measure, who answers; then what was closed."""

from datetime import date

from tiendo.plan import Limitation, Plan
from tiendo.review.prose import Part, Runs, together
from tiendo.review.records import Node, Paragraph
from tiendo.review.writer import Writer


def open_limitations(plan: Plan, as_of: date) -> list[Limitation]:
    """The limitations admitted by a day and not yet closed on it."""
    return [one for one in plan.limitations
            if one.since_on <= as_of and (one.closed_on is None or one.closed_on > as_of)]


def limitation_nodes(writer: Writer) -> list[Node]:
    """Those still open, each with its owner, then those closed since the term began."""
    still = open_limitations(writer.plan, writer.as_of)
    closed = [one for one in writer.plan.limitations if one.closed_on and one.closed_on <= writer.as_of]
    nodes: list[Node] = [writer.paragraph("limitations")] if still else []
    nodes += [_open(writer, one) for one in still]
    if closed:
        nodes += [writer.paragraph("limitations_closed"), *(_closed(writer, one) for one in closed)]
    return nodes


def _open(writer: Writer, one: Limitation) -> Paragraph:
    parts: list[Part] = [_quoted(writer, one, one.text), "."]
    if one.cause:
        parts.append(writer.runs("limitation_cause", cause=_quoted(writer, one, one.cause)))
    if one.measure:
        parts.append(writer.runs("limitation_measure", measure=_quoted(writer, one, one.measure)))
    parts.append(writer.runs("limitation_owner", owner=writer.names.body(one.owner_body), day=writer.day(one.since_on)))
    return Paragraph(together(parts), "item")


def _closed(writer: Writer, one: Limitation) -> Paragraph:
    return writer.paragraph("limitation_closed", "item", text=_quoted(writer, one, one.text),
                            day=writer.day(one.closed_on), proof=_quoted(writer, one, one.proof or ""))


def _quoted(writer: Writer, one: Limitation, text: str) -> Runs:
    return writer.ledger.quoted(text, one.source_document, writer.said("label_quoted_limitation"))
