"""Lines of a text with their places, for the formats that are text."""

from typing import NamedTuple

__all__ = ["Line", "lines_of"]


class Line(NamedTuple):
    """One line of a text without the spaces around it: where it starts and ends, and its text."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        if line := raw.strip():
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(line), line))
        at += len(raw) + 1
    return lines
