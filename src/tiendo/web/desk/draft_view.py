"""A draft as its page shows it: each piece with its numbers, what is not so in it, who edited it last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from tiendo.review.manuscript.compare import Comparison, Offer
from tiendo.review.manuscript.loose import Loose, loose_in
from tiendo.review.manuscript.records import Bound, Piece
from tiendo.review.manuscript.tokens import runs_of, token
from tiendo.review.records import LedgerEntry, Node, Number
from tiendo.store.queries.drafts import EditView
from tiendo.usecases.register.drafts import Open

__all__ = ["Part", "Place", "candidates", "entries", "history", "parts", "places_of"]

_SITTING = timedelta(minutes=10)  # autosaved edits of one person in one place this close are one in the history


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph: plain words, a bound number (with what it is now, where that is another), a loose one.

    `kind` is text, number, stale, gone or loose.
    """

    kind: str
    words: str
    entry: str = ""
    current: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the draft: its piece in parts, what is wrong in it, what the register offers, its last edit."""

    piece: Piece
    base: int
    parts: tuple[Part, ...]
    loose: tuple[Loose, ...]
    node: Node | None
    rewritten: tuple[Part, ...]
    offers: tuple[tuple[int, Offer, tuple[Part, ...]], ...]
    edits: tuple[EditView, ...]

    @property
    def stale(self) -> bool:
        """Whether a number in it is no longer so."""
        return any(one.kind in {"stale", "gone"} for one in self.parts)

    @property
    def takeable(self) -> bool:
        """Whether the register has a new value for one of them."""
        return any(one.kind == "stale" for one in self.parts)


def places_of(opened: Open, edits: Sequence[EditView]) -> tuple[Place, ...]:
    """The draft's places in their order; offers stand behind theirs, those of the beginning at the first."""
    beside = opened.beside
    first = opened.text.pieces[0].key if opened.text.pieces else ""
    offers: dict[str, list[tuple[int, Offer, tuple[Part, ...]]]] = {}
    for number, one in enumerate(beside.offers):
        offers.setdefault(one.after or first, []).append((number, one, parts(one.piece, beside)))
    by_place: dict[str, list[EditView]] = {}
    for edit in edits:
        by_place.setdefault(edit.place, []).append(edit)
    return tuple(Place(
        one, opened.number(one.key), parts(one, beside), loose_in(one), beside.nodes.get(one.key),
        _rewritten(one, beside), tuple(offers.get(one.key, ())), tuple(by_place.get(one.key, ())),
    ) for one in opened.text.pieces)


def _rewritten(piece: Piece, beside: Comparison) -> tuple[Part, ...]:
    """What the register would write in a place now, in parts; nothing where it is the same."""
    text = beside.rewritten.get(piece.key)
    return parts(Piece(piece.key, piece.kind, piece.style, text, text), beside) if text is not None else ()


def parts(piece: Piece, beside: Comparison) -> tuple[Part, ...]:
    """A piece's words and numbers in order."""
    return tuple(_parts(piece, beside))


def _parts(piece: Piece, beside: Comparison) -> Iterator[Part]:
    stale = {one.number: one.current for one in beside.stale_in(piece.text)}
    loose = {one.start: one for one in loose_in(piece)}
    at = 0
    for run in runs_of(piece.text or ""):
        if isinstance(run, Number):
            current = stale.get(run, run.shown)
            kind = "number" if run not in stale else "gone" if current is None else "stale"
            yield Part(kind, run.shown, run.entry, current or "")
            at += len(token(run))
        else:
            yield from _plain(run, at, loose)
            at += len(run)


def _plain(words: str, at: int, loose: Mapping[int, Loose]) -> Iterator[Part]:
    done = 0
    for one in (found for start, found in sorted(loose.items()) if at <= start < at + len(words)):
        yield Part("text", words[done:one.start - at])
        yield Part("loose", one.words)
        done = one.end - at
    yield Part("text", words[done:])


def entries(opened: Open) -> tuple[LedgerEntry, ...]:
    """Every number of the draft and of today's review, as it is now, by its id."""
    known: Mapping[str, tuple[Bound, ...]] = opened.beside.known
    return tuple(opened.beside.ledger.get(name) or known[name][-1].entry
                 for name in sorted(known, key=lambda one: int(one[1:])))


def candidates(loose: Loose, ledger: Sequence[LedgerEntry]) -> tuple[tuple[LedgerEntry, ...], tuple[LedgerEntry, ...]]:
    """The entries a typed number may be: those of its value first, then all others."""
    same = tuple(one for one in ledger if one.value == loose.value)
    return same, tuple(one for one in ledger if one not in same)


def history(edits: Sequence[EditView], begun: Mapping[str, str | None]) -> tuple[tuple[EditView, str | None], ...]:
    """The edits newest first, each with the text before it; what one person typed in one sitting is one."""
    shown: list[tuple[EditView, str | None]] = []
    texts = dict(begun)
    for edit in edits:
        last = shown[-1][0] if shown else None
        same = last and (last.place, last.account, last.kind, edit.kind) == (
            edit.place, edit.account, "typed", "typed") and edit.at - last.at <= _SITTING
        if same:
            shown[-1] = (edit, shown[-1][1])
        else:
            shown.append((edit, texts.get(edit.place)))
        texts[edit.place] = edit.text
    return tuple(reversed(shown))
