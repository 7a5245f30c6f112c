"""Drafts of a plan's review, how each place stands, and everything that was edited, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tiendo.errors import Lang
from tiendo.review.manuscript.editing import placed
from tiendo.review.manuscript.records import Bound, Manuscript, bound_of, piece_of
from tiendo.store import models as rows
from tiendo.store.places import missing
from tiendo.store.transactions import reachable

__all__ = ["DraftState", "DraftView", "EditView", "draft_of", "drafts_of", "edits_of"]


@dataclass(frozen=True, slots=True)
class EditView:
    """One edit: its place and number there, what it did, whose text it is, who, when."""

    place: str
    number: int
    kind: str
    text: str | None
    origin: int
    at: datetime
    account: str | None
    position: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft: what it is of, who began it, how many edits it has and the last of them."""

    number: int
    plan: int
    as_of: date
    form: str
    lang: Lang
    begun_at: datetime
    position: str
    edits: int
    last: EditView | None


@dataclass(frozen=True, slots=True)
class DraftState:
    """A draft as it stands; `numbers` is the last edit of each edited place, `begun` each place's text as composed."""

    view: DraftView
    text: Manuscript
    numbers: Mapping[str, int]
    begun: Mapping[str, str | None]


@reachable()
def drafts_of(plan: int) -> tuple[DraftView, ...]:
    """The drafts of a plan, the newest first."""
    found = rows.ReviewDraft.objects.filter(plan=plan).order_by("-pk").defer("pieces", "bounds")
    edits: dict[int, list[rows.DraftEdit]] = {}
    for edit in rows.DraftEdit.objects.filter(draft__plan=plan).select_related("by").order_by("pk"):
        edits.setdefault(edit.draft_id, []).append(edit)
    return tuple(_view(row, edits.get(row.pk, [])) for row in found)


def _view(row: rows.ReviewDraft, edits: list[rows.DraftEdit]) -> DraftView:
    lang: Lang = "en" if row.lang == "en" else "vi"
    return DraftView(row.pk, row.plan_id, row.as_of, row.form, lang, row.begun_at, row.position, len(edits),
                     _edit(edits[-1]) if edits else None)


def _edit(row: rows.DraftEdit) -> EditView:
    return EditView(row.place, row.number, row.kind, row.text, row.origin, row.at,
                    row.by.username if row.by else None, row.position)


@reachable()
def edits_of(draft: int) -> tuple[EditView, ...]:
    """Every edit of a draft, oldest first."""
    return tuple(_edit(row) for row in
                 rows.DraftEdit.objects.filter(draft=draft).select_related("by").order_by("pk"))


@reachable()
def draft_of(draft: int) -> DraftState:
    """A draft with its pieces and numbers as they stand; raises NotThereError."""
    row = rows.ReviewDraft.objects.filter(pk=draft).first()
    if row is None:
        raise missing("draft", draft)
    edits = list(rows.DraftEdit.objects.filter(draft=draft).select_related("by").order_by("pk"))
    view = _view(row, edits)
    bounds: dict[str, tuple[Bound, ...]] = {}
    for kept in (*row.bounds, *(one for edit in edits for one in edit.bounds)):
        bound = bound_of(kept)
        bounds[bound.entry.id] = (*bounds.get(bound.entry.id, ()), bound)
    begun = tuple(map(piece_of, row.pieces))
    text = Manuscript(row.as_of, view.lang, placed(begun, tuple(map(_edit, edits))), bounds)
    return DraftState(view, text, {edit.place: edit.number for edit in edits}, {one.key: one.text for one in begun})
