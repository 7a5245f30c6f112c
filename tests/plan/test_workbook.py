"""The workbook: the same plan, and everything a person may do to a sheet told by sheet, row and header."""

import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings

from small_plan import small_plan
from strategies import plans
from tiendo.errors import Place, PlanError, Problem
from tiendo.plan import Plan, read_workbook, write_workbook

Sheet = Callable[[Any, Any], None]  # fills a worksheet, given the workbook for formats


@settings(max_examples=25)
@given(plans())
def test_a_plan_written_is_the_plan_read(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as room:
        path = Path(room, "plan.xlsx")
        write_workbook(plan, path)
        assert read_workbook(path) == plan


def test_the_small_plan_comes_back(plan: Plan, tmp_path: Path) -> None:
    write_workbook(plan, tmp_path / "plan.xlsx")
    assert read_workbook(tmp_path / "plan.xlsx") == plan


def problems(path: Path) -> list[Problem]:
    with pytest.raises(PlanError) as caught:
        read_workbook(path)
    return list(caught.value.problems)


def told(path: Path) -> list[tuple[str, str | None, int | None, str | None]]:
    """Problems as (code, sheet, row, column)."""
    places = [(each.code, each.place or Place("")) for each in problems(path)]
    return [(code, place.sheet, place.row, place.column) for code, place in places]


def workbook(path: Path, **sheets: Sheet) -> Path:
    """A workbook by hand: a minimal good plan, with some sheets filled otherwise; `_` stands for a space."""
    head: list[tuple[str, ...]] = [("Mục", "Nội dung"), ("Tên ngắn", "a"), ("Tên kế hoạch (tiếng Việt)", "A"),
                                   ("Cơ quan được sơ kết (mã)", "P"), ("Nghị quyết được sơ kết (mã)", "nq")]
    rows: dict[str, list[tuple[str, ...]]] = {
        "Kế hoạch": head,
        "Cơ quan": [("Mã", "Tên (tiếng Việt)", "Tên (tiếng Anh)", "Cấp"), ("P", "Phường A", "Ward A", "ward")],
        "Văn bản": [("Mã", "Loại", "Trích yếu", "Cơ quan ban hành"), ("nq", "Nghị quyết", "Về A", "Đại hội")],
        "Chỉ tiêu": [("code", "document", "body", "name_vi", "name_en", "unit", "direction", "kind", "goal", "due_on",
                      "lead_body", "lead_position", "sector", "source_document", "source_place")],
    }
    with xlsxwriter.Workbook(path) as book:
        for name in dict.fromkeys((*rows, *(each.replace("_", " ") for each in sheets))):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows.get(name, ())):
                sheet.write_row(at, 0, row)
            fill = sheets.get(name.replace(" ", "_"))
            if fill:
                fill(book, sheet)
    return path


def test_a_workbook_by_hand_is_read(tmp_path: Path) -> None:
    """Vietnamese headers or machine names, optional columns left out, no sheet that is not needed."""
    plan = read_workbook(workbook(tmp_path / "a.xlsx"))
    assert (plan.name, plan.body, [body.name_vi for body in plan.bodies], plan.targets) == ("a", "P", ["Phường A"], ())


def target_row(goal: object, due: object, *, percent: bool = False) -> Sheet:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(1, 0, ("T1", "nq", "P", "Chỉ tiêu", "Target", "%", "ít nhất", "mức cuối kỳ"))
        sheet.write_row(1, 10, ("P", "Chủ tịch", "KT", "nq", "1"))
        sheet.write(1, 8, goal, book.add_format({"num_format": "0.00%"}) if percent else None)
        if isinstance(due, str):
            sheet.write_string(1, 9, due)
        else:
            sheet.write_number(1, 9, due, book.add_format({"num_format": "dd/mm/yyyy"}))

    return fill


def test_typed_numbers_and_days_are_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Chỉ_tiêu=target_row(95.91, 46022))
    (target,) = read_workbook(path).targets
    assert (target.goal, target.due_on.isoformat()) == (Decimal("95.91"), "2025-12-31")


@pytest.mark.parametrize(("goal", "due", "percent", "expected"), [
    ("95,91", "31/12/2025", False, ("Q102", "Chỉ tiêu", 2, "Mục tiêu")),
    ("95.91%", "31/12/2025", False, ("Q101", "Chỉ tiêu", 2, "Mục tiêu")),
    (0.9591, "31/12/2025", True, ("P212", "Chỉ tiêu", 2, "Mục tiêu")),
    (95, "cuối năm", False, ("Q201", "Chỉ tiêu", 2, "Hạn")),
])
def test_what_a_person_types_wrong_is_told_by_sheet_row_and_header(
    tmp_path: Path, goal: object, due: str, percent: bool, expected: tuple[str, str, int, str],
) -> None:
    path = workbook(tmp_path / "a.xlsx", Chỉ_tiêu=target_row(goal, due, percent=percent))
    assert told(path) == [expected]


