"""A unit's form as a workbook: taken home, filled in, brought back. Reading it saves nothing, it fills the fields."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tiendo.errors import Place, Problem, RegisterError
from tiendo.plan import scale_named, value_text
from tiendo.plan.ooxml import Sheet, read_sheets
from tiendo.plan.typed import number_text
from tiendo.store.queries.periods import FormLine
from tiendo.usecases.register.files import check_file
from tiendo.words import say

__all__ = ["COLUMNS", "Filled", "field_key", "read_form", "write_form"]

COLUMNS = ("code", "part", "name", "unit", "last", "stands", "value", "status", "note", "why")  # in their order
TYPED = COLUMNS[6:]  # what a person fills in
_WIDTHS = {"code": 12, "part": 10, "name": 48, "unit": 16, "last": 16, "stands": 16, "value": 18, "status": 16,
           "note": 36, "why": 36}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SHEET_NAME = 31  # signs a spreadsheet takes


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook says: the fields of the form by name ("value-12"), and what is wrong at which cell."""

    fields: Mapping[str, str]
    rows: Mapping[str, Place]
    problems: tuple[Problem, ...]


def field_key(line: FormLine) -> str:
    """What tells a line's fields from another's: the target's number, and the part's code."""
    return f"{line.number}-{line.component.code}" if line.component else str(line.number)


def write_form(lines: Sequence[FormLine], title: str) -> bytes:
    """The form's lines as a workbook: what is known in grey, what to fill in beside it, lists to choose from."""
    import xlsxwriter  # noqa: PLC0415 - only for those who take a workbook home

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        sheet = book.add_worksheet(say("store.sheet_form", "vi")[:_SHEET_NAME])
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "border": 1, "text_wrap": True})
        known = book.add_format({"font_color": "#56646F", "text_wrap": True, "valign": "top"})
        open_ = book.add_format({"bg_color": "#FFFDF2", "border": 1, "border_color": "#B9C2C7", "text_wrap": True})
        for at, column in enumerate(COLUMNS):
            sheet.write_string(0, at, say(f"store.form_{column}", "vi"), head)
            sheet.set_column(at, at, _WIDTHS[column])
        for row, line in enumerate(lines, 1):
            for at, text in enumerate(_known(line)):
                sheet.write_string(row, at, text, known)
            for at in range(len(COLUMNS) - len(TYPED), len(COLUMNS)):
                sheet.write_blank(row, at, None, open_)
            for at, choices in ((COLUMNS.index("value"), _levels(line)), (COLUMNS.index("status"), _statuses())):
                if choices:
                    sheet.data_validation(row, at, row, at, {"validate": "list", "source": choices})
        sheet.freeze_panes(1, 3)
        book.set_properties({"title": title})
    return out.getvalue()


def _known(line: FormLine) -> tuple[str, ...]:
    target = line.target
    last = line.last.value if line.last else None
    return (
        target.code, line.component.code if line.component else "",
        target.name_vi if line.component is None else f"{target.name_vi}: {line.component.name_vi}",
        "" if target.scale else target.unit, value_text(last, target.scale, "vi") if last is not None else "",
        value_text(line.value, target.scale, "vi") if line.value is not None else "",
    )


def _levels(line: FormLine) -> list[str]:
    scale = scale_named(line.target.scale) if line.target.scale else None
    return [scale.label(Decimal(place), "vi") for place in range(len(scale.levels))] if scale else []


def _statuses() -> list[str]:
    return [say(f"store.form_{status}", "vi") for status in ("actual", "estimate")]


def read_form(data: bytes, name: str, lines: Sequence[FormLine], limit: int) -> Filled:
    """What a workbook says for some lines; raises RegisterError for a file that is none, or has not these columns."""
    check_file(name, data, limit)
    sheets = read_sheets(data, name)
    if isinstance(sheets, Problem):
        raise RegisterError([sheets])
    title, rows = next(iter(sheets.items()), ("", ()))
    place = Place(name, sheet=title or None)
    columns = _columns(rows, place)
    known = {(line.target.code, line.component.code if line.component else ""): field_key(line) for line in lines}
    fields: dict[str, str] = {}
    at: dict[str, Place] = {}
    problems: list[Problem] = []
    for number, cells in rows[1:]:
        said = {column: _text(cells.get(column_number, "")) for column, column_number in columns.items()}
        if not any(said[column] for column in TYPED):
            continue
        here = Place(name, sheet=title, row=number)
        key = known.get((said["code"], said["part"]))
        if key is None or key in at:
            problems.append(Problem("S803", here, {"code": said["code"] or "–"}))
            continue
        at[key] = here
        fields |= dict(_fields(key, said))
    return Filled(fields, at, tuple(problems))


def _columns(rows: Sheet, place: Place) -> dict[str, int]:
    """Where each column stands, by its head."""
    head = {_text(cell).casefold(): at for at, cell in (rows[0][1].items() if rows else ())}
    found = {column: head.get(say(f"store.form_{column}", "vi").casefold()) for column in ("code", "part", *TYPED)}
    missing = [say(f"store.form_{column}", "vi") for column, at in found.items() if at is None]
    if missing:
        raise RegisterError([Problem("S804", place, {"columns": ", ".join(missing)})])
    return {column: at for column, at in found.items() if at is not None}


def _fields(key: str, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    status = "estimate" if said["status"].casefold() == say("store.form_estimate", "vi").casefold() else "actual"
    for column, text in {**said, "status": status}.items():
        if column in TYPED:
            yield f"{column}-{key}", text


def _text(cell: object) -> str:
    """A cell as it would be typed: a number with a comma, and never so that its comma could be one of thousands."""
    if not isinstance(cell, float):
        return " ".join(str(cell).split())
    shown = number_text(cell).replace(".", ",")
    whole, comma, places = shown.partition(",")
    return f"{whole},{places}0" if comma and len(places) == 3 else shown
