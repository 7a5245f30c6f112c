"""Web pages: the report, without the menus, notices and links around it."""

from pathlib import Path

import pytest

from reading.sources.reading_room import codes, headed, kinds, opened, refused, texts
from tiendo.reading import Document

MENU = "<ul class=x>" + "".join(f"<li><a href='/muc/{at}'>Chuyên mục {at}</a></li>" for at in range(12)) + "</ul>"
REPORT = (
    "<h1>Kết quả thu ngân sách quý I</h1><p>Thu ngân sách đạt 1.415 tỷ đồng, bằng 25,8% dự toán.</p>"
    "<p>Chi đầu tư giải ngân 402 tỷ đồng, đạt 19,9% kế hoạch; chủ đầu tư cam kết bảo đảm tiến độ cả năm.</p>")
SAID = [
    ("heading", "Kết quả thu ngân sách quý I"), ("paragraph", "Thu ngân sách đạt 1.415 tỷ đồng, bằng 25,8% dự toán."),
    ("paragraph", "Chi đầu tư giải ngân 402 tỷ đồng, đạt 19,9% kế hoạch; chủ đầu tư cam kết bảo đảm tiến độ cả năm."),
]


def page(folder: Path, body: str) -> Document:
    head = "<!doctype html><html><head><meta charset=utf-8><title>Tin</title><style>p{}</style></head><body>"
    return opened(folder, "tin.html", f"{head}{body}</body></html>")


@pytest.mark.parametrize("body", [
    f"<header>Cổng thông tin</header><nav>{MENU}</nav><main>{REPORT}</main><footer>Bản quyền 2023</footer>",
    f"<div>{MENU}</div><article>{REPORT}</article><aside>Quảng cáo</aside>",
    f"<div id=top-menu>Trang chủ</div>{MENU}<div class=noi-dung>{REPORT}</div><div class='site-footer'>Phố Chợ</div>",
    f"<table><tr><td>{MENU}</td><td>{REPORT}</td></tr></table>",
    f"<form><input value='tìm'><button>Tìm</button></form>{REPORT}<script>var thu = 9999;</script>",
    f"{REPORT}<div style='display:none'>Thu 9.999 tỷ đồng</div><p hidden>Thu 8.888</p><div aria-hidden=true>x</div>",
    f"<div role=navigation>Trang chủ</div>{REPORT}<div role=contentinfo>2023</div><dialog>Nhận tin?</dialog>",
    f"{MENU}<div class=body><div class=share>Chia sẻ</div>{REPORT}</div>{MENU}",
])
def test_menus_around_the_report_are_left_out(tmp_path: Path, body: str) -> None:
    assert kinds(page(tmp_path, body)) == SAID


def test_the_title_above_the_article_is_kept(tmp_path: Path) -> None:
    body = "<h1>Kết quả thu ngân sách quý I</h1><article>" + REPORT.partition("</h1>")[2] + "</article>"
    assert kinds(page(tmp_path, body)) == SAID


def test_a_list_of_results_with_links_is_no_menu(tmp_path: Path) -> None:
    """Links inside sentences, as newsrooms set them."""
    said = [f"Phường {name} thu {figure} tỷ đồng, vượt dự toán được giao từ đầu năm." for name, figure in [
        ("Hồ Sen", 41), ("Bến Đá", 38), ("Chợ Mới", 29), ("Sông Tô", 55), ("Bờ Đông", 60)]]
    items = "".join(f"<li>{text.replace(' tỷ đồng', ' <a href=/x>tỷ đồng</a>')}</li>" for text in said)
    assert texts(page(tmp_path, f"<ul>{items}</ul>")) == said


def test_line_breaks_lists_and_inline_marks(tmp_path: Path) -> None:
    body = ("<p>Thu đạt <b>5.480</b> tỷ<br>đồng.<br>Chi đạt 4.100 tỷ đồng.</p>"
            "<ul><li>Một</li><li>Hai <i>hộ</i></li></ul><p><strong>Hạn chế còn tồn tại</strong></p>"
            "<div>Chữ rời<p>Đoạn trong</p>phần đuôi</div>")
    assert kinds(page(tmp_path, body)) == [
        ("paragraph", "Thu đạt 5.480 tỷ đồng."), ("paragraph", "Chi đạt 4.100 tỷ đồng."), ("paragraph", "Một"),
        ("paragraph", "Hai hộ"), ("heading", "Hạn chế còn tồn tại"), ("paragraph", "Chữ rời"),
        ("paragraph", "Đoạn trong"), ("paragraph", "phần đuôi"),
    ]


