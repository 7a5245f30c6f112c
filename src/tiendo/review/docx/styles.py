"""The styles the report's body is set in; a template that has its own of these names keeps them.

Sizes and distances are the Party's and the State's (domain.md 3.5): body justified, first line 10 mm, at least
6 pt between paragraphs. Fonts come from the template's Normal style, so an office's file looks like the office's.
"""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from tiendo.review.docx.xml import w

BODY, ITEM, CELL, CAPTION = "tiendo than", "tiendo y", "tiendo o", "tiendo bang"
HEADINGS = ("tiendo muc 1", "tiendo muc 2", "tiendo muc 3")


def add_styles(word: WordDocument) -> dict[str, str]:
    """Add the body's styles where the template lacks them; gives style ids by name."""
    known = {style.name for style in word.styles}
    for name in (BODY, ITEM, CELL, CAPTION, *HEADINGS):
        if name not in known:
            _add(word, name)
    return {name: word.styles[name].style_id for name in (BODY, ITEM, CELL, CAPTION, *HEADINGS)}


def _add(word: WordDocument, name: str) -> None:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(0), Pt(6)
    if name == CELL:
        layout.space_after, style.font.size = Pt(0), Pt(11)
        layout.space_before, layout.line_spacing = Pt(0), 1.0
        return
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(20)
    if name == CAPTION:
        layout.alignment, layout.keep_with_next, style.font.italic = WD_ALIGN_PARAGRAPH.CENTER, True, True
        return
    layout.first_line_indent, layout.alignment = Mm(10), WD_ALIGN_PARAGRAPH.JUSTIFY
    if name in HEADINGS:
        style.font.bold, layout.keep_with_next, layout.space_before = True, True, Pt(6)
        _outline(style, HEADINGS.index(name))


def _outline(style: ParagraphStyle, level: int) -> None:
    """Headings stand in Word's navigation pane."""
    style.element.get_or_add_pPr().append(w("outlineLvl", val=level))
