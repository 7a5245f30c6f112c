"""so-lieu.xlsx: the targets with their verdicts, all figures up to the day, and the ledger, as plain tables.

Made to be read and printed: columns as wide as what they hold, numbers as numbers in their unit's own decimals,
days as days, heads frozen with filters, A4 across, the head on every page.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from tiendo.assessing import rounded
from tiendo.plan import Target, unit_text, value_text
from tiendo.quantity import say_day, say_period
from tiendo.review.naming import Naming
from tiendo.review.parts.clauses import reason_words
from tiendo.review.prose import capital, plain
from tiendo.review.records import LedgerEntry, Line, Review
from tiendo.review.writer import Writer
from tiendo.words import say

Cell = str | int | Decimal | date | None
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
A4 = 9
WIDTHS = {  # characters; every other column is MIDDLE wide. Together they stay readable on one A4 width
    "target": 32, "sentence": 42, "what": 34, "computed": 28, "note": 20, "reason": 42, "document": 27, "why": 20,
    "code": 9, "page": 7, "number": 7, "owner": 20, "basis": 17, "standing": 14, "reported_by": 18, "approved_by": 16,
    "period": 14, "inputs": 14, "shown": 16, "status": 10, "value": 14, "used": 9, "goal": 13, "goal_upper": 8,
}
MIDDLE = 12
MAX_DECIMALS = 8
LINE = 15  # points a line of a row: not every program finds a wrapped row's height by itself
TARGET_HEADS = ("code", "target", "unit", "baseline", "goal", "goal_upper", "period", "value", "attainment", "expected",
                "standing", "basis", "reason", "owner", "data_on")
FIGURE_HEADS = ("code", "target", "part", "period", "data_on", "value", "unit", "status", "used", "document", "page",
                "sentence", "reported_by", "approved_by", "approved_on", "supersedes", "why", "note")
LEDGER_HEADS = ("number", "what", "shown", "value", "unit", "document", "page", "sentence", "reported_by",
                "approved_by", "approved_on", "computed", "inputs")


def write_numbers(review: Review, path: Path) -> None:
    """Write the workbook; a text never becomes a formula or a link."""
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        writer = Writer.of(review.plan, review.as_of, review.lang)
        names = writer.names
        body = names.body(review.plan.body)
        title = review.plan.title_vi if review.lang == "vi" else review.plan.title_en
        book.set_properties({"title": say("review.workbook_title", review.lang, title=title), "author": body})
        day = say_day(review.as_of, review.lang)
        for name, heads, rows in (
            ("targets", TARGET_HEADS, [_target(writer, line) for line in review.lines]),
            ("figures", FIGURE_HEADS, [row for line in review.lines for row in _figures(names, line)]),
            ("ledger", LEDGER_HEADS, [_entry(entry) for entry in review.ledger]),
        ):
            sheet = book.add_worksheet(say(f"review.sheet_{name}", review.lang))
            _lay_out(sheet, heads, f"{body} · {say('review.bulletin_day', review.lang, day=day)}")
            _fill(book, sheet, [say(f"review.column_{head}", review.lang) for head in heads], rows)
            for number, row in enumerate(rows, 1):
                sheet.set_row(number, LINE * _lines(heads, row))


def _target(writer: Writer, line: Line) -> Sequence[Cell]:
    target, verdict, figure = line.target, line.assessment, line.assessment.figure
    names, lang = writer.names, writer.lang
    return (
        target.code, names.target(target), "" if target.scale else unit_text(verdict.unit or target.unit, lang),
        _level(target, target.baseline, names), _level(target, target.goal, names), target.goal_upper,
        say_period(figure.period.code, lang) if figure else None, _level(target, verdict.value, names),
        None if verdict.attainment is None else rounded(verdict.attainment), _level(target, verdict.expected, names),
        say(f"assessing.standing_{verdict.standing}", lang), say(f"assessing.basis_{verdict.basis}", lang),
        plain(capital(reason_words(writer, target, verdict))), names.body(target.lead_body),
        figure.as_of if figure else None,
    )


def _level(target: Target, value: Decimal | None, names: Naming) -> Cell:
    """A number at two decimals at most, or the words of a level where the target is on a scale."""
    if value is None:
        return None
    return value_text(rounded(value), target.scale, names.lang) if target.scale else rounded(value)


def _figures(names: Naming, line: Line) -> Iterable[Sequence[Cell]]:
    """Every figure up to the day, oldest first; the one the standing was judged by is marked."""
    judged = {line.assessment.figure.id} if line.assessment.figure else set()
    judged |= {part.figure.id for part in line.assessment.part_results}
    for figure in line.figures:
        shown: Cell = figure.value
        if line.target.scale and figure.value is not None:
            shown = value_text(figure.value, line.target.scale, names.lang)
        yield (
            figure.target, names.target(line.target),
            names.part(figure.target, figure.component) if figure.component else None,
            say_period(figure.period.code, names.lang), figure.as_of, shown,
            "" if line.target.scale else unit_text(line.target.unit, names.lang),
            say(f"review.status_{figure.status}", names.lang),
            say("review.yes", names.lang) if figure.id in judged else None, names.document(figure.source.document),
            figure.source.page, figure.source.sentence, names.reporter(figure), figure.approved_by, figure.approved_on,
            figure.supersedes, figure.why, figure.note,
        )


def _entry(entry: LedgerEntry) -> Sequence[Cell]:
    return (entry.id, entry.label, entry.shown, entry.value, entry.unit, entry.document, entry.page, entry.sentence,
            entry.reported_by, entry.approved_by, entry.approved_on, entry.computed, ", ".join(entry.inputs))


def _lay_out(sheet: Any, heads: Sequence[str], title: str) -> None:
    """Widths, print setup, and the head that stays."""
    for column, head in enumerate(heads):
        sheet.set_column(column, column, WIDTHS.get(head, MIDDLE))
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C&\"Times New Roman\"&11{title.replace('&', '&&')}")
    sheet.set_footer("&C&P/&N")


def _lines(heads: Sequence[str], row: Sequence[Cell]) -> int:
    """How many lines a row's longest cell is wrapped into."""
    return max(-(-len(str(cell)) // (WIDTHS.get(head, MIDDLE) - 1)) for head, cell in zip(heads, row, strict=True)
               if cell is not None) or 1


def _fill(book: Any, sheet: Any, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    formats = _Formats(book)
    sheet.set_row(0, 2 * LINE)
    sheet.write_row(0, 0, heads, formats.head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, cell, formats.day)
            elif isinstance(cell, int | Decimal):
                sheet.write_number(number, column, cell, formats.number(cell))
            else:
                sheet.write_string(number, column, cell or "", formats.text)
    sheet.autofilter(0, 0, len(rows), len(heads) - 1)


class _Formats:
    """The formats of one workbook; a number's has as many decimals as the number."""

    def __init__(self, book: Any) -> None:
        frame = {**FONT, "border": 1, "border_color": "#B7BEC4"}
        self._book, self._frame = book, frame
        self.head = book.add_format({**frame, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
                                     "bg_color": "#E6E9E9"})
        self.text = book.add_format({**frame, "text_wrap": True})
        self.day = book.add_format({**frame, "num_format": "dd/mm/yyyy", "align": "center"})
        self._numbers: dict[int, Any] = {}

    def number(self, value: int | Decimal) -> Any:
        """Thousands apart, and the decimals the value has."""
        decimals = min(max(0, -int(Decimal(value).as_tuple().exponent)), MAX_DECIMALS)
        if decimals not in self._numbers:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({**self._frame, "num_format": shape})
        return self._numbers[decimals]
