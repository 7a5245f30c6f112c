"""A unit's form taken home as a workbook and brought back: what was filled in comes back, every bad cell is named."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from small_plan import period
from stories import Story, story
from tiendo.errors import RegisterError
from tiendo.store.queries.periods import FormLine, form_of
from tiendo.store.queries.plans import skeleton
from tiendo.usecases.register.form_workbook import COLUMNS, read_form, write_form
from tiendo.usecases.register.periods import open_period

pytestmark = [pytest.mark.usefixtures("register"), pytest.mark.parametrize("register", ["sqlite"], indirect=True)]


@pytest.fixture
def lines(register: str, tmp_path: Path) -> tuple[FormLine, ...]:  # noqa: ARG001 - an empty register first
    people: Story = story(tmp_path)
    open_period(call=people.call("office"), plan=people.plan, period="2023", opens_on=date(2023, 3, 20),
                closes_on=date(2023, 4, 5))
    return form_of(skeleton(people.plan), "VP", period("2023"))


def table(data: bytes) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()]


def filled(data: bytes, cells: dict[tuple[int, str], object]) -> bytes:
    """The workbook as a person sends it back: some cells filled in, by row and column."""
    rows = table(data)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Biểu số liệu")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cells.get((at, COLUMNS[column]), cell))
    return out.getvalue()


def test_a_workbook_has_a_row_a_line(lines: tuple[FormLine, ...]) -> None:
    rows = table(write_form(lines, "VP 2023"))
    assert [row[0] for row in rows] == ["Mã", *(line.target.code for line in lines)]


def test_what_was_filled_in_fills_the_forms_fields(lines: tuple[FormLine, ...]) -> None:
    at = next(row for row, line in enumerate(lines, 1) if line.target.code == "TN")
    key = str(lines[at - 1].number)
    sent = filled(write_form(lines, ""), {(at, "value"): 79.4, (at, "status"): "Ước thực hiện", (at, "note"): "tạm"})
    found = read_form(sent, "bieu.xlsx", lines, 10**6)
    assert (found.problems, {name: text for name, text in found.fields.items() if text}) == (
        (), {f"value-{key}": "79,4", f"status-{key}": "estimate", f"note-{key}": "tạm"})


def test_three_places_are_never_taken_for_thousands(lines: tuple[FormLine, ...]) -> None:
    found = read_form(filled(write_form(lines, ""), {(1, "value"): 1.234}), "bieu.xlsx", lines, 10**6)
    assert [text for name, text in found.fields.items() if name.startswith("value-")] == ["1,2340"]


def test_a_row_of_another_form_is_named(lines: tuple[FormLine, ...]) -> None:
    found = read_form(filled(write_form(lines, ""), {(1, "code"): "XX-99", (1, "value"): 1.0}), "b.xlsx", lines, 10**6)
    assert [(one.code, one.place and one.place.row) for one in found.problems] == [("S803", 2)]


@pytest.mark.parametrize(("data", "code"), [(b"", "S501"), (b"not a workbook", "S503"), (None, "S804")])
def test_a_file_that_is_no_form_is_refused(lines: tuple[FormLine, ...], data: bytes | None, code: str) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("A").write(0, 0, "Mã")
    with pytest.raises(RegisterError) as caught:
        read_form(out.getvalue() if data is None else data, "b.xlsx", lines, 10**6)
    assert [one.code for one in caught.value.problems][-1] == code
