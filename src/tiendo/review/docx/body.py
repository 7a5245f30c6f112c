"""The report's body as WordprocessingML: headings, prose with links into the ledger, tables, the chart."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Emu

from tiendo.review.docx.links import Links
from tiendo.review.docx.styles import BODY, CAPTION, CELL, HEADINGS, ITEM, PICTURE
from tiendo.review.docx.xml import Xml, cell, columns, paragraph, row, table, text_of, text_run, w
from tiendo.review.records import Chart, Heading, Node, Paragraph, Review, Table

ALIGN = {"l": "left", "c": "center", "r": "right"}
TWIP = 635  # EMU in a twentieth of a point
STYLE = {"body": BODY, "item": ITEM, "quote": BODY}


@dataclass(frozen=True, slots=True)
class Page:
    """What the elements are made for: the document, its style ids, its links, the length of a line in EMU.

    `draw` makes a picture (PNG) of a chart's specification.
    """

    word: WordDocument
    styles: dict[str, str]
    links: Links
    line: Emu
    draw: Callable[[str], bytes]


def text_line(word: WordDocument) -> Emu:
    """How long a line of the document's first section is."""
    section = word.sections[0]
    wide, left, right = section.page_width, section.left_margin, section.right_margin
    return Emu((wide or 0) - (left or 0) - (right or 0))


def body_elements(review: Review, page: Page) -> Iterator[Xml]:
    """Every node of the review in order; the last keeps to what follows, so that the signature never stands alone."""
    for number, node in enumerate(review.nodes, 1):
        yield from _elements(node, page, last=number == len(review.nodes))


def _elements(node: Node, page: Page, *, last: bool) -> Iterator[Xml]:
    match node:
        case Heading(level, text):
            yield paragraph(page.styles[HEADINGS[level - 1]], [text_run(text)])
        case Paragraph(runs, style):
            dash = [text_run("- ")] if style == "item" else []
            yield paragraph(page.styles[STYLE[style]], [*dash, *page.links.runs(runs)], keep=last)
        case Table():
            yield from _table(node, page)
        case Chart():
            yield paragraph(page.styles[CAPTION], [text_run(node.title)])
            yield _picture(node, page)


def _table(node: Table, page: Page) -> Iterator[Xml]:
    yield paragraph(page.styles[CAPTION], [text_run(node.caption)])
    style, line = page.styles[CELL], page.line // TWIP
    widths = columns(node.widths, line)
    head = row([cell(width, paragraph(style, [text_run(text, bold=True)], align="center", keep=True))
                for text, width in zip(node.head, widths, strict=True)], head=True)
    rows = [row([cell(width, paragraph(style, page.links.runs(runs), align=ALIGN[align]))
                 for runs, align, width in zip(cells, node.align, widths, strict=True)]) for cells in node.rows]
    yield table(node.widths, [head, *rows], line=line)
    yield paragraph(style, [])


def _picture(node: Chart, page: Page) -> Xml:
    """The chart as wide as the line, with its words for those who cannot see it."""
    inline = page.word.part.new_pic_inline(BytesIO(page.draw(node.spec)), width=page.line)
    inline.docPr.set("descr", node.alt)
    return paragraph(page.styles[PICTURE], [w("r", w("drawing", text_of(inline)))])
