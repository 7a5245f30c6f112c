"""Text struck through is deleted text: it is not read, and the reader is told."""

from pathlib import Path

from reading.sources.pdf_pages import LEFT, PdfPages, width
from reading.sources.reading_room import codes, opened, texts

SIZE = 14.0


def struck(pages: PdfPages, down: float, text: str, part: str) -> PdfPages:
    """A line of text with a stroke at half height through a part of it."""
    start = LEFT + width(text[:text.index(part)], SIZE)
    return pages.text(LEFT, down, text).rule(start, down - 0.27 * SIZE, start + width(part, SIZE), down - 0.27 * SIZE)


def test_a_struck_figure_inside_a_word_is_gone(tmp_path: Path) -> None:
    """The unit corrected 8 to 9 and printed its report with the changes shown."""
    found = opened(tmp_path, "bc.pdf", struck(PdfPages().page(), 100, "Có 89 trường đạt chuẩn.", "8").content())
    assert (texts(found), codes(found)) == (["Có 9 trường đạt chuẩn."], [("R127", "info")])


def test_struck_words_are_gone(tmp_path: Path) -> None:
    pages = struck(PdfPages().page(), 100, "Thu đạt 5.400 tỷ 5.480 tỷ đồng.", "5.400 tỷ")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == ["Thu đạt 5.480 tỷ đồng."]


def test_a_line_wholly_struck_leaves_nothing(tmp_path: Path) -> None:
    pages = struck(PdfPages().page(), 100, "Câu đã bỏ.", "Câu đã bỏ.").text(LEFT, 130, "Câu còn lại.")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == ["Câu còn lại."]


def test_underlines_and_lines_behind_a_label_strike_nothing(tmp_path: Path) -> None:
    """A line under a word, a chart's grid behind a figure, a table's border over its text."""
    pages = PdfPages().page().text(LEFT, 100, "Gạch chân").rule(LEFT, 102, LEFT + 60, 102)
    pages.text(200, 200, "5.480").rule(LEFT, 196, 500, 196).text(LEFT, 300, "Dưới viền").rule(LEFT, 288, LEFT + 60, 288)
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert (texts(found), codes(found)) == (["Gạch chân", "5.480", "Dưới viền"], [])
