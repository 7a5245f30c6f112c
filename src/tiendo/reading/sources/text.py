"""Plain text: the text as it stands in the file, cut into blocks.

Offsets must fit the file, so nothing is changed: a block is a stretch of the decoded text, of one line, or of the
lines of a paragraph that a mail program or a converter wrapped at a fixed width. Only in such a block may a line
break stand, and it means a space. A table drawn with bars becomes cells.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tiendo.reading.records import Block, BlockKind, Document
from tiendo.reading.sources.bars import bar_cells, is_ruled
from tiendo.reading.sources.decoding import decoded, universal
from tiendo.reading.sources.guard import Source, refuse
from tiendo.reading.sources.lines import Line, lines_of
from tiendo.reading.sources.pieces import SENTENCE_END, heading_shape, starts_item

BOLD = re.compile(r"\*\*(?P<text>[^*]+)\*\*")
WRAP_WIDTHS = range(40, 121)  # characters; a file with longer lines is not wrapped
SURELY_WRAPPED = 0.4  # of the full lines are followed by a small letter

__all__ = ["read"]


def read(source: Source) -> Document:
    """A plain text file: its paragraphs as blocks; pages are counted where form feeds part them."""
    raw, problems = decoded(source)
    text = universal(raw)
    blocks = tuple(_blocks(text))
    if not blocks:
        raise refuse(source, "R121")
    return Document(source.file, source.sha256, text, blocks, problems)


def _blocks(text: str) -> Iterator[Block]:
    page, at = (1, 0) if "\f" in text else (None, 0)
    table = 0
    for number, paragraph in enumerate(_paragraphs(text), start=1):
        if is_ruled(paragraph):
            table += 1
            yield from bar_cells(paragraph, table)
            continue
        start, end, kind = _shape(paragraph)
        page, at = page and page + text.count("\f", at, start), start
        yield Block(start, end, kind, page, number)


def _shape(lines: Sequence[Line]) -> tuple[int, int, BlockKind]:
    """A paragraph's stretch and kind; a line wholly in bold marks is a heading, without its marks."""
    start, end = lines[0].start, lines[-1].end
    bold = BOLD.fullmatch(lines[0].text) if len(lines) == 1 else None
    if bold:
        return start + bold.start("text"), start + bold.end("text"), BlockKind.HEADING
    heading = len(lines) == 1 and heading_shape(lines[0].text)
    return start, end, BlockKind.HEADING if heading else BlockKind.PARAGRAPH


def _paragraphs(text: str) -> Iterator[list[Line]]:
    lines = lines_of(text)
    width = _wrap_width(lines)
    held: list[Line] = []
    for line in lines:
        if held and not _continues(held[-1], line, width):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width a file is wrapped at, or 0: most full lines must be followed by a small letter."""
    width = max((len(line.text) for line in lines), default=0)
    if width not in WRAP_WIDTHS:
        return 0
    followers = [after for before, after in pairwise(lines) if _continues(before, after, width)]
    small = sum(line.text[0].islower() for line in followers)
    return width if followers and small >= SURELY_WRAPPED * len(followers) else 0


def _continues(before: Line, after: Line, width: int) -> bool:
    """Whether a line goes on in the next: its first word would not have fitted, and neither is a heading or an item.

    The rows of a table drawn with bars go on as well.
    """
    if before.text.startswith("|") and after.text.startswith("|"):
        return True
    first_word = after.text.partition(" ")[0]
    return (
        len(before.text) + 1 + len(first_word) > width > 0
        and after.start - before.end <= 2
        and not SENTENCE_END.search(before.text)
        and not heading_shape(before.text)
        and not starts_item(after.text)
    )
