"""The tables of a web page: which hold data, and where each of their cells stands once spans are unfolded."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from tiendo.reading.sources.tables import Cell

LONGEST_SPAN = 1000  # rows or columns a cell may claim
MOST_COLUMNS = 1000
PAGE_PARTS = ("table", "h1", "h2", "h3", "main", "article", "nav")  # no cell of figures holds them

__all__ = ["is_layout", "table_cells"]


def is_layout(table: _Element) -> bool:
    """Whether a table only lays out the page: it says so, holds parts of a page, or has a single column."""
    if table.get("role") in {"presentation", "none"} or any(found is not table for found in table.iter(*PAGE_PARTS)):
        return True
    return all(sum(child.tag in {"td", "th"} for child in row) < 2 for row in table.iter("tr"))


def table_cells(table: _Element, texts: Callable[[_Element], tuple[str, ...]]) -> Iterator[Cell]:
    """The cells of a data table; `texts` gives a cell's paragraphs."""
    taken: dict[int, int] = {}  # column -> the last row a cell from above reaches
    shown = (line for line in table.iter("tr") if line.get("hidden") is None)
    for row, line in enumerate(shown, start=1):
        column = 1
        for element in line.iterchildren("td", "th"):
            while taken.get(column, 0) >= row:
                column += 1
            rows, columns = _span(element, "rowspan"), _span(element, "colspan")
            if column + columns > MOST_COLUMNS:
                columns = 1
            yield Cell(row, column, texts(element), rows, columns, head=element.tag == "th")
            if rows > 1 or columns > 1:
                taken.update(dict.fromkeys(range(column, column + columns), row + rows - 1))
            column += columns


def _span(element: _Element, name: str) -> int:
    """How many rows or columns a cell claims, between 1 and the most that makes sense."""
    value = element.get(name) or "1"
    return min(max(1, int(value)), LONGEST_SPAN) if value.isdecimal() and len(value) < 6 else 1
