"""The annex of the report: the number ledger, one row a number, each the aim of the links in the text."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tiendo.quantity import say_day
from tiendo.review.docx.body import Page
from tiendo.review.docx.styles import CAPTION, CELL, SMALL
from tiendo.review.docx.xml import Xml, cell, columns, paragraph, row, table, text_of, text_run, w
from tiendo.review.naming import Naming
from tiendo.review.records import LedgerEntry, Review
from tiendo.words import Lang, say

WIDTHS = (11, 52, 26, 74, 46, 30, 18)
HEADS = ("number", "what", "shown", "sentence", "document", "approved_by", "approved_on")
MARGINS = {"top": 1701, "bottom": 851, "left": 1134, "right": 1134}  # the bound edge (30 mm) is on top when turned


def ledger_elements(review: Review, page: Page) -> Iterator[Xml]:
    """A page across: title, how to use it, then a row for each entry. Comes after the body: its links are known."""
    line = _turn(page.word)
    lang, caption = review.lang, page.styles[CAPTION]
    body = Naming(review.plan, lang).body(review.plan.body)
    for key in ("ledger_annex", "ledger_title"):
        yield paragraph(caption, [text_run(say(f"review.{key}", lang), bold=True)])
    yield paragraph(caption, [text_run(say("review.ledger_with", lang, day=say_day(review.as_of, lang), body=body),
                                       italic=True)])
    style, widths = page.styles[SMALL], columns(WIDTHS, line)
    yield paragraph(page.styles[CELL], [text_run(say("review.ledger_note", lang), italic=True)], keep=True)
    head = row([cell(width, paragraph(style, [text_run(say(f"review.column_{name}", lang), bold=True)], align="center"))
                for name, width in zip(HEADS, widths, strict=True)], head=True)
    yield table(WIDTHS, [head, *(_row(entry, page, widths, lang) for entry in review.ledger)], line=line)


def _turn(word: WordDocument) -> int:
    """Lay the file's last section across, with page numbers of its own; gives its line in twentieths of a point."""
    last = word.element.body.sectPr
    size = last.find(qn("w:pgSz"))
    wide, high = (int(size.get(qn(f"w:{side}"))) for side in ("w", "h"))
    size.set(qn("w:w"), str(max(wide, high)))
    size.set(qn("w:h"), str(min(wide, high)))
    size.set(qn("w:orient"), "landscape")
    margins = last.find(qn("w:pgMar"))
    for side, width in MARGINS.items():
        margins.set(qn(f"w:{side}"), str(width))
    for number in last.findall(qn("w:pgNumType")):
        last.remove(number)
    first = OxmlElement("w:pgNumType")
    first.set(qn("w:start"), "1")
    margins.addnext(first)
    return max(wide, high) - MARGINS["left"] - MARGINS["right"]


def section_end(word: WordDocument, style: str) -> Xml:
    """The paragraph that ends the upright part: it carries the section as it is before the annex turns it."""
    return w("p", w("pPr", w("pStyle", val=style), text_of(word.element.body.sectPr)))


def _row(entry: LedgerEntry, page: Page, widths: list[int], lang: Lang) -> Xml:
    style = page.styles[SMALL]
    cells = (entry.label, entry.shown, _basis(entry, lang), _document(entry, lang), _approval(entry),
             say_day(entry.approved_on, lang) if entry.approved_on else "")
    first = cell(widths[0], paragraph(style, [page.links.line(entry.id)], align="center"))
    return row([first, *(cell(width, paragraph(style, [text_run(text)], align="left"))
                         for text, width in zip(cells, widths[1:], strict=True))])


def _basis(entry: LedgerEntry, lang: Lang) -> str:
    """The source sentence, or how the number was computed and from which others."""
    if entry.computed is None:
        return entry.sentence or ""
    inputs = f" ({', '.join(entry.inputs)})" if entry.inputs else ""
    return say("review.ledger_computed", lang, how=entry.computed) + inputs


def _document(entry: LedgerEntry, lang: Lang) -> str:
    page = say("errors.place_page", lang, value=entry.page) if entry.page else ""
    return ", ".join(part for part in (entry.document or "", page) if part)


def _approval(entry: LedgerEntry) -> str:
    return "; ".join(part for part in (entry.reported_by, entry.approved_by) if part)
