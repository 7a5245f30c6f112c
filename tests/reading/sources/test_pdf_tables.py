"""Ruled tables in a PDF: every figure with its heads, over spans, open sides and pages."""

from pathlib import Path

from reading.sources.pdf_pages import LEFT, PdfPages
from reading.sources.reading_room import headed, kinds, opened, places, texts

XS = [85.0, 120.0, 300.0, 400.0, 500.0]


def rows(pages: PdfPages, top: float, *lines: tuple[str, ...], xs: list[float] | None = None) -> float:
    """A fully ruled table; where it ends."""
    edges = xs or XS
    pages.grid(edges, [top + 20 * at for at in range(len(lines) + 1)])
    for at, line in enumerate(lines):
        for left, text in zip(edges, line, strict=False):
            pages.text(left + 4, top + 14 + 20 * at, text, 10)
    return top + 20 * len(lines)


def test_a_table_between_paragraphs(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 80, "Kết quả như sau:")
    end = rows(pages, 100, ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"), ("1", "Thu", "4.871", "5.480"),
               ("2", "Chi đầu tư", "2.025", "1.942"))
    pages.text(LEFT, end + 30, "Nguồn: Kho bạc Nhà nước.")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert [text for _, text in kinds(found)][::13] == ["Kết quả như sau:", "Nguồn: Kho bạc Nhà nước."]
    assert headed(found)[4:] == [
        ("1", None, "TT"), ("Thu", None, "Chỉ tiêu"), ("4.871", "Thu", "Kế hoạch"), ("5.480", "Thu", "Thực hiện"),
        ("2", None, "TT"), ("Chi đầu tư", None, "Chỉ tiêu"), ("2.025", "Chi đầu tư", "Kế hoạch"),
        ("1.942", "Chi đầu tư", "Thực hiện")]


def test_merged_heads_and_rows(tmp_path: Path) -> None:
    """"Năm 2022" over two columns, "Chỉ tiêu" over two rows, "Giáo dục" beside two rows: borders are missing there."""
    pages = PdfPages().page()
    xs, ys = [85.0, 200.0, 300.0, 400.0], [100.0, 120.0, 140.0, 160.0, 180.0]
    for x in (xs[0], xs[1], xs[3]):
        pages.rule(x, ys[0], x, ys[-1])
    pages.rule(xs[2], ys[1], xs[2], ys[-1])
    for y in (ys[0], ys[2], ys[4]):
        pages.rule(xs[0], y, xs[-1], y)
    for y in (ys[1], ys[3]):
        pages.rule(xs[1], y, xs[-1], y)
    for x, y, text in [(89, 124, "Lĩnh vực"), (260, 114, "Năm 2022"), (204, 134, "Kế hoạch"), (304, 134, "Thực hiện"),
                       (89, 164, "Giáo dục"), (204, 154, "4.871"), (304, 154, "5.480"), (204, 174, "12"),
                       (304, 174, "13")]:
        pages.text(x, y, text, 10)
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert places(found) == [
        (1, 1, "Lĩnh vực"), (1, 2, "Năm 2022"), (2, 2, "Kế hoạch"), (2, 3, "Thực hiện"), (3, 1, "Giáo dục"),
        (3, 2, "4.871"), (3, 3, "5.480"), (4, 2, "12"), (4, 3, "13")]
    assert headed(found)[5:] == [
        ("4.871", "Giáo dục", "Năm 2022; Kế hoạch"), ("5.480", "Giáo dục", "Năm 2022; Thực hiện"),
        ("12", "Giáo dục", "Năm 2022; Kế hoạch"), ("13", "Giáo dục", "Năm 2022; Thực hiện")]


def test_open_sides_and_bars_instead_of_strokes(tmp_path: Path) -> None:
    """Word draws borders as filled bars; the outer ones may be left out."""
    pages = PdfPages().page()
    for y in (700, 680, 660):
        pages.raw(f"85 {y} 415 0.5 re f")
    for x in (200, 350):
        pages.raw(f"{x} 660 0.5 40 re f")
    for column, x in enumerate((90, 205, 355)):
        for row, y in enumerate((157, 177)):
            pages.text(x, y, f"ô {row + 1}{column + 1}", 10)
    assert places(opened(tmp_path, "bc.pdf", pages.content())) == [
        (row, column, f"ô {row}{column}") for row in (1, 2) for column in (1, 2, 3)]


