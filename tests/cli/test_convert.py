"""A plan from folder to workbook and back as a person does it, and the workbook used in the folder's place."""

import os
import shutil
from pathlib import Path

import pytest
from calls import call

from tiendo.usecases.gather import gather

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_reports_go_along_to_the_workbook_and_back(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Folder to xlsx to folder drops reports/; then every accepted figure is refused with P306."""
    book, folder = tmp_path / "quan.xlsx", tmp_path / "quan"
    seen = call(capsys, "convert", EXAMPLE, book)
    assert (seen.code, seen.out.splitlines()) == (0, [
        f"Đã viết {book}", f"Đã viết {tmp_path / 'quan-reports'}", f"Đã viết {tmp_path / 'quan-outline.geojson'}"])
    assert call(capsys, "convert", book, folder).code == 0
    assert files(folder / "reports") == files(EXAMPLE / "reports")
    assert gather(folder=folder).plan == gather(folder=EXAMPLE).plan


def test_a_workbook_does_in_a_folders_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`tiendo review quan.xlsx` says that there is no such plan folder; board and propose likewise."""
    book = tmp_path / "quan.xlsx"
    call(capsys, "convert", EXAMPLE, book)
    assert call(capsys, "propose", book).out == call(capsys, "propose", EXAMPLE).out
    board = call(capsys, "board", book, "--as-of", "2023-03-31")
    assert (board.code, "9 vượt + 3 đạt + 5 bảo đảm tiến độ = 17" in board.out) == (0, True)
    seen = call(capsys, "review", book, "--as-of", "2023-03-31", "--out", tmp_path / "out")
    assert (seen.code, sorted(path.name for path in (tmp_path / "out").iterdir())) == (
        0, ["ban-tin.md", "bao-cao.docx", "review.html", "so-lieu.xlsx"])


def test_a_workbook_without_its_reports_says_where_they_belong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    book = tmp_path / "quan.xlsx"
    call(capsys, "convert", EXAMPLE, book)
    shutil.rmtree(tmp_path / "quan-reports")
    seen = call(capsys, "board", book, "--as-of", "2023-03-31")
    assert (seen.code, seen.err.splitlines()[0].split(": ")) == (4, [
        "quan.xlsx, trang tính Duyệt số liệu, dòng 2, cột Tệp báo cáo",
        "không có tệp “bc-btc-2022.docx” trong thư mục quan-reports/; hãy thêm tệp hoặc sửa tên [P306]"])


@pytest.mark.parametrize("name", ["quan.xlsx", "quan"])
def test_what_is_there_already_is_only_written_over_when_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str,
) -> None:
    """`tiendo convert` silently wrote over the workbook I had been editing."""
    target = tmp_path / name
    call(capsys, "convert", EXAMPLE, target)
    mine = target if target.is_file() else target / "targets.csv"
    mine.write_text("của tôi", encoding="utf-8")
    seen = call(capsys, "convert", EXAMPLE, target)
    assert (seen.code, seen.err.splitlines(keepends=True)[0], mine.read_text(encoding="utf-8")) == (
        6, f"{target}: đã có ở đây; thêm --force để ghi đè lên, hoặc chọn tên khác [P902]\n", "của tôi")
    assert call(capsys, "convert", EXAMPLE, target, "--force").code == 0
    assert gather(folder=target).plan == gather(folder=EXAMPLE).plan


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_place_nobody_may_write_to_is_told_in_vietnamese(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    seen = call(capsys, "convert", EXAMPLE, tmp_path / "x" / "quan.xlsx")
    assert (seen.code, "không có quyền" in seen.err) == (6, True)


def test_a_folder_in_the_way_is_told_in_one_language(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """--lang vi answers "không ghi được: File exists"."""
    (tmp_path / "tep").write_text("", encoding="utf-8")
    for lang, why in (("vi", "một phần của đường dẫn là tệp"), ("en", "a part of the path is a file")):
        seen = call(capsys, "--lang", lang, "convert", EXAMPLE, tmp_path / "tep" / "a" / "quan.xlsx")
        assert (seen.code, why in seen.err) == (6, True)
