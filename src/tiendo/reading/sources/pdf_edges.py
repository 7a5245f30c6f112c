"""The running heads, running feet and page numbers of a PDF: found by what comes back on page after page, and removed.

A line at the edge of a page is running when the same words stand at the same height on other pages, one of them the
next or the next but one (left and right pages may differ); a lone number there is a page number when it counts with
the pages. Nothing is removed from the middle of a page: a line goes only where all between it and the edge go too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tiendo.reading.sources.pdf_lines import Line

ZONE = 0.16  # of the page's height, at its upper and at its lower edge
MOST_ROWS = 5  # of an edge
SAME_LEVEL = 4.0  # points
OFTEN = 3  # pages, in a document of more than three
NEXT = 2  # pages: the next on the same side of a sheet
NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:trang|page|tr\.?)\s*)?(?:số\s*)?(?P<number>\d{1,4})"
    r"(?:\s*(?:/|of|trên)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
ROMAN = re.compile(r"[-–—]?\s*[ivxl]{1,7}\s*[-–—]?")
NUMBER_BESIDE = re.compile(
    r"\s*(?:[|–—]|trang|page|tr\.)\s*\d{1,4}(?:\s*/\s*\d{1,4})?$|^\d{1,4}\s*[|–—]\s*", re.IGNORECASE,
)

__all__ = ["without_edges"]


class _Mark(NamedTuple):
    """What may run: at the upper or the lower edge, which words."""

    upper: bool
    words: str


@dataclass(frozen=True, slots=True)
class _Running:
    """What comes back: words, on which page at which height; how far page numbers are from the page's place."""

    levels: Mapping[_Mark, Mapping[int, float]]
    offsets: frozenset[tuple[bool, int]]


def without_edges(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without what runs; all of them where nothing else would be left."""
    edges = [list(_edge_rows(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    running = _running(edges, heights)
    kept = [
        _kept(page, lines, rows, height, running)
        for page, (lines, rows, height) in enumerate(zip(pages, edges, heights, strict=True))
    ]
    return kept if any(kept) else [list(lines) for lines in pages]


def _edge_rows(lines: Sequence[Line], height: float) -> Iterator[tuple[bool, list[Line]]]:
    """The rows near the page's edges, from each edge inwards: whether at the upper one, and the stretches in it."""
    for upper in (True, False):
        zone = [line for line in lines if (line.base if upper else height - line.base) <= ZONE * height]
        rows: list[list[Line]] = []
        for line in sorted(zone, key=lambda line: line.base, reverse=not upper):
            if rows and abs(line.base - rows[-1][0].base) <= SAME_LEVEL:
                rows[-1].append(line)
            elif len(rows) < MOST_ROWS:
                rows.append([line])
            else:
                break
        yield from ((upper, row) for row in rows)


def _running(edges: Sequence[Sequence[tuple[bool, list[Line]]]], heights: Sequence[float]) -> _Running:
    found: dict[_Mark, dict[int, float]] = defaultdict(dict)
    counted: Counter[tuple[bool, int]] = Counter()
    for page, rows in enumerate(edges):
        for upper, row in rows:
            for line in row:
                found[_mark(line, upper=upper)][page] = _level(line, heights[page], upper=upper)
                if number := NUMBER.fullmatch(line.text):
                    counted[upper, int(number["number"]) - page] += 1
    least = OFTEN if len(edges) > OFTEN else 2
    levels = {mark: places for mark, places in found.items() if len(places) >= least}
    steady = {offset for offset, count in counted.items() if count >= 2 or offset[1] == 1}
    return _Running(levels, frozenset(steady))


def _mark(line: Line, *, upper: bool) -> _Mark:
    return _Mark(upper, NUMBER_BESIDE.sub("", line.text).casefold())


def _level(line: Line, height: float, *, upper: bool) -> float:
    return line.base if upper else height - line.base


def _kept(
    page: int, lines: Sequence[Line], rows: Sequence[tuple[bool, list[Line]]], height: float, running: _Running,
) -> list[Line]:
    gone: set[int] = set()
    closed: set[bool] = set()
    for upper, row in rows:
        if upper not in closed and all(_runs(line, page, height, running, upper=upper) for line in row):
            gone.update(map(id, row))
        else:
            closed.add(upper)
    return [line for line in lines if id(line) not in gone]


def _runs(line: Line, page: int, height: float, running: _Running, *, upper: bool) -> bool:
    number = NUMBER.fullmatch(line.text)
    if number:
        return (upper, int(number["number"]) - page) in running.offsets or not line.text[0].isdigit()
    levels = running.levels.get(_mark(line, upper=upper), {})
    level = _level(line, height, upper=upper)
    beside = (levels.get(page + step) for step in range(-NEXT, NEXT + 1) if step)
    close = any(other is not None and abs(other - level) <= SAME_LEVEL for other in beside)
    return close or bool(ROMAN.fullmatch(line.text))
