"""Web pages: headings, paragraphs, list items and tables of the page's text, in the order they are read.

`html_main` says which part that is; here nothing of it is lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from tiendo.reading.records import BlockKind, Document
from tiendo.reading.sources.decoding import decoded
from tiendo.reading.sources.guard import Source, refuse
from tiendo.reading.sources.html_main import left_out, main_part, names
from tiendo.reading.sources.html_tables import is_layout, table_cells
from tiendo.reading.sources.pieces import Piece, assemble, heading_shape, one_line, unwrapped
from tiendo.reading.sources.tables import cell_pieces

CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,40})",
)
LONGEST_BOLD = 150  # characters of a bold line that stands as a heading

__all__ = ["read"]


@dataclass(slots=True)
class _Line:
    """A block of running text as it is gathered: its parts, how much of it is bold, whether a heading tag holds it."""

    heading: bool = False
    parts: list[str] = field(default_factory=list)
    plain: bool = False
    bold: bool = False

    def add(self, text: str | None, *, bold: bool, keep_breaks: bool = False) -> None:
        if text:
            self.parts.append(text if keep_breaks else text.replace("\n", " "))
            if text.strip():
                self.bold, self.plain = self.bold or bold, self.plain or not bold

    @property
    def texts(self) -> list[str]:
        return list(unwrapped("".join(self.parts)))

    def kind(self, text: str) -> BlockKind:
        all_bold = self.bold and not self.plain and len(text) <= LONGEST_BOLD and not text.endswith((".", ";", ":"))
        return BlockKind.HEADING if self.heading or all_bold or heading_shape(text) else BlockKind.PARAGRAPH


_Flow = Iterator[_Line | _Element]  # lines of running text, and the tables between them


def read(source: Source) -> Document:
    """A web page; ReadError where it nests deeper than a parser follows, or holds no text."""
    raw, problems = decoded(source, _declared(source.content[:4096]))
    body = _body(source, raw)
    root = main_part(body)
    flow = [*_title(body, root), *_flow(root, left_out(root))]
    return assemble(source, _pieces(flow), problems)


def _declared(head: bytes) -> str | None:
    """The encoding a page says it has, if Python knows it."""
    found = CHARSET.search(head)
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii")
    try:
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    return name


def _body(source: Source, text: str) -> _Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        page = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise refuse(source, "R121") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise refuse(source, "R123")
    body = page.find("body") if page is not None else None
    if body is None:
        raise refuse(source, "R121")
    return body


def _title(body: _Element, root: _Element) -> Iterator[_Line]:
    """The page's one title, where it stands outside the part that was chosen."""
    titles = list(body.iter("h1"))
    if root is not body and len(titles) == 1 and root not in titles[0].iterancestors():
        line = _Line(heading=True)
        line.add(" ".join(map(str, titles[0].itertext())), bold=False)
        yield line


def _flow(root: _Element, out: frozenset[_Element]) -> _Flow:
    """The page's text in reading order: blocks part at every block element, soft at `br`."""
    line = _Line()
    bold = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        edge = tag in names("blocks")
        if edge:
            if line.parts:
                yield line
            line = _Line(heading=event == "start" and tag in names("headings"))
        if event == "start":
            bold += tag in names("bold")
            if element in out:
                walk.skip_subtree()
            elif tag == "table" and not is_layout(element):
                yield element
                walk.skip_subtree()
            else:
                line.add("\n" if tag == "br" else None, bold=False, keep_breaks=True)
                line.add(element.text, bold=bold > 0, keep_breaks=tag == "pre")
            continue
        bold -= tag in names("bold")
        if element is not root:
            line.add(element.tail, bold=bold > 0)
    yield line


def _pieces(flow: list[_Line | _Element]) -> Iterator[Piece]:
    paragraph = table = 0
    for found in flow:
        if isinstance(found, _Line):
            for text in found.texts:
                paragraph += 1
                yield Piece(text, found.kind(text), paragraph=paragraph)
        else:
            table += 1
            for caption in found.iterfind("caption"):
                yield Piece(one_line(" ".join(map(str, caption.itertext()))), BlockKind.HEADING, table=table)
            yield from cell_pieces(list(table_cells(found, _cell_texts)), Piece("", table=table))


def _cell_texts(cell: _Element) -> tuple[str, ...]:
    """A cell's paragraphs."""
    if not len(cell):
        text = one_line(cell.text or "")
        return (text,) if text else ()
    return tuple(text for found in _flow(cell, left_out(cell)) if isinstance(found, _Line) for text in found.texts)
