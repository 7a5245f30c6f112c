"""Make the two Word templates the report is filled into: the Party's form and the State's (domain.md 3.5).

Run after a change here: `.venv/bin/python tools/templates.py`. A test holds the packaged files to this.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
TARGET = Path(__file__).parents[1] / "src" / "tiendo" / "review" / "docx" / "templates"


@dataclass(frozen=True)
class Look:
    """How one line is set: size in points, and its marks."""

    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Form:
    """What differs between the two forms."""

    name: str
    body: int
    superior: Look
    issuer: Look
    under_issuer: str
    motto: tuple[tuple[str, Look], ...]
    number: tuple[str, Look]
    day: Look
    kind: Look
    summary: Look
    under_summary: str
    authority: Look
    office: Look
    receivers: Look
    receiver: Look


PARTY = Form(
    "party", 14, Look(14), Look(14, bold=True), "*", (("ĐẢNG CỘNG SẢN VIỆT NAM", Look(15, bold=True)),),
    ("Số       {{ so_ky_hieu }}", Look(14)), Look(14, italic=True), Look(16, bold=True), Look(14, bold=True), "-----",
    Look(14, bold=True), Look(14), Look(14, underline=True), Look(12),
)
STATE = Form(
    "state", 14, Look(12), Look(12, bold=True), "", (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(12, bold=True)), ("Độc lập - Tự do - Hạnh phúc", Look(13, bold=True)),
    ), ("Số:       {{ so_ky_hieu }}", Look(13)), Look(14, italic=True), Look(14, bold=True), Look(14, bold=True), "",
    Look(14, bold=True), Look(14, bold=True), Look(12, bold=True, italic=True), Look(11),
)


def write(paragraph: Paragraph, text: str, look: Look) -> Paragraph:
    """One run in one look."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic, run.underline = Pt(look.size), look.bold, look.italic, look.underline
    return paragraph


def line(cell: _Cell, text: str, look: Look, *, rule: int = 0) -> None:
    """One centred line of a header cell; `rule` draws a line below as wide as so many per cent of the cell."""
    first = len(cell.paragraphs) == 1 and not cell.paragraphs[0].text
    paragraph = write(cell.paragraphs[0] if first else cell.add_paragraph(), text, look)
    paragraph.alignment = CENTER
    tight(paragraph)
    if rule:
        below(cell.add_paragraph(), rule)


def tight(paragraph: Paragraph) -> None:
    """No indent and no distance: header and signature lines."""
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_after, layout.space_before = Mm(0), Pt(0), Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.SINGLE, 1.0


def below(paragraph: Paragraph, percent: int, width: float = 80) -> None:
    """A solid rule: the top border of an empty line, drawn in from both sides."""
    tight(paragraph)
    side = width * (100 - percent) / 200
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(6)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{key}"), value)
    border.append(top)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def page(word: WordDocument, form: Form) -> None:
    """A4, margins 20/20/30/15 mm, page number at the top centre from the second page on."""
    section = word.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTER
    tight(number)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = number.add_run()
        run.font.size = Pt(form.body)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        part.set(qn("w:fldCharType"), kind) if kind else setattr(part, "text", text)
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields


def normal(word: WordDocument, form: Form) -> None:
    """Times New Roman for every script, at the form's body size."""
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(form.body)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)


def head(word: WordDocument, form: Form) -> None:
    """The two header blocks, number and day, kind and summary."""
    left, right = two_cells(word, (68, 102))
    line(left, "{{ co_quan_cap_tren }}", form.superior)
    line(left, "{{ co_quan }}", form.issuer, rule=0 if form.under_issuer else 40)
    if form.under_issuer:
        line(left, form.under_issuer, form.issuer)
    line(left, form.number[0], form.number[1])
    for number, (text, look) in enumerate(form.motto, 1):
        line(right, text, look, rule=80 if number == len(form.motto) else 0)
    line(right, "{{ dia_danh_ngay }}", form.day)
    for text, look, before in (("{{ ten_loai }}", form.kind, 18), ("{{ trich_yeu }}", form.summary, 0)):
        paragraph = write(word.add_paragraph(), text, look)
        paragraph.alignment = CENTER
        tight(paragraph)
        paragraph.paragraph_format.space_before = Pt(before)
    if form.under_summary:
        paragraph = write(word.add_paragraph(), form.under_summary, form.summary)
        paragraph.alignment = CENTER
        tight(paragraph)
        paragraph.paragraph_format.space_after = Pt(12)
    else:
        rule = word.add_paragraph()
        below(rule, 25, 165)
        rule.paragraph_format.space_after = Pt(12)


def two_cells(word: WordDocument, widths: tuple[int, int]) -> tuple[_Cell, _Cell]:
    """A table of two cells without borders, widths in millimetres."""
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
    return table.rows[0].cells[0], table.rows[0].cells[1]


def foot(word: WordDocument, form: Form) -> None:
    """Receivers on the left, signature on the right."""
    left, right = two_cells(word, (85, 85))
    tight(write(left.paragraphs[0], "Nơi nhận:", form.receivers))
    for text in ("{%p for noi in noi_nhan if noi %}", "{{ noi }}", "{%p endfor %}"):
        tight(write(left.add_paragraph(), text, form.receiver))
    line(right, "{{ quyen_han }}", form.authority)
    line(right, "{{ chuc_vu }}", form.office)
    for _ in range(4):
        line(right, " ", Look(form.body))


def make(form: Form) -> WordDocument:
    """One template from nothing."""
    word = Document()
    for element in list(word.element.body)[:-1]:
        word.element.body.remove(element)
    normal(word, form)
    page(word, form)
    head(word, form)
    word.add_paragraph("{{ noi_dung }}")
    tight(word.add_paragraph())
    foot(word, form)
    word.add_paragraph("{{ so_so_lieu }}")
    return word


def main(folder: Path) -> None:
    """Write both templates into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for form in (PARTY, STATE):
        make(form).save(str(folder / f"{form.name}.docx"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
