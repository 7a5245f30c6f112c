"""The styles the report's body is set in; a template that has its own of these names keeps them.

Sizes and distances are the Party's and the State's (domain.md 3.5): body justified, first line 10 mm, at least
6 pt between paragraphs. Fonts come from the template's Normal style, so an office's file looks like the office's.
"""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle

BODY, ITEM, CAPTION, PICTURE = "tiendo thân", "tiendo ý", "tiendo tên bảng", "tiendo hình"
CELL, SMALL = "tiendo ô", "tiendo ô nhỏ"  # cells of the report's tables and of the long ledger
CELL_SIZES = {CELL: 11, SMALL: 9.5}
HEADINGS = ("tiendo mục 1", "tiendo mục 2", "tiendo mục 3")
NUMBER = "tiendo số"  # a number that leads to its line of the ledger; looks like the text around it
PARAGRAPHS = (BODY, ITEM, CELL, SMALL, CAPTION, PICTURE, *HEADINGS)


def add_styles(word: WordDocument) -> dict[str, str]:
    """Add the body's styles where the template lacks them; gives style ids by name."""
    known = {style.name for style in word.styles}
    for name in PARAGRAPHS:
        if name not in known:
            _add(word, name)
    if NUMBER not in known:
        style = word.styles.add_style(NUMBER, WD_STYLE_TYPE.CHARACTER)
        if isinstance(style, CharacterStyle):
            style.font.underline = False
    return {name: word.styles[name].style_id for name in (*PARAGRAPHS, NUMBER)}


def _add(word: WordDocument, name: str) -> None:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    style.base_style = word.styles["Normal"]
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.first_line_indent = Pt(0), Pt(6), Mm(0)
    if name in CELL_SIZES:
        layout.space_after, style.font.size, layout.line_spacing = Pt(0), Pt(CELL_SIZES[name]), 1.0
    elif name in {CAPTION, PICTURE}:
        layout.alignment, layout.line_spacing = WD_ALIGN_PARAGRAPH.CENTER, 1.0
        layout.keep_with_next, style.font.italic = name == CAPTION, name == CAPTION
        layout.space_before = Pt(6)
    else:
        _prose(style, name)


def _prose(style: ParagraphStyle, name: str) -> None:
    """Body, points and headings: exactly 20 points a line, first line 10 mm, justified."""
    layout = style.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(20)
    layout.first_line_indent, layout.alignment = Mm(10), WD_ALIGN_PARAGRAPH.JUSTIFY
    if name in HEADINGS:
        style.font.bold, layout.keep_with_next, layout.space_before = True, True, Pt(6)
        layout.alignment = WD_ALIGN_PARAGRAPH.LEFT
        style.font.italic = name == HEADINGS[2]
        outline = OxmlElement("w:outlineLvl")  # headings stand in Word's navigation pane
        outline.set(qn("w:val"), str(HEADINGS.index(name)))
        style.element.get_or_add_pPr().append(outline)
