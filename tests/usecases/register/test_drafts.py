"""Writing on a draft: two people, undo, a figure corrected under it, numbers without a source, the Word file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from stories import Story, story
from tiendo.errors import ConflictError, NotAllowedError, NotThereError, RegisterError, ReviewError
from tiendo.review.manuscript.loose import loose_in
from tiendo.review.manuscript.records import Piece
from tiendo.review.manuscript.tokens import numbers_in
from tiendo.store.queries.drafts import drafts_of, edits_of
from tiendo.store.queries.figures import figures_of
from tiendo.usecases.register.drafting import (
    At,
    Source,
    add_paragraph,
    bind_number,
    go_back,
    take_numbers,
    take_paragraph,
    type_text,
)
from tiendo.usecases.register.drafts import begin_draft, open_draft, write_draft_files
from tiendo.usecases.register.figures import Entry, approve_figure, submit_figure, unlock_figure

pytestmark = pytest.mark.usefixtures("register")
DAY = date(2023, 3, 31)


@pytest.fixture
def people(tmp_path: Path) -> Story:
    return story(tmp_path)


def begun(people: Story) -> int:
    return begin_draft(call=people.call("office"), plan=people.plan, as_of=DAY)


def spoken(people: Story, draft: int, words: str = "79,1") -> Piece:
    """The paragraph of the draft that says something."""
    text = open_draft(call=people.call("office"), draft=draft).text
    return next(one for one in text.pieces if one.kind == "paragraph" and words in (one.text or ""))


def corrected(people: Story) -> None:
    """The unit corrects the income of 2022: 80.5 in the place of 79.1."""
    old = next(one.number for one in figures_of(people.plan) if one.code == "TN/22b")
    unlock_figure(call=people.call("office"), figure=old, why="Rà lại")
    new = submit_figure(call=people.call("reporter"), entry=Entry(
        people.targets["TN"], "2022", date(2022, 12, 31), Decimal("80.5"), document="bc", corrects=old, why="Cộng sót"))
    approve_figure(call=people.call("approver"), figure=new)


def codes(caught: pytest.ExceptionInfo[RegisterError]) -> list[str]:
    return [one.code for one in caught.value.problems]


def test_an_edit_stands_is_kept_for_ever_and_undone_step_by_step(people: Story) -> None:
    draft, call = begun(people), people.call("office")
    piece = spoken(people, draft)
    for number, words in enumerate(("Một.", "Hai."), 1):
        assert type_text(call=call, at=At(draft, piece.key, number - 1), text=words) == number
    assert type_text(call=call, at=At(draft, piece.key, 2), text=" Hai. ") == 2  # nothing changed, nothing kept
    texts = []
    for base in (2, 3):
        go_back(call=call, at=At(draft, piece.key, base))
        found = open_draft(call=call, draft=draft).text.piece(piece.key)
        texts.append(found and found.text)
    assert texts == ["Một.", piece.text]
    with pytest.raises(RegisterError) as caught:
        go_back(call=call, at=At(draft, piece.key, 4))
    assert codes(caught) == ["S223"]
    assert [(one.number, one.kind, one.position) for one in edits_of(draft)] == [
        (1, "typed", "Thường trực Đảng ủy"), (2, "typed", "Thường trực Đảng ủy"),
        (3, "restored", "Thường trực Đảng ủy"), (4, "restored", "Thường trực Đảng ủy")]
    go_back(call=call, at=At(draft, piece.key, 4), to=2)
    assert [one.text for one in edits_of(draft)][-1] == "Hai."


def test_the_second_of_two_people_at_one_paragraph_is_told_and_nothing_is_lost(people: Story) -> None:
    draft, call = begun(people), people.call("office")
    piece = spoken(people, draft)
    type_text(call=call, at=At(draft, piece.key), text="Bản của người thứ nhất.")
    with pytest.raises(ConflictError) as caught:
        type_text(call=call, at=At(draft, piece.key), text="Bản của người thứ hai.")
    problem = caught.value.problems[0]
    assert (problem.code, problem.values["who"]) == ("S222", "Thường trực Đảng ủy")
    type_text(call=call, at=At(draft, piece.key, 1), text="Bản của người thứ hai.")
    assert [one.text for one in edits_of(draft)] == ["Bản của người thứ nhất.", "Bản của người thứ hai."]


def test_a_bound_number_cannot_be_typed_over(people: Story) -> None:
    draft, call = begun(people), people.call("office")
    piece = spoken(people, draft)
    with pytest.raises(RegisterError) as caught:
        type_text(call=call, at=At(draft, piece.key), text=(piece.text or "").replace("79,1", "99,9"))
    assert (codes(caught), edits_of(draft)) == (["V502"], ())


def test_a_corrected_figure_is_stale_until_the_new_one_is_taken(people: Story, tmp_path: Path) -> None:
    draft, call = begun(people), people.call("office")
    piece = spoken(people, draft)
    corrected(people)
    opened = open_draft(call=call, draft=draft)
    assert next((one.number.shown, one.current) for one in opened.beside.stale_in(piece.text)) == (
        "79,1 triệu đồng/người/năm", "80,5 triệu đồng/người/năm")
    assert "số đã đổi, nay là 80,5 triệu đồng/người/năm" in written(people, draft, tmp_path / "before")
    assert take_numbers(call=call, draft=draft) > 0
    after = open_draft(call=call, draft=draft)
    assert [one.text for one in after.text.pieces if any(
        stale.current is not None for stale in after.beside.stale_in(one.text))] == []
    words = written(people, draft, tmp_path / "after")
    assert ("80,5 triệu" in words, "79,1 triệu" in words) == (True, False)


def written(people: Story, draft: int, out: Path) -> str:
    """The words of the draft's Word file."""
    path, = write_draft_files(call=people.call("office"), draft=draft, out=out)
    return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)


