"""The report as Word opens it, and what an office's own template can and cannot do."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from review.reviews import MID_TERM, example, example_docx
from tiendo.errors import ReviewError
from tiendo.review.docx import report
from tiendo.review.docx.fields import FIELDS

FORMS = ("party", "state")
SUMMARY = ("Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội đại biểu Đảng bộ quận Sông Tô lần thứ V, nhiệm kỳ "
           "2020–2025")


def opened(form: str = "party", day: date = MID_TERM) -> WordDocument:
    return Document(BytesIO(example_docx(day, form)))


def style(word: WordDocument, name: str) -> ParagraphStyle:
    found = word.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def names(word: WordDocument) -> list[str]:
    return [str(name) for name in word.element.body.xpath(".//w:bookmarkStart/@w:name")]


def aims(word: WordDocument) -> list[str]:
    return [str(aim) for aim in word.element.body.xpath(".//w:hyperlink/@w:anchor")]


@pytest.mark.parametrize("form", FORMS)
def test_every_link_has_its_aim_and_no_name_stands_twice(form: str) -> None:
    word = opened(form)
    assert set(aims(word)) - set(names(word)) == set()
    assert len(names(word)) == len(set(names(word)))
    marks = [str(mark) for mark in word.element.body.xpath(".//w:bookmarkStart/@w:id")]
    assert len(marks) == len(set(marks))


def test_every_number_leads_to_its_ledger_line_and_the_line_leads_back() -> None:
    word = opened()
    entries = {entry.id for entry in example().ledger}
    used = set(aims(word)) & entries
    assert entries - set(names(word)) == set()
    assert {aim.removesuffix("_1") for aim in aims(word) if aim.endswith("_1")} == used


@pytest.mark.parametrize("form", FORMS)
def test_annex_lies_across_with_page_numbers_of_its_own(form: str) -> None:
    body, annex = opened(form).sections
    assert (body.orientation, annex.orientation) == (WD_ORIENTATION.PORTRAIT, WD_ORIENTATION.LANDSCAPE)
    assert [one._sectPr.find(qn("w:pgNumType")) is None for one in (body, annex)] == [True, False]
    assert body.page_width == annex.page_height


@pytest.mark.parametrize("form", FORMS)
def test_tables_repeat_their_head_and_break_no_row(form: str) -> None:
    word = opened(form)
    bordered = word.element.body.xpath(".//w:tbl[w:tblPr/w:tblBorders]")
    assert len(bordered) == 7  # targets, parts, programmes, projects, tasks, documents, ledger
    assert [len(table.xpath("./w:tr[1]/w:trPr/w:tblHeader")) for table in bordered] == [1] * 7
    assert word.element.body.xpath(".//w:tbl[w:tblPr/w:tblBorders]/w:tr[not(w:trPr/w:cantSplit)]") == []


def test_the_last_words_hold_the_signature_to_them() -> None:
    """No page may hold a signature alone."""
    word = opened()
    body = list(word.element.body)
    foot = [element for element in body if element.tag == qn("w:tbl")][-2]
    before = body[body.index(foot) - 2:body.index(foot)]
    assert [one.find(f"./{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in before] == [True, True]
    assert foot.find(f".//{qn('w:cantSplit')}") is not None


def test_headings_keep_to_what_follows_and_stand_in_the_navigation() -> None:
    word = opened()
    heads = [style(word, f"tiendo mục {level}") for level in (1, 2, 3)]
    assert [head.element.xpath("./w:pPr/w:outlineLvl/@w:val") for head in heads] == [["0"], ["1"], ["2"]]
    assert [head.paragraph_format.keep_with_next for head in heads] == [True] * 3


def test_party_lines_are_20_points_apart_and_state_lines_follow_their_size() -> None:
    found = [style(opened(form), "tiendo thân").paragraph_format.line_spacing for form in FORMS]
    assert found == [Pt(20), 1.15]


def test_properties_say_what_whose_and_in_which_language() -> None:
    kept = opened().core_properties
    assert (kept.title, kept.author, kept.last_modified_by, kept.language) == (
        f"Báo cáo: {SUMMARY}", "Quận ủy Sông Tô", "Quận ủy Sông Tô", "vi-VN")


def test_the_chart_is_a_picture_with_words_for_those_who_cannot_see_it() -> None:
    described = opened().element.body.xpath(".//wp:docPr/@descr")
    assert [text[:40] for text in described] == ["Mức hoàn thành từng chỉ tiêu: Thu nhập b"]


def test_two_reports_of_one_review_are_the_same() -> None:
    first, second = report(example(), form="party"), report(example(), form="party")
    assert Document(BytesIO(first)).element.xml == Document(BytesIO(second)).element.xml


# --- the office's own template

Template = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Template:
    def made(*paragraphs: str) -> Path:
        word = Document()
        for text in paragraphs:
            word.add_paragraph(text)
        path = tmp_path / "mau.docx"
        word.save(str(path))
        return path

    return made


def codes(error: pytest.ExceptionInfo[ReviewError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_own_template_takes_every_field(template: Template) -> None:
    fields = [name for name in FIELDS if name not in {"noi_dung", "so_so_lieu", "noi_nhan"}]
    path = template("Mẫu của phường & quận", *(f"{{{{ {name} }}}}" for name in fields), "{%p for noi in noi_nhan %}",
                    "{{ noi }}", "{%p endfor %}", "{{ noi_dung }}", "{{ so_so_lieu }}")
    word = Document(BytesIO(report(example(), form="party", template=path)))
    said = [paragraph.text for paragraph in word.paragraphs]
    assert said[:12] == [
        "Mẫu của phường & quận", "THÀNH ỦY", "QUẬN ỦY SÔNG TÔ", "-BC/QU", "…………, ngày     tháng     năm 2023",
        "BÁO CÁO", SUMMARY,
        "31/3/2023", "T/M QUẬN ỦY SÔNG TÔ", "BÍ THƯ", "2023", "- Thành ủy (để báo cáo),",
    ]
    assert [text for text in said if "noi_dung" in text or "so_so_lieu" in text] == []


def test_own_template_without_the_ledger_keeps_its_one_section(template: Template) -> None:
    word = Document(BytesIO(report(example(), form="party", template=template("{{ noi_dung }}"))))
    assert len(word.sections) == 1


def test_own_styles_are_kept(tmp_path: Path) -> None:
    word = Document()
    word.styles.add_style("tiendo thân", WD_STYLE_TYPE.PARAGRAPH)
    style(word, "tiendo thân").font.size = Pt(13)
    word.add_paragraph("{{ noi_dung }}")
    word.save(str(tmp_path / "mau.docx"))
    made = Document(BytesIO(report(example(), form="state", template=tmp_path / "mau.docx")))
    assert style(made, "tiendo thân").font.size == Pt(13)


def test_template_without_the_body_is_refused(template: Template) -> None:
    with pytest.raises(ReviewError) as error:
        report(example(), form="party", template=template("Không có chỗ đặt nội dung."))
    assert codes(error) == ["V203"]
    assert "{{ noi_dung }}" in error.value.say("vi")


def test_template_with_fields_nobody_knows_is_refused_with_all_of_them(template: Template) -> None:
    """The template has three wrong fields; V202 names the first only, and says "is undefined" in English."""
    with pytest.raises(ReviewError) as error:
        report(example(), form="party", template=template("{{ co_qan }} {{ ngay }}", "{{ nguoi_ky }} {{ noi_dung }}"))
    assert codes(error) == ["V202"]
    assert "không biết: co_qan, ngay, nguoi_ky." in error.value.say("vi")
    assert "does not know: co_qan, ngay, nguoi_ky." in error.value.say("en")
    assert "so_ky_hieu" in error.value.say("vi")


@pytest.mark.parametrize("field", [
    "{{ noi_dung.x.y }}", "{{ co_quan }", "{% for %}", "{{ ''.__class__ }}", "{{ 1/0 }}",
])
def test_template_with_a_field_written_wrongly_is_refused_with_its_words(template: Template, field: str) -> None:
    with pytest.raises(ReviewError) as error:
        report(example(), form="party", template=template(field, "{{ co_quan }}", "{{ noi_dung }}"))
    assert codes(error) == ["V204"]
    assert f"viết sai: “{field}”. " in error.value.say("vi")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", "chỉ là chữ".encode()])
def test_file_that_is_no_word_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mau.docx").write_bytes(data)
    with pytest.raises(ReviewError) as error:
        report(example(), form="party", template=tmp_path / "mau.docx")
    assert codes(error) == ["V201"]


def test_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReviewError) as error:
        report(example(), form="party", template=tmp_path / "khong-co.docx")
    assert (codes(error), error.value.problems[0].place is not None) == (["V201"], True)
