"""A composed review taken as a draft: headings and prose to write on, tables and charts that follow the register."""

from collections.abc import Iterable, Iterator

from tiendo.review.manuscript.records import Bound, Manuscript, Piece
from tiendo.review.manuscript.tokens import text_of
from tiendo.review.records import Chart, Heading, Node, Number, Paragraph, Review, Table

__all__ = ["forms_of", "manuscript_of", "piece_from"]


def manuscript_of(review: Review) -> Manuscript:
    """The draft of a review as it was composed; places are `p1`, `p2` and so on in its order."""
    forms = forms_of(review)
    return Manuscript(
        review.as_of, review.lang,
        tuple(piece_from(f"p{place}", node) for place, node in enumerate(review.nodes, 1)),
        {one.id: (Bound(one, forms[one.id]),) for one in review.ledger},
    )


def piece_from(key: str, node: Node) -> Piece:
    """A node as a piece at a place."""
    match node:
        case Heading(level, text):
            return Piece(key, "heading", f"{level}", text, text)
        case Paragraph(runs, style):
            text = text_of(runs)
            return Piece(key, "paragraph", style, text, text)
        case Table(caption=caption):
            return Piece(key, "table", "", caption, caption)
        case Chart(title=title):
            return Piece(key, "chart", "", title, title)


def forms_of(review: Review) -> dict[str, tuple[str, ...]]:
    """Every way a number of the review is shown, by its entry's id; the entry's own words first."""
    forms = {one.id: {one.shown: None} for one in review.ledger}
    for run in _runs(review.nodes):
        if isinstance(run, Number):
            forms[run.entry][run.shown] = None
    return {entry: tuple(shown) for entry, shown in forms.items()}


def _runs(nodes: Iterable[Node]) -> Iterator[object]:
    for node in nodes:
        if isinstance(node, Paragraph):
            yield from node.runs
        elif isinstance(node, Table):
            yield from (run for row in node.rows for cell in row for run in cell)
