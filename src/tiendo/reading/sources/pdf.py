"""PDF files: the text of each page, its lines joined into paragraphs."""

import pypdfium2

from tiendo.reading.records import Document
from tiendo.reading.sources.guard import Source, refuse
from tiendo.reading.sources.pieces import Piece, assemble, unwrapped

__all__ = ["read"]


def read(source: Source) -> Document:
    """The document of a PDF file; ReadError where it is damaged, locked or scanned."""
    try:
        pdf = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        raise refuse(source, "R117") from error
    pieces = []
    for number, page in enumerate(pdf, 1):
        text = page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "")
        pieces += [Piece(part, page=number, paragraph=at) for at, part in enumerate(unwrapped(text), 1)]
    return assemble(source, pieces)
