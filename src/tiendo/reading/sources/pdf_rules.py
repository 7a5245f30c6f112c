"""The straight lines drawn on a PDF page, and which of them touch.

Borders come as strokes, as bars of a hair's width that are filled, or as rectangles; all become rules with a place and
an extent. What is not straight, a chart's curve, a seal, a signature, is left out.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tiendo.reading.sources.pdf_view import View

NEAR = 2.5  # points within which rules touch
THIN = 2.5  # points: a narrower bar is a rule
LEAST = 4.0  # points: a shorter rule is none
MOST_RULES = 4_000  # on a page; more is a drawing
MOST_OBJECTS = 50_000  # of a page are looked at
MOST_POINTS = 2_000  # of one path; more is a curve
MOST_DEEP = 6  # drawings inside drawings
BIG_PICTURE = 0.5  # of the page: a picture that may be the page itself

__all__ = ["NEAR", "Drawing", "Rule", "Rules", "drawing"]

_Point = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]
_UPRIGHT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight line: its height (or, drawn down, its distance from the left), where it starts and ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules drawn across and down the page."""

    across: Sequence[Rule]
    down: Sequence[Rule]

    def crossings(self) -> Iterator["Rules"]:
        """The groups of rules that touch one another, from the top of the page."""
        across, down = _whole(self.across), _whole(self.down)
        if len(across) + len(down) > MOST_RULES:
            return
        group = list(range(len(across) + len(down)))  # each points to another of its group, the first to itself
        for at, rule in enumerate(across):
            for beside, other in enumerate(down, start=len(across)):
                if _touch(rule, other):
                    group[_root(group, beside)] = _root(group, at)
        members: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
        for at, rule in enumerate((*across, *down)):
            members[_root(group, at)][at >= len(across)].append(rule)
        found = [Rules(rows, columns) for rows, columns in members.values() if rows and columns]
        yield from sorted(found, key=lambda rules: min(rule.at for rule in rules.across))


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn on a page beside its letters: rules, how many paths, how much of the page pictures cover."""

    rules: Rules
    paths: int
    pictured: bool


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that were drawn cell by cell as the lines they make."""
    found: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules):
        if level and rule.at - level[0].at > NEAR:
            found += _end_to_end(level)
            level = []
        level.append(rule)
    return found + _end_to_end(level)


def _end_to_end(level: Sequence[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(level, key=lambda rule: rule.start):
        if found and rule.start - found[-1].end <= NEAR:
            found[-1] = Rule(found[-1].at, found[-1].start, max(found[-1].end, rule.end))
        else:
            found.append(rule)
    return found


def _touch(across: Rule, down: Rule) -> bool:
    return (
        down.start - NEAR <= across.at <= down.end + NEAR
        and across.start - NEAR <= down.at <= across.end + NEAR
    )


def _root(group: list[int], at: int) -> int:
    while group[at] != at:
        group[at] = group[group[at]]
        at = group[at]
    return at


def drawing(page: pypdfium2.PdfPage, view: View) -> Drawing:
    """The rules of a page and how much else is drawn on it."""
    across: list[Rule] = []
    down: list[Rule] = []
    paths = covered = 0.0
    for found, matrix in islice(_objects(page, _UPRIGHT, 0), MOST_OBJECTS):
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(across) + len(down) <= MOST_RULES:
            paths += 1
            for line in _straight(found, matrix):
                _sort_in([view.point(*point) for point in line], across, down)
    area = view.width * view.height
    return Drawing(Rules(across, down), int(paths), covered >= BIG_PICTURE * area)


def _objects(page: object, matrix: _Matrix, depth: int) -> Iterator[tuple[object, _Matrix]]:
    """The objects of a page, those inside drawings with the way to the page's points."""
    top = depth == 0
    count = pdfium.FPDFPage_CountObjects(page) if top else pdfium.FPDFFormObj_CountObjects(page)
    for at in range(count):
        found = pdfium.FPDFPage_GetObject(page, at) if top else pdfium.FPDFFormObj_GetObject(page, at)
        own = _times(_matrix_of(found), matrix)
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_FORM:
            yield found, own
        elif depth < MOST_DEEP:
            yield from _objects(found, own, depth + 1)


def _matrix_of(found: object) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(found, matrix):
        return _UPRIGHT
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    """One way after the other."""
    a, b, c, d, e, f = first
    x, y = _moved((e, f), then)
    (ax, ay), (cx, cy) = _moved((a, b), (*then[:4], 0.0, 0.0)), _moved((c, d), (*then[:4], 0.0, 0.0))
    return (ax, ay, cx, cy, x, y)


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def _area(matrix: _Matrix) -> float:
    """The area of a picture on the page: the unit square, moved."""
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c)


def _straight(path: object, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The edges of a path's straight outlines, and the outlines that are bars, as two points each."""
    count = pdfium.FPDFPath_CountSegments(path)
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    if not 2 <= count <= MOST_POINTS:
        return
    for outline in _outlines(path, count, matrix):
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if min(width, height) <= THIN:
            yield [(min(xs), min(ys)), (max(xs), max(ys))]
        elif stroked.value:
            yield from ([outline[at], outline[at + 1]] for at in range(len(outline) - 1))


def _outlines(path: object, count: int, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The straight outlines of a path; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    outline: list[_Point] = []
    straight = True
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight and len(outline) > 1:
                yield outline
            outline, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        outline.append(_moved((x.value, y.value), matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    if straight and len(outline) > 1:
        yield outline


def _sort_in(line: Sequence[_Point], across: list[Rule], down: list[Rule]) -> None:
    """A line as a rule across or down; a slanting or short one is none."""
    (x0, y0), (x1, y1) = line
    width, height = abs(x1 - x0), abs(y1 - y0)
    if height <= THIN and width >= LEAST:
        across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif width <= THIN and height >= LEAST:
        down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
