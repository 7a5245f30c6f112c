"""PDF files: pages that can be read, and what is said of those that cannot."""

import zlib
from pathlib import Path

import pytest

from reading.sources.pdf_pages import LEFT, PdfPages, drawings_in_drawings, page_of
from reading.sources.reading_room import codes, kinds, opened, refusals, refused, texts
from tiendo.errors import ReadError
from tiendo.reading.sources.apart import Limits
from tiendo.reading.sources.guard import MAX_BYTES, take_in
from tiendo.reading.sources.pdf_sheets import sheets_of

FILES = Path(__file__).parent / "files"
SAID = "Thu ngân sách trên địa bàn đạt 5.480 tỷ đồng, bằng 112,5% dự toán."


def scan(pages: PdfPages) -> PdfPages:
    """A page that is a picture of a page."""
    return pages.page().picture(0, 0, 595, 842)


def told(tmp_path: Path, pages: PdfPages) -> list[tuple[str, dict[str, str]]]:
    """What is said of pages that could not be read."""
    return [(one.code, dict(one.values)) for one in opened(tmp_path, "bc.pdf", pages.content()).problems]


def test_text_comes_with_pages_counted_from_one(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, SAID).page().text(LEFT, 100, "Trang hai.")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert [(block.page, block.paragraph) for block in found.blocks] == [(1, 1), (2, 2)]
    assert found.text == f"{SAID}\nTrang hai."


def test_a_file_with_a_password_asks_for_it_to_be_removed(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.pdf", (FILES / "co-mat-khau.pdf").read_bytes()) == ["R116"]


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, "bc.pdf", (FILES / "cam-in.pdf").read_bytes())) == [SAID]


