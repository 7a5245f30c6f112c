"""Every table of a page as a file to keep: csv that Excel opens in Vietnamese, and xlsx."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter
from django.http import HttpRequest, HttpResponse

__all__ = ["Cell", "Sheet", "file_of", "wanted_file"]

Cell = str | Decimal | int | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a text begins that a sheet would carry out
MEDIA = {"csv": "text/csv; charset=utf-8",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the name of its file, its head, its rows; None is "no data" and stays an empty cell."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def wanted_file(request: HttpRequest) -> str:
    """The kind of file the address asks for (`?format=csv`); empty for the page itself."""
    kind = request.GET.get("format", "")
    return kind if kind in MEDIA else ""


def file_of(sheet: Sheet, kind: str) -> HttpResponse:
    """The table as a file to keep; `kind` is csv or xlsx."""
    data = _csv(sheet) if kind == "csv" else _xlsx(sheet)
    answer = HttpResponse(data, content_type=MEDIA[kind])
    answer["Content-Disposition"] = f'attachment; filename="{sheet.name}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _csv(sheet: Sheet) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.head)
    writer.writerows([*map(_text, row)] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")  # with its mark Excel reads the letters right


def _text(cell: Cell) -> str:
    """A cell of csv; a text that a sheet would take for a formula is quoted by an apostrophe."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return "" if cell is None else str(cell)


def _xlsx(sheet: Sheet) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        page.write_row(0, 0, sheet.head, bold)
        for at, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(at, column, cell, day)
                elif cell is not None:
                    page.write(at, column, cell)
        for column, width in enumerate(_widths(sheet)):
            page.set_column(column, column, width)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.head) - 1)
    return out.getvalue()


def _widths(sheet: Sheet) -> Iterator[int]:
    """As wide as what stands in the column, within reason."""
    for column, name in enumerate(sheet.head):
        longest = max((len(str(row[column])) for row in sheet.rows if row[column] is not None), default=0)
        yield min(60, max(10, len(name), longest + 1))
