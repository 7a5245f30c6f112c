"""Plain text: the file itself, cut into blocks; every offset is an offset in the file."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.sources.reading_room import assert_blocks_hold, codes, headed, kinds, opened, refused, texts
from tiendo.reading import read_claims
from tiendo.reading.files import read_document

SAID = (
    "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2022\n\nThu ngân sách trên địa bàn đạt 5.480 tỷ đồng, bằng 112,5% dự "
    "toán, tăng 7,4% so với cùng kỳ; giải quyết việc làm cho 10.236 lao động.\n"
)
# The letters of SAID as old charsets wrote them, set down by hand from the three tables.
TCVN3 = "Thu ng©n s¸ch trªn ®Þa bµn n¨m 2022 ®¹t 5.480 tû ®ång, t¨ng 7,4% so víi cïng kú; ­íc ®¹t 95%."
VNI = "Thu ngaân saùch treân ñòa baøn naêm 2022 ñaït 5.480 tyû ñoàng, taêng 7,4% so vôùi cuøng kyø; öôùc ñaït 95%."
VISCII = "Thu ngân sách trên ð¸a bàn nåm 2022 ðÕt 5.480 tÖ ð°ng, tång 7,4% so v¾i cùng kÏ; ß¾c ðÕt 95%."
UNICODE = "Thu ngân sách trên địa bàn năm 2022 đạt 5.480 tỷ đồng, tăng 7,4% so với cùng kỳ; ước đạt 95%."
CP1258 = (  # base letters with the tone behind them
    "Thu ngân sa\u0301ch trên đi\u0323a ba\u0300n năm 2022 đa\u0323t 5.480 ty\u0309 đô\u0300ng, "
    "tăng 7,4% so vơ\u0301i cu\u0300ng ky\u0300; ươ\u0301c đa\u0323t 95%.")


def test_the_text_is_the_file_and_blocks_are_its_lines(tmp_path: Path) -> None:
    found = opened(tmp_path, "bc.txt", SAID)
    assert found.text == SAID
    assert [kind for kind, _ in kinds(found)] == ["heading", "paragraph", "paragraph"]
    assert texts(found) == [line for line in SAID.split("\n") if line]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_in_every_form_without_a_remark(tmp_path: Path, encoding: str) -> None:
    found = opened(tmp_path, "bc.txt", SAID.encode(encoding))
    assert (found.text, codes(found)) == (SAID, [])


@pytest.mark.parametrize(("content", "charset"), [
    (TCVN3.encode("latin-1"), "TCVN3"), (VNI.encode("latin-1"), "VNI"), (VISCII.encode("latin-1"), "VISCII"),
    (CP1258.encode("cp1258"), "Windows-1258"),
])
def test_old_charsets_are_recognised_converted_and_said(tmp_path: Path, content: bytes, charset: str) -> None:
    found = opened(tmp_path, "bc.txt", content)
    assert found.text == UNICODE
    assert [(problem.code, dict(problem.values)) for problem in found.problems] == [("R124", {"charset": charset})]


@pytest.mark.parametrize("typed", [TCVN3, VNI])
def test_text_of_an_old_font_kept_as_unicode_is_converted_too(tmp_path: Path, typed: str) -> None:
    """Copied out of a .VnTime or VNI-Times document into a UTF-8 file."""
    found = opened(tmp_path, "bc.txt", typed)
    assert (found.text, codes(found)) == (UNICODE, [("R124", "info")])


@pytest.mark.parametrize("said", ["Œuvre à São Paulo: 5.480 €", "Müller & Söhne GmbH, 7 % für das Jahr"])
def test_other_languages_are_not_taken_for_an_old_charset(tmp_path: Path, said: str) -> None:
    found = opened(tmp_path, "bc.txt", said)
    assert (found.text, codes(found)) == (said, [])


def test_bytes_in_no_encoding_are_refused_with_the_place(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.txt", b"Thu ng\xc3\xa2n s\xc3\xa1ch \xff\xff x\xfe\xfdy \xc3 5.480") == ["R112"]


@pytest.mark.parametrize("content", [b"\xff\xfeT\x00h\x00u", b"\xef\xbb\xbfThu \xff"])
def test_a_mark_that_promises_what_the_bytes_do_not_hold(tmp_path: Path, content: bytes) -> None:
    content += b"\xd8" if content.startswith(b"\xff\xfe") else b""
    assert refused(tmp_path, "bc.txt", content) == ["R112"]


def test_nfd_stays_as_it_is_and_claims_point_into_it(tmp_path: Path) -> None:
    """A Mac writes the tone as a character of its own; the offsets are those of the file."""
    nfd = unicodedata.normalize("NFD", SAID)
    found = opened(tmp_path, "bc.txt", nfd)
    assert (found.text, codes(found)) == (nfd, [])
    claims = read_claims(found)
    assert claims
    assert [nfd[claim.start:claim.end] for claim in claims] == [claim.quote for claim in claims]


def test_word_segmented_text_keeps_its_offsets(tmp_path: Path) -> None:
    said = "Kết_quả thực_hiện 17/17 chỉ_tiêu đạt và vượt ."
    assert texts(opened(tmp_path, "bc.txt", said)) == [said]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_are_one_newline(tmp_path: Path, end: str) -> None:
    assert opened(tmp_path, "bc.txt", SAID.replace("\n", end)).text == SAID


WRAPPED = (
    "Thu ngân sách trên địa bàn năm 2022 đạt 5.480 tỷ đồng, bằng\n"
    "112,5% dự toán thành phố giao, tăng 7,4% so với cùng kỳ năm\n"
    "trước; chi đầu tư phát triển giải ngân 1.942 tỷ đồng, đạt\n"
    "95,91% kế hoạch.\n"
    "1. Thu nội địa là khoản thu lớn nhất, chiếm 62,5% tổng thu và\n"
    "tăng đều qua các quý.\n"
)


def test_lines_wrapped_at_a_width_are_one_paragraph(tmp_path: Path) -> None:
    found = opened(tmp_path, "bc.txt", WRAPPED)
    assert [text.count("\n") for text in texts(found)] == [3, 1]
    assert found.text == WRAPPED


def test_lines_that_are_not_wrapped_stay_apart(tmp_path: Path) -> None:
    said = "Thu ngân sách đạt 5.480 tỷ đồng\nChi ngân sách đạt 4.100 tỷ đồng\nDư nợ tín dụng tăng 9%\n"
    assert texts(opened(tmp_path, "bc.txt", said)) == said.split("\n")[:-1]


def test_form_feeds_count_pages(tmp_path: Path) -> None:
    found = opened(tmp_path, "bc.txt", "Trang một.\n\fTrang hai.\nCũng trang hai.\n\f\n\fTrang bốn.")
    assert [block.page for block in found.blocks] == [1, 2, 2, 4]


def test_a_line_in_bold_marks_is_a_heading_without_them(tmp_path: Path) -> None:
    assert kinds(opened(tmp_path, "bc.txt", "**Kết quả đạt được**\nThu đạt 5.480 tỷ đồng.")) == [
        ("heading", "Kết quả đạt được"), ("paragraph", "Thu đạt 5.480 tỷ đồng.")]


@pytest.mark.parametrize("content", [" \n\n\t\n", "\ufeff", "\ufeff \n"])
def test_a_file_of_spaces_holds_no_text(tmp_path: Path, content: str) -> None:
    assert refused(tmp_path, "bc.txt", content) == ["R121"]


def test_a_line_of_100000_characters_is_read(tmp_path: Path) -> None:
    assert len(texts(opened(tmp_path, "bc.txt", "Thu ngân sách đạt 5 tỷ " * 5000))) == 1


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=300))
def test_whatever_the_text_its_blocks_hold(tmp_path_factory: pytest.TempPathFactory, said: str) -> None:
    path = tmp_path_factory.getbasetemp() / "bat-ky.txt"
    path.write_bytes(b"\xef\xbb\xbf" + ("Thu. " + said).encode())
    found = read_document(path)
    assert_blocks_hold(found)
    assert found.text == ("Thu. " + said).replace("\r\n", "\n").replace("\r", "\n")


def test_a_table_drawn_with_bars_has_heads(tmp_path: Path) -> None:
    said = "Thu ngân sách\n\n| Khoản | Dự toán năm 2025 | Quý I/2025 |\n|---|---|---|\n| Thuế | 1.240 | 318 |\n"
    assert headed(opened(tmp_path, "bc.txt", said))[-3:] == [
        ("Thuế", None, "Khoản"), ("1.240", "Thuế", "Dự toán năm 2025"), ("318", "Thuế", "Quý I/2025")]


def test_bars_without_a_row_of_dashes_are_text(tmp_path: Path) -> None:
    assert [kind for kind, _ in kinds(opened(tmp_path, "bc.txt", "| sửa | mã nguồn |\n| Thu 5 tỷ đồng |\n"))] == [
        "paragraph"]


def test_an_article_of_a_resolution_is_a_heading(tmp_path: Path) -> None:
    found = opened(tmp_path, "nq.txt", "Điều 1. Kết quả năm 2024\nThu đạt 5 tỷ đồng.\n")
    assert [kind for kind, _ in kinds(found)] == ["heading", "paragraph"]