def test_a_table_with_spans_names_every_figure(tmp_path: Path) -> None:
    body = (
        "<table><caption>Thu, chi quý I</caption><thead><tr><th rowspan=2>Khoản</th><th colspan=2>Quý I/2023</th></tr>"
        "<tr><th>Kế hoạch</th><th>Thực hiện</th></tr></thead>"
        "<tr><td>Thuế</td><td>4.200</td><td><p>1.105</p></td></tr><tr><td>Đất</td><td>1.280</td><td>310</td></tr></table>")
    found = page(tmp_path, body)
    assert kinds(found)[0] == ("heading", "Thu, chi quý I")
    assert headed(found)[4:] == [
        ("Thuế", None, "Khoản"), ("4.200", "Thuế", "Quý I/2023; Kế hoạch"), ("1.105", "Thuế", "Quý I/2023; Thực hiện"),
        ("Đất", None, "Khoản"), ("1.280", "Đất", "Quý I/2023; Kế hoạch"), ("310", "Đất", "Quý I/2023; Thực hiện"),
    ]


def test_spans_without_sense_are_bounded(tmp_path: Path) -> None:
    body = ("<table><tr><td colspan=99999999 rowspan=99999999>Thu</td><td>5.480</td></tr>"
            "<tr><td>a</td><td>b</td></tr></table>")
    assert "5.480" in texts(page(tmp_path, body))


SENTENCE = "Thu ngân sách cả năm: 5.480 tỷ"
TONES_APART = "Thu ngân sách ca\u0309 năm: 5.480 ty\u0309"  # how Windows-1258 writes most letters


@pytest.mark.parametrize(("content", "said"), [
    (f"<html><p>{SENTENCE}".encode(), SENTENCE),
    (b"\xef\xbb\xbf" + f"<html><p>{SENTENCE}".encode(), SENTENCE),
    (f"<html><p>{SENTENCE}".encode("utf-16"), SENTENCE),
    (f'<?xml version="1.0" encoding="utf-8"?><html><p>{SENTENCE}</p></html>'.encode(), SENTENCE),
    (f"<html><meta charset='khong-co'><p>{SENTENCE}".encode(), SENTENCE),
    (f"<html><meta charset='windows-1258'><p>{TONES_APART}".encode("cp1258"), SENTENCE),
    ("<html><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>Résumé: 5.480".encode("latin-1"),
     "Résumé: 5.480"),
])
def test_the_encoding_of_a_page(tmp_path: Path, content: bytes, said: str) -> None:
    assert texts(opened(tmp_path, "tin.html", content)) == [said]


def test_a_page_in_windows_1258_says_that_it_was_converted(tmp_path: Path) -> None:
    content = f"<html><p>{TONES_APART}".encode("cp1258")
    assert codes(opened(tmp_path, "tin.html", content)) == [("R124", "info")]


def test_deep_nesting_is_refused_rather_than_cut(tmp_path: Path) -> None:
    assert refused(tmp_path, "tin.html", "<html>" + "<div>" * 5000 + "Thu 5.480 tỷ đồng") == ["R123"]


def test_a_page_of_menus_alone_holds_no_text(tmp_path: Path) -> None:
    assert refused(tmp_path, "tin.html", f"<html><body><nav>{MENU}</nav></body></html>") == ["R121"]


@pytest.mark.parametrize("content", ["<html></html>", "<html><body></body>", "<!doctype html>"])
def test_a_page_without_words_holds_no_text(tmp_path: Path, content: str) -> None:
    assert refused(tmp_path, "tin.html", content) == ["R121"]


def test_entities_are_text_and_no_file_is_opened(tmp_path: Path) -> None:
    body = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>Thu &gt; 5.480&nbsp;tỷ &x; đồng</p>'
    assert texts(opened(tmp_path, "tin.html", body))[-1].replace("&x; ", "") == "Thu > 5.480 tỷ đồng"
