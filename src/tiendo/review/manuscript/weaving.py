"""A draft as the review its files are made from: the office's prose, the register's tables, one ledger for both.

What is not so is said in the file too: a number without a source, a number that changed since. Nobody signs it unseen.
"""

from collections.abc import Iterator
from dataclasses import replace

from tiendo.review.manuscript.compare import Comparison
from tiendo.review.manuscript.loose import loose_in
from tiendo.review.manuscript.records import Manuscript, Piece
from tiendo.review.manuscript.tokens import runs_of, token
from tiendo.review.prose import together
from tiendo.review.records import Heading, LedgerEntry, Node, Number, Paragraph, Review, Run, Table
from tiendo.words import Lang, say

__all__ = ["marked", "woven"]


def woven(draft: Manuscript, now: Comparison, review: Review) -> Review:
    """The review with the draft's headings and prose in place of the composed ones, and the draft's ids."""
    nodes = tuple(_nodes(draft, now))
    used = {run.entry for node in nodes for run in _runs(node) if isinstance(run, Number)}
    return replace(review, nodes=nodes, ledger=tuple(_ledger(draft, now, used)))


def _nodes(draft: Manuscript, now: Comparison) -> Iterator[Node]:
    yield from now.extra.get("", ())
    for piece in draft.pieces:
        if piece.key in now.nodes:
            yield now.nodes[piece.key]
        elif piece.text and piece.kind == "heading":
            yield Heading(int(piece.style), piece.text)
        elif piece.text and piece.kind == "paragraph":
            yield Paragraph(marked(piece, now, draft.lang), piece.style)
        yield from now.extra.get(piece.key, ())


def marked(piece: Piece, now: Comparison, lang: Lang) -> tuple[Run, ...]:
    """A paragraph's runs, with words behind each number that has no source or is no longer so."""
    text = piece.text or ""
    for one in reversed(loose_in(piece)):
        text = f"{text[:one.end]} [{say('review.mark_loose', lang)}]{text[one.end:]}"
    for stale in now.stale_in(text):
        key = "mark_gone" if stale.current is None else "mark_stale"
        words = say(f"review.{key}", lang, now=stale.current)
        text = text.replace(token(stale.number), f"{token(stale.number)} [{words}]")
    return together(runs_of(text))


def _runs(node: Node) -> Iterator[Run]:
    if isinstance(node, Paragraph):
        yield from node.runs
    elif isinstance(node, Table):
        yield from (run for row in node.rows for cell in row for run in cell)


def _ledger(draft: Manuscript, now: Comparison, used: set[str]) -> Iterator[LedgerEntry]:
    """The register's entries and, of numbers it no longer writes, those the prose still has; by their ids."""
    kept = {entry: versions[-1].entry for entry, versions in draft.bounds.items() if entry in used}
    current = {entry: bound.entry for entry, bound in now.current.items() if bound and entry in used}
    whole = {**kept, **current, **now.ledger}
    for _ in range(len(whole)):  # what a number was made from stands in the ledger too
        lacking = {name for one in whole.values() for name in one.inputs} - set(whole)
        lacking &= set(draft.bounds)
        if not lacking:
            break
        whole |= {entry: draft.bounds[entry][-1].entry for entry in lacking}
    yield from (whole[entry] for entry in sorted(whole, key=lambda name: int(name[1:])))
