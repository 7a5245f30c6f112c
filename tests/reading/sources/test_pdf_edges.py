"""What comes back at the edges of pages is no text of the report."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reading.sources.pdf_pages import LEFT, PdfPages
from reading.sources.reading_room import opened, texts

BODY = "Phường số {} thu ngân sách đạt {} tỷ đồng, vượt dự toán."


def report(count: int, edges: Callable[[PdfPages, int], object]) -> bytes:
    """Pages of three lines each with what `edges` draws on them; pages count from 1."""
    pages = PdfPages()
    for page in range(1, count + 1):
        pages.page()
        edges(pages, page)
        pages.lines(LEFT, 90, *(BODY.format(f"{page}.{at}", 10 * page + at) for at in range(3)), step=30)
    return pages.content()


def body(count: int) -> list[str]:
    return [BODY.format(f"{page}.{at}", 10 * page + at) for page in range(1, count + 1) for at in range(3)]


@pytest.mark.parametrize("number", ["{}", "- {} -", "Trang {}", "trang {}/4", "Page {} of 4", "{} / 4", "| {}"])
@pytest.mark.parametrize("down", [40.0, 800.0])
def test_page_numbers_are_removed(tmp_path: Path, number: str, down: float) -> None:
    content = report(4, lambda pages, page: pages.centred(300, down, number.format(page)))
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(4)


def test_the_second_page_of_two_has_its_number_removed(tmp_path: Path) -> None:
    """The State form: no number on the first page, "2" in the middle above the second."""
    content = report(2, lambda pages, page: pages.centred(300, 50, "2") if page == 2 else None)
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(2)


def test_numbers_that_begin_with_a_later_page_are_removed(tmp_path: Path) -> None:
    content = report(4, lambda pages, page: pages.centred(300, 800, str(page + 17)))
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(4)


def test_a_lone_number_that_does_not_count_pages_stays(tmp_path: Path) -> None:
    content = report(3, lambda pages, page: pages.text(LEFT, 60, str([812, 5, 77][page - 1])))
    assert texts(opened(tmp_path, "bc.pdf", content))[::4] == ["812", "5", "77"]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_running_heads_and_feet_are_removed(tmp_path: Path, count: int) -> None:
    def edges(pages: PdfPages, page: int) -> None:
        pages.text(LEFT, 40, "Báo cáo giữa nhiệm kỳ", 10).text(480, 40, str(page), 10)
        pages.text(LEFT, 58, "Quận Sông Tô", 10).centred(300, 800, "Tài liệu phục vụ hội nghị", 10)

    assert texts(opened(tmp_path, "bc.pdf", report(count, edges))) == body(count)


def test_heads_that_differ_on_left_and_right_pages_are_removed(tmp_path: Path) -> None:
    content = report(6, lambda pages, page: pages.text(LEFT, 40, ["Quận Sông Tô", "Báo cáo"][page % 2]))
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(6)


def test_heads_that_name_the_chapter_and_the_page_are_removed(tmp_path: Path) -> None:
    content = report(8, lambda pages, page: pages.text(LEFT, 40, f"Phần {'I' if page < 5 else 'II'} | {page}"))
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(8)


def test_roman_page_numbers_are_removed(tmp_path: Path) -> None:
    content = report(3, lambda pages, page: pages.centred(300, 800, "i" * page))
    assert texts(opened(tmp_path, "bc.pdf", content)) == body(3)


def test_the_same_words_far_apart_are_no_running_head(tmp_path: Path) -> None:
    """Annexes may begin alike; only neighbouring pages make a running head."""
    content = report(9, lambda pages, page: pages.text(LEFT, 60, "PHỤ LỤC KÈM THEO") if page % 4 == 1 else None)
    assert texts(opened(tmp_path, "bc.pdf", content)).count("PHỤ LỤC KÈM THEO") == 3


def test_a_line_below_one_that_stays_stays_too(tmp_path: Path) -> None:
    """The first line differs from page to page: what stands below it is text, though it comes back."""
    def edges(pages: PdfPages, page: int) -> None:
        pages.text(LEFT, 40, f"Biểu của phường {'ABCDE'[page]}").text(LEFT, 60, "Đơn vị tính: tỷ đồng")

    assert texts(opened(tmp_path, "bc.pdf", report(4, edges))).count("Đơn vị tính: tỷ đồng") == 4


def test_a_report_of_nothing_but_the_same_line_keeps_it(tmp_path: Path) -> None:
    pages = PdfPages()
    for _ in range(4):
        pages.page().text(LEFT, 60, "Thu ngân sách đạt 5.480 tỷ đồng.")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == ["Thu ngân sách đạt 5.480 tỷ đồng."] * 4
