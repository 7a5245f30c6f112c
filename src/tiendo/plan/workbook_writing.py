"""Writing the workbook: typed cells, lists to choose from, and beside each column what belongs into it.

Codes, periods and texts stand in cells of the format Text, so that a spreadsheet leaves `05` and `2022-09` alone.
Nothing is ever a formula or a link: a text that begins with `=` is that text.
"""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tiendo.errors import PlanError
from tiendo.plan.cells import write_cell
from tiendo.plan.draft import HEAD, Line, draft_of
from tiendo.plan.problems import plan_problems, scales_in, target_of
from tiendo.plan.records import Plan
from tiendo.plan.rows import Scales
from tiendo.plan.scale import Scale, scales
from tiendo.plan.tables import TABLES, Column, Table, Type
from tiendo.plan.writing import write_whole
from tiendo.words import say

__all__ = ["write_workbook"]

_DIGITS = 15  # significant ones a spreadsheet keeps
_FIRST_DAY = date(1900, 3, 1)  # a spreadsheet's calendar is wrong before
_SPARE_ROWS = 2000  # how far below the last row lists and hints reach
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "bg_color": "#DDE7F0", "border": 1, "border_color": "#9FB4C7", "text_wrap": True,
             "valign": "vcenter"},
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "day": {"num_format": "dd/mm/yyyy", "valign": "top"},
    "number": {"valign": "top"},
}
_WIDTHS: Mapping[Type, int] = {
    Type.TEXT: 24, Type.CHOICE: 20, Type.CODES: 18, Type.NUMBER: 16, Type.VALUE: 14, Type.INTEGER: 10, Type.DAY: 13,
    Type.PERIOD: 16, Type.FLAG: 10,
}
_WIDE: Mapping[str, int] = {
    "name_vi": 44, "name_en": 40, "title": 44, "text": 60, "source_sentence": 70, "quote": 60, "code": 14, "id": 18,
}


def write_workbook(plan: Plan, path: Path) -> None:
    """Write a plan as one workbook, the same bytes for the same plan.

    Raises PlanError, before anything is touched, for a plan that could not be read back the same; OutputError
    when the disk refuses.
    """
    import xlsxwriter  # noqa: PLC0415 - half the time it takes to import this room, for those who write a workbook

    problems = plan_problems(plan)
    if problems:
        raise PlanError(problems)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": plan.title_vi, "created": datetime(2020, 1, 1, tzinfo=UTC)})
        formats = {name: book.add_format(dict(style)) for name, style in _FORMATS.items()}
        _write_head(book, formats, plan)
        lines = draft_of(plan).lines
        for table in TABLES:
            _write_table(book.add_worksheet(table.title("vi")), formats, table, lines[table.name], scales_in(plan))
    write_whole(path, out.getvalue())


def _write_head(book: Any, formats: Mapping[str, Any], plan: Plan) -> None:
    sheet = book.add_worksheet(say("plan.sheet_plan", "vi"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90, formats["text"])
    sheet.freeze_panes(1, 0)
    sheet.write_string(0, 0, say("plan.head_key", "vi"), formats["head"])
    sheet.write_string(0, 1, say("plan.head_value", "vi"), formats["head"])
    for row, field in enumerate(HEAD, start=1):
        value = getattr(plan, field)
        title = say(f"plan.head_{field}", "vi")
        sheet.write_string(row, 0, title, formats["text"])
        sheet.write_string(row, 1, ";".join(value) if isinstance(value, tuple) else value, formats["text"])
        sheet.data_validation(row, 1, row, 1, {"validate": "any"} | _hint(title, say(f"plan.about_head_{field}", "vi")))


def _write_table(
    sheet: Any, formats: Mapping[str, Any], table: Table, lines: tuple[Line, ...], by_target: Scales,
) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 32)
    for at, column in enumerate(table.columns):
        style = formats[_style(column)]
        sheet.set_column(at, at, _WIDE.get(column.name, _WIDTHS[column.holds]), style)
        sheet.write_string(0, at, column.title("vi"), formats["head"])
        sheet.data_validation(1, at, len(lines) + _SPARE_ROWS, at, _validation(column))
        for row, line in enumerate(lines, start=1):
            _write_cell(sheet, (row, at, style), column, line.values[column.name], by_target.get(target_of(line)))
    sheet.autofilter(0, 0, max(len(lines), 1), len(table.columns) - 1)


def _style(column: Column) -> str:
    if column.holds is Type.DAY:
        return "day"
    return "number" if column.holds in {Type.NUMBER, Type.VALUE, Type.INTEGER} else "text"


def _write_cell(sheet: Any, at: tuple[int, int, Any], column: Column, value: object, scale: Scale | None) -> None:
    """One cell with its type; what a spreadsheet cannot hold exactly (an old day, 16 digits) is text."""
    row, index, style = at
    if isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, index, value, style)
    elif _is_plain_number(column, value, scale):
        sheet.write_number(row, index, value, style)
    elif text := _shown(column, value, scale):
        sheet.write_string(row, index, text, style)


def _is_plain_number(column: Column, value: object, scale: Scale | None) -> bool:
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return False
    digits = len(Decimal(value).normalize().as_tuple().digits)
    return digits <= _DIGITS and not (scale and column.holds is Type.VALUE)


def _shown(column: Column, value: object, scale: Scale | None) -> str:
    """A cell's text as people read it: a choice, a flag and a level in words."""
    text = write_cell(column, value, scale)
    if not text:
        return ""
    if column.holds is Type.CHOICE:
        return column.word(text, "vi")
    if column.holds is Type.FLAG:
        return say(f"plan.choice_flag_{text}", "vi")
    if scale and column.holds is Type.VALUE and isinstance(value, Decimal):
        return scale.label(value, "vi")
    return text


def _validation(column: Column) -> dict[str, object]:
    """A hint for every column, and a list where there are words to choose from."""
    return _hint(column.title("vi"), column.meaning("vi")) | _list(column)


def _list(column: Column) -> dict[str, object]:
    """What a column's cells may be chosen from; a code's list warns and lets another code pass."""
    if column.holds is Type.CHOICE:
        return {"validate": "list", "source": [column.word(code, "vi") for code in column.allowed]}
    if column.holds is Type.FLAG:
        return {"validate": "list", "source": [say(f"plan.choice_flag_{flag}", "vi") for flag in ("true", "false")]}
    if column.name == "scale":
        return {"validate": "list", "source": list(scales())}
    if column.refers and column.holds is Type.TEXT:
        other = next(table for table in TABLES if table.name == column.refers).title("vi")
        return {"validate": "list", "source": f"='{other}'!$A$2:$A${_SPARE_ROWS}", "error_type": "warning"}
    return {"validate": "any"}


def _hint(title: str, meaning: str) -> dict[str, object]:
    """What a person sees on entering a cell; a spreadsheet shows 32 and 255 characters of it."""
    return {"input_title": title[:32], "input_message": meaning[:255]}
