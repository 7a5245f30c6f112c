"""Markdown: blocks without its marks, at the offsets of the file.

The text keeps the file's length: the marks inside a line (emphasis, links, code, tags) become spaces, those at its
start (headings, lists, quotes, table bars) stay outside the blocks. So a sentence reads clean and its offset is
still the offset in the file.
"""

import re
from collections.abc import Iterator, Sequence

from tiendo.reading.records import Block, BlockKind, Document
from tiendo.reading.sources.bars import RULE, bar_cells
from tiendo.reading.sources.decoding import decoded, universal
from tiendo.reading.sources.guard import Source, refuse
from tiendo.reading.sources.lines import Line, lines_of

INLINE = re.compile(  # every repeat is bounded: a hostile line costs no more than its length
    r"<!--.{0,500}?-->"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)"  # pictures
    r"|\]\([^)\n]{0,2000}\)|\[\^[^\]\n]{0,50}\]:?|\[(?=[^\]\n]{0,300}\]\()"  # links keep their words
    r"|</?[a-zA-Z][^>\n]{0,300}>"
    r"|`+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|\\(?=[^\w\s|])"
    r"|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)",
    re.DOTALL,
)
MARK = re.compile(r"(?:>\s*)*(?:(?P<heading>\#{1,6})\s+|(?P<item>[-*+]|\d{1,9}[.)])\s+)?")
CLOSING = re.compile(r"(?:^|\s+)#+$")
QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+")

__all__ = ["read"]


def read(source: Source) -> Document:
    """A markdown file: headings, paragraphs, list items and table cells; ReadError where it holds no text."""
    raw, problems = decoded(source)
    text = _unquoted(INLINE.sub(lambda mark: re.sub(r"[^\n]", " ", mark[0]), universal(raw)))
    blocks = tuple(sorted(_blocks(text), key=lambda block: block.start))
    if not blocks:
        raise refuse(source, "R121")
    return Document(source.file, source.sha256, text, blocks, problems)


def _unquoted(text: str) -> str:
    """The text with the quote marks of a quotation's later lines as spaces: they would stand inside its sentences."""
    lines = text.split("\n")
    return "\n".join(
        QUOTED.sub(lambda found: " " * len(found[0]), line) if at and QUOTED.match(lines[at - 1]) else line
        for at, line in enumerate(lines)
    )


def _blocks(text: str) -> Iterator[Block]:
    paragraph = table = 0
    for lines in _groups(lines_of(text)):
        if lines[0].text.startswith("|"):
            table += 1
            yield from bar_cells(lines, table)
        elif not RULE.fullmatch(lines[0].text):
            paragraph += 1
            yield from _paragraph(text, lines, paragraph)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of one paragraph, one item, one heading or one table together."""
    held: list[Line] = []
    for line in lines:
        if held and not _joins(held[-1], line):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _joins(before: Line, after: Line) -> bool:
    """Whether a line goes on with the one before: no blank line between, and no mark that opens something new."""
    if before.text.startswith("|") or after.text.startswith("|"):
        return before.text[0] == after.text[0]
    opens = MARK.match(after.text)
    fresh = after.text.startswith(">") or before.text.startswith("#") or any(
        RULE.fullmatch(line.text) for line in (before, after))
    return not fresh and not (opens and (opens["heading"] or opens["item"])) and after.start - before.end < 8


def _paragraph(text: str, lines: Sequence[Line], number: int) -> Iterator[Block]:
    mark = MARK.match(lines[0].text)
    heading = bool(mark and mark["heading"])
    start, end = lines[0].start + (mark.end() if mark else 0), lines[-1].end
    if heading:
        end -= len(found[0]) if (found := CLOSING.search(text[start:end])) else 0
    said = text[start:end].strip()
    if said:
        start = text.index(said, start)
        end = start + len(said)
        yield Block(start, end, BlockKind.HEADING if heading else BlockKind.PARAGRAPH, None, number)
