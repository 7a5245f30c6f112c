"""Offsets in the normalised text, and back in the text as given.

Rules work on NFC. A document in NFD is longer: a claim found in the NFC text must point into the text the
user has. Normalisation never reaches over a line break, so the map is kept line by line and a line's own map
is made only when a claim stands in it.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in NFC with the way back: `given` and `starts` are the offsets of its lines in both texts."""

    text: str
    lines: tuple[str, ...] = ()  # the lines as given; empty when the text was NFC already
    given: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    _maps: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def to_given(self, offset: int) -> int:
        """The offset in the text as given of an offset in the NFC text."""
        if not self.lines:
            return offset
        line = bisect_right(self.starts, offset) - 1
        return self.given[line] + self._map(line)[offset - self.starts[line]]

    def from_given(self, offset: int) -> int:
        """The offset in the NFC text of an offset in the text as given."""
        if not self.lines:
            return offset
        line = bisect_right(self.given, offset) - 1
        return self.starts[line] + bisect_right(self._map(line), offset - self.given[line]) - 1

    def _map(self, line: int) -> tuple[int, ...]:
        if line not in self._maps:
            self._maps[line] = _map_of(self.lines[line])
        return self._maps[line]


def normalise(text: str) -> Normalised:
    """The text in NFC with its way back; costs next to nothing where the text is NFC already."""
    if unicodedata.is_normalized("NFC", text):
        return Normalised(text)
    lines = text.splitlines(keepends=True)
    composed = [unicodedata.normalize("NFC", line) for line in lines]
    return Normalised("".join(composed), tuple(lines), _starts(lines), _starts(composed))


def _starts(lines: list[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(line) for line in lines[:-1]), initial=0))


def _map_of(line: str) -> tuple[int, ...]:
    """For each offset of the NFC line (its end included) the offset in the line as given."""
    offsets: list[int] = []
    start = 0
    for end in _cluster_ends(line):
        offsets.extend([start] * len(unicodedata.normalize("NFC", line[start:end])))
        start = end
    return (*offsets, len(line))


def _cluster_ends(line: str) -> list[int]:
    """Where a character with its combining marks ends."""
    combining: Callable[[str], int] = unicodedata.combining
    return [at for at in range(1, len(line) + 1) if at == len(line) or not combining(line[at])]
