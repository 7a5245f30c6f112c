"""so-lieu.xlsx: the targets with their verdicts, all figures up to the day, and the ledger, as plain tables."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from tiendo.quantity import say_period
from tiendo.review.records import LedgerEntry, Review
from tiendo.words import Lang, say

Cell = str | int | Decimal | date | None
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_numbers(review: Review, path: Path, lang: Lang = "vi") -> None:
    """Write the workbook; a text never becomes a formula or a link."""
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        for name, heads, rows in (
            ("targets", TARGET_HEADS, _targets(review, lang)),
            ("figures", FIGURE_HEADS, _figures(review, lang)),
            ("ledger", LEDGER_HEADS, map(_ledger_row, review.ledger)),
        ):
            sheet = book.add_worksheet(say(f"review.sheet_{name}", lang))
            for column, head in enumerate(heads):
                sheet.set_column(column, column, 46 if head in WIDE else 14)
            _fill(book, sheet, [say(f"review.column_{head}", lang) for head in heads], rows)


TARGET_HEADS = ("code", "target", "unit", "baseline", "goal", "goal_upper", "period", "value", "attainment", "expected",
                "standing", "basis", "owner", "data_on")
FIGURE_HEADS = ("code", "target", "part", "period", "data_on", "value", "unit", "document", "page", "sentence",
                "reported_by", "approved_by", "approved_on", "note")
WIDE = {"target", "sentence", "what", "computed", "note"}
LEDGER_HEADS = ("number", "what", "shown", "value", "unit", "document", "page", "sentence", "reported_by",
                "approved_by", "approved_on", "computed", "inputs")


def _targets(review: Review, lang: Lang) -> Iterable[Sequence[Cell]]:
    owners = {body.code: body.name_vi if lang == "vi" else body.name_en for body in review.plan.bodies}
    for line in review.lines:
        target, verdict, figure = line.target, line.assessment, line.assessment.figure
        yield (
            target.code, target.name_vi if lang == "vi" else target.name_en, "" if target.scale else target.unit,
            target.baseline, target.goal, target.goal_upper, say_period(figure.period.code, lang) if figure else None,
            verdict.value, None if verdict.attainment is None else round(verdict.attainment, 2), verdict.expected,
            say(f"assessing.standing_{verdict.standing}", lang), say(f"assessing.basis_{verdict.basis}", lang),
            owners.get(target.lead_body, target.lead_body), figure.as_of if figure else None,
        )


def _figures(review: Review, lang: Lang) -> Iterable[Sequence[Cell]]:
    for line in review.lines:
        for figure in line.figures:
            yield (
                figure.target, line.target.name_vi if lang == "vi" else line.target.name_en, figure.component,
                say_period(figure.period.code, lang), figure.as_of, figure.value, line.target.unit,
                figure.source.document, figure.source.page, figure.source.sentence, figure.reported_by,
                figure.approved_by, figure.approved_on, figure.note,
            )


def _ledger_row(entry: LedgerEntry) -> Sequence[Cell]:
    return (entry.id, entry.label, entry.shown, entry.value, entry.unit, entry.document, entry.page, entry.sentence,
            entry.reported_by, entry.approved_by, entry.approved_on, entry.computed, ", ".join(entry.inputs))


def _fill(book: Any, sheet: Any, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
    head = book.add_format({**base, "bold": True, "bottom": 2, "text_wrap": True})
    text, day = book.add_format(base), book.add_format({**base, "num_format": "dd/mm/yyyy"})
    number = book.add_format({**base, "num_format": "#,##0.########"})
    sheet.write_row(0, 0, heads, head)
    sheet.freeze_panes(1, 1)
    count = 0
    for count, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(count, column, cell, day)
            elif isinstance(cell, int | Decimal):
                sheet.write_number(count, column, cell, number)
            elif cell is not None:
                sheet.write_string(count, column, cell, text)
    sheet.autofilter(0, 0, count, len(heads) - 1)
