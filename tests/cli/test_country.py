"""Many bodies from the command line: export, simulate, country."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from calls import call

from tiendo.assessing.many import SCHEMAS
from tiendo.cli.exits import Exit

EXAMPLE = Path(__file__).parents[2] / "examples" / "63-tinh"


def test_plan_goes_to_columns_and_is_assessed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Xuất kế hoạch thật của 63 tỉnh rồi đánh giá: tổng đúng bằng các phần, và kết quả được ghi lại."""
    assert call(capsys, "export", EXAMPLE, "--parquet", tmp_path / "cot").code == Exit.OK
    seen = call(capsys, "country", tmp_path / "cot", "--as-of", "2015-12-31", "--out", tmp_path / "ra", "--lang", "vi")
    assert seen.code == Exit.OK
    assert "59 vượt + 4 không đạt = 63" in seen.out
    assert pq.read_table(tmp_path / "ra" / "verdicts.parquet").num_rows == 63


def test_simulated_country_says_its_sum_and_what_its_share_covers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    made = call(capsys, "simulate", "--out", tmp_path / "nuoc", "--bodies", 20, "--targets", 10, "--months", 30)
    assert made.code == Exit.OK
    seen = call(capsys, "country", tmp_path / "nuoc", "--as-of", "2023-06-30", "--lang", "en")
    assert "= 200" in seen.out
    assert "% of all targets." in seen.out


def test_folder_that_is_there_is_not_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "x").write_text("giữ nguyên", encoding="utf-8")
    seen = call(capsys, "export", EXAMPLE, "--parquet", tmp_path / "x")
    assert (seen.code, "[A120]" in seen.err) == (Exit.NO_OUTPUT, True)
    assert (tmp_path / "x").read_text(encoding="utf-8") == "giữ nguyên"


def test_folder_of_no_tables_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    seen = call(capsys, "country", tmp_path, "--as-of", "2023-06-30")
    assert (seen.code, seen.err.count("[A103]")) == (Exit.BAD_PLAN, len(SCHEMAS))


def test_spark_that_is_not_there_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    call(capsys, "export", EXAMPLE, "--parquet", tmp_path / "cot")
    seen = call(capsys, "country", tmp_path / "cot", "--as-of", "2015-12-31", "--engine", "spark", "--master", "sc://")
    assert (seen.code, "[A123]" in seen.err or "[A122]" in seen.err) == (Exit.NO_REVIEW, True)