def test_a_number_without_a_source_is_bound_to_the_ledger_or_to_a_document(people: Story) -> None:
    draft, call = begun(people), people.call("office")
    home = spoken(people, draft)
    place = add_paragraph(call=call, at=At(draft, home.key), text="Thu nhập 79 triệu đồng; hỗ trợ 12 hộ.")
    piece = open_draft(call=call, draft=draft).text.piece(place)
    assert piece
    first, second = loose_in(piece)
    assert (first.words, second.words) == ("79 triệu đồng", "12 hộ")
    with pytest.raises(RegisterError) as caught:
        bind_number(call=call, at=At(draft, place, 1), start=second.start, words=second.words, source=Source())
    assert codes(caught) == ["S224"]
    bind_number(call=call, at=At(draft, place, 1), start=second.start, words=second.words,
                source=Source(document="bc", where="Phụ lục 2, dòng 7"))
    entry = numbers_in(home.text or "")[0].entry
    bind_number(call=call, at=At(draft, place, 2), start=first.start, words=first.words, source=Source(entry=entry))
    opened = open_draft(call=call, draft=draft)
    bound = opened.text.piece(place)
    assert bound
    own = numbers_in(bound.text or "")[1]
    assert (loose_in(bound), opened.beside.stale_in(bound.text), own.shown) == ((), (), "12 hộ")
    assert opened.text.bounds[own.entry][0].entry.sentence == "Phụ lục 2, dòng 7"
    with pytest.raises(RegisterError) as gone:
        bind_number(call=call, at=At(draft, place, 3), start=second.start, words=second.words, source=Source(entry))
    assert codes(gone) == ["V505"]


def test_added_paragraphs_stand_in_order_behind_their_place_and_the_registers_offers_too(people: Story) -> None:
    draft, call = begun(people), people.call("office")
    home = spoken(people, draft)
    places = [add_paragraph(call=call, at=At(draft, home.key), text=words) for words in ("Một.", "Hai.")]
    keys = [one.key for one in open_draft(call=call, draft=draft).text.pieces]
    assert keys[keys.index(home.key) + 1:][:2] == places
    with pytest.raises(NotThereError):
        take_paragraph(call=call, at=At(draft, home.key), offer=7)
    with pytest.raises(NotThereError):
        take_paragraph(call=call, at=At(draft, home.key))


def test_who_may_not_write_may_read_and_nobody_else(people: Story) -> None:
    draft = begun(people)
    piece = spoken(people, draft)
    assert open_draft(call=people.call("leader"), draft=draft).view.number == draft
    for name in ("leader", "superior"):
        with pytest.raises(NotAllowedError):
            type_text(call=people.call(name), at=At(draft, piece.key), text="Sửa")
    for name in ("reporter", "other-office", "administrator"):
        with pytest.raises(NotAllowedError):
            open_draft(call=people.call(name), draft=draft)


def test_a_day_before_the_term_begins_no_draft(people: Story) -> None:
    with pytest.raises(ReviewError):
        begin_draft(call=people.call("office"), plan=people.plan, as_of=date(2019, 1, 1))
    assert drafts_of(people.plan) == ()
