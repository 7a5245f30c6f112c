"""Hard line breaks made good: which lines of a PDF are one paragraph."""

from pathlib import Path

import pytest

from reading.sources.pdf_pages import LEFT, PdfPages, wrapped
from reading.sources.reading_room import kinds, opened, texts

THU = ("Thu ngân sách trên địa bàn năm 2022 đạt 5.480 tỷ đồng, bằng 112,5% dự toán thành phố giao, tăng 7,4% so với "
       "cùng kỳ năm trước và vượt mục tiêu Nghị quyết đề ra cho cả nhiệm kỳ.")
CHI = ("Chi đầu tư phát triển giải ngân 1.942 tỷ đồng, đạt 95,91% kế hoạch vốn; các chủ đầu tư đã hoàn thành thủ tục "
       "cho 12 dự án chuyển tiếp sang năm sau.")
VIEC = ("Giải quyết việc làm cho 10.236 lao động, bằng 113,7% kế hoạch; 14 phiên giao dịch việc làm thu hút 6.300 lượt "
        "người tham gia, tỷ lệ thất nghiệp còn 2,4%.")


def written(
    pages: PdfPages, down: float, *paragraphs: str, indent: float = 36, after: float = 6, hang: float = 0,
) -> float:
    """Paragraphs below one another, as Word prints them; where the next would begin."""
    for text in paragraphs:
        for at, line in enumerate(wrapped(text, left=LEFT + hang, indent=indent)):
            pages.text(LEFT + hang + (0 if at else indent), down, line)
            down += 18
        down += after
    return down


@pytest.mark.parametrize(("indent", "after"), [(36, 6), (36, 0), (0, 9)])
def test_lines_of_a_paragraph_are_one_text(tmp_path: Path, indent: float, after: float) -> None:
    """First lines indented, a gap between paragraphs, or both."""
    pages = PdfPages().page()
    written(pages, 100, THU, CHI, VIEC, indent=indent, after=after)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [THU, CHI, VIEC]


def test_items_of_a_list_are_paragraphs_although_they_hang(tmp_path: Path) -> None:
    items = [f"- {THU}", f"- {CHI}", f"+ {VIEC}", "a) " + THU, "b) " + CHI]
    pages = PdfPages().page()
    written(pages, 100, *items, indent=-14, hang=14, after=0)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == items


def test_numbered_items_full_to_the_margin_count_on(tmp_path: Path) -> None:
    """No stop and no gap between them, only the numbers."""
    first = "1. Rà soát toàn bộ chỉ tiêu được giao trong Nghị quyết của Đảng bộ"
    items = [first, first.replace("1.", "2."), first.replace("1.", "3.")]
    pages = PdfPages().page().lines(LEFT, 100, *items)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == items


def test_a_line_that_begins_with_a_figure_goes_on(tmp_path: Path) -> None:
    text = "Toàn quận hoàn thành tất cả các nhiệm vụ lớn được giao, trong đó 12 chỉ tiêu vượt và 5 chỉ tiêu đạt."
    pages = PdfPages().page()
    written(pages, 100, THU, text)
    lines = wrapped(text)
    assert any(line[0].isdigit() for line in lines[1:])
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [THU, text]


def test_headings_stand_alone(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, "I. KẾT QUẢ THỰC HIỆN")
    down = written(pages, 118, THU, after=0)
    pages.text(LEFT, down, "Nguyên nhân của hạn chế", font="B")
    down = written(pages, down + 18, CHI, after=0)
    pages.text(LEFT, down, "1. Về giảm nghèo")
    written(pages, down + 18, VIEC)
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [
        ("heading", "I. KẾT QUẢ THỰC HIỆN"), ("paragraph", THU), ("heading", "Nguyên nhân của hạn chế"),
        ("paragraph", CHI), ("heading", "1. Về giảm nghèo"), ("paragraph", VIEC)]


def test_a_title_over_two_lines_is_one_heading(tmp_path: Path) -> None:
    pages = PdfPages().page()
    for at, (text, font) in enumerate([("BÁO CÁO", "B"), ("Kết quả giữa nhiệm kỳ thực hiện Nghị quyết", "B"),
                                       ("Đại hội Đảng bộ quận lần thứ V", "B"), ("(số liệu đến 31/3/2023)", "F")]):
        pages.centred(310, 100 + 18 * at, text, font=font)
    written(pages, 190, THU)
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [
        ("heading", "BÁO CÁO"),
        ("heading", "Kết quả giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ quận lần thứ V"),
        ("paragraph", "(số liệu đến 31/3/2023)"), ("paragraph", THU)]


def test_a_paragraph_runs_on_over_the_page_and_belongs_where_it_begins(tmp_path: Path) -> None:
    pages = PdfPages().page()
    down = written(pages, 100, THU, CHI)
    lines = wrapped(VIEC)
    pages.text(LEFT + 36, down, lines[0])
    pages.page().lines(LEFT, 100, *lines[1:])
    written(pages, 100 + 18 * len(lines), CHI)
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert texts(found) == [THU, CHI, VIEC, CHI]
    assert [(block.page, block.paragraph) for block in found.blocks] == [(1, 1), (1, 2), (1, 3), (2, 4)]


@pytest.mark.parametrize("begins", ["II. HẠN CHẾ", "- Giải ngân còn chậm so với yêu cầu.", "Nơi nhận:"])
def test_what_begins_anew_on_the_next_page_is_not_joined(tmp_path: Path, begins: str) -> None:
    """The last line of page 1 is full and has no stop, yet the next page begins something else."""
    open_end = "Các chỉ tiêu về thu ngân sách, chi đầu tư, việc làm, giảm nghèo đều"
    pages = PdfPages().page()
    down = written(pages, 100, THU, CHI)
    pages.text(LEFT, down, open_end)
    pages.page()
    pages.text(LEFT + 36, 100, begins)
    written(pages, 130, CHI)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [THU, CHI, open_end, begins, CHI]


def test_a_note_at_the_foot_does_not_cut_the_paragraph_over_the_page(tmp_path: Path) -> None:
    """94,1%¹ is no 94,1%1, and the note is read after the sentence it interrupts."""
    pages = PdfPages().page()
    down = written(pages, 100, THU, CHI)
    pages.text(LEFT + 36, down, "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 94,1%")
    pages.text(LEFT + 36 + 278, down - 5, "1", 8).text(LEFT + 36 + 286, down, "theo số liệu của Bảo")
    pages.text(LEFT, 700, "1", 7).text(LEFT + 5, 705, "Số liệu đến ngày 15/3/2023, chưa gồm lực lượng vũ trang.", 10)
    pages.text(LEFT, 719, "2", 7).text(LEFT + 5, 724, "Ghi chú thứ hai.", 10)
    pages.page().text(LEFT, 100, "hiểm xã hội quận.")
    written(pages, 124, VIEC)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [
        THU, CHI, "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 94,1% theo số liệu của Bảo hiểm xã hội quận.",
        "Số liệu đến ngày 15/3/2023, chưa gồm lực lượng vũ trang.", "Ghi chú thứ hai.", VIEC]


def test_a_table_of_contents_is_left_out(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 80, "MỤC LỤC")
    for at, name in enumerate(["I. Kết quả", "II. Hạn chế", "III. Nhiệm vụ", "IV. Kiến nghị"]):
        pages.text(LEFT, 100 + 18 * at, name + " " + "." * (50 - len(name)) + f" {3 + at}")
    written(pages, 250, THU)
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == ["MỤC LỤC", THU]
