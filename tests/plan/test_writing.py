"""Files whole or not at all, on a real disk."""

from pathlib import Path

import pytest

from tiendo.errors import OutputError
from tiendo.plan.writing import write_files, write_whole


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    write_files(tmp_path / "a" / "b", {"x.csv": "đ\n", "y.csv": ""})
    assert contents(tmp_path / "a" / "b") == {"x.csv": "đ\n", "y.csv": ""}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_files_of_a_folder_are_replaced_and_others_left(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_files(folder, {"x.csv": "1"})
    (folder / "khac.txt").write_text("2", encoding="utf-8")
    write_files(folder, {"x.csv": "3", "y.csv": "4"})
    assert contents(folder) == {"khac.txt": "2", "x.csv": "3", "y.csv": "4"}


def test_a_move_that_fails_puts_the_others_back(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    write_files(folder, {"x.csv": "1"})
    (folder / "z.csv").mkdir()
    with pytest.raises(OutputError) as caught:
        write_files(folder, {"x.csv": "2", "y.csv": "3", "z.csv": "4"})
    assert caught.value.problems[0].code == "P901"
    assert contents(folder) == {"x.csv": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("tệp", encoding="utf-8")
    for place in (tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(OutputError):
            write_files(place, {"x.csv": "1"})
    assert contents(tmp_path) == {"a": "tệp"}


def test_one_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "moi" / "a.xlsx"
    write_whole(path, b"1")
    write_whole(path, b"2")
    assert (path.read_bytes(), [each.name for each in path.parent.iterdir()]) == (b"2", ["a.xlsx"])
