"""`tiendo read --explain` and `--page`: why a document is read so, in the terminal and as one page."""

import re
from pathlib import Path

import pytest
from calls import call
from lxml import html

REPORT = """UBND HUYỆN PHÚ GIÁP
Năm 2022, thu ngân sách đạt 1.250 tỷ đồng, ước tăng 8,5% so với năm 2021.
Tuy nhiên, việc thực hiện Nghị quyết 42 còn chậm.
Chủ tịch UBND huyện yêu cầu các xã rà soát hộ nghèo; báo cáo kết quả trước ngày 30/6/2023.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str], report: Path) -> Path:
    path = report.with_suffix(".html")
    assert call(capsys, "read", report, "--page", path).code == 0
    return path


def body(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def test_explain_prints_words_claims_rules_and_what_was_inherited(
    capsys: pytest.CaptureFixture[str], report: Path,
) -> None:
    lines = [line.strip() for line in call(capsys, "read", report, "--explain").out.splitlines()]
    assert [line for line in lines if line.startswith("[") and "số đo" not in line] == [
        "[3] hạn chế: “việc thực hiện Nghị quyết 42 còn chậm”", "[4] viện dẫn 42: “Nghị quyết 42”",
        "[5] chỉ đạo: “rà soát hộ nghèo”", "[6] chỉ đạo: “báo cáo kết quả trước ngày 30/6/2023”"]
    assert {"[1] số đo 1.250 tỷ đồng: “đạt 1.250 tỷ đồng”",
            "Luật đã dùng: still_lacking (gặp “còn chậm”)", "ai làm: các xã; thời hạn: 2023-06-30",
            "Kế thừa: ai làm: người được giao nêu trước “các xã”",
            "Còn ngờ: chỉ có số, thiếu ký hiệu: nhiều văn bản có thể mang cùng số này"} - set(lines) == set()


def test_explain_speaks_english(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    out = call(capsys, "--lang", "en", "read", report, "--explain").out
    assert "Sentence 2: Năm 2022" in out
    assert "thu ngân sách⟨head=flow⟩" in out


def test_page_shows_the_whole_text_and_every_claim(page: Path) -> None:
    tree = body(page)
    for ref in list(tree.find_class("ref")):
        ref.drop_tree()
    shown = [" ".join(block.text_content().split()) for block in tree.xpath("//*[@id='doc']/p")]
    assert shown == [line for line in REPORT.split("\n") if line]
    assert [card.get("id") for card in tree.find_class("card")] == [f"m{number}" for number in range(1, 7)]


def test_page_marks_lead_to_their_claim(page: Path) -> None:
    tree = body(page)
    places = {link.get("href") for link in tree.xpath("//*[@id='doc']//a")}
    assert places == {f"#m{number}" for number in range(1, 7)}
    back = {link.get("href") for link in tree.xpath("//*[@class='from']/a")}
    assert back - {f"#{at.get('id')}" for at in tree.find_class("at")} == set()


def test_page_draws_kinds_apart_and_nests_a_citation_in_its_limitation(page: Path) -> None:
    tree = body(page)
    looks = [card.get("class") for card in tree.find_class("card")]
    assert looks == ["card fact", "card estimate", "card limit", "card cite", "card order", "card order"]
    nested = tree.xpath("//*[@class='hl limit']//*[@class='hl cite']")
    assert [mark.text_content() for mark in nested] == ["Nghị quyết 42"]


def test_page_counts_add_up(page: Path) -> None:
    (text,) = [part.text_content() for part in body(page).find_class("sum")]
    assert text == "6 mục = 1 số thực hiện + 1 số ước + 1 viện dẫn + 1 hạn chế + 2 chỉ đạo"


def test_page_stands_by_itself(page: Path) -> None:
    """Không tải gì từ mạng, không mã chạy trong trang, chính sách an toàn nội dung chỉ cho đúng tờ kiểu của nó."""
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"https?:|<script|<link|<img|@import|url\(|\son\w+=|\sstyle=", text) == []
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in text


def test_page_escapes_what_the_document_says(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Một văn bản có thẻ HTML trong lời văn không chạy được gì trong trang."""
    hostile = tmp_path / 'x"><b>.txt'
    hostile.write_text('Thu đạt 5 tỷ đồng <img src=x onerror="alert(1)">, tăng 3%.\n', encoding="utf-8")
    call(capsys, "read", hostile, "--page", tmp_path / "trang.html")
    tree = body(tmp_path / "trang.html")
    assert tree.xpath("//img") == []
    assert 'onerror="alert(1)"' in tree.get_element_by_id("doc").text_content()


def test_page_of_a_table_keeps_its_rows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = tmp_path / "bang.html"
    source.write_text("<html><body><h1>Kết quả</h1><table><tr><th>Chỉ tiêu</th><th>Năm 2022</th></tr>"
                      "<tr><td>Thu ngân sách</td><td>5 tỷ đồng</td></tr></table></body></html>", encoding="utf-8")
    call(capsys, "read", source, "--page", tmp_path / "trang.html")
    rows = body(tmp_path / "trang.html").xpath("//*[@id='doc']//tr")
    assert [row[0].text_content() for row in rows] == ["Chỉ tiêu", "Thu ngân sách"]


def test_document_without_claims_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("Kính gửi các đơn vị.\n", encoding="utf-8")
    call(capsys, "read", tmp_path / "thu.txt", "--page", tmp_path / "trang.html")
    assert [part.text_content() for part in body(tmp_path / "trang.html").find_class("none")] == [
        "Không đọc được mục nào trong văn bản này."]


def test_page_is_of_one_document(capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path) -> None:
    seen = call(capsys, "read", report, report, "--page", tmp_path / "trang.html")
    assert (seen.code, seen.err) == (2, "--page: mỗi lần chỉ viết được trang của một văn bản\n")
    assert not (tmp_path / "trang.html").exists()


def test_explaining_is_for_people(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    seen = call(capsys, "read", report, "--explain", "--format", "jsonl")
    assert (seen.code, seen.out) == (2, "")
    assert seen.err == "--explain và --page viết cho người đọc; bỏ --format jsonl\n"


def test_page_that_cannot_be_written_leaves_nothing(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    seen = call(capsys, "read", report, "--page", report.parent / "khong-co" / "trang.html")
    assert (seen.code, "[V401]" in seen.err) == (6, True)
    assert [path.name for path in report.parent.iterdir()] == ["bao-cao.txt"]


def test_unreadable_document_makes_no_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert call(capsys, "read", tmp_path / "mat.txt", "--page", tmp_path / "trang.html").code == 3
    assert list(tmp_path.iterdir()) == []
