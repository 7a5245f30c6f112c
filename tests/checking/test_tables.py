"""Tables of a report: totals their rows do not make, rates their columns contradict, with the cell as place."""

from collections.abc import Sequence

import pytest

from checking.texts import findings, tell

HEAD = ("Khoản thu", "Dự toán (tỷ đồng)", "Thực hiện (tỷ đồng)", "So với dự toán (%)")
ROWS = (("Thuế ngoài quốc doanh", "1.120,0", "1.268,3", "113,2"), ("Thuế thu nhập", "520,0", "561,7", "108,0"),
        ("Lệ phí trước bạ", "395,0", "427,6", "108,3"), ("Tổng cộng", "2.035,0", "2.257,6", "110,9"))


def page(rows: Sequence[Sequence[str]], head: Sequence[str] = HEAD) -> str:
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><p>Kết quả thu ngân sách năm 2022.</p><table><tr>{heads}</tr>{body}</table></body></html>"


def changed(row: int, column: int, text: str) -> str:
    """The table with one cell changed."""
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = text
    return page(rows)


def test_right_table_raises_no_question() -> None:
    assert findings(page(ROWS), file="bc.html") == ()


def test_total_that_its_rows_do_not_make() -> None:
    """Tổng cộng | 2.035,0 | 2.275,6 | 111,8: hai chữ số đổi chỗ."""
    rows = [*ROWS[:3], ("Tổng cộng", "2.035,0", "2.275,6", "111,8")]
    (found,) = findings(page(rows), file="bc.html")
    assert tell([found]) == [("C309", "warning", "2.275,6", None)]
    assert dict(found.problem.values) == {
        "head": "Thực hiện (tỷ đồng)", "row": "Tổng cộng", "stated": "2.275,6", "total": "2.257,6"}


def test_place_of_a_finding_in_a_table_is_its_cell() -> None:
    (found,) = findings(changed(1, 3, "180,0"), file="bc.html")
    place = found.problem.place
    assert place
    assert place.say("vi") == "bc.html, bảng 1, dòng 3, cột 4"


def test_rate_that_its_own_columns_contradict() -> None:
    """Thuế thu nhập | 520,0 | 561,7 | 180,0."""
    (found,) = findings(changed(1, 3, "180,0"), file="bc.html")
    assert tell([found]) == [("C310", "warning", "180,0", None)]
    assert (found.problem.values["value"], found.problem.values["base"], found.problem.values["computed"]) == (
        "561,7", "520,0", "108,02")


def test_growth_column_is_known_by_most_of_its_rows() -> None:
    head = ("Phường", "Năm 2021 (tấn)", "Năm 2022 (tấn)", "Tăng, giảm (%)")
    rows = [("Hồ Sen", "200", "220", "10,0"), ("Bến Đá", "150", "165", "10,0"), ("Đồng Lau", "80", "76", "-5,0"),
            ("Cầu Mới", "400", "500", "20,0")]
    (found,) = findings(page(rows, head), file="bc.html")
    assert (found.problem.code, found.quote, found.problem.values["computed"]) == ("C310", "20,0", "25")


@pytest.mark.parametrize("rows", [
    # nested: no column makes its total
    [("I. Thu nội địa", "100,0", "110,0", "110,0"), ("1. Thuế", "60,0", "66,0", "110,0"),
     ("2. Phí", "40,0", "44,0", "110,0"), ("Tổng cộng", "100,0", "110,0", "110,0")],
    # a cell that may be read in two ways, and one in words
    [("Thuế", "1,120", "1,268", "113,2"), ("Phí", "520", "561", "107,9"), ("Tổng cộng", "1,640", "9,829", "111,5")],
    [("Thuế", "100,0", "chưa có", ""), ("Phí", "50,0", "55,0", "110,0"), ("Tổng cộng", "150,0", "55,0", "36,7")],
    # no total, no rate that fits most rows
    [("Thuế", "100,0", "110,0", "5,0"), ("Phí", "50,0", "55,0", "7,0"), ("Khác", "20,0", "21,0", "9,0")],
])
def test_nested_open_and_unclear_tables_are_left_alone(rows: list[tuple[str, ...]]) -> None:
    assert findings(page(rows), file="bc.html") == ()


def test_counts_in_a_table_are_exact() -> None:
    head = ("Cấp học", "Số trường (trường)", "Số lớp (lớp)")
    rows = [("Mầm non", "15", "150"), ("Tiểu học", "14", "210"), ("Trung học", "9", "140"), ("Tổng số", "39", "500")]
    (found,) = findings(page(rows, head), file="bc.html")
    assert (found.problem.code, found.quote, found.problem.values["total"]) == ("C309", "39", "38")
