"""The documents the review stands on; the units' own reports are in the ledger, beside their numbers."""

from tiendo.plan import PlanDocument
from tiendo.review.records import Node, Table
from tiendo.review.writer import Writer

REPORTS = frozenset({"Báo cáo", "Công văn"})
HEADS = ("order", "symbol", "day", "issuer", "content")
WIDTHS = (8, 38, 22, 37, 60)


def document_nodes(writer: Writer) -> list[Node]:
    """One row a document issued by the day, in the plan's order."""
    chosen = [one for one in writer.plan.documents if one.symbol and one.kind not in REPORTS and _issued(writer, one)]
    rows = tuple((
        (str(number),), (f"{one.kind} {one.symbol}",), (writer.day(one.issued_on),), (one.issuer,),
        writer.ledger.quoted(one.title, one.code, writer.said("label_quoted_name")),
    ) for number, one in enumerate(chosen, 1))
    heads = tuple(writer.said(f"column_{head}") for head in HEADS)
    return [Table(writer.said("table_documents"), heads, rows, "clcll", WIDTHS)] if rows else []


def _issued(writer: Writer, one: PlanDocument) -> bool:
    return one.issued_on is None or one.issued_on <= writer.as_of
