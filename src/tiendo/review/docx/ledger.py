"""The annex of the report: the number ledger, one row a number, each the aim of the links in the text."""

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as WordDocument

from tiendo.review.docx.styles import CAPTION, CELL, add_styles
from tiendo.review.docx.xml import Element, bookmark, cell, paragraph, q, row, table, text_run, w
from tiendo.review.records import LedgerEntry, Review
from tiendo.words import Lang, say

LINE = 14000  # the line of A4 across with margins 30 and 15 mm, in twentieths of a point
WIDTHS = (6, 22, 11, 36, 17, 17, 11)
HEADS = ("number", "what", "shown", "sentence", "document", "approved_by", "approved_on")


def ledger_elements(review: Review, word: WordDocument, lang: Lang = "vi") -> Iterator[Element]:
    """A page across: title, then a row for each entry."""
    styles = add_styles(word)
    yield _turn(word, styles[CELL])
    yield paragraph(styles[CAPTION], [text_run(say("review.ledger_title", lang), bold=True)])
    style = styles[CELL]
    head = row([cell(paragraph(style, [text_run(say(f"review.column_{name}", lang), bold=True)], align="center"))
                for name in HEADS], head=True)
    yield table(WIDTHS, [head, *(_row(number, entry, style, lang) for number, entry in enumerate(review.ledger, 1))],
                line=LINE)


def _turn(word: WordDocument, style: str) -> Element:
    """End the upright part; the file's last section, the annex, lies across."""
    last = word.element.body.sectPr
    upright = deepcopy(last)
    size = last.find(q("pgSz"))
    if size is not None:
        wide, high = size.get(q("w")), size.get(q("h"))
        size.set(q("w"), high)
        size.set(q("h"), wide)
        size.set(q("orient"), "landscape")
    for mark in last.findall(q("titlePg")):
        last.remove(mark)
    ending = paragraph(style, [])
    ending[0].append(upright)
    return ending


def _row(number: int, entry: LedgerEntry, style: str, lang: Lang) -> Element:
    cells = (entry.label, entry.shown, _basis(entry, lang), _document(entry, lang), _approval(entry),
             f"{entry.approved_on:%d/%m/%Y}" if entry.approved_on else "")
    first = w("p", w("pPr", w("pStyle", val=style)), *bookmark(1000 + number, entry.id, [text_run(entry.id)]))
    return row([cell(first), *(cell(paragraph(style, [text_run(text)], align="left")) for text in cells)])


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
