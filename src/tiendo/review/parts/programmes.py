"""The work programme and its cascade: what was issued, and which of the superior's plans each implements."""

from tiendo.plan import PlanDocument, Programme
from tiendo.review.prose import Runs
from tiendo.review.records import Node, Number, Paragraph, Table
from tiendo.review.writer import Writer

KINDS = ("programme", "scheme", "plan")
HEADS = ("order", "document", "content", "implements")
WIDTHS = (8, 52, 68, 40)


def programme_nodes(writer: Writer) -> list[Node]:
    """How many of each kind, then the table that says what implements what."""
    known = [one for one in writer.plan.programmes if _issued(writer, one)]
    if not known:
        return []
    counts = {kind: _count(writer, kind, sum(one.kind == kind for one in known)) for kind in KINDS}
    above = {code for one in known if one.kind == "plan" for code in one.implements}
    counts["implemented"] = _count(writer, "implemented", len(above))
    return [Paragraph(writer.runs("programmes", **counts)), _table(writer, known)]


def _issued(writer: Writer, one: Programme) -> bool:
    """Whether a programme's document was issued by the day of the review; one without a document counts."""
    document = writer.names.record(one.document) if one.document else None
    return document is None or document.issued_on is None or document.issued_on <= writer.as_of


def _count(writer: Writer, kind: str, count: int) -> Number:
    return writer.ledger.count(f"count_{kind}", writer.said(f"label_count_{kind}"), count, writer.said(f"unit_{kind}"))


def _table(writer: Writer, known: list[Programme]) -> Table:
    rows = [(
        (str(number),), (_cited(writer, one),), _content(writer, one),
        ("; ".join(_symbol(writer, code) for code in one.implements) or "–",),
    ) for number, one in enumerate(sorted(known, key=lambda one: KINDS.index(one.kind)), 1)]
    return Table(writer.said("table_programmes"), tuple(writer.said(f"column_{head}") for head in HEADS), tuple(rows),
                 "clll", WIDTHS)


def _content(writer: Writer, one: Programme) -> Runs:
    return writer.ledger.quoted(one.name, one.document or one.code, writer.said("label_quoted_name"))


def _cited(writer: Writer, one: Programme) -> str:
    document = writer.names.record(one.document) if one.document else None
    return _named(writer, document) if document else writer.said(f"kind_{one.kind}")


def _named(writer: Writer, document: PlanDocument) -> str:
    return writer.said("cited_short", kind=document.kind, symbol=document.symbol or "",
                       day=writer.day(document.issued_on))


def _symbol(writer: Writer, code: str) -> str:
    document = writer.names.record(code)
    return f"{document.kind} {document.symbol}" if document and document.symbol else code
