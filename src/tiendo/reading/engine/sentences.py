"""Blocks to sentences. What ends a sentence is a language's own data; how the text is walked is here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tiendo.reading.engine.records import Sentence
from tiendo.reading.records import Block, BlockKind

# what numbers an item: "8. Phát triển", "2.1. Kinh tế", "II. Kết quả", "iv. Nhiệm vụ"
_ITEM = re.compile(r"\d+(?:\.\d+)*|[IVXL]+|[ivxl]+")


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What may end a sentence, and the words whose full stop does not.

    `end` matches a possible end with the white space behind it; `abbreviations` are lower-case words that keep
    their full stop ("tp", "ths"); `opening` are marks that may stand before the capital of the next sentence.
    """

    end: re.Pattern[str]
    abbreviations: frozenset[str]
    opening: str


def split_sentences(text: str, blocks: Iterable[Block], rules: SentenceRules) -> Iterator[Sentence]:
    """The sentences of a document's blocks, in order, each with the last heading above it; a heading is one."""
    heading: str | None = None
    for block in blocks:
        inside = text[block.start:block.end]
        whole = block.kind is BlockKind.HEADING
        for start, end in _trimmed(inside, 0, len(inside)) if whole else spans(inside, rules):
            yield Sentence(inside[start:end], block.start + start, block, heading)
        if whole:
            heading = inside.strip()


def spans(text: str, rules: SentenceRules) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a block, white space around it left out; empty ones are skipped."""
    start = 0
    for found in rules.end.finditer(text):
        if _is_end(text, start, found, rules):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _is_end(text: str, start: int, found: re.Match[str], rules: SentenceRules) -> bool:
    following = text[found.end():found.end() + 8].lstrip(rules.opening)
    if following and not (following[0].isupper() or following[0].isdigit()):
        return False
    if text[found.start()] != ".":
        return True
    before = text[max(start, found.start() - 12):found.start()]
    word = re.split(r"[\s(\[\"“]", before)[-1]
    if word.lower() in rules.abbreviations or (len(word) == 1 and word.isalpha() and word.isupper()):
        return False
    return not (_ITEM.fullmatch(word) and not before[:-len(word)].strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
