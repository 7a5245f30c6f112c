"""WordprocessingML in few words, as text: only what the report needs, escaped by default, parsed once at the end.

Text is several times quicker to make than a tree of thousands of small elements.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from lxml import etree

Xml = str  # a piece of WordprocessingML, well formed
Element = etree._Element  # noqa: SLF001 - lxml's public type has no public name
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # characters no XML may hold


def w(tag: str, /, *children: Xml, **attributes: str | int) -> Xml:
    """One element of Word's namespace with attributes of the same namespace."""
    given = "".join(f' w:{key}="{_escaped(str(value))}"' for key, value in attributes.items())
    return f"<w:{tag}{given}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{given}/>"


def text_run(text: str, *, bold: bool = False, italic: bool = False, style: str | None = None) -> Xml:
    """A run of text; spaces at its ends are kept; `style` is a character style's id."""
    marks = w("rStyle", val=style) if style else ""
    marks += (w("b") if bold else "") + (w("i") if italic else "")
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def paragraph(style: str, children: Iterable[Xml], *, align: str | None = None, keep: bool = False) -> Xml:
    """A paragraph in a style; `align` is Word's jc value, `keep` holds it to the next."""
    properties = w("pStyle", val=style) + (w("keepNext") if keep else "") + (w("jc", val=align) if align else "")
    return w("p", w("pPr", properties), *children)


def table(widths: Sequence[int], rows: Iterable[Xml], *, line: int) -> Xml:
    """A bordered table of fixed layout; `widths` are parts of `line` (twentieths of a point)."""
    grid = columns(widths, line)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    margins = w("tblCellMar", w("left", w=60, type="dxa"), w("right", w=60, type="dxa"))
    properties = w("tblPr", w("tblW", w=sum(grid), type="dxa"), w("jc", val="center"), borders,
                   w("tblLayout", type="fixed"), margins)
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in grid)), *rows)


def columns(widths: Sequence[int], line: int) -> list[int]:
    """The widths of a table's columns in twentieths of a point."""
    return [line * part // sum(widths) for part in widths]


def row(cells: Iterable[Xml], *, head: bool = False) -> Xml:
    """A row that is not broken over pages; a head row returns on each page."""
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else ""), *cells)


def cell(width: int, *paragraphs: Xml) -> Xml:
    """A cell with its paragraphs, upright in the middle; `width` in twentieths of a point."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), *paragraphs)


def text_of(element: Element) -> Xml:
    """An element of the document as text, to be placed anew."""
    return etree.tostring(element, encoding="unicode")


def placed(word: WordDocument, places: Iterable[tuple[Element, Iterable[Xml]]]) -> None:
    """Put pieces where paragraphs of the document stand, all in one parse: moving thousands of elements is slow."""
    texts = []
    for number, (anchor, pieces) in enumerate(places):
        around = anchor.getparent()
        if around is not None:
            around.replace(anchor, etree.Comment(f"tiendo {number}"))
        texts.append("".join(pieces))
    whole = text_of(word.element)
    for number, text in enumerate(texts):
        whole = whole.replace(f"<!--tiendo {number}-->", text, 1)
    word.part._element = parse_xml(whole)  # noqa: SLF001 - python-docx offers no way to set a part's tree


def _escaped(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
