"""Fill a Word template with a review.

One way for every form: a template (ours for the Party or the State, or the office's own file) whose fields
docxtpl fills, and two paragraphs, `{{ noi_dung }}` and `{{ so_so_lieu }}`, which are replaced by the report's
body and by the number ledger. docs/guide tells an office which fields there are.
"""

import zipfile
from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import jinja2
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from lxml import etree

from tiendo.errors import Place, Problem, ReviewError
from tiendo.review.docx.body import body_elements
from tiendo.review.docx.fields import fields
from tiendo.review.docx.ledger import ledger_elements
from tiendo.review.docx.xml import Element, q
from tiendo.review.records import Review

BODY, LEDGER = "⁣noi_dung⁣", "⁣so_so_lieu⁣"  # invisible separators: no office writes these


def report(review: Review, *, form: str, template: Path | None = None) -> bytes:
    """The report as a Word file's bytes.

    `form` is party or state (domain.md 3.5). Raises ReviewError when the office's template cannot be opened,
    has a field nobody knows, or lacks `{{ noi_dung }}`.
    """
    name = str(template) if template else f"{form}.docx"
    word = _open(name, template.read_bytes() if template else _own(form))
    try:
        context = {**fields(review, form), "noi_dung": BODY, "so_so_lieu": LEDGER}
        word.render(context, jinja_env=_strict(), autoescape=True)
    except jinja2.TemplateError as error:
        raise ReviewError([Problem("V202", Place(name), {"reason": str(error.message)})]) from error
    _replace(word, BODY, body_elements(review, word.docx), name)
    _replace(word, LEDGER, ledger_elements(review, word.docx), None)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _own(form: str) -> bytes:
    return (files("tiendo.review.docx") / "templates" / f"{form}.docx").read_bytes()


def _strict() -> jinja2.Environment:
    """Fields only: an unknown one is an error; a template runs no code of its own."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - used here alone

    return ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True)


def _open(name: str, data: bytes) -> DocxTemplate:
    try:
        word = DocxTemplate(BytesIO(data))
        word.init_docx()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise ReviewError([Problem("V201", Place(name))]) from error
    return word


def _replace(word: DocxTemplate, mark: str, elements: Iterable[Element], name: str | None) -> None:
    """Put elements where the paragraph with the mark stands; `name` is the template that must have it."""
    anchor = next((one for one in word.docx.element.body.iter(q("p")) if mark in _text(one)), None)
    if anchor is None:
        if name is not None:
            raise ReviewError([Problem("V203", Place(name))])
        return
    for element in elements:
        anchor.addprevious(element)
    anchor.getparent().remove(anchor)


def _text(paragraph: Element) -> str:
    """The words of a paragraph, whatever runs they are cut into."""
    return "".join(text.text or "" for text in paragraph.iter(q("t")))
