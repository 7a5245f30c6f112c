"""Fill a Word template with a review.

One way for every form: a template (ours for the Party or the State, or the office's own file) whose fields
docxtpl fills, and two paragraphs, `{{ noi_dung }}` and `{{ so_so_lieu }}`, which are replaced by the report's
body and by the number ledger. docs/guide/template tells an office which fields there are.
"""

import re
import zipfile
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import jinja2
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from tiendo.errors import Place, Problem, ReviewError
from tiendo.review.charts import to_png
from tiendo.review.docx.body import Page, body_elements, text_line
from tiendo.review.docx.fields import FIELDS, fields
from tiendo.review.docx.ledger import ledger_elements, section_end
from tiendo.review.docx.links import Links
from tiendo.review.docx.properties import set_properties
from tiendo.review.docx.styles import CELL, NUMBER, add_styles
from tiendo.review.docx.xml import Element, placed
from tiendo.review.records import Review

BODY, LEDGER = "\u2063noi_dung\u2063", "\u2063so_so_lieu\u2063"  # invisible separators: no office writes these
FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
BROKEN = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, OSError, etree.XMLSyntaxError)


def report(
    review: Review, *, form: str, template: Path | None = None, draw: Callable[[str], bytes] = to_png,
) -> bytes:
    """The report as a Word file's bytes.

    `form` is party, state (domain.md 3.5) or plain; `draw` makes a picture of a chart's specification. Raises
    ReviewError when the office's template cannot be opened, has a field nobody knows, or lacks `{{ noi_dung }}`.
    """
    name = str(template) if template else f"{form}.docx"
    own = form if review.lang == "vi" else f"{form}.{review.lang}"
    word = _filled(name, template, {**fields(review, form), "noi_dung": BODY, "so_so_lieu": LEDGER}, own)
    bodies, ledgers = _paragraphs(word, BODY), _paragraphs(word, LEDGER)
    wrong = [field for field, mark, found, least in (
        ("noi_dung", BODY, bodies, 1), ("so_so_lieu", LEDGER, ledgers, 0),
    ) if not least <= len(found) <= 1 or any(_words(one) != mark for one in found)]
    if wrong:
        raise ReviewError([Problem("V203", Place(name), {"field": f"{{{{ {field} }}}}"}) for field in wrong])
    body, ledger = bodies[0], ledgers[0] if ledgers else None
    styles = add_styles(word)
    page = Page(word, styles, Links(styles[NUMBER]), text_line(word), draw)
    places = [(body, list(body_elements(review, page)))]
    if ledger is not None:
        end = section_end(word, styles[CELL])  # the upright part, as it is before the annex turns the last section
        places.append((ledger, [end, *ledger_elements(review, page)]))
    set_properties(word, review, form)
    placed(word, places)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _filled(name: str, template: Path | None, context: dict[str, object], form: str) -> WordDocument:
    """The template opened and its fields filled; one way for ours and for the office's."""
    try:
        word = DocxTemplate(BytesIO(template.read_bytes() if template else _own(form)))
        word.init_docx()
    except BROKEN as error:
        raise ReviewError([Problem("V201", Place(name))]) from error
    try:
        unknown = sorted(word.get_undeclared_template_variables(_strict()) - context.keys())
        if unknown:
            raise ReviewError([Problem("V202", Place(name), {
                "unknown": ", ".join(unknown), "fields": ", ".join(FIELDS)})])
        word.render(context, jinja_env=_strict(), autoescape=True)
    except (jinja2.TemplateError, ZeroDivisionError, TypeError) as error:
        raise ReviewError([Problem("V204", Place(name), {"words": _unclosed(word.docx)})]) from error
    filled: WordDocument = word.docx
    return filled


def _unclosed(word: WordDocument) -> str:
    """The paragraphs whose field marks do not pair, or else those with more than plain fields in their marks."""
    told = [words for one in word.element.body.iter(qn("w:p")) if set("{}%") & set(words := _words(one))
            and set(FIELD.findall(words)) - set(FIELDS) | set("{}%") & set(FIELD.sub("", words))]
    odd = [words for words in told if any(words.count(a) != words.count(b) for a, b in (("{{", "}}"), ("{%", "%}")))]
    return "; ".join(f"“{words}”" for words in odd or told)


def _own(form: str) -> bytes:
    return (files("tiendo.review.docx") / "templates" / f"{form}.docx").read_bytes()


def _strict() -> jinja2.Environment:
    """Fields only: an unknown one is an error; a template runs no code of its own."""
    return ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True)


def _paragraphs(word: WordDocument, mark: str) -> list[Element]:
    """The paragraphs with a mark, whatever runs their words are cut into."""
    return [one for one in word.element.body.iter(qn("w:p")) if mark in _words(one)]


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t"))).strip()
