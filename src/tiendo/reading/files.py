"""The door of reading: a file of any kind an office has becomes a `Document`, or an error that says why not.

Only this module and its `sources` open office documents. What a file is comes from its bytes; each kind has one
module, imported when a file of that kind is read, so that a page of plain text costs no heavy import.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from tiendo.reading.records import Document
from tiendo.reading.sources.guard import MAX_BYTES, Kind, Source, kind_of, take_in

MODULES: Mapping[Kind, str] = MappingProxyType({
    "text": "tiendo.reading.sources.text",
    "markdown": "tiendo.reading.sources.markdown",
    "html": "tiendo.reading.sources.html",
    "docx": "tiendo.reading.sources.docx",
    "xlsx": "tiendo.reading.sources.xlsx",
    "pdf": "tiendo.reading.sources.pdf",
})

__all__ = ["MAX_BYTES", "read_document"]


def read_document(path: Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document in a file: its text, and blocks with page, paragraph, sheet, table, row and column.

    Reads .txt, .md, .html, .docx, .xlsx and .pdf of at most `max_bytes` bytes. For plain text and markdown the
    offsets are those of the decoded file. What a reader must know of a document that was read (pages without
    text, tracked changes, an old encoding) stands in its `problems`. Raises ReadError with the problems of a file
    that cannot be read: missing, too large, locked, damaged, hostile, scanned, of an unknown kind.
    """
    source = take_in(path, max_bytes)
    read: Callable[[Source], Document] = import_module(MODULES[kind_of(source)]).read
    return read(source)
