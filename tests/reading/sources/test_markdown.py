"""Markdown: the words without the marks, at the offsets of the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.sources.reading_room import assert_blocks_hold, headed, kinds, opened, refused, text_of, texts
from tiendo.errors import ReadError
from tiendo.reading.files import read_document

SAID = """\
# Kết quả quý I #

Thu ngân sách đạt **1.415 tỷ đồng**, bằng _25,8%_ dự toán
([nguồn](https://vi.du/nguon "Kho bạc")).

- Thu thuế: `1.105` tỷ đồng
- Thu đất: 310 tỷ đồng
  giảm 4,1%
1. Giải ngân đạt 19,9%
> Trích lời người
> phát ngôn.

---
Kết thúc.
"""


def test_blocks_are_headings_paragraphs_and_items_without_marks(tmp_path: Path) -> None:
    found = opened(tmp_path, "tin.md", SAID)
    assert [(kind, " ".join(text.split())) for kind, text in kinds(found)] == [
        ("heading", "Kết quả quý I"),
        ("paragraph", "Thu ngân sách đạt 1.415 tỷ đồng , bằng 25,8% dự toán ( nguồn )."),
        ("paragraph", "Thu thuế: 1.105 tỷ đồng"), ("paragraph", "Thu đất: 310 tỷ đồng giảm 4,1%"),
        ("paragraph", "Giải ngân đạt 19,9%"), ("paragraph", "Trích lời người phát ngôn."), ("paragraph", "Kết thúc."),
    ]


def test_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    found = opened(tmp_path, "tin.md", SAID)
    assert len(found.text) == len(SAID)
    assert [(at, kept, letter) for at, (kept, letter) in enumerate(zip(found.text, SAID, strict=True))
            if kept not in {" ", letter}] == []


def test_a_table_has_heads(tmp_path: Path) -> None:
    said = "| Khoản | Kế hoạch | Thực hiện |\n|---|--:|:-:|\n| Thuế | 4.200 | **1.105** |\n| Đất \\| khác | | 310 |\n"
    assert [(text.strip(), row, column) for text, row, column in headed(opened(tmp_path, "tin.md", said))] == [
        ("Khoản", None, None), ("Kế hoạch", None, None), ("Thực hiện", None, None),
        ("Thuế", None, "Khoản"), ("4.200", "Thuế", "Kế hoạch"), ("1.105", "Thuế", "Thực hiện"),
        ("Đất \\| khác", None, "Khoản"), ("310", "Đất \\| khác", "Thực hiện"),
    ]


def test_comments_and_tags_are_no_text(tmp_path: Path) -> None:
    found = opened(tmp_path, "tin.md", "<!-- nháp: thu 9.999 -->Thu <br/>đạt 5.480 tỷ.")
    assert [" ".join(text.split()) for text in texts(found)] == ["Thu đạt 5.480 tỷ."]


def test_numbers_with_stars_and_underscores_inside_words_stay(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, "tin.md", "chỉ_tiêu 5 * 3 = 15, mã A_1_B")) == ["chỉ_tiêu 5 * 3 = 15, mã A_1_B"]


@pytest.mark.parametrize("content", ["---\n", "<!-- -->", "# #\n", "\n"])
def test_marks_alone_hold_no_text(tmp_path: Path, content: str) -> None:
    assert refused(tmp_path, "tin.md", content) == ["R121"]


@given(st.text(st.sampled_from("*_`[]()!|#->\\ \n1aă.<~"), max_size=120))
def test_whatever_the_marks_blocks_hold_and_lengths_are_kept(
    tmp_path_factory: pytest.TempPathFactory, said: str,
) -> None:
    path = tmp_path_factory.getbasetemp() / "bat-ky.md"
    path.write_text(said, encoding="utf-8")
    try:
        found = read_document(path)
    except ReadError as error:
        assert {problem.code for problem in error.problems} <= {"R105", "R121"}  # noqa: PT017 - nothing to read is no fault
        return
    assert_blocks_hold(found)
    assert len(found.text) == len(said)
    assert [len(text_of(found, block)) for block in found.blocks] == [block.end - block.start for block in found.blocks]
