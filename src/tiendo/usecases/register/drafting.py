"""Writing on a draft: type, strike, add, go back, take the register's number or sentence, name a number's source.

Every edit is a row of its own with who and when (`store.queries.drafts.edits_of`): that is its line of the log, for
a line of the log makes every page of the plan anew, and here somebody pauses every few seconds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tiendo.errors import Place, Problem, RegisterError
from tiendo.review.manuscript.editing import TAKEN, before, new_place
from tiendo.review.manuscript.loose import Loose, loose_in
from tiendo.review.manuscript.records import OWN, Bound, Piece, bound_json
from tiendo.review.manuscript.tokens import checked, numbers_in, token
from tiendo.review.naming import Naming
from tiendo.review.records import LedgerEntry, Number
from tiendo.store import draft_rows, places
from tiendo.store.draft_rows import Edit
from tiendo.store.queries.drafts import edits_of
from tiendo.store.stamp import Stamp
from tiendo.store.transactions import whole
from tiendo.usecases.register.call import Call, allow
from tiendo.usecases.register.drafts import Open, open_draft

__all__ = ["At", "Source", "add_paragraph", "bind_number", "go_back", "take_numbers", "take_paragraph", "type_text"]


@dataclass(frozen=True, slots=True)
class At:
    """A place of a draft, and the number of the edit it was seen with (0: as composed)."""

    draft: int
    place: str
    base: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """What a typed number stands on: an entry of the draft's ledger, or a document of the plan and the place in it."""

    entry: str = ""
    document: str = ""
    where: str = ""


def type_text(*, call: Call, at: At, text: str) -> int:
    """Put a text in a place, nothing to strike it out; gives the edit's number, the old one's where nothing changed.

    Raises RegisterError with every token that was damaged (V501 to V504); ConflictError (S222) when somebody else
    edited the place after `at.base`.
    """
    with _writing(call, at.draft) as desk:
        piece = desk.piece(at.place)
        tidy, problems = checked(text, desk.opened.beside.known, "text")
        if problems:
            raise RegisterError(problems)
        if (tidy or None) == piece.text:  # the very same was saved a moment ago, by whomever
            return desk.opened.number(at.place)
        return desk.add(Edit(at.place, at.base, tidy or None, "typed", bounds=desk.came(tidy)))


def add_paragraph(*, call: Call, at: At, text: str, style: str = "body") -> str:
    """Add a paragraph of the office's own behind a place; gives the new place. S210 without words; V501 to V504."""
    with _writing(call, at.draft) as desk:
        desk.piece(at.place)
        tidy, problems = checked(text, desk.opened.beside.known, "text")
        if not tidy:
            problems.append(Problem("S210", Place("form", column="text")))
        if problems:
            raise RegisterError(problems)
        place = desk.new_place(at.place, Piece("", "paragraph", style, ""))
        desk.add(Edit(place, 0, tidy, "added", bounds=desk.came(tidy)))
        return place


def go_back(*, call: Call, at: At, to: int | None = None) -> int:
    """Undo the last edit of a place, or bring back the text of an earlier one (`to`; 0 as composed); the edit's number.

    Undoing again goes on back. Raises RegisterError (S223) where there is nothing to go back to.
    """
    with _writing(call, at.draft) as desk:
        desk.piece(at.place)
        edits = [one for one in edits_of(at.draft) if one.place == at.place]
        wanted = before(edits) if to is None else to
        texts = {0: desk.opened.begun.get(at.place), **{one.number: one.text for one in edits}}
        if wanted is None or wanted not in texts:
            raise RegisterError([Problem("S223")])
        return desk.add(Edit(at.place, at.base, texts[wanted], "restored", wanted))


def take_numbers(*, call: Call, draft: int, at: At | None = None) -> int:
    """Put the new value in the place of every number that changed, in one place or all; gives how many places.

    Numbers the register no longer has stay marked: a person must say what becomes of the sentence.
    """
    with _writing(call, draft) as desk:
        pieces = [one for one in desk.opened.text.pieces if at is None or one.key == at.place]
        edits = [edit for one in pieces if (edit := _newer(desk, one, at))]
        for edit in edits:
            desk.add(edit)
        return len(edits)


def _newer(desk: "_Desk", piece: Piece, at: At | None) -> Edit | None:
    """The edit that brings a piece's numbers up to today; None where nothing is to be brought."""
    text = piece.text or ""
    for stale in desk.opened.beside.stale_in(piece.text):
        if stale.current is not None:
            text = text.replace(token(stale.number), token(Number(stale.number.entry, stale.current)))
    if text == (piece.text or ""):
        return None
    base = at.base if at else desk.opened.number(piece.key)
    return Edit(piece.key, base, text, "number", bounds=desk.came(text))


