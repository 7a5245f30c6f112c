"""What stands under "latest": the same in terminal, page, Word table and bulletin."""

from decimal import Decimal

from review.reviews import YEAR_BEFORE, example, table
from tiendo.review.latest import Latest, latest_of


def latest(code: str, day: str = "mid") -> Latest:
    review = example() if day == "mid" else example(YEAR_BEFORE)
    line = next(line for line in review.lines if line.target.code == code)
    return latest_of(line.target, line.assessment)


def test_a_mean_and_a_rate_stand_beside_the_figure_they_are_made_of() -> None:
    """The terminal shows 7,38 and 109,78 under "Mới nhất" where the page shows 11,3% and 2.914,7 tỷ đồng."""
    found = [latest(code) for code in ("KT-01", "KT-03", "KT-04")]
    assert [(one.figures[0].value, one.judged, one.judged_by) for one in found] == [
        (Decimal("11.3"), Decimal("7.38"), "mean"), (Decimal("2914.7"), Decimal("109.78"), "rate"),
        (Decimal("95.91"), None, None)]


def test_a_structure_has_a_figure_a_part_and_no_data_none() -> None:
    assert [one.component for one in latest("KT-02").figures] == ["DV", "CN", "NN"]
    assert latest("VX-02", "before") == Latest()


def test_the_word_table_shows_both() -> None:
    rows = {row[1]: row[6] for row in table(example(), "Kết quả thực hiện các chỉ tiêu")}
    assert [rows["Tốc độ tăng giá trị sản xuất bình quân hằng năm"],
            rows["Thu ngân sách nhà nước trên địa bàn so với dự toán Thành phố giao"]] == [
        "11,3 (bình quân 7,38%/năm)", "2.914,7 (109,78%)"]
