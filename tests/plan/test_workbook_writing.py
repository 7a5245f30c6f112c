"""What people see of a workbook: typed cells, lists, frozen heads, and nothing that runs."""

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from small_plan import tell
from tiendo.errors import OutputError, PlanError
from tiendo.plan import TABLES, Plan, write_workbook


@pytest.fixture
def written(plan: Plan, tmp_path: Path) -> bytes:
    """The small plan with a text that looks like a formula, as a workbook."""
    bodies = (replace(plan.bodies[0], name_en="=HYPERLINK(1)"), *plan.bodies[1:])
    write_workbook(replace(plan, bodies=bodies), tmp_path / "plan.xlsx")
    return (tmp_path / "plan.xlsx").read_bytes()


def rows(data: bytes, sheet: str) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()]


def part(data: bytes, sheet: str) -> str:
    number = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names.index(sheet) + 1
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_sheets_stand_in_the_plans_order_with_vietnamese_names(written: bytes) -> None:
    names = CalamineWorkbook.from_filelike(io.BytesIO(written)).sheet_names
    assert names == ["Kế hoạch", *(table.title("vi") for table in TABLES)]


def test_cells_are_typed_and_choices_stand_in_words(written: bytes) -> None:
    head, first, *_ = rows(written, "Mốc lộ trình")
    assert head == ["Chỉ tiêu", "Đến ngày", "Giá trị", "Cận trên"]
    assert [str(cell) for cell in first] == ["TN", "2022-12-31", "78.5", ""]
    assert isinstance(first[2], float)
    targets = rows(written, "Chỉ tiêu")
    assert targets[3][6:9] == ["ít nhất", "xếp loại", "Hoàn thành tốt nhiệm vụ"]


def test_nothing_in_it_is_a_formula_or_a_link(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    assert [text for text in sheets if "<f>" in text or "<hyperlink" in text] == []
    assert rows(written, "Cơ quan")[1][2] == "=HYPERLINK(1)"


def test_heads_are_frozen_and_choices_come_from_lists(written: bytes) -> None:
    text = part(written, "Chỉ tiêu")
    assert 'state="frozen"' in text
    assert re.findall(r'"(ít nhất,không quá,trong khoảng,hoàn thành)"', text.replace("&quot;", '"')) == [
        "ít nhất,không quá,trong khoảng,hoàn thành",
    ]
    assert "'Cơ quan'!$A$2:$A$2000" in text


def test_the_same_plan_gives_the_same_bytes(plan: Plan, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(plan, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_could_not_be_read_back_is_never_written(plan: Plan, tmp_path: Path) -> None:
    bad = replace(plan, milestones=(replace(plan.milestones[0], value=Decimal("NaN")),))
    with pytest.raises(PlanError) as caught:
        write_workbook(bad, tmp_path / "plan.xlsx")
    assert tell(caught.value.problems) == [("Q101", "milestones.csv", 2, "value")]
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").mkdir()
    with pytest.raises(OutputError) as caught:
        write_workbook(plan, tmp_path / "plan.xlsx")
    assert tell(caught.value.problems) == [("P901", str(tmp_path / "plan.xlsx"), None, None)]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.xlsx"]
