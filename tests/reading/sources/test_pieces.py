"""Pieces of text: what makes a heading, what a soft break ends, how pieces become a document."""

from pathlib import Path

import pytest

from tiendo.errors import ReadError
from tiendo.reading.sources.guard import MAX_BYTES, Source, take_in
from tiendo.reading.sources.pieces import MOST_TEXT, Piece, assemble, heading_shape, one_line, starts_item, unwrapped


@pytest.fixture
def source(tmp_path: Path) -> Source:
    (tmp_path / "bc.docx").write_bytes(b"x")
    return take_in(tmp_path / "bc.docx", MAX_BYTES)


@pytest.mark.parametrize(("line", "heading"), [
    ("II. KẾT QUẢ THỰC HIỆN", True), ("BÁO CÁO", True), ("A. Về kinh tế", True), ("IV/ Nhiệm vụ trọng tâm", True),
    ("1. Thu ngân sách", True), ("2.3. Về văn hóa, xã hội", True), ("1. Thu ngân sách đạt 5.480 tỷ đồng", False),
    ("Thu ngân sách đạt 5.480 tỷ đồng.", False), ("1. Các kết quả nổi bật gồm:", False), ("VII", False), ("UB", False),
    ("Thu ngân sách", False), ("I. KẾT QUẢ " * 20, False), ("BÁO CÁO,", False), ("5.480", False),
])
def test_the_shape_of_a_heading(line: str, heading: bool) -> None:
    assert heading_shape(line) is heading


@pytest.mark.parametrize(("line", "item"), [
    ("- Thu thuế", True), ("a) Thu thuế", True), ("(1) Thu thuế", True), ("1. Thu thuế", True), ("• Thu thuế", True),
    ("II. Hạn chế", True), ("1.2. Thu thuế", True), ("Thu thuế", False), ("-5%", False), ("1.200 hộ", False),
])
def test_what_opens_an_item(line: str, item: bool) -> None:
    assert starts_item(line) is item


def test_soft_breaks_part_only_where_something_ended() -> None:
    text = "Thu ngân sách\nđạt 5.480 tỷ.\nChi:\n- Đầu tư\n- Thường xuyên\n\n  của quận "
    assert list(unwrapped(text)) == ["Thu ngân sách đạt 5.480 tỷ.", "Chi:", "- Đầu tư", "- Thường xuyên của quận"]


def test_one_line_has_single_spaces() -> None:
    assert one_line(" Thu\u00a0ngân \t sách\n\x005 ") == "Thu ngân sách 5"


def test_pieces_are_joined_by_newlines_and_empty_ones_dropped(source: Source) -> None:
    found = assemble(source, [Piece("Thu", page=1, paragraph=1), Piece(""), Piece("Chi", page=2, paragraph=2)])
    assert found.text == "Thu\nChi"
    assert [(block.start, block.end, block.page) for block in found.blocks] == [(0, 3, 1), (4, 7, 2)]
    assert [found.block_at(at) for at in (0, 3, 4)] == [found.blocks[0], None, found.blocks[1]]


def test_heads_of_cells_are_converted_with_the_cells(source: Source) -> None:
    typed = Piece("Thu ng©n s¸ch ®¹t dù to¸n", row=1, row_head="ChØ tiªu", column_head="KÕ ho¹ch n¨m")
    found = assemble(source, [typed])
    assert (found.text, found.blocks[0].row_head, found.blocks[0].column_head) == (
        "Thu ngân sách đạt dự toán", "Chỉ tiêu", "Kế hoạch năm")


def test_text_without_end_is_refused(source: Source) -> None:
    with pytest.raises(ReadError) as caught:
        assemble(source, [Piece("a" * (MOST_TEXT + 1))])
    assert [(problem.code, dict(problem.values)) for problem in caught.value.problems] == [
        ("R122", {"limit": "100.000.000"})]
