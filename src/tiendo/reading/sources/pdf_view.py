"""A PDF page as a person holds it: turned so that most of its text stands upright, x to the right, y down."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["View", "page_view"]


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is read: how many quarter turns its text stands off, and its size in points once turned."""

    turn: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file in the page as it is read."""
        if self.turn == 1:
            return y, x
        if self.turn == 2:
            return self.width - x, y
        if self.turn == 3:
            return self.width - y, self.height - x
        return x, self.height - y


def page_view(page: pypdfium2.PdfPage, turns: Sequence[int]) -> View:
    """The page as most of its words are read."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if pdfium.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    turn = Counter(turns).most_common(1)[0][0] if turns else 0
    return View(turn, *((height, width) if turn % 2 else (width, height)))