def test_a_table_drawn_inside_a_form_is_found(tmp_path: Path) -> None:
    """One path with all the rectangles of a table, moved and scaled by the page."""
    boxes = " ".join(f"{x} {y} 50 10 re" for x in (0, 50) for y in (0, 10))
    pages = PdfPages().page().raw(f"q 2 0 0 2 100 600 cm {boxes} S Q")
    for x, y, text in [(105, 215, "Thu"), (205, 215, "5.480"), (105, 235, "Chi"), (205, 235, "4.100")]:
        pages.text(x, y, text, 10)
    assert places(opened(tmp_path, "bc.pdf", pages.content())) == [
        (1, 1, "Thu"), (1, 2, "5.480"), (2, 1, "Chi"), (2, 2, "4.100")]


def test_several_lines_in_a_cell_are_one_text(tmp_path: Path) -> None:
    pages = PdfPages().page().grid([85.0, 200.0, 300.0], [100.0, 160.0, 180.0])
    pages.lines(89, 114, "Tỷ lệ hộ dân", "dùng nước", "sạch", step=14, size=10).text(204, 130, "100%", 10)
    pages.text(89, 174, "Khác", 10).text(204, 174, "1", 10)
    assert texts(opened(tmp_path, "bc.pdf", pages.content()))[:2] == ["Tỷ lệ hộ dân dùng nước sạch", "100%"]


def test_a_table_over_pages_is_one_and_its_head_is_read_once(tmp_path: Path) -> None:
    head = ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện")
    pages = PdfPages().page()
    rows(pages, 700, head, ("1", "Thu", "4.871", "5.480"), ("2", "Chi đầu tư", "2.025", "1.942"))
    rows(pages.page(), 60, head, ("3", "Việc làm", "9.000", "10.236"))
    pages.page().text(LEFT, 100, "Hết.")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert headed(found)[12:] == [
        ("3", None, "TT"), ("Việc làm", None, "Chỉ tiêu"), ("9.000", "Việc làm", "Kế hoạch"),
        ("10.236", "Việc làm", "Thực hiện")]
    assert [(block.page, block.table, block.row) for block in found.blocks][11:] == [
        (1, 1, 3), *[(2, 1, 4)] * 4, (3, None, None)]


def test_a_row_cut_by_the_page_is_one_again(tmp_path: Path) -> None:
    head = ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện")
    pages = PdfPages().page()
    rows(pages, 760, head, ("1", "Thu ngân sách", "4.871", "5.480"))
    rows(pages.page(), 60, head, ("", "trên địa bàn", "", ""), ("2", "Chi", "2.025", "1.942"))
    assert headed(opened(tmp_path, "bc.pdf", pages.content()))[4:] == [
        ("1", None, "TT"), ("Thu ngân sách trên địa bàn", None, "Chỉ tiêu"),
        ("4.871", "Thu ngân sách trên địa bàn", "Kế hoạch"), ("5.480", "Thu ngân sách trên địa bàn", "Thực hiện"),
        ("2", None, "TT"), ("Chi", None, "Chỉ tiêu"), ("2.025", "Chi", "Kế hoạch"), ("1.942", "Chi", "Thực hiện")]


def test_two_tables_with_other_columns_stay_two(tmp_path: Path) -> None:
    pages = PdfPages().page()
    rows(pages, 760, ("Phường", "Số hộ"), ("Hồ Sen", "12"), xs=[85.0, 200.0, 300.0])
    rows(pages.page(), 60, ("Trường", "Số lớp"), ("Sông Tô", "30"), xs=[85.0, 250.0, 350.0])
    assert [block.table for block in opened(tmp_path, "bc.pdf", pages.content()).blocks] == [1, 1, 1, 1, 2, 2, 2, 2]


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    pages = PdfPages().page().grid([60.0, 550.0], [60.0, 800.0]).lines(LEFT, 100, "Thu đạt 5.480 tỷ đồng.")
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [("paragraph", "Thu đạt 5.480 tỷ đồng.")]


def test_lines_that_are_no_table(tmp_path: Path) -> None:
    """A line under the motto, a chart's curve, a slanting stroke, a cross of two rules without words."""
    pages = PdfPages().page().rule(300, 90, 400, 90).rule(100, 300, 200, 350)
    pages.grid([400.0, 420.0, 440.0], [500.0, 520.0]).raw("100 100 m 150 200 200 50 300 100 c S")
    pages.lines(LEFT, 120, "Thu đạt 5.480 tỷ đồng.")
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [("paragraph", "Thu đạt 5.480 tỷ đồng.")]


def test_a_drawing_of_thousands_of_rules_is_no_table(tmp_path: Path) -> None:
    pages = PdfPages().page().lines(LEFT, 120, "Thu đạt 5.480 tỷ đồng.")
    for at in range(2100):
        pages.rule(100, 200 + at / 4, 300, 200 + at / 4).rule(100 + at / 11, 200, 100 + at / 11, 700)
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [("paragraph", "Thu đạt 5.480 tỷ đồng.")]
