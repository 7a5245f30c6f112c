"""The packaged Word templates are what `tools/templates.py` makes, and look as the rules ask (domain.md 3.5)."""

import sys
import zipfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.templates import FORMS, PARTY, PLAIN_EN, STATE, Form, main, saved

Shape = tuple[str, float | None, bool, bool, bool]  # text, size, bold, italic, underlined


def packaged(form: Form) -> bytes:
    return (files("tiendo.review.docx") / "templates" / f"{form.name}.docx").read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def shapes(paragraphs: list[Paragraph]) -> list[Shape]:
    return [(run.text, run.font.size.pt if run.font.size else None, bool(run.bold), bool(run.italic),
             bool(run.underline)) for paragraph in paragraphs for run in paragraph.runs if run.text.strip()]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_packaged_template_is_what_the_tool_makes(form: Form) -> None:
    """Differs? Run `python tools/templates.py` and commit the files it writes."""
    made, kept = parts(saved(form)), parts(packaged(form))
    made.pop("docProps/core.xml"), kept.pop("docProps/core.xml")  # python-docx dates it
    assert [name for name in sorted({*made, *kept}) if made.get(name) != kept.get(name)] == []


def test_the_tool_writes_every_file_with_nothing_of_the_clock(tmp_path: Path) -> None:
    main(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "party.docx", "party.en.docx", "plain.docx", "plain.en.docx", "state.docx", "state.en.docx"]
    with zipfile.ZipFile(tmp_path / "party.docx") as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_page_is_a4_with_the_margins_of_the_rules(form: Form) -> None:
    section = Document(BytesIO(packaged(form))).sections[0]
    assert [round(length / Mm(1)) for length in (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin,
        section.right_margin, section.header_distance) if length] == [210, 297, 20, 20, 30, 15, 10]
    assert section.different_first_page_header_footer


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_text_is_times_new_roman_14_in_the_forms_language(form: Form) -> None:
    word = Document(BytesIO(packaged(form)))
    normal = word.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert set(word.styles.element.xpath("//w:lang/@w:val")) == {"en-GB" if form.name.endswith(".en") else "vi-VN"}


def test_party_head_is_as_the_party_writes_it() -> None:
    """No colon after Số, an asterisk under the issuer, five hyphens under the summary."""
    word = Document(BytesIO(packaged(PARTY)))
    left, right = word.tables[0].rows[0].cells
    assert shapes(left.paragraphs) == [
        ("{{ co_quan_cap_tren }}", 14, False, False, False), ("{{ co_quan }}", 14, True, False, False),
        ("*", 14, True, False, False), ("Số       {{ so_ky_hieu }}", 14, False, False, False),
    ]
    assert shapes(right.paragraphs) == [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False, False), ("{{ dia_danh_ngay }}", 14, False, True, False),
    ]
    assert shapes(word.paragraphs)[:3] == [
        ("{{ ten_loai }}", 16, True, False, False), ("{{ trich_yeu }}", 14, True, False, False),
        ("-----", 14, True, False, False),
    ]


def test_state_head_is_as_the_state_writes_it() -> None:
    """A colon after Số, a rule under the issuer and under the motto, one under the summary."""
    word = Document(BytesIO(packaged(STATE)))
    left, right = word.tables[0].rows[0].cells
    assert shapes(left.paragraphs) == [
        ("{{ co_quan_cap_tren }}", 12, False, False, False), ("{{ co_quan }}", 12, True, False, False),
        ("Số:       {{ so_ky_hieu }}", 13, False, False, False),
    ]
    assert shapes(right.paragraphs) == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False, False), ("{{ dia_danh_ngay }}", 13, False, True, False),
    ]
    assert len(word.element.body.xpath(".//w:pBdr/w:top")) == 3


def test_the_plain_form_names_no_country() -> None:
    left, right = Document(BytesIO(packaged(PLAIN_EN))).tables[0].rows[0].cells
    assert [text for text, *_ in shapes(left.paragraphs)] == [
        "{{ co_quan_cap_tren }}", "{{ co_quan }}", "No.:       {{ so_ky_hieu }}"]
    assert [text for text, *_ in shapes(right.paragraphs)] == ["{{ dia_danh_ngay }}"]


@pytest.mark.parametrize(("form", "receivers", "office"), [
    (PARTY, ("Nơi nhận:", 14, False, False, True), ("{{ chuc_vu }}", 14, False, False, False)),
    (STATE, ("Nơi nhận:", 12, True, True, False), ("{{ chuc_vu }}", 14, True, False, False)),
], ids=("party", "state"))
def test_foot_has_receivers_left_and_signature_right(form: Form, receivers: Shape, office: Shape) -> None:
    left, right = Document(BytesIO(packaged(form))).tables[1].rows[0].cells
    assert shapes(left.paragraphs)[0] == receivers
    assert shapes(right.paragraphs) == [("{{ quyen_han }}", 14, True, False, False), office]
