"""A draft as plain values: its pieces in order, and what each of its numbers stood on when it was taken.

A place is the key of a piece (`p12`; `p12.1` was added behind it). Nothing here knows who wrote or when.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tiendo.review.records import LedgerEntry
from tiendo.words import Lang

__all__ = ["OWN", "Bound", "Manuscript", "Piece", "bound_json", "bound_of", "piece_json", "piece_of"]

OWN = "own "  # how the key of a number begins whose source the office named itself
_PARTS = ("id", "key", "label", "shown", "unit", "document", "page", "sentence", "reported_by", "approved_by",
          "computed")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a draft: `kind` is heading, paragraph, table or chart.

    `style` is a heading's level or a paragraph's style. `text` has the words with tokens, a caption or a title; None:
    struck out. `composed` is what the register wrote there, which its own plain numbers come from.
    """

    key: str
    kind: str
    style: str
    text: str | None
    composed: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number's entry as it was at a moment, and every way it is shown ("34,5%", bare "34,5"); the figure left out."""

    entry: LedgerEntry
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A draft as it stands: pieces, and the versions of every number by its entry's id, oldest first."""

    as_of: date
    lang: Lang
    pieces: tuple[Piece, ...]
    bounds: Mapping[str, tuple[Bound, ...]]

    def piece(self, key: str) -> Piece | None:
        """The piece of a place."""
        return next((one for one in self.pieces if one.key == key), None)


def piece_json(piece: Piece) -> list[str | None]:
    """A piece as JSON keeps it: a list, for one database keeps the order of names and another does not."""
    return [piece.key, piece.kind, piece.style, piece.text]


def piece_of(kept: Sequence[Any]) -> Piece:
    """The piece JSON kept; what it says is what was composed."""
    key, kind, style, text = kept
    return Piece(key, kind, style, text, text or "")


def bound_json(bound: Bound) -> list[Any]:
    """A number as JSON keeps it, in the order of `_PARTS`: exact values as text, days as ISO."""
    one = bound.entry
    return [*(getattr(one, name) for name in _PARTS), f"{one.value}",
            one.approved_on.isoformat() if one.approved_on else None, list(one.inputs), list(bound.forms)]


def bound_of(kept: Sequence[Any]) -> Bound:
    """The number JSON kept."""
    *parts, value, approved_on, inputs, forms = kept
    approved = date.fromisoformat(approved_on) if approved_on else None
    entry = LedgerEntry(**dict(zip(_PARTS, parts, strict=True)), value=Decimal(value), inputs=tuple(inputs),
                        approved_on=approved)
    return Bound(entry, tuple(forms))
