"""Cells of narrow columns: wrapped lines are one text, a broken number is one number, a new line typed stays one."""

from pathlib import Path

import pytest

from reading.sources.pdf_pages import PdfPages
from reading.sources.reading_room import opened, texts

LEFT, PAD = 100.0, 4.0


def cell(folder: Path, wide: float, *lines: str) -> list[str]:
    """The texts of a cell of this inner width whose lines are set in 10 points, five to a letter."""
    pages = PdfPages().page().grid([LEFT, LEFT + wide + 2 * PAD, 500.0], [100.0, 200.0])
    pages.lines(LEFT + PAD, 115, *lines, step=13, size=10).text(450, 115, "cạnh", 10)
    return texts(opened(folder, "bc.pdf", pages.content()))[:-1]


@pytest.mark.parametrize(("wide", "lines", "said"), [
    (60, ["Tỷ lệ hộ dân", "dùng nước", "sạch"], ["Tỷ lệ hộ dân dùng nước sạch"]),
    (32, ["126,16", "92"], ["126,1692"]),
    (47, ["ngày", "26/12/202", "2"], ["ngày 26/12/2022"]),
    (33, ["đồng/n", "gười"], ["đồng/người"]),
    (7, ["T", "T"], ["TT"]),
    (70, ["5.480", "112,5%"], ["5.480", "112,5%"]),
    (60, ["5.480", "4.100"], ["5.480", "4.100"]),
    (60, ["Thu thuế", "Thu đất"], ["Thu thuế", "Thu đất"]),
    (60, ["- Thu thuế", "- Thu đất"], ["- Thu thuế", "- Thu đất"]),
    (60, ["Đã xong:", "đạt yêu cầu"], ["Đã xong:", "đạt yêu cầu"]),
])
def test_lines_of_a_cell(tmp_path: Path, wide: float, lines: list[str], said: list[str]) -> None:
    assert cell(tmp_path, wide, *lines) == said
