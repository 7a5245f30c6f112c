"""Ends of lines and raised figures: what a line says once its marks are sorted out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.sources.pdf_pages import LEFT, PdfPages, width
from reading.sources.reading_room import opened, texts
from tiendo.reading.sources.pdf_lines import joined


@pytest.mark.parametrize(("lines", "text"), [
    (["Thu ngân sách", "đạt 5.480 tỷ"], "Thu ngân sách đạt 5.480 tỷ"),
    (["theo Kế hoạch số 15-", "KH/QU của quận"], "theo Kế hoạch số 15-KH/QU của quận"),
    (["theo Kế hoạch số 57/", "BC-LĐTBXH"], "theo Kế hoạch số 57/BC-LĐTBXH"),
    (["giai đoạn 2022–", "2025"], "giai đoạn 2022–2025"),
    (["kinh tế -", "xã hội"], "kinh tế - xã hội"),
    (["kinh tế –", "xã hội"], "kinh tế – xã hội"),
    (["hệ thống inter-", "net của quận"], "hệ thống internet của quận"),
    (["hệ thống Inter-", "net của quận"], "hệ thống Internet của quận"),
    (["phong trào Xô-", "viết"], "phong trào Xô-viết"),
    (["kinh-tế xã-", "hội"], "kinh-tế xã-hội"),
    (["đại dịch Covid-", "19"], "đại dịch Covid-19"),
    (["cơ sở e-", "mail"], "cơ sở e-mail"),
    (["tiến\xad", "độ giải ngân"], "tiếnđộ giải ngân"),
    (["chuyển đổi digi\xad", "tal, giảm\xad nghèo ở quận"], "chuyển đổi digital, giảm nghèo ở quận"),
    (["hệ thống inter\x02", "net ở Hà Nội"], "hệ thống internet ở Hà Nội"),
    (["n\xad\xedc s\xb9ch ®¹t", "95%"], "n\xad\xedc s\xb9ch ®¹t 95%"),
    (["ÐẢNG BỘ QUẬN", "Ðống Đa"], "ĐẢNG BỘ QUẬN Đống Đa"),
    (["một dòng"], "một dòng"),
])
def test_ends_of_lines(lines: list[str], text: str) -> None:
    """A break between words is a space; one inside a word or a symbol is nothing; ư of TCVN3 is no soft hyphen."""
    assert joined(lines) == text


@given(st.lists(st.text(st.sampled_from("abăđ 1.,%"), min_size=1).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_lines_without_hyphens_are_joined_by_spaces(lines: list[str]) -> None:
    assert joined(lines) == " ".join(lines)


def line_of(*parts: tuple[str, float, float]) -> bytes:
    """One line: texts, their sizes, and how far each is raised."""
    pages, left = PdfPages().page(), float(LEFT)
    for text, size, raised in parts:
        pages.text(left, 300 - raised, text, size)
        left += width(text, size)
    return pages.content()


@pytest.mark.parametrize(("parts", "text"), [
    ([("rộng 12 km", 14, 0), ("2", 8, 5), (" đất", 14, 0)], "rộng 12 km2 đất"),
    ([("cát 5 nghìn m", 14, 0), ("3", 8, 5)], "cát 5 nghìn m3"),
    ([("đạt 94,1%", 14, 0), ("1", 8, 5), (" dân số", 14, 0)], "đạt 94,1% dân số"),
    ([("năm 2022", 14, 0), ("12", 8, 5), (" tăng", 14, 0)], "năm 2022 tăng"),
    ([("Kế hoạch", 14, 0), ("[3]", 8, 5), (" của quận", 14, 0)], "Kế hoạch của quận"),
    ([("mật độ 10", 14, 0), ("3", 8, 5), (" tế bào", 14, 0)], "mật độ 10³ tế bào"),
    ([("thải CO", 14, 0), ("2", 8, -3), (" giảm", 14, 0)], "thải CO2 giảm"),
    ([("nóng 38", 14, 0), ("o", 8, 5), ("C", 14, 0)], "nóng 38oC"),
])
def test_raised_and_lowered_marks(tmp_path: Path, parts: list[tuple[str, float, float]], text: str) -> None:
    assert texts(opened(tmp_path, "bc.pdf", line_of(*parts))) == [text]
