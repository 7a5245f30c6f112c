"""The pieces of a draft after its edits: which text stands in each place, and where added paragraphs go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from tiendo.review.manuscript.records import Piece

__all__ = ["TAKEN", "Edited", "before", "new_place", "placed"]

TAKEN = "taken"  # the kind of an edit whose text the register wrote: its plain numbers are the register's
_STYLES = {"b": ("paragraph", "body"), "i": ("paragraph", "item"), "q": ("paragraph", "quote"), "1": ("heading", "1"),
           "2": ("heading", "2"), "3": ("heading", "3")}  # the letter of an added place -> what stands there


class Edited(Protocol):
    """What is asked of an edit: its place, its number there, its kind, its text, and whose text it is."""

    @property
    def place(self) -> str:
        """The piece's key."""

    @property
    def number(self) -> int:
        """The edit's number in its place."""

    @property
    def kind(self) -> str:
        """What it did."""

    @property
    def text(self) -> str | None:
        """The text that stands after it; None: struck out."""

    @property
    def origin(self) -> int:
        """The edit whose text this is."""


def new_place(after: str, piece: Piece, taken: Iterable[str]) -> str:
    """The key of a piece added behind a place; pieces added there later stand behind it."""
    home = after.split(".", maxsplit=1)[0] or "p0"
    letter = piece.style[:1] if piece.style else "b"
    number = 1 + sum(key.split(".")[0] == home and "." in key for key in taken)
    return f"{home}.{letter}{number}"


def placed(begun: Sequence[Piece], edits: Iterable[Edited]) -> tuple[Piece, ...]:
    """The pieces of a draft as they stand after its edits, oldest first."""
    pieces = {one.key: one for one in begun}
    history = {one.key: {0: one} for one in begun}
    for edit in edits:
        if edit.place not in pieces:
            pieces = _added(pieces, edit.place)
            history[edit.place] = {0: pieces[edit.place]}
        known = history[edit.place]
        if edit.origin != edit.number:
            piece = known.get(edit.origin, pieces[edit.place])
        elif edit.kind == TAKEN:
            piece = replace(pieces[edit.place], text=edit.text, composed=edit.text or "")
        else:
            piece = replace(pieces[edit.place], text=edit.text)
        known[edit.number] = pieces[edit.place] = piece
    return tuple(pieces.values())


def _added(pieces: dict[str, Piece], key: str) -> dict[str, Piece]:
    """The pieces with an empty one behind its home and those added there before."""
    home, _, rest = key.partition(".")
    kind, style = _STYLES[rest[0]]
    keys = list(pieces)
    at = 1 + max((place for place, one in enumerate(keys) if one.split(".")[0] == home), default=-1)
    made = Piece(key, kind, style, None, "")
    return {one: pieces.get(one, made) for one in (*keys[:at], key, *keys[at:])}


def before(edits: Sequence[Edited]) -> int | None:
    """The edit of one place to go back to, of its edits oldest first: 0 as composed, None where nothing was done."""
    origins = {0: 0, **{one.number: one.origin for one in edits}}
    standing = origins[max(origins)]
    return origins[standing - 1] if standing else None
