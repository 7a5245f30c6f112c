"""Workbooks: what a sheet shows is what is read, each figure with the heads that name it."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from reading.sources.docx_files import RELATIONS, R
from reading.sources.reading_room import codes, headed, kinds, opened, places, refusals, refused, texts
from tiendo.errors import ReadError
from tiendo.reading.sources.guard import MAX_BYTES, bounded_zip, take_in
from tiendo.reading.sources.xlsx import Sheet, sheet_rows
from tiendo.reading.sources.xlsx_cells import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(write: Callable[[xlsxwriter.Workbook], None], **options: object) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, options) as book:
        write(book)
    return out.getvalue()


def sheet_xml(rows: str, *, state: str = "visible", part: str = "xl/worksheets/a.xml", relation: str = "s") -> bytes:
    """A workbook of one sheet, its XML by hand: what other programs than Excel write."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" '
                           f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        container.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{R}"><sheets>'
                           f'<sheet name="Biểu 1" sheetId="1" state="{state}" r:id="{relation}"/></sheets></workbook>')
        container.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{RELATIONS}"><Relationship Id="s" '
                           f'Type="{R}/worksheet" Target="worksheets/a.xml"/></Relationships>')
        container.writestr(part, f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>')
    return out.getvalue()


def test_a_table_with_title_unit_merged_heads_and_notes(tmp_path: Path) -> None:
    """A quarterly return as a finance division sends it."""
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Thu chi")
        money, percent = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "0.00%"})
        sheet.write("A1", "KẾT QUẢ THU, CHI NGÂN SÁCH NĂM 2022")
        sheet.write("D2", "Đơn vị tính: triệu đồng")
        sheet.merge_range("A3:A4", "TT")
        sheet.merge_range("B3:B4", "Chỉ tiêu")
        sheet.merge_range("C3:E3", "Năm 2022")
        sheet.write_row("C4", ["Dự toán", "Thực hiện", "Tỷ lệ"])
        rows = [(1, "Thu ngân sách", 4871000, 5480000), (2, "Chi đầu tư", 2025000, 1942000)]
        for row, (order, name, plan, done) in enumerate(rows):
            sheet.write_row(4 + row, 0, [order, name])
            sheet.write_row(4 + row, 2, [plan, done], money)
            sheet.write_number(4 + row, 4, done / plan, percent)
        sheet.write("A8", "Nguồn: Kho bạc Nhà nước.")

    found = opened(tmp_path, "bc.xlsx", workbook(write))
    assert kinds(found)[:2] == [
        ("heading", "KẾT QUẢ THU, CHI NGÂN SÁCH NĂM 2022"), ("paragraph", "Đơn vị tính: triệu đồng")]
    assert headed(found)[6:] == [
        ("1", None, "TT"), ("Thu ngân sách", None, "Chỉ tiêu"),
        ("4.871.000", "Thu ngân sách", "Năm 2022; Dự toán"), ("5.480.000", "Thu ngân sách", "Năm 2022; Thực hiện"),
        ("112,50%", "Thu ngân sách", "Năm 2022; Tỷ lệ"),
        ("2", None, "TT"), ("Chi đầu tư", None, "Chỉ tiêu"),
        ("2.025.000", "Chi đầu tư", "Năm 2022; Dự toán"), ("1.942.000", "Chi đầu tư", "Năm 2022; Thực hiện"),
        ("95,90%", "Chi đầu tư", "Năm 2022; Tỷ lệ"),
    ]
    assert kinds(found)[-1] == ("paragraph", "Nguồn: Kho bạc Nhà nước.")
    assert {block.sheet for block in found.blocks} == {"Thu chi"}


