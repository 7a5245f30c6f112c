"""What rules work on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from tiendo.reading.records import Block

NO_TAGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text (NFC) and its offset in the document's NFC text, with the block it stands in."""

    text: str
    start: int
    block: Block
    heading: str | None = None


class Token(NamedTuple):
    """A word, a phrase of the lexicon or a shape (number, date, mark) of a sentence.

    `text` is the lower-case text from `start` to `end` of the sentence, `kind` the name of the shape that found
    it ("word" for words and phrases), `tags` what the lexicon says of it: tag -> value.
    """

    start: int
    end: int
    text: str
    kind: str
    tags: Mapping[str, str]
