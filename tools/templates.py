"""Make the Word templates the report is filled into: the Party's form, the State's (domain.md 3.5) and a plain one.

The plain form is for any public body: who writes, number, place and day, kind, summary. Each form is there in
Vietnamese and in English; the words of its head and foot stand in the template, as they do in an office's own.

Run after a change here: `.venv/bin/python tools/templates.py`. A test holds the packaged files to this.
"""

import sys
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tiendo.review.docx.styles import BODY, HEADINGS, ITEM, add_styles

FONT = "Times New Roman"
CENTER = WD_ALIGN_PARAGRAPH.CENTER
TARGET = Path(__file__).parents[1] / "src" / "tiendo" / "review" / "docx" / "templates"
AFTER_BORDER = {qn(f"w:{name}") for name in ("shd", "tabs", "spacing", "ind", "jc", "rPr")}  # Word's own order
LINE = 165  # millimetres between the margins of A4, 30 left and 15 right


@dataclass(frozen=True)
class Look:
    """How one line is set: size in points, and its marks."""

    size: int
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Form:
    """What differs between the forms. `rule` is the length in millimetres of the line under the motto.

    `leading` is how far lines stand apart: so many points exactly (the Party), or so many times single (the State).
    """

    name: str
    widths: tuple[int, int]
    superior: Look
    issuer: Look
    under_issuer: str
    motto: tuple[tuple[str, Look], ...]
    rule: int
    number: tuple[str, Look]
    day: Look
    kind: Look
    summary: Look
    under_summary: str
    authority: Look
    office: Look
    receivers: Look
    receiver: Look
    leading: float | Pt
    to: str = "Nơi nhận:"
    language: str = "vi-VN"


PARTY = Form(
    "party", (75, 90), Look(14), Look(14, bold=True), "*", (("ĐẢNG CỘNG SẢN VIỆT NAM", Look(15, bold=True)),), 73,
    ("Số       {{ so_ky_hieu }}", Look(14)), Look(14, italic=True), Look(16, bold=True), Look(14, bold=True), "-----",
    Look(14, bold=True), Look(14), Look(14, underline=True), Look(12), Pt(20),
)
STATE = Form(
    "state", (70, 95), Look(12), Look(12, bold=True), "", (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look(12, bold=True)),
        ("Độc lập - Tự do - Hạnh phúc", Look(13, bold=True)),
    ), 57, ("Số:       {{ so_ky_hieu }}", Look(13)), Look(13, italic=True), Look(14, bold=True),
    Look(14, bold=True), "", Look(14, bold=True), Look(14, bold=True), Look(12, bold=True, italic=True), Look(11), 1.15,
)
PLAIN = replace(STATE, name="plain", motto=())
PARTY_EN = replace(
    PARTY, name="party.en", motto=(("COMMUNIST PARTY OF VIET NAM", Look(14, bold=True)),), rule=80,
    number=("No.       {{ so_ky_hieu }}", Look(14)), to="Distribution:", language="en-GB")
STATE_EN = replace(
    STATE, name="state.en", rule=70, number=("No.:       {{ so_ky_hieu }}", Look(13)), to="Distribution:",
    motto=(("SOCIALIST REPUBLIC OF VIET NAM", Look(12, bold=True)),
           ("Independence - Freedom - Happiness", Look(13, bold=True))), language="en-GB")
PLAIN_EN = replace(PLAIN, name="plain.en", number=("No.:       {{ so_ky_hieu }}", Look(13)), to="Distribution:",
                   language="en-GB")
FORMS = (PARTY, STATE, PLAIN, PARTY_EN, STATE_EN, PLAIN_EN)
BODY_SIZE = 14  # points: in the range of both forms


def write(paragraph: Paragraph, text: str, look: Look) -> Paragraph:
    """One run in one look."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic, run.underline = Pt(look.size), look.bold, look.italic, look.underline
    return paragraph


def line(cell: _Cell, text: str, look: Look) -> Paragraph:
    """One centred line of a cell; the first takes the paragraph every cell begins with."""
    first = len(cell.paragraphs) == 1 and not cell.paragraphs[0].text
    paragraph = write(cell.paragraphs[0] if first else cell.add_paragraph(), text, look)
    paragraph.alignment = CENTER
    return tight(paragraph)


def tight(paragraph: Paragraph) -> Paragraph:
    """No indent and no distance: header and signature lines."""
    layout = paragraph.paragraph_format
    layout.first_line_indent, layout.space_after, layout.space_before = Mm(0), Pt(0), Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.SINGLE, 1.0
    return paragraph


def rule_below(paragraph: Paragraph, length: int, width: float) -> None:
    """A solid rule of `length` mm, centred in `width`: the top border of a low empty line drawn in from both sides."""
    layout = tight(paragraph).paragraph_format
    layout.left_indent = layout.right_indent = Mm((width - length) / 2)
    layout.space_before, layout.line_spacing_rule, layout.line_spacing = Pt(3), WD_LINE_SPACING.EXACTLY, Pt(6)
    border = parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>')
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert(next(n for n, one in enumerate(properties) if one.tag in AFTER_BORDER), border)


def page(word: WordDocument) -> None:
    """A4, margins 20/20/30/15 mm, page number at the top centre, 10 mm from the edge, from the second page on."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = tight(section.header.paragraphs[0])
    number.alignment = CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = number.add_run()
        run.font.size = Pt(BODY_SIZE)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields


