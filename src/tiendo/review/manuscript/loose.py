"""Numbers somebody typed by hand: found, marked, and not believed until they are bound to a source."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from tiendo.quantity import find_amounts, find_ratios
from tiendo.review.manuscript.records import Piece
from tiendo.review.manuscript.tokens import HIDDEN, blanked

__all__ = ["Loose", "loose_in"]


@dataclass(frozen=True, slots=True)
class Loose:
    """A number without a source: where it stands in the text, its words, its value and unit."""

    start: int
    end: int
    words: str
    value: Decimal
    unit: str


def loose_in(piece: Piece) -> tuple[Loose, ...]:
    """The numbers of a piece that are neither bound nor the register's own plain words (a clause, a count of parts).

    Dates, years, symbols of documents and names are no numbers here, as for the reader of reports.
    """
    if piece.text is None or piece.kind != "paragraph":
        return ()
    own = Counter(one.words for one in _found(piece.composed))
    loose = []
    for one in _found(piece.text):
        if own[one.words] > 0:
            own[one.words] -= 1
        else:
            loose.append(one)
    return tuple(loose)


def _found(text: str) -> list[Loose]:
    """Every number outside tokens, in the text's order; of two that overlap the longer."""
    plain = blanked(text)
    seen = [Loose(one.start, one.end, plain[one.start:one.end], one.value, one.unit or "")
            for one in find_amounts(plain)]
    seen += [Loose(one.start, one.end, plain[one.start:one.end], Decimal(one.count), "") for one in find_ratios(plain)]
    found: list[Loose] = []
    for one in sorted(seen, key=lambda loose: (loose.start, -loose.end)):
        if HIDDEN not in one.words and (not found or one.start >= found[-1].end):
            found.append(one)
    return found
