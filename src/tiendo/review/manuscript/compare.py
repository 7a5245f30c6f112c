"""A draft beside what the register would write now: numbers that changed, sentences it writes otherwise, new ones.

A number is told by its key, a reported figure also by what it corrects, so it keeps its id in the draft for ever;
numbers the draft does not know get the next ids. Pieces are told by their words without values.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from tiendo.plan import amount_text
from tiendo.quantity import Figure
from tiendo.review.manuscript.records import OWN, Bound, Manuscript, Piece
from tiendo.review.manuscript.taking import forms_of, piece_from
from tiendo.review.manuscript.tokens import numbers_in, signature
from tiendo.review.records import LedgerEntry, Node, Number, Paragraph, Review, Run, Table

__all__ = ["Comparison", "Offer", "Stale", "compare"]

_FIGURE = "figure "


@dataclass(frozen=True, slots=True)
class Stale:
    """A number of the text that is no longer so: as it stands there, and as it is now (None: the register has none)."""

    number: Number
    current: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A paragraph or heading the register writes now and did not when the draft began; it goes behind a place."""

    after: str
    piece: Piece


@dataclass(frozen=True)
class Comparison:
    """What the register says now, in the ids of the draft.

    `ledger` are its entries; `current` the versions of all numbers of the draft and the new ones, the last one current;
    `nodes` are its tables and charts by their place, `extra` those the draft has not, behind a place; `rewritten` what
    it would write in a place in other words; `offers` what it would add.
    """

    ledger: Mapping[str, LedgerEntry]
    current: Mapping[str, Bound | None]
    nodes: Mapping[str, Node]
    extra: Mapping[str, tuple[Node, ...]]
    rewritten: Mapping[str, str]
    offers: tuple[Offer, ...]
    before: Mapping[str, tuple[Bound, ...]]

    def stale_in(self, text: str | None) -> tuple[Stale, ...]:
        """The numbers of a text that changed, each way of showing one once, in its order."""
        found = (Stale(one, self._shown(one)) for one in dict.fromkeys(numbers_in(text or "")))
        return tuple(one for one in found if one.current != one.number.shown)

    def _shown(self, number: Number) -> str | None:
        """How a number is shown now, in the way it stands."""
        current = self.current.get(number.entry)
        if current is None:
            return None
        if number.shown in current.forms:
            return number.shown
        for bound in reversed(self.before.get(number.entry, ())):
            if number.shown in bound.forms and len(bound.forms) == len(current.forms):
                return current.forms[bound.forms.index(number.shown)]
        return current.forms[0]

    @cached_property
    def known(self) -> Mapping[str, tuple[Bound, ...]]:
        """Every version of every number, the current one last: what may be typed."""
        return {**self.before, **{
            entry: tuple(dict.fromkeys((*self.before.get(entry, ()), bound)))
            for entry, bound in self.current.items() if bound}}


def compare(draft: Manuscript, review: Review) -> Comparison:
    """A draft beside the review composed now, for the same day and language."""
    ids = _ids(draft, review)
    fresh = tuple(_renumbered(node, ids) for node in review.nodes)
    forms = {ids[entry]: shown for entry, shown in forms_of(review).items()}
    ledger = {ids[one.id]: replace(one, id=ids[one.id], inputs=tuple(ids[name] for name in one.inputs))
              for one in review.ledger}
    current = {entry: Bound(replace(one, figure=None), forms[entry]) for entry, one in ledger.items()}
    gone = {entry: _elsewhere(versions[-1], review) for entry, versions in draft.bounds.items() if entry not in ledger}
    paired = _aligned(draft, fresh)
    return Comparison(
        ledger, {**current, **gone}, paired.nodes, paired.extra, paired.rewritten, tuple(paired.offers), draft.bounds)


def _ids(draft: Manuscript, review: Review) -> dict[str, str]:
    """The draft's id of each entry of the review."""
    by_key = {versions[-1].entry.key: entry for entry, versions in draft.bounds.items()}
    by_key |= {bound.entry.key: entry for entry, versions in draft.bounds.items() for bound in versions}
    figures = {one.id: one for one in review.plan.figures}
    last = max((int(entry[1:]) for entry in draft.bounds), default=0)
    ids: dict[str, str] = {}
    for one in review.ledger:
        known = next((by_key[key] for key in _keys(one.key, figures) if key in by_key), None)
        if known is None or known in ids.values():
            last += 1
            known = f"S{last:03d}"
        ids[one.id] = known
    return ids


