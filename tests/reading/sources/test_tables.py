"""Which rows of a table are its head, and which column names its rows: tables as offices draw them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.reading.sources.tables import Cell, headed, is_figure


def table(*rows: str, merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> list[Cell]:
    """Cells of rows written "a | b | c"; `merged` gives rows and columns a cell spans, "^" marks what it covers."""
    spans = merged or {}
    return [
        Cell(row, column, (text.strip(),) if text.strip() else (), *spans.get((row, column), (1, 1)))
        for row, line in enumerate(rows, 1) for column, text in enumerate(line.split("|"), 1) if text.strip() != "^"
    ]


def figures(cells: list[Cell]) -> dict[str, tuple[str | None, str | None]]:
    """Each figure with its row's and its column's head."""
    return {found.cell.text: (found.row_head, found.column_head)
            for found in headed(cells) if is_figure(found.cell.text)}


@pytest.mark.parametrize(("text", "counts"), [
    ("5.480", True), ("95,91%", True), ("17/17", True), ("-4,1", True), ("≥ 90%", True), ("1 200", True),
    ("2022", False), ("Năm 2022", False), ("", False), ("12 hộ", False), ("9" * 50, False),
])
def test_a_figure_is_a_number_and_nothing_else(text: str, counts: bool) -> None:
    assert is_figure(text) is counts


def test_the_first_row_of_words_is_the_head() -> None:
    assert figures(table("Phường | Số hộ", "Hồ Sen | 12", "Bến Đá | 7")) == {
        "12": ("Hồ Sen", "Số hộ"), "7": ("Bến Đá", "Số hộ")}


def test_years_head_columns() -> None:
    assert figures(table("Chỉ tiêu | 2021 | 2022", "Thu | 4.900 | 5.480")) == {
        "4.900": ("Thu", "2021"), "5.480": ("Thu", "2022")}


def test_a_head_of_two_rows_with_spans() -> None:
    cells = table(
        "TT | Chỉ tiêu | Năm 2022 | ^", "^ | ^ | Kế hoạch | Thực hiện", "1 | Thu | 4.871 | 5.480",
        merged={(1, 1): (2, 1), (1, 2): (2, 1), (1, 3): (1, 2)})
    assert figures(cells) == {
        "1": (None, "TT"), "4.871": ("Thu", "Năm 2022; Kế hoạch"), "5.480": ("Thu", "Năm 2022; Thực hiện")}


def test_a_group_head_left_unmerged_reaches_over_what_it_names() -> None:
    cells = table("Chỉ tiêu | Năm 2022 | ", " | Kế hoạch | Thực hiện", "Thu | 4.871 | 5.480")
    assert figures(cells) == {"4.871": ("Thu", "Năm 2022; Kế hoạch"), "5.480": ("Thu", "Năm 2022; Thực hiện")}


def test_a_row_that_numbers_the_columns_is_no_row_of_figures() -> None:
    cells = table("TT | Chỉ tiêu | Kế hoạch | Tỷ lệ", "(1) | (2) | (3) | (4)=(3)/(2)", "1 | Thu | 4.871 | 112,5%")
    assert figures(cells) == {
        "1": (None, "TT"), "4.871": ("Thu", "Kế hoạch"), "112,5%": ("Thu", "Tỷ lệ")}


def test_a_title_inside_the_table_is_no_head_of_a_column() -> None:
    cells = table("Biểu 1: Thu ngân sách | ^ | ^", "Khoản | Kế hoạch | Thực hiện", "Thuế | 4.200 | 4.350",
                  merged={(1, 1): (1, 3)})
    assert figures(cells) == {"4.200": ("Thuế", "Kế hoạch"), "4.350": ("Thuế", "Thực hiện")}


def test_a_group_of_rows_names_each_of_them() -> None:
    cells = table("Lĩnh vực | Chỉ tiêu | Kết quả", "Giáo dục | Trường chuẩn | 13/13", "^ | Lớp hai buổi | 98%",
                  merged={(2, 1): (2, 1)})
    assert figures(cells) == {
        "13/13": ("Giáo dục; Trường chuẩn", "Kết quả"), "98%": ("Giáo dục; Lớp hai buổi", "Kết quả")}


def test_a_section_row_inside_the_body_stays_there() -> None:
    cells = table("TT | Chỉ tiêu | Kết quả", "1 | Thu | 5.480", "II | VĂN HÓA | ", "2 | Gia đình văn hóa | 91%")
    assert figures(cells) == {
        "1": (None, "TT"), "5.480": ("Thu", "Kết quả"), "2": (None, "TT"), "91%": ("Gia đình văn hóa", "Kết quả")}


def test_a_table_without_a_head_claims_none() -> None:
    assert figures(table("Thu | 5.480", "Chi | 4.100")) == {"5.480": ("Thu", None), "4.100": ("Chi", None)}


def test_a_table_of_words_has_a_head_where_its_first_row_is_short_and_full() -> None:
    cells = table("TT | Nhiệm vụ | Đơn vị", "1 | Rà soát hộ nghèo | UBND phường", "2 | Cấp thẻ | BHXH quận")
    assert [found.column_head for found in headed(cells)][3:] == ["TT", "Nhiệm vụ", "Đơn vị"] * 2


def test_a_head_the_file_marks_is_believed() -> None:
    cells = [Cell(1, 1, ("Năm",), head=True), Cell(1, 2, ("100",), head=True),
             Cell(2, 1, ("Thu",)), Cell(2, 2, ("5.480",))]
    assert figures(cells) == {"100": (None, None), "5.480": ("Thu", "100")}


def test_one_row_has_no_head() -> None:
    found = [(one.row_head, one.column_head) for one in headed(table("Thu | 5.480"))]
    assert found == [(None, None), ("Thu", None)]


@given(st.lists(st.lists(st.sampled_from(["", "Thu", "5.480", "1", "2022", "(1)", "%", "II"]), min_size=1, max_size=5),
                min_size=1, max_size=6))
def test_every_cell_comes_out_once_and_heads_stand_above_and_before(rows: list[list[str]]) -> None:
    cells = [Cell(row, column, (text,) if text else ()) for row, line in enumerate(rows, 1)
             for column, text in enumerate(line, 1)]
    found = list(headed(cells))
    assert [one.cell for one in found] == cells
    above = {one.cell.text for one in found if one.column_head is None}
    assert {part for one in found if one.column_head for part in one.column_head.split("; ")} <= above