def test_row_and_column_are_those_of_the_sheet(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write("C5", "Thu")
        sheet.write("D5", 5480)

    assert places(opened(tmp_path, "bc.xlsx", workbook(write))) == [(5, 3, "Thu"), (5, 4, "5480")]


def test_dates_are_shown_day_first(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, (value, code) in enumerate([
            (date(2023, 3, 31), "dd/mm/yyyy"), (date(2023, 3, 31), "yyyy-mm-dd"), (date(2023, 3, 1), "mm/yyyy"),
            (datetime(2023, 3, 31, 15, 30), "dd/mm/yyyy hh:mm"),  # noqa: DTZ001 - a sheet has no time zone
        ]):
            sheet.write_datetime(row, 0, value, book.add_format({"num_format": code}))

    found = opened(tmp_path, "bc.xlsx", workbook(write))
    assert texts(found) == ["31/03/2023", "31/03/2023", "03/2023", "31/03/2023 15:30"]


def test_a_workbook_from_an_old_mac_counts_days_from_1904(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_datetime(0, 0, date(2023, 3, 31), book.add_format({"num_format": "dd/mm/yyyy"}))

    assert texts(opened(tmp_path, "bc.xlsx", workbook(write, date_1904=True))) == ["31/03/2023"]


def test_hidden_sheets_are_not_read_and_named(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Báo cáo").write("A1", "Thu 5.480 tỷ đồng.")
        book.add_worksheet("Nháp").write("A1", "Thu 9.999 tỷ đồng.")
        book.add_worksheet("Mật").write("A1", "x")
        book.get_worksheet_by_name("Nháp").hide()
        book.get_worksheet_by_name("Mật").very_hidden()

    found = opened(tmp_path, "bc.xlsx", workbook(write))
    assert texts(found) == ["Thu 5.480 tỷ đồng."]
    assert codes(found) == [("R128", "info")]
    assert found.problems[0].values == {"sheets": "Nháp; Mật"}


def test_formulas_show_their_stored_result_and_errors_nothing(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write_formula("B1", '="Thu"', None, "Thu")
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
        sheet.write_boolean("D1", True)

    assert places(opened(tmp_path, "bc.xlsx", workbook(write))) == [(1, 1, "2"), (1, 2, "Thu")]


def test_rich_text_in_a_cell_is_one_text(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_rich_string("A1", "Thu ", book.add_format({"bold": True}), "ngân sách", " năm 2022")

    assert texts(opened(tmp_path, "bc.xlsx", workbook(write))) == ["Thu ngân sách năm 2022"]


def test_rows_below_a_gap_without_a_head_belong_to_the_table_above(tmp_path: Path) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["Phường", "Số hộ nghèo"])
        sheet.write_row("A2", ["Hồ Sen", 12])
        sheet.write_row("A4", ["Bến Đá", 7])
        sheet.write_row("A8", ["Trường", "Số lớp"])
        sheet.write_row("A9", ["Sông Tô", 30])

    found = opened(tmp_path, "bc.xlsx", workbook(write))
    assert [cell for cell in headed(found) if cell[1]] == [
        ("12", "Hồ Sen", "Số hộ nghèo"), ("7", "Bến Đá", "Số hộ nghèo"), ("30", "Sông Tô", "Số lớp")]
    assert [block.table for block in found.blocks] == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2]


def test_cells_without_a_reference_are_counted(tmp_path: Path) -> None:
    """Some exporters leave out where a cell stands: it follows the one before."""
    rows = '<row><c t="inlineStr"><is><t>Thu</t></is></c><c><v>5480</v></c></row><row><c t="str"><v>Chi</v></c></row>'
    assert places(opened(tmp_path, "bc.xlsx", sheet_xml(rows))) == [(1, 1, "Thu"), (1, 2, "5480"), (2, 1, "Chi")]


def test_a_stray_cell_in_the_last_row_costs_nothing(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert places(opened(tmp_path, "bc.xlsx", sheet_xml(rows))) == [(1, 1, "1"), (1048576, 16384, "2")]


def test_more_cells_than_a_table_can_need_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bc.xlsx"
    path.write_bytes(sheet_xml("<row>" + "<c><v>1</v></c>" * 300 + "</row>"))
    source = take_in(path, MAX_BYTES)
    book = Workbook((), (), datetime(1899, 12, 30))  # noqa: DTZ001 - a sheet has no time zone
    sheet = Sheet("Biểu 1", "xl/worksheets/a.xml")
    with bounded_zip(source) as container:
        assert len(sheet_rows(source, container, sheet, book)) == 1
        with pytest.raises(ReadError) as caught:
            sheet_rows(source, container, sheet, book, most_cells=200)
    assert [problem.code for problem in caught.value.problems] == ["R129"]
    assert caught.value.problems[0].values == {"sheet": "Biểu 1", "limit": "200"}


def test_a_workbook_of_hidden_sheets_holds_no_text(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.xlsx", sheet_xml("<row><c><v>1</v></c></row>", state="hidden")) == ["R128", "R121"]


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path) -> None:
    content = sheet_xml("<row/>", part="xl/worksheets/b.xml")
    (found,) = refusals(tmp_path, "bc.xlsx", content)
    assert (found.code, dict(found.values)) == ("R111", {"part": "xl/worksheets/a.xml"})


def test_a_sheet_that_points_nowhere_is_named(tmp_path: Path) -> None:
    content = sheet_xml("<row/>", relation="t")
    (found,) = refusals(tmp_path, "bc.xlsx", content)
    assert (found.code, dict(found.values)) == ("R111", {"part": "Biểu 1"})
