"""WordprocessingML in few words: elements, runs, tables. Only what the report needs."""

from collections.abc import Iterable, Sequence

from lxml import etree

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


def text_run(text: str, *, bold: bool = False, italic: bool = False, style: str | None = None) -> Element:
    """A run of text; spaces at its ends are kept; `style` is a character style's id."""
    words = w("t")
    words.text = text
    words.set(_SPACE, "preserve")
    marks = [w("rStyle", val=style)] if style else []
    marks += [w(mark) for mark, on in (("b", bold), ("i", italic)) if on]
    return w("r", *([w("rPr", *marks)] if marks else []), words)


def paragraph(style: str, children: Iterable[Element], *, align: str | None = None, keep: bool = False) -> Element:
    """A paragraph in a style; `align` is Word's jc value, `keep` holds it to the next."""
    properties = w("pPr", w("pStyle", val=style))
    if keep:
        properties.append(w("keepNext"))
    if align:
        properties.append(w("jc", val=align))
    return w("p", properties, *children)


def table(widths: Sequence[int], rows: Iterable[Element], *, line: int) -> Element:
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


def row(cells: Iterable[Element], *, head: bool = False) -> Element:
    """A row that is not broken over pages; a head row returns on each page."""
    properties = w("trPr", w("cantSplit"))
    if head:
        properties.append(w("tblHeader"))
    return w("tr", properties, *cells)


def cell(width: int, *paragraphs: Element) -> Element:
    """A cell with its paragraphs, upright in the middle; `width` in twentieths of a point."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), *paragraphs)