def look(word: WordDocument, form: Form) -> None:
    """Times New Roman for every script, the form's language, its distance between lines."""
    normal = word.styles["Normal"]
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)
    language = OxmlElement("w:lang")
    for key in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{key}"), form.language)
    normal.element.get_or_add_rPr().append(language)
    for given in word.styles.element.iter(qn("w:lang")):
        given.set(qn("w:val"), form.language)
    add_styles(word)
    for name in ("Normal", BODY, ITEM, *HEADINGS):
        style = word.styles[name]
        if isinstance(style, ParagraphStyle):
            style.font.size = Pt(BODY_SIZE)
            if name != "Normal":
                style.paragraph_format.line_spacing = form.leading


def head(word: WordDocument, form: Form) -> None:
    """The two header blocks, number and day, kind and summary."""
    left, right = two_cells(word, form.widths)
    line(left, "{{ co_quan_cap_tren }}", form.superior)
    line(left, "{{ co_quan }}", form.issuer)
    if form.under_issuer:
        line(left, form.under_issuer, form.issuer)
    else:
        rule_below(left.add_paragraph(), form.widths[0] * 2 // 5, form.widths[0])
    line(left, *form.number)
    for text, shape in form.motto:
        line(right, text, shape)
    if form.motto:
        rule_below(right.add_paragraph(), form.rule, form.widths[1])
    line(right, "{{ dia_danh_ngay }}", form.day).paragraph_format.space_before = Pt(4)
    centred(word, "{{ ten_loai }}", form.kind).paragraph_format.space_before = Pt(18)
    summary = centred(word, "{{ trich_yeu }}", form.summary)
    summary.paragraph_format.left_indent = summary.paragraph_format.right_indent = Mm(8)
    if form.under_summary:
        below = centred(word, form.under_summary, form.summary)
    else:
        below = word.add_paragraph()
        rule_below(below, 45, LINE)
    below.paragraph_format.space_after = Pt(14)


def centred(word: WordDocument, text: str, shape: Look) -> Paragraph:
    """One centred line of the page."""
    paragraph = tight(write(word.add_paragraph(), text, shape))
    paragraph.alignment = CENTER
    return paragraph


def two_cells(word: WordDocument, widths: tuple[int, int]) -> tuple[_Cell, _Cell]:
    """A table of two cells without borders that no page break cuts; widths in millimetres."""
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    table.alignment = 1
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such flag
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Mm(width)
    return row.cells[0], row.cells[1]


def foot(word: WordDocument, form: Form) -> None:
    """Receivers on the left, signature on the right; room for the name is left above the office's own hand."""
    left, right = two_cells(word, (80, 85))
    tight(write(left.paragraphs[0], form.to, form.receivers))
    for text in ("{%p for noi in noi_nhan %}", "{{ noi }}", "{%p endfor %}"):
        tight(write(left.add_paragraph(), text, form.receiver))
    line(right, "{{ quyen_han }}", form.authority)
    line(right, "{{ chuc_vu }}", form.office)
    for _ in range(5):
        line(right, "", Look(BODY_SIZE))


def make(form: Form) -> WordDocument:
    """One template from nothing."""
    word = Document()
    for element in list(word.element.body)[:-1]:
        word.element.body.remove(element)
    look(word, form)
    page(word)
    head(word, form)
    word.add_paragraph("{{ noi_dung }}")
    tight(word.add_paragraph()).paragraph_format.keep_with_next = True
    foot(word, form)
    word.add_paragraph("{{ so_so_lieu }}")
    kept = word.core_properties
    kept.author, kept.comments, kept.title, kept.language = "tiendo", "", "", form.language
    return word


def saved(form: Form) -> bytes:
    """A template as bytes that are the same each time: its files in order, none with a clock's time."""
    first, out = BytesIO(), BytesIO()
    make(form).save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def main(folder: Path) -> None:
    """Write every template into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        (folder / f"{form.name}.docx").write_bytes(saved(form))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
