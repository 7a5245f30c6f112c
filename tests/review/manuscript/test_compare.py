"""A draft of the example beside the register of another day: numbers that changed, new sentences, the files' review."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from review.reviews import MID_TERM, example, gathered, review_of
from tiendo.plan import Limitation, Plan
from tiendo.quantity import Figure
from tiendo.review import Number, Paragraph, Review
from tiendo.review.manuscript.compare import compare
from tiendo.review.manuscript.loose import loose_in
from tiendo.review.manuscript.records import Manuscript, Piece, bound_json, bound_of, piece_json, piece_of
from tiendo.review.manuscript.taking import manuscript_of
from tiendo.review.manuscript.tokens import numbers_in, text_of
from tiendo.review.manuscript.weaving import woven
from tiendo.review.prose import plain

DRAFT = manuscript_of(example())


def shown() -> tuple[Piece, Figure]:
    """A paragraph that shows a reported figure, and that figure."""
    figures = {f"figure {one.id}": one for one in gathered().plan.figures}
    for piece in DRAFT.pieces:
        for number in numbers_in(piece.text or ""):
            figure = figures.get(DRAFT.bounds[number.entry][0].entry.key)
            if piece.kind == "paragraph" and figure and figure.value is not None:
                return piece, figure
    raise AssertionError("the example shows no figure")


def corrected(figure: Figure) -> Plan:
    """The example with a correction of a figure, one more."""
    plan = gathered().plan
    new = replace(figure, id=f"{figure.id}/2", value=(figure.value or Decimal(0)) + 1, supersedes=figure.id, why="Nhầm")
    return replace(plan, figures=(*plan.figures, new))


def edited(piece: Piece, text: str) -> Manuscript:
    return replace(DRAFT, pieces=tuple(replace(one, text=text) if one == piece else one for one in DRAFT.pieces))


def prose(review: Review) -> list[str]:
    return [plain(node.runs) for node in review.nodes if isinstance(node, Paragraph)]


def test_json_keeps_every_piece_and_number() -> None:
    assert tuple(piece_of(piece_json(one)) for one in DRAFT.pieces) == DRAFT.pieces
    assert {entry: tuple(bound_of(bound_json(one)) for one in versions)
            for entry, versions in DRAFT.bounds.items()} == {
        entry: tuple(replace(one, entry=replace(one.entry, figure=None)) for one in versions)
        for entry, versions in DRAFT.bounds.items()}


def test_a_draft_nobody_edited_writes_the_review_itself() -> None:
    now = compare(DRAFT, example())
    again = woven(DRAFT, now, example())
    assert (again.nodes, again.ledger, now.rewritten, now.offers) == (example().nodes, example().ledger, {}, ())
    assert [one for one in DRAFT.pieces if now.stale_in(one.text) or loose_in(one)] == []


def test_a_corrected_figure_marks_its_number_and_is_marked_in_the_file() -> None:
    piece, figure = shown()
    review = review_of(corrected(figure), MID_TERM)
    now = compare(DRAFT, review)
    number = next(one for one in numbers_in(piece.text or "")
                  if DRAFT.bounds[one.entry][0].entry.key == f"figure {figure.id}")
    stale = next(one for one in now.stale_in(piece.text) if one.number == number)
    entry = now.ledger[number.entry]
    assert (entry.key, entry.value) == (f"figure {figure.id}/2", (figure.value or 0) + 1)
    assert (number.shown, stale.current) == ("11,3%", "12,3%")  # in the way it stands, not "12,3%/năm"
    assert "11,3% [số đã đổi, nay là 12,3%]" in "\n".join(prose(woven(DRAFT, now, review)))


def test_numbers_keep_their_ids_when_new_ones_come_before_them() -> None:
    """Another limitation is admitted: the register writes one paragraph more, and counts one more."""
    plan = gathered().plan
    first = plan.limitations[0]
    more = Limitation("HC-99", first.body, "Một số tuyến phố thiếu 12 điểm thu gom", first.owner_body, date(2023, 2, 1),
                      first.source_document)
    review = review_of(replace(plan, limitations=(more, *plan.limitations)), MID_TERM)
    now = compare(DRAFT, review)
    assert [("12 điểm" in (one.piece.text or "")) for one in now.offers] == [True]
    ledger = woven(DRAFT, now, review).ledger
    kept = {one.id: one.key for one in ledger}
    assert {entry: kept[entry] for entry in DRAFT.bounds} == {
        entry: versions[0].entry.key for entry, versions in DRAFT.bounds.items()}
    assert [int(one.id[1:]) for one in ledger] == list(range(1, len(ledger) + 1))


def test_a_number_typed_by_hand_is_found_and_the_registers_own_words_are_not() -> None:
    piece = next(one for one in DRAFT.pieces if one.kind == "paragraph" and "Nghị quyết số" in (one.text or ""))
    text = f"{piece.text} Năm 2024 tăng 12% theo Nghị quyết số 12-NQ/TW; 3 phường mới."
    draft = edited(piece, text)
    found = next(one for one in draft.pieces if one.key == piece.key)
    assert [(one.words, one.value, one.unit) for one in loose_in(found)] == [
        ("12%", Decimal(12), "%"), ("3 phường", Decimal(3), "phường")]
    words = prose(woven(draft, compare(draft, example()), example()))
    assert any("tăng 12% [không có nguồn]" in one and "3 phường [không có nguồn]" in one for one in words)


def test_a_struck_paragraph_is_gone_and_a_moved_number_keeps_its_source() -> None:
    struck, other = [one for one in DRAFT.pieces if one.kind == "paragraph" and numbers_in(one.text or "")][:2]
    number = numbers_in(struck.text or "")[0]
    pieces = tuple(replace(one, text=None) if one == struck else
                   replace(one, text=f"Riêng {text_of([number])} nêu lại.") if one == other else one
                   for one in DRAFT.pieces)
    draft = replace(DRAFT, pieces=pieces)
    nodes = woven(draft, compare(draft, example()), example()).nodes
    assert Paragraph(("Riêng ", Number(number.entry, number.shown), " nêu lại."), other.style) in nodes
    assert len(nodes) == len(example().nodes) - 1
