"""A workbook's typed cells as the text the same cell would have in a CSV file.

Spreadsheets change what people type: `2022-09` becomes a day, `05` becomes 5, `95,91%` becomes 0.9591. What can be
undone is undone here; what cannot is refused, never guessed.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from tiendo.errors import Problem
from tiendo.plan.draft import Spot
from tiendo.plan.tables import Column, Type

__all__ = ["Percent", "SheetError", "cell_text", "number_text"]


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell shown as a percentage: 0.9591 is seen as 95.91%."""

    value: float


@dataclass(frozen=True, slots=True)
class SheetError:
    """A cell whose formula failed: `#REF!`, `#N/A`."""

    text: str

    def __str__(self) -> str:
        return self.text


def cell_text(column: Column, cell: object, spot: Spot) -> str | Problem:
    """A cell's text, or what the spreadsheet did to it. Text stays as it is, its line ends a line feed."""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n")
    if isinstance(cell, Percent):
        shown = number_text(cell.value * 100)
        return Problem("P212", spot.at(column.name), {"text": f"{shown}%", "number": shown})
    if isinstance(cell, bool):
        text = str(cell).lower()
        return text if column.holds is Type.FLAG else Problem("P209", spot.at(column.name), {"text": text})
    if isinstance(cell, float | int):
        return number_text(cell)
    day = _day(cell)
    if day and column.holds is Type.DAY:
        return day.isoformat()
    return Problem("P209", spot.at(column.name), {"text": str(day or cell)})


def _day(cell: object) -> date | None:
    """The day of a cell that holds one; a time of day beside it is no day of a plan."""
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time(0) else None
    return cell if isinstance(cell, date) else None


def number_text(cell: float) -> str:
    """A workbook's number as text, by the 15 digits a workbook keeps: 12.0 is "12", 0.1 + 0.2 is "0.3"."""
    return format(Decimal(format(cell, ".15g")), "f")
