"""What rules work on."""

from dataclasses import dataclass

from tiendo.reading.records import Block


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text (NFC) and its offset in the document's NFC text, with the block it stands in."""

    text: str
    start: int
    block: Block
    heading: str | None = None
