"""Drafts of a review: begun once, edited by adding; who edits what somebody else has just edited is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tiendo.errors import ConflictError, Problem
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp

__all__ = ["Edit", "Opening", "add_edit", "begin", "hold"]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a draft is of: day, form, language; its pieces and numbers as JSON keeps them."""

    as_of: date
    form: str
    lang: str
    pieces: Sequence[Any]
    bounds: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit to be added to a place: `base` is the number of the edit it was made on (0: as composed).

    `origin` is the edit whose text comes back; None for a text of its own.
    """

    place: str
    base: int
    text: str | None
    kind: str
    origin: int | None = None
    bounds: Sequence[Any] = ()


def begin(plan: int, opening: Opening, stamp: Stamp) -> int:
    """Add a draft; gives its number."""
    return rows.ReviewDraft.objects.create(
        plan_id=plan, as_of=opening.as_of, form=opening.form, lang=opening.lang, begun_at=stamp.at,
        by_id=stamp.account, position=stamp.position, pieces=list(opening.pieces), bounds=list(opening.bounds)).pk


def hold(draft: int) -> None:
    """Hold a draft until the transaction ends: its edits come one by one. Raises NotThereError."""
    if rows.ReviewDraft.objects.select_for_update().filter(pk=draft).first() is None:
        raise missing("draft", draft)


def add_edit(draft: int, edit: Edit, stamp: Stamp) -> int:
    """Add an edit; gives its number in its place. ConflictError (S222) when another came after its base."""
    last = rows.DraftEdit.objects.filter(draft=draft, place=edit.place).order_by("-number").first()
    if (last.number if last else 0) != edit.base:
        who = last.position if last else "–"
        raise ConflictError([Problem("S222", values={
            "who": who, "at": f"{last.at.astimezone(stamp.at.tzinfo):%H:%M %d/%m/%Y}" if last else "–"})])
    number = edit.base + 1
    rows.DraftEdit.objects.create(
        draft_id=draft, place=edit.place, number=number, text=edit.text, kind=edit.kind,
        origin=number if edit.origin is None else edit.origin, bounds=list(edit.bounds), at=stamp.at,
        by_id=stamp.account, position=stamp.position)
    return number
