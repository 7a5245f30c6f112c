"""A report's text laid out for reading: blocks in order, its claims as marks with the number of their proposal.

Marks may overlap (a directive holds a date, a limitation a number): the earlier and longer one is drawn, the other is
still in the list beside the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.reading import Block, BlockKind, Document
from tiendo.store.queries.reports import ClaimView

__all__ = ["Mark", "Stretch", "lay_out"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words of a block; `claim` is the claim they state, None for the words between."""

    text: str
    claim: ClaimView | None
    number: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of the document: heading, paragraph or table row, in marks; `cells` for a row of a table."""

    kind: str
    page: int | None
    marks: tuple[Mark, ...] = ()
    cells: tuple[tuple[Mark, ...], ...] = ()


def kind_of(claim: ClaimView) -> str:
    """How a claim's words are underlined: fact, est, plan, cite, limit, order."""
    told = {"citation": "cite", "limitation": "limit", "directive": "order", "award": "fact"}
    kind = str(claim.record["kind"])
    if kind in told:
        return told[kind]
    return {"estimate": "est", "target": "plan"}.get(str(claim.record.get("status")), "fact")


def lay_out(document: Document, claims: Sequence[ClaimView]) -> Iterator[Stretch]:
    """The document's blocks with the claims marked; the cells of a table's row come together."""
    numbers = {claim.number: at for at, claim in enumerate((one for one in claims if one.proposals), 1)}
    row: list[tuple[Mark, ...]] = []
    where: tuple[int | None, ...] = ()
    for block in document.blocks:
        marks = tuple(_marks(document, block, claims, numbers))
        if block.kind is BlockKind.CELL:
            if row and where != (block.page, block.table, block.row):
                yield Stretch("row", where[0], cells=tuple(row))
                row = []
            where = (block.page, block.table, block.row)
            row.append(marks)
            continue
        if row:
            yield Stretch("row", where[0], cells=tuple(row))
            row = []
        yield Stretch(str(block.kind), block.page, marks)
    if row:
        yield Stretch("row", where[0], cells=tuple(row))


def _marks(
    document: Document, block: Block, claims: Sequence[ClaimView], numbers: dict[int, int],
) -> Iterator[Mark]:
    at = block.start
    inside = (claim for claim in claims if block.start <= claim.start and claim.end <= block.end)
    for claim in sorted(inside, key=lambda one: (one.start, -one.end)):
        if claim.start < at:
            continue
        if claim.start > at:
            yield Mark(document.text[at:claim.start], None, None, "")
        yield Mark(document.text[claim.start:claim.end], claim, numbers.get(claim.number), kind_of(claim))
        at = claim.end
    if at < block.end:
        yield Mark(document.text[at:block.end], None, None, "")
