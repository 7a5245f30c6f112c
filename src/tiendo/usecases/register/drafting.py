"""Writing on a draft: type, strike, add, go back, take the register's number or sentence, name a number's source.

Every edit is a row of its own with who and when (`store.queries.drafts.edits_of`): that is its line of the log, for
a line of the log makes every page of the plan anew, and here somebody pauses every few seconds.
"""

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
    opened, piece = _open(call, at)
    tidy, problems = checked(text, opened.beside.known, "text")
    if problems:
        raise RegisterError(problems)
    if (tidy or None) == piece.text:
        return opened.number(at.place)
    return _add(call, opened, Edit(at.place, at.base, tidy or None, "typed", bounds=_came(opened, tidy)))


def add_paragraph(*, call: Call, at: At, text: str, style: str = "body") -> str:
    """Add a paragraph of the office's own behind a place; gives the new place. S210 without words; V501 to V504."""
    opened, _ = _open(call, at)
    tidy, problems = checked(text, opened.beside.known, "text")
    if not tidy:
        problems.append(Problem("S210", Place("form", column="text")))
    if problems:
        raise RegisterError(problems)
    place = new_place(at.place, Piece("", "paragraph", style, ""), [one.key for one in opened.text.pieces])
    _add(call, opened, Edit(place, 0, tidy, "added", bounds=_came(opened, tidy)))
    return place


def go_back(*, call: Call, at: At, to: int | None = None) -> int:
    """Undo the last edit of a place, or bring back the text of an earlier one (`to`; 0 as composed); the edit's number.

    Undoing again goes on back. Raises RegisterError (S223) where there is nothing to go back to.
    """
    opened, _ = _open(call, at)
    edits = [one for one in edits_of(at.draft) if one.place == at.place]
    wanted = before(edits) if to is None else to
    texts = {0: opened.begun.get(at.place), **{one.number: one.text for one in edits}}
    if wanted is None or wanted not in texts:
        raise RegisterError([Problem("S223")])
    return _add(call, opened, Edit(at.place, at.base, texts[wanted], "restored", wanted))


def take_numbers(*, call: Call, draft: int, at: At | None = None) -> int:
    """Put the new value in the place of every number that changed, in one place or all; gives how many places.

    Numbers the register no longer has stay marked: a person must say what becomes of the sentence.
    """
    opened = _opened(call, draft)
    with whole():
        stamp = _held(call, opened, draft)
        pieces = [one for one in opened.text.pieces if at is None or one.key == at.place]
        edits = [edit for one in pieces if (edit := _newer(opened, one, at))]
        for edit in edits:
            draft_rows.add_edit(draft, edit, stamp)
    return len(edits)


def _newer(opened: Open, piece: Piece, at: At | None) -> Edit | None:
    """The edit that brings a piece's numbers up to today; None where nothing is to be brought."""
    text = piece.text or ""
    for stale in opened.beside.stale_in(piece.text):
        if stale.current is not None:
            text = text.replace(token(stale.number), token(Number(stale.number.entry, stale.current)))
    if text == (piece.text or ""):
        return None
    base = at.base if at else opened.number(piece.key)
    return Edit(piece.key, base, text, "number", bounds=_came(opened, text))


def take_paragraph(*, call: Call, at: At, offer: int | None = None) -> str:
    """Take the register's own words of today in a place, or a paragraph it would add behind it; gives the place.

    `offer` is the offered paragraph's number in the list of offers. Raises NotThereError when it is not offered.
    """
    opened = _opened(call, at.draft)
    if offer is None:
        text = opened.beside.rewritten.get(at.place)
        if text is None:
            raise places.missing("paragraph", at.place)
        _add(call, opened, Edit(at.place, at.base, text, TAKEN, bounds=_came(opened, text)))
        return at.place
    offers = opened.beside.offers
    if not 0 <= offer < len(offers) or offers[offer].after != at.place:
        raise places.missing("paragraph", offer)
    piece = offers[offer].piece
    place = new_place(at.place, piece, [one.key for one in opened.text.pieces])
    _add(call, opened, Edit(place, 0, piece.text, TAKEN, bounds=_came(opened, piece.text or "")))
    return place


def bind_number(*, call: Call, at: At, start: int, words: str, source: Source) -> int:
    """Bind a typed number, told by where it begins and its words, to its source; gives the edit's number.

    An entry's own words take its place; a number with a document and a place in it becomes an entry of its own.
    Raises RegisterError: V505 it stands there no more, V501 no such entry, S224 neither entry nor document and place.
    """
    opened, piece = _open(call, at)
    found = next((one for one in loose_in(piece) if (one.start, one.words) == (start, words)), None)
    if found is None or piece.text is None:
        raise RegisterError([Problem("V505", Place("form", column="source"), {"words": words})])
    number, more = _bound(opened, call, at.place, found, source)
    text = f"{piece.text[:found.start]}{token(number)}{piece.text[found.end:]}"
    return _add(call, opened, Edit(at.place, at.base, text, "bound", bounds=[*_came(opened, text), *more]))


def _bound(
    opened: Open, call: Call, place: str, found: Loose, source: Source,
) -> tuple[Number, list[list[object]]]:
    """The bound number, and its entry where it is the office's own."""
    known = opened.beside.known
    if source.entry:
        if source.entry not in known:
            raise RegisterError([Problem("V501", Place("form", column="source"), {"entry": source.entry})])
        return Number(source.entry, known[source.entry][-1].forms[0]), []
    documents = {one.code for one in opened.review.plan.documents}
    if source.document not in documents or not source.where.strip():
        raise RegisterError([Problem("S224", Place("form", column="source"))])
    stamp = allow(call, "edit_draft", places.of_plan(opened.view.plan))
    entry = f"S{1 + max((int(name[1:]) for name in known), default=0):03d}"
    words = " ".join(found.words.split())
    made = LedgerEntry(
        entry, words, words, found.value, found.unit,
        document=Naming(opened.review.plan, opened.view.lang).document(source.document),
        sentence=source.where.strip()[:1000], reported_by=stamp.position, key=f"{OWN}{place} {stamp.at.isoformat()}")
    return Number(entry, words), [bound_json(Bound(made, (words,)))]


def _open(call: Call, at: At) -> tuple[Open, Piece]:
    """The draft and the piece that is written on: a paragraph; raises NotThereError."""
    opened = _opened(call, at.draft)
    piece = opened.text.piece(at.place)
    if piece is None:
        raise places.missing("paragraph", at.place)
    return opened, piece


def _opened(call: Call, draft: int) -> Open:
    """The draft, for who may write on it."""
    opened = open_draft(call=call, draft=draft)
    allow(call, "edit_draft", places.of_plan(opened.view.plan))
    return opened


def _came(opened: Open, text: str) -> list[list[object]]:
    """The numbers of a text whose current version the draft does not keep yet."""
    entries = dict.fromkeys(one.entry for one in numbers_in(text))
    return [bound_json(bound) for entry in entries if (bound := opened.beside.current.get(entry))
            and bound not in opened.text.bounds.get(entry, ())]


def _held(call: Call, opened: Open, draft: int) -> Stamp:
    stamp = allow(call, "edit_draft", places.of_plan(opened.view.plan))
    draft_rows.hold(draft)
    return stamp


def _add(call: Call, opened: Open, edit: Edit) -> int:
    with whole():
        stamp = _held(call, opened, opened.view.number)
        return draft_rows.add_edit(opened.view.number, edit, stamp)
