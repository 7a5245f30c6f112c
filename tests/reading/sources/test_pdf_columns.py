"""Which way a page is read: columns down, rows across."""

from pathlib import Path

import pytest

from reading.sources.pdf_pages import LEFT, PdfPages, wrapped
from reading.sources.reading_room import opened, texts

HEAD_LEFT = ["ỦY BAN NHÂN DÂN", "QUẬN SÔNG TÔ"]
HEAD_RIGHT = [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12), ("Độc lập - Tự do - Hạnh phúc", 13),
              ("Sông Tô, ngày 20 tháng 3 năm 2023", 13)]
ONE = ("Thu ngân sách trên địa bàn đạt 5.480 tỷ đồng, bằng 112,5% dự toán thành phố giao, tăng 7,4% so với cùng kỳ "
       "năm trước và vượt mục tiêu của Nghị quyết.")
TWO = ("Chi đầu tư phát triển giải ngân 1.942 tỷ đồng, đạt 95,91% kế hoạch vốn; các chủ đầu tư đã hoàn thành thủ tục "
       "cho 12 dự án chuyển tiếp.")
THREE = ("Giải quyết việc làm cho 10.236 lao động, bằng 113,7% kế hoạch; tỷ lệ thất nghiệp còn 2,4%, thấp nhất trong "
         "ba năm.")


def head(pages: PdfPages, *, by_rows: bool) -> None:
    """The two blocks over an official report, drawn block by block (a table) or row by row (tabs)."""
    left = [(165, 80 + 18 * at, text, 13) for at, text in enumerate([*HEAD_LEFT, "Số: 57/BC-UBND"])]
    right = [(400, 80 + 18 * at, text, size) for at, (text, size) in enumerate(HEAD_RIGHT)]
    drawn = [one for pair in zip(left, right, strict=True) for one in pair] if by_rows else left + right
    for middle, down, text, size in drawn:
        pages.centred(middle, down, text, size)


@pytest.mark.parametrize("by_rows", [False, True])
def test_the_two_blocks_of_an_official_head_are_not_mixed(tmp_path: Path, by_rows: bool) -> None:
    pages = PdfPages().page()
    head(pages, by_rows=by_rows)
    pages.centred(310, 160, "BÁO CÁO", font="B").lines(LEFT, 200, *wrapped(ONE, indent=0))
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [
        "ỦY BAN NHÂN DÂN QUẬN SÔNG TÔ", "Số: 57/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Sông Tô, ngày 20 tháng 3 năm 2023", "BÁO CÁO", ONE]


def test_a_number_stamped_on_later_stands_in_its_place(tmp_path: Path) -> None:
    """The office system prints the number over the finished file: last in the drawing, first to be read."""
    pages = PdfPages().page()
    pages.lines(LEFT, 80, "ỦY BAN NHÂN DÂN").lines(300, 80, "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do")
    pages.text(LEFT, 98, "Số:").text(LEFT + 60, 98, "/BC-UBND").lines(LEFT, 140, *wrapped(ONE, indent=0))
    pages.text(LEFT + 32, 98, "57")
    assert texts(opened(tmp_path, "bc.pdf", pages.content()))[:2] == ["ỦY BAN NHÂN DÂN", "Số: 57 /BC-UBND"]


@pytest.mark.parametrize("by_rows", [False, True])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, by_rows: bool) -> None:
    left = wrapped(ONE, 300, indent=0) + wrapped(TWO, 300, indent=0)
    right = wrapped(THREE, 535, 320, indent=0) + wrapped(ONE, 535, 320, indent=0)
    pages = PdfPages().page().centred(310, 80, "BẢN TIN KINH TẾ CỦA QUẬN SÔNG TÔ THÁNG 3")
    drawn = [(float(LEFT), 120 + 18.0 * at, text) for at, text in enumerate(left)]
    drawn += [(320.0, 120 + 18.0 * at, text) for at, text in enumerate(right)]
    for x, down, text in sorted(drawn, key=lambda one: (one[1], one[0])) if by_rows else drawn:
        pages.text(x, down, text)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [
        "BẢN TIN KINH TẾ CỦA QUẬN SÔNG TÔ THÁNG 3", ONE, TWO, THREE, ONE]


def test_a_paragraph_runs_on_from_column_to_column(tmp_path: Path) -> None:
    lines = wrapped(TWO, 300, indent=0)
    pages = PdfPages().page().lines(LEFT, 100, *wrapped(ONE, 300, indent=0), *lines[:2])
    pages.lines(320, 100, *lines[2:], *wrapped(THREE, 535, 320, indent=0))
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [ONE, TWO, THREE]


def test_the_recipients_and_the_signature_stand_apart(tmp_path: Path) -> None:
    pages = PdfPages().page().lines(LEFT, 100, *wrapped(ONE, indent=0))
    pages.lines(LEFT, 300, "Nơi nhận:", "- UBND quận;", "- Lưu: VT.", size=11, step=15)
    pages.text(360, 300, "TRƯỞNG PHÒNG", font="B").text(380, 322, "(Đã ký)")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [
        ONE, "Nơi nhận:", "- UBND quận;", "- Lưu: VT.", "TRƯỞNG PHÒNG", "(Đã ký)"]


@pytest.mark.parametrize("rows", [
    [("Tổng thu", "5.480 tỷ đồng"), ("Tổng chi", "4.100 tỷ đồng"), ("Kết dư", "1.380 tỷ đồng")],
    [("Tổng thu:", "năm nghìn tỷ"), ("Tổng chi:", "bốn nghìn tỷ")],
    [("Ông Nguyễn Văn A", "Bí thư"), ("Bà Trần Thị B", "Chủ tịch"), ("Ông Lê C", "Ủy viên")],
    [("Kết dư", "1.380 tỷ đồng")],
])
def test_rows_set_with_tabs_are_read_across(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    pages = PdfPages().page().lines(LEFT, 80, *wrapped(ONE, indent=0))
    for at, (left, right) in enumerate(rows):
        pages.text(LEFT, 200 + 18 * at, left).text(350, 200 + 18 * at, right)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [ONE, *(f"{left} {right}" for left, right in rows)]


def test_bullets_far_from_their_text_belong_to_it(tmp_path: Path) -> None:
    pages = PdfPages().page()
    for at, text in enumerate(["Thu ngân sách vượt dự toán.", "Chi đầu tư đạt kế hoạch.", "Việc làm tăng."]):
        pages.text(LEFT, 100 + 18 * at, "•").text(LEFT + 40, 100 + 18 * at, text)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [
        "• Thu ngân sách vượt dự toán.", "• Chi đầu tư đạt kế hoạch.", "• Việc làm tăng."]


def test_wide_gaps_of_a_justified_line_are_spaces(tmp_path: Path) -> None:
    pages = PdfPages().page().lines(LEFT, 100, *wrapped(ONE, indent=0)[:-1])
    down = 100 + 18 * len(wrapped(ONE, indent=0)) - 18
    pages.text(LEFT, down, "Chi").text(LEFT + 60, down, "đạt").text(LEFT + 120, down, "kế hoạch.")
    assert texts(opened(tmp_path, "bc.pdf", pages.content()))[-1].endswith("Chi đạt kế hoạch.")


def test_a_page_with_thousands_of_stray_words_is_read_in_the_order_of_drawing(tmp_path: Path) -> None:
    pages = PdfPages().page()
    for at in range(5_200):
        pages.text(10 + at * 37 % 560, 20 + at * 53 % 800, str(at), 2)
    found = " ".join(texts(opened(tmp_path, "bc.pdf", pages.content()))).split()
    assert found == [str(at) for at in range(5_200)]