def take_paragraph(*, call: Call, at: At, offer: int | None = None) -> str:
    """Take the register's own words of today in a place, or a paragraph it would add behind it; gives the place.

    `offer` is the offered paragraph's number in the list of offers. Raises NotThereError when it is not offered.
    """
    with _writing(call, at.draft) as desk:
        beside, place = desk.opened.beside, at.place
        if offer is None:
            text = beside.rewritten.get(place)
        else:
            chosen = dict(enumerate(beside.offers)).get(offer)
            text = chosen.piece.text if chosen and chosen.after == at.place else None
            place = desk.new_place(at.place, chosen.piece) if chosen else place
        if text is None:
            raise places.missing("paragraph", at.place)
        desk.add(Edit(place, at.base if offer is None else 0, text, TAKEN, bounds=desk.came(text)))
        return place


def bind_number(*, call: Call, at: At, start: int, words: str, source: Source) -> int:
    """Bind a typed number, told by where it begins and its words, to its source; gives the edit's number.

    An entry's own words take its place; a number with a document and a place in it becomes an entry of its own.
    Raises RegisterError: V505 it stands there no more, V501 no such entry, S224 neither entry nor document and place.
    """
    with _writing(call, at.draft) as desk:
        piece = desk.piece(at.place)
        found = next((one for one in loose_in(piece) if (one.start, one.words) == (start, words)), None)
        if found is None or piece.text is None:
            raise RegisterError([Problem("V505", Place("form", column="source"), {"words": words})])
        number, more = _bound(desk, at.place, found, source)
        text = f"{piece.text[:found.start]}{token(number)}{piece.text[found.end:]}"
        return desk.add(Edit(at.place, at.base, text, "bound", bounds=[*desk.came(text), *more]))


def _bound(desk: "_Desk", place: str, found: Loose, source: Source) -> tuple[Number, list[list[object]]]:
    """The bound number, and its entry where it is the office's own."""
    opened, known = desk.opened, desk.opened.beside.known
    if source.entry:
        if source.entry not in known:
            raise RegisterError([Problem("V501", Place("form", column="source"), {"entry": source.entry})])
        return Number(source.entry, known[source.entry][-1].forms[0]), []
    documents = {one.code for one in opened.review.plan.documents}
    if source.document not in documents or not source.where.strip():
        raise RegisterError([Problem("S224", Place("form", column="source"))])
    entry = f"S{1 + max((int(name[1:]) for name in known), default=0):03d}"
    words = " ".join(found.words.split())
    made = LedgerEntry(
        entry, words, words, found.value, found.unit,
        document=Naming(opened.review.plan, opened.view.lang).document(source.document),
        sentence=source.where.strip()[:1000], reported_by=desk.stamp.position,
        key=f"{OWN}{place} {desk.stamp.at.isoformat()}")
    return Number(entry, words), [bound_json(Bound(made, (words,)))]


@dataclass(frozen=True, slots=True)
class _Desk:
    """A draft that is held: nobody else writes on it until the act is done."""

    opened: Open
    stamp: Stamp

    def piece(self, place: str) -> Piece:
        """The piece that is written on; raises NotThereError."""
        piece = self.opened.text.piece(place)
        if piece is None:
            raise places.missing("paragraph", place)
        return piece

    def new_place(self, after: str, piece: Piece) -> str:
        """The place of a piece that is added behind another."""
        return new_place(after, piece, [one.key for one in self.opened.text.pieces])

    def came(self, text: str) -> list[list[object]]:
        """The numbers of a text whose current version the draft does not keep yet."""
        entries = dict.fromkeys(one.entry for one in numbers_in(text))
        return [bound_json(bound) for entry in entries if (bound := self.opened.beside.current.get(entry))
                and bound not in self.opened.text.bounds.get(entry, ())]

    def add(self, edit: Edit) -> int:
        """Add an edit; gives its number in its place."""
        return draft_rows.add_edit(self.opened.view.number, edit, self.stamp)


@contextmanager
def _writing(call: Call, draft: int) -> Iterator[_Desk]:
    """Hold a draft for one act, for who may write on it; all of the act is kept, or nothing."""
    with whole():
        draft_rows.hold(draft)
        opened = open_draft(call=call, draft=draft)
        yield _Desk(opened, allow(call, "edit_draft", places.of_plan(opened.view.plan)))
