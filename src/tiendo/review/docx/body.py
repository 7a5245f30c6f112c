"""The report's body as Word elements: headings, prose with links into the ledger, tables, the chart."""

from collections.abc import Iterator
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Mm

from tiendo.review.charts import to_png
from tiendo.review.docx.styles import BODY, CAPTION, CELL, HEADINGS, ITEM, add_styles
from tiendo.review.docx.xml import Element, cell, paragraph, row, run_elements, table, text_run, w
from tiendo.review.records import Chart, Heading, Node, Paragraph, Review, Table

LINE = 9354  # the line of A4 with margins 30 and 15 mm, in twentieths of a point
ALIGN = {"l": "left", "c": "center", "r": "right"}
STYLE = {"body": BODY, "item": ITEM, "quote": BODY}


def body_elements(review: Review, word: WordDocument) -> Iterator[Element]:
    """Every node of the review in order."""
    styles = add_styles(word)
    for node in review.nodes:
        yield from _elements(node, word, styles)


def _elements(node: Node, word: WordDocument, styles: dict[str, str]) -> Iterator[Element]:
    match node:
        case Heading(level, text):
            yield paragraph(styles[HEADINGS[level - 1]], [text_run(text)])
        case Paragraph(runs, style):
            dash = [text_run("- ")] if style == "item" else []
            yield paragraph(styles[STYLE[style]], [*dash, *run_elements(runs)])
        case Table():
            yield from _table(node, styles)
        case Chart():
            yield paragraph(styles[CAPTION], [text_run(node.title)])
            yield _picture(node, word, styles)


def _table(node: Table, styles: dict[str, str]) -> Iterator[Element]:
    yield paragraph(styles[CAPTION], [text_run(node.caption)])
    style = styles[CELL]
    head = row([cell(paragraph(style, [text_run(text, bold=True)], align="center")) for text in node.head], head=True)
    rows = [row([cell(paragraph(style, run_elements(runs), align=ALIGN[align]))
                 for runs, align in zip(cells, node.align, strict=True)]) for cells in node.rows]
    yield table(node.widths, [head, *rows], line=LINE)
    yield paragraph(style, [])


def _picture(node: Chart, word: WordDocument, styles: dict[str, str]) -> Element:
    inline = word.part.new_pic_inline(BytesIO(to_png(node.spec)), width=Mm(160))
    inline.docPr.set("descr", node.alt)
    return paragraph(styles[CAPTION], [w("r", w("drawing", inline))])
