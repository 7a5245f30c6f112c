"""Text in NFC with the way back: offsets found in it are offsets in the text as given."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nfc:
    """NFC text and, unless the text was NFC already, the original offset of each of its characters."""

    text: str
    offsets: tuple[int, ...] | None = None

    def original(self, offset: int) -> int:
        """The offset in the text as given for an offset in the NFC text (its end included)."""
        return self.offsets[offset] if self.offsets else offset


def to_nfc(text: str) -> Nfc:
    """Compose a text letter by letter, so every composed letter remembers where it stood."""
    if unicodedata.is_normalized("NFC", text):
        return Nfc(text)
    composed: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        letter = unicodedata.normalize("NFC", text[start:end])
        composed.append(letter)
        offsets += [start] * len(letter)
        start = end
    return Nfc("".join(composed), (*offsets, len(text)))