def _keys(key: str, figures: Mapping[str, Figure]) -> Iterator[str]:
    """A number's key, and those of the figures it corrects, newest first."""
    yield key
    figure = figures.get(key.removeprefix(_FIGURE)) if key.startswith(_FIGURE) else None
    while figure and figure.supersedes:
        yield f"{_FIGURE}{figure.supersedes}"
        figure = figures.get(figure.supersedes)


def _elsewhere(bound: Bound, review: Review) -> Bound | None:
    """A number the review does not write now: the office's own stays, a figure is what its correction says."""
    if bound.entry.key.startswith(OWN):
        return bound
    if not bound.entry.key.startswith(_FIGURE):
        return None
    corrected = {one.supersedes: one for one in review.plan.figures if one.supersedes}
    figure = next((one for one in review.plan.figures if one.id == bound.entry.key.removeprefix(_FIGURE)), None)
    while figure and figure.id in corrected and corrected[figure.id].approved_by:
        figure = corrected[figure.id]
    if figure is None or figure.value is None or not figure.approved_by:
        return None
    if figure.value == bound.entry.value:
        return bound
    target = next(one for one in review.plan.targets if one.code == figure.target)
    shown = amount_text(figure.value, target.unit, target.scale, review.lang)
    entry = replace(bound.entry, value=figure.value, shown=shown, key=f"{_FIGURE}{figure.id}",
                    sentence=figure.source.sentence, approved_by=figure.approved_by, approved_on=figure.approved_on)
    return Bound(entry, (shown,))


def _renumbered(node: Node, ids: Mapping[str, str]) -> Node:
    """A node with its numbers in the draft's ids."""
    if isinstance(node, Paragraph):
        return replace(node, runs=_in(node.runs, ids))
    if isinstance(node, Table):
        return replace(node, rows=tuple(tuple(_in(cell, ids) for cell in row) for row in node.rows))
    return node


def _in(runs: Sequence[Run], ids: Mapping[str, str]) -> tuple[Run, ...]:
    return tuple(Number(ids[run.entry], run.shown) if isinstance(run, Number) else run for run in runs)


@dataclass(slots=True)
class _Paired:
    """The pieces of a draft beside the nodes of today, as they are found."""

    nodes: dict[str, Node]
    extra: dict[str, tuple[Node, ...]]
    rewritten: dict[str, str]
    offers: list[Offer]

    def pair(self, piece: Piece, node: Node) -> None:
        """One place: a table is taken as it is now, prose in other words is offered."""
        now = piece_from(piece.key, node)
        if piece.kind in {"table", "chart"}:
            self.nodes[piece.key] = node
        elif signature(piece.composed) != signature(now.composed):
            self.rewritten[piece.key] = now.composed

    def add(self, after: str, node: Node) -> None:
        """A node the draft has not."""
        piece = piece_from(after, node)
        if piece.kind in {"table", "chart"}:
            self.extra[after] = (*self.extra.get(after, ()), node)
        else:
            self.offers.append(Offer(after, piece))


def _aligned(draft: Manuscript, fresh: Sequence[Node]) -> _Paired:
    """The draft's own pieces, those of its beginning, beside today's nodes, in both orders."""
    begun = [one for one in draft.pieces if "." not in one.key]
    today = [piece_from("", node) for node in fresh]
    found = _Paired({}, {}, {}, [])
    matcher = SequenceMatcher(None, [_sign(one) for one in begun], [_sign(one) for one in today], autojunk=False)
    for what, low, high, first, last in matcher.get_opcodes():
        after = begun[low - 1].key if low else ""
        if what == "insert":
            for node in fresh[first:last]:
                found.add(after, node)
        elif what != "delete":
            _block(begun[low:high], fresh[first:last], found, after)
    return found


def _block(begun: Sequence[Piece], fresh: Sequence[Node], found: _Paired, after: str) -> None:
    """A stretch of both: the nth of a kind here is the nth of that kind there; what is left over is new."""
    waiting: dict[str, list[Piece]] = {}
    for piece in begun:
        waiting.setdefault(piece.kind, []).append(piece)
    for node in fresh:
        kind = piece_from("", node).kind
        if waiting.get(kind):
            piece = waiting[kind].pop(0)
            after = piece.key
            found.pair(piece, node)
        else:
            found.add(after, node)


def _sign(piece: Piece) -> tuple[str, str]:
    return piece.kind, signature(piece.composed)
