"""WordprocessingML in few words: elements, runs, links to the ledger. Only what the report needs."""

from collections.abc import Iterable

from lxml import etree

from tiendo.review.records import Number, Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Element = etree._Element  # noqa: SLF001 - lxml's public type has no public name


def q(name: str) -> str:
    """A name in Word's namespace."""
    return f"{{{W}}}{name}"


def w(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """One element of Word's namespace with attributes of the same namespace."""
    element = etree.Element(q(tag), {q(key): str(value) for key, value in attributes.items()}, nsmap={"w": W})
    element.extend(children)
    return element


def text_run(text: str, *, bold: bool = False, italic: bool = False) -> Element:
    """A run of text; spaces at its ends are kept."""
    words = w("t")
    words.text = text
    words.set(_SPACE, "preserve")
    marks = [w(mark) for mark, on in (("b", bold), ("i", italic)) if on]
    return w("r", *([w("rPr", *marks)] if marks else []), words)


def run_elements(runs: Iterable[Run], *, bold: bool = False) -> list[Element]:
    """Words as runs, bound numbers as links to their line of the ledger."""
    out = []
    for run in runs:
        if isinstance(run, Number):
            out.append(w("hyperlink", text_run(run.shown, bold=bold), anchor=run.entry, history=1))
        else:
            out.append(text_run(run, bold=bold))
    return out


def paragraph(style: str, children: Iterable[Element], *, align: str | None = None, keep: bool = False) -> Element:
    """A paragraph in a style; `align` is Word's jc value, `keep` holds it to the next."""
    properties = w("pPr", w("pStyle", val=style))
    if keep:
        properties.append(w("keepNext"))
    if align:
        properties.append(w("jc", val=align))
    return w("p", properties, *children)


def bookmark(number: int, name: str, inside: Iterable[Element]) -> list[Element]:
    """Elements between the two ends of a bookmark."""
    return [w("bookmarkStart", id=number, name=name), *inside, w("bookmarkEnd", id=number)]


def table(widths: Iterable[int], rows: Iterable[Element], *, line: int) -> Element:
    """A bordered table of fixed layout; `widths` are parts of `line` (twentieths of a point)."""
    parts = list(widths)
    grid = [line * part // sum(parts) for part in parts]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    margins = w("tblCellMar", w("left", w=70, type="dxa"), w("right", w=70, type="dxa"))
    properties = w("tblPr", w("tblW", w=sum(grid), type="dxa"), borders, w("tblLayout", type="fixed"), margins)
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in grid)), *rows)


def row(cells: Iterable[Element], *, head: bool = False) -> Element:
    """A row that is not broken over pages; a head row returns on each page."""
    properties = w("trPr", w("cantSplit"))
    if head:
        properties.append(w("tblHeader"))
    return w("tr", properties, *cells)


def cell(*paragraphs: Element) -> Element:
    """A cell with its paragraphs, upright in the middle."""
    return w("tc", w("tcPr", w("vAlign", val="center")), *paragraphs)
