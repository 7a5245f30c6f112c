"""`tiendo read-corpus`: a folder of documents to lines on standard output, or to a file."""

import json
from pathlib import Path

import pytest
from calls import call

REPORT = "Năm 2022, thu ngân sách đạt 1.250 tỷ đồng, tăng 8,5% so với năm 2021.\n"
TOLD = "3 văn bản, 4 dữ kiện; 1 văn bản không đọc được (dòng có kind là problem).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "bao-cao"
    made.mkdir()
    for name in ("a.txt", "b.txt"):
        (made / name).write_text(REPORT, encoding="utf-8")
    (made / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    return made


def test_lines_go_to_standard_output_and_the_sum_to_standard_error(
    capsys: pytest.CaptureFixture[str], folder: Path,
) -> None:
    seen = call(capsys, "read-corpus", folder)
    told = [(one["file"], one["kind"]) for one in map(json.loads, seen.out.splitlines())]
    assert (seen.code, seen.err) == (0, TOLD)
    assert told == [("a.txt", "measure"), ("a.txt", "measure"), ("b.txt", "measure"), ("b.txt", "measure"),
                    ("hong.docx", "problem")]


def test_file_holds_what_would_be_printed(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    printed = call(capsys, "read-corpus", folder).out
    seen = call(capsys, "read-corpus", folder, "--out", tmp_path / "kho.jsonl", "--jobs", 2)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == f"{TOLD}Đã viết {tmp_path / 'kho.jsonl'}\n"
    assert (tmp_path / "kho.jsonl").read_text(encoding="utf-8") == printed


def test_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    seen = call(capsys, "read-corpus", tmp_path / "mat", "--lang", "en")
    assert (seen.code, seen.out) == (3, "")
    assert seen.err == f"{tmp_path / 'mat'}: there is no such folder, or no file in it to read; check the path [R133]\n"


def test_spark_that_does_not_answer_is_named(capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kho.jsonl"
    seen = call(capsys, "read-corpus", folder, "--engine", "spark", "--master", "sc://", "--out", out)
    assert (seen.code, seen.out, out.exists()) == (5, "", False)
    assert "Spark (sc://)" in seen.err