def test_a_percentage_says_which_number_to_type(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Chỉ_tiêu=target_row(0.9591, "31/12/2025", percent=True))
    assert [dict(each.values) for each in problems(path)] == [{"text": "95.91%", "number": "95.91"}]


def test_a_period_excel_made_a_day_is_refused(tmp_path: Path) -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ("Cơ quan", "Nội dung xếp hạng", "Kỳ", "Thứ hạng", "Cơ quan xếp hạng", "Văn bản nguồn"))
        sheet.write_row(1, 0, ("P", "Thi đua", "", 1, "UBND", "nq"))
        sheet.write_number(1, 2, 44805, book.add_format({"num_format": "mmm-yy"}))

    assert told(workbook(tmp_path / "a.xlsx", Xếp_hạng=fill)) == [("P209", "Xếp hạng", 2, "Kỳ")]


def nothing(_book: Any, _sheet: Any) -> None:
    """An empty sheet."""


def note(_book: Any, sheet: Any) -> None:
    sheet.write(0, 0, "ghi chú")


def test_sheets_that_are_no_tables_are_told_unless_empty(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Trang1=nothing, Số_liêu=note)
    assert told(path) == [("P116", "Số liêu", None, None)]
    assert problems(path)[0].values["allowed"] == "Số liệu"


def test_an_unknown_header_and_a_column_without_header_are_told(tmp_path: Path) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write_row(0, 4, ("Cấp trển", "", ""))
        sheet.write_row(1, 4, ("", "lạc", ""))

    path = workbook(tmp_path / "a.xlsx", Cơ_quan=fill)
    assert told(path) == [("P108", "Cơ quan", 1, "Cấp trển"), ("P108", "Cơ quan", 1, "")]
    assert problems(path)[0].values["allowed"] == "Cấp trên"


def test_missing_sheets_are_told(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("Trang1")
    assert told(tmp_path / "a.xlsx") == [
        ("P102", "Cơ quan", None, None), ("P102", "Văn bản", None, None), ("P102", "Chỉ tiêu", None, None),
        ("P112", "Kế hoạch", None, None),
    ]


def test_the_plans_own_sheet_is_checked(tmp_path: Path) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write_row(3, 0, ("Cơ quan được sơ kết (mã)", "Q"))
        sheet.write_row(5, 0, ("Tên ngắn", "b"))
        sheet.write_row(6, 0, ("Người ký", "?"))

    assert told(workbook(tmp_path / "a.xlsx", Kế_hoạch=fill)) == [
        ("P122", "Kế hoạch", 6, None), ("P118", "Kế hoạch", 7, None), ("P302", "Kế hoạch", 4, None),
    ]


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * (300 * 1024 * 1024))
    return data.getvalue()


@pytest.mark.parametrize(("make", "code"), [
    (lambda: b"", "P115"),
    (lambda: b"not a workbook", "P115"),
    (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "P115"),  # an old .xls, or one with a password
    (bomb, "P117"),
])
def test_what_is_no_workbook_is_one_problem(tmp_path: Path, make: Callable[[], bytes], code: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    assert told(path) == [(code, None, None, None)]


def test_a_workbook_cut_short_is_one_problem(plan: Plan, tmp_path: Path) -> None:
    write_workbook(plan, tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    for size in (10, len(data) // 2, len(data) - 30):
        (tmp_path / "b.xlsx").write_bytes(data[:size])
        assert told(tmp_path / "b.xlsx") == [("P115", None, None, None)]


def test_a_missing_workbook_is_said(tmp_path: Path) -> None:
    assert told(tmp_path / "khong-co.xlsx") == [("P120", None, None, None)]


NEEDED = ("Mã", "Tên (tiếng Việt)", "Tên (tiếng Anh)", "Cấp")


def test_one_stray_cell_in_the_last_corner_does_not_take_the_memory(tmp_path: Path) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write(1_048_575, 16_383, "lạc")

    path = workbook(tmp_path / "a.xlsx", Cơ_quan=fill)
    assert set(told(path)) == {("P108", "Cơ quan", 1, ""), *(("P201", "Cơ quan", 1_048_576, name) for name in NEEDED)}


def test_rows_differ_only_where_the_record_does(tmp_path: Path) -> None:
    """A later change of one figure is one changed row, not a new workbook order."""
    plan = small_plan()
    changed = replace(plan, milestones=(replace(plan.milestones[0], value=Decimal(80)),))
    write_workbook(changed, tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx") == changed