@pytest.mark.parametrize("content", [
    b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(2000), b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"])
def test_a_file_that_does_not_open_is_damaged(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, "bc.pdf", content) == ["R117"]


def test_a_file_cut_short_is_read_as_far_as_it_can_be_mended(tmp_path: Path) -> None:
    """Its table of places is wrong and its end is missing: nothing is lost where the pages are whole."""
    content = PdfPages().page().text(LEFT, 100, SAID).content()
    broken = content[:content.index(b"startxref")].replace(b" 00000 n", b" 00000 f")
    assert texts(opened(tmp_path, "bc.pdf", broken)) == [SAID]


def test_a_scan_says_that_it_needs_ocr(tmp_path: Path) -> None:
    (found,) = refusals(tmp_path, "bc.pdf", scan(scan(PdfPages())).content())
    assert (found.code, dict(found.values)) == ("R118", {"pages": "2"})


def test_a_scan_with_page_numbers_over_it_is_a_scan(tmp_path: Path) -> None:
    pages = PdfPages()
    for number in (1, 2, 3):
        scan(pages).text(300, 820, str(number))
    assert refused(tmp_path, "bc.pdf", pages.content()) == ["R118"]


def test_letters_drawn_as_outlines_are_a_picture_too(tmp_path: Path) -> None:
    pages = PdfPages().page()
    for at in range(400):
        pages.raw(f"{at} 100 m {at} 110 {at + 3} 110 {at + 3} 100 c f")
    assert refused(tmp_path, "bc.pdf", pages.content()) == ["R118"]


def test_scanned_pages_among_others_are_named(tmp_path: Path) -> None:
    pages = PdfPages()
    for number in range(1, 8):
        if number in {2, 4, 5, 6}:
            scan(pages)
        else:
            pages.page().text(LEFT, 100, f"Phường {number}: {SAID}")
    assert told(tmp_path, pages) == [("R120", {"pages": "2, 4–6"})]


def test_a_scan_with_a_layer_of_recognised_text_is_read(tmp_path: Path) -> None:
    pages = scan(PdfPages()).raw("3 Tr").text(LEFT, 100, SAID)
    assert (texts(opened(tmp_path, "bc.pdf", pages.content())), told(tmp_path, pages)) == ([SAID], [])


def test_a_picture_beside_text_is_no_scan(tmp_path: Path) -> None:
    pages = PdfPages().page().picture(85, 300, 500, 600).text(LEFT, 100, SAID)
    assert told(tmp_path, pages) == []


def test_blank_pages_are_nothing_to_tell(tmp_path: Path) -> None:
    assert told(tmp_path, PdfPages().page().text(LEFT, 100, SAID).page()) == []


def test_a_file_of_blank_pages_holds_no_text(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.pdf", PdfPages().page().page().content()) == ["R121"]


def test_a_damaged_page_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    content = PdfPages().page().text(LEFT, 100, SAID).page().text(LEFT, 100, "Mất.").content()
    broken = content.replace(b"12 0 obj\n<< /Type /Page ", b"12 0 obj\n<< /Type /Cage ")
    broken = broken.replace(b"/Kids [10 0 R 12 0 R]", b"/Kids [10 0 R 99 0 R]")
    found = opened(tmp_path, "bc.pdf", broken)
    assert (texts(found), codes(found)) == ([SAID], [("R125", "warning")])
    assert found.problems[0].values == {"pages": "2"}


def test_a_file_whose_pages_are_all_damaged_is_damaged(tmp_path: Path) -> None:
    content = PdfPages().page().text(LEFT, 100, SAID).content()
    assert refused(tmp_path, "bc.pdf", content.replace(b"/Kids [10 0 R]", b"/Kids [99 0 R]")) == ["R117"]


def test_letters_without_a_table_are_never_guessed(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, SAID).page()
    pages.text(LEFT, 100, "Chi đầu tư đạt").text(LEFT + 110, 100, "5.480", font="X").text(LEFT + 160, 100, "tỷ đồng.")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert texts(found) == [SAID, "Chi đầu tư đạt \ufffd tỷ đồng."]
    assert told(tmp_path, pages) == [("R130", {"pages": "2"})]


def test_a_page_in_such_a_font_is_left_out_whole(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, SAID).page().text(LEFT, 100, SAID, font="X")
    assert (texts(opened(tmp_path, "bc.pdf", pages.content())), told(tmp_path, pages)) == (
        [SAID], [("R130", {"pages": "2"})])


def test_a_file_all_in_such_a_font_is_refused(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, SAID, font="X")
    assert refused(tmp_path, "bc.pdf", pages.content()) == ["R130"]


def test_bullets_and_signs_of_symbol_fonts(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, "\uf0b7 Thu \uf0b3 5.480 tỷ đồng")
    pages.text(LEFT, 130, "\uf0a7 Chi 4.100 tỷ đồng")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert (texts(found), codes(found)) == (["• Thu ≥ 5.480 tỷ đồng", "• Chi 4.100 tỷ đồng"], [])


def test_text_of_old_fonts_is_brought_to_unicode(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, "Thu ng©n s¸ch n¨m 2022 ®¹t 5.480 tû ®ång, t¨ng 7,4%.")
    pages.text(LEFT, 130, "N­íc s¹ch ®¹t 100% sè hé d©n, v­ît kÕ ho¹ch.")
    found = opened(tmp_path, "bc.pdf", pages.content())
    assert texts(found) == [
        "Thu ngân sách năm 2022 đạt 5.480 tỷ đồng, tăng 7,4%.", "Nước sạch đạt 100% số hộ dân, vượt kế hoạch."]
    assert [(one.code, dict(one.values)) for one in found.problems] == [("R124", {"charset": "TCVN3"})]


@pytest.mark.parametrize(("turned", "matrix"), [
    (90, "0 1 -1 0 {x} {y}"), (270, "0 -1 1 0 {x} {y}"), (180, "-1 0 0 -1 {x} {y}"), (0, "0 1 -1 0 {x} {y}")])
def test_turned_pages_are_read_upright(tmp_path: Path, turned: int, matrix: str) -> None:
    """A wide table laid on its side: the page is turned, or only its letters."""
    pages = PdfPages().page(turned=turned)
    steps = {"0 1": (18, 0), "0 -": (-18, 0), "-1 ": (0, 18)}[matrix[:3]]
    for at, text in enumerate(["Thu đạt 5.480 tỷ đồng.", "- Chi đạt 4.100 tỷ đồng."]):
        place = matrix.format(x=300 + steps[0] * at, y=400 + steps[1] * at)
        pages.raw(f"BT /F 14 Tf {place} Tm <{text.encode('utf-16-be').hex()}> Tj ET")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == ["Thu đạt 5.480 tỷ đồng.", "- Chi đạt 4.100 tỷ đồng."]


def test_a_stamp_across_the_page_is_read_after_it(tmp_path: Path) -> None:
    pages = PdfPages().page().raw(f"BT /F 40 Tf 0 1 -1 0 300 200 Tm <{'DỰ THẢO'.encode('utf-16-be').hex()}> Tj ET")
    pages.text(LEFT, 100, SAID).text(LEFT, 130, "Hết.")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [SAID, "Hết.", "DỰ THẢO"]


def test_text_outside_the_page_is_not_read(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, SAID).text(LEFT, 1200, "Ngoài trang.").text(-400, 100, "Ngoài.")
    assert texts(opened(tmp_path, "bc.pdf", pages.content())) == [SAID]


def test_more_pages_than_any_report_has_are_refused(tmp_path: Path) -> None:
    pages = PdfPages()
    for _ in range(5001):
        pages.page()
    (found,) = refusals(tmp_path, "bc.pdf", pages.content())
    assert (found.code, dict(found.values)) == ("R126", {"pages": "5001", "limit": "5000"})


def test_headings_are_told_by_weight_and_shape(tmp_path: Path) -> None:
    pages = PdfPages().page().text(LEFT, 100, "Đánh giá chung", font="B").text(LEFT, 130, SAID)
    assert kinds(opened(tmp_path, "bc.pdf", pages.content())) == [("heading", "Đánh giá chung"), ("paragraph", SAID)]


@pytest.mark.parametrize(("content", "limits"), [
    (drawings_in_drawings(10), Limits(seconds=1, memory=1000)),
    (page_of(zlib.compress(b" " * (250 << 20))), Limits(seconds=30, memory=200)),
])
def test_what_would_take_time_or_memory_without_end_is_ended(tmp_path: Path, content: bytes, limits: Limits) -> None:
    """Ten drawings, each asking ten times for the next: two kilobytes, ten billion times. And 250 MB of spaces."""
    path = tmp_path / "bom.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        sheets_of(take_in(path, MAX_BYTES), limits)
    assert [(one.code, dict(one.values)) for one in caught.value.problems] == [
        ("R131", {"seconds": str(limits.seconds), "memory": str(limits.memory)})]


def test_drawings_in_drawings_are_read_where_there_is_an_end(tmp_path: Path) -> None:
    found = opened(tmp_path, "bc.pdf", drawings_in_drawings(2))
    assert "Thu 5.480" in found.text


def test_a_page_of_very_many_strokes_is_not_walked_to_its_end(tmp_path: Path) -> None:
    strokes = b"1 1 m 2 2 l S " * 300_000
    assert refused(tmp_path, "bc.pdf", page_of(zlib.compress(strokes))) == ["R118"]
