"""`tiendo read`: a table for people, JSON lines for programs, problems on standard error."""

import json
from pathlib import Path

import pytest
from calls import call

REPORT = "Năm 2022, thu ngân sách đạt 1.250 tỷ đồng, tăng 8,5% so với năm 2021.\n"


def written(folder: Path, name: str = "bao-cao.txt", text: str = REPORT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_jsonl_prints_one_object_a_claim_with_the_fields_of_its_kind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    path = written(tmp_path)
    seen = call(capsys, "read", path, "--format", "jsonl")
    first, second = map(json.loads, seen.out.splitlines())
    assert (seen.code, seen.err) == (0, "")
    assert {name: first[name] for name in ("kind", "value", "unit", "relation", "period", "start", "end", "file")} == {
        "kind": "measure", "value": 1250, "unit": "tỷ đồng", "relation": "level", "period": "2022",
        "start": REPORT.index("đạt"), "end": REPORT.index("tỷ đồng") + len("tỷ đồng"), "file": str(path)}
    assert (second["value"], second["relation"], second["against"]) == (8.5, "growth", "previous")


def test_quotes_are_slices_of_the_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    seen = call(capsys, "read", written(tmp_path), "--format", "jsonl")
    claims = [json.loads(line) for line in seen.out.splitlines()]
    assert [REPORT[claim["start"]:claim["end"]] for claim in claims] == [claim["quote"] for claim in claims]


def test_table_shows_value_subject_period_and_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    seen = call(capsys, "read", written(tmp_path))
    row = next(line for line in seen.out.splitlines() if "1.250" in line)
    assert [word for word in ("số đo", "1.250 tỷ đồng", "thu ngân sách", "2022", "đoạn 1") if word not in row] == []


def test_one_unreadable_file_hides_no_other(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Báo cáo thứ nhất mất, báo cáo thứ hai vẫn được đọc."""
    seen = call(capsys, "read", tmp_path / "mat.txt", written(tmp_path), "--format", "jsonl")
    assert (seen.code, len(seen.out.splitlines())) == (3, 2)
    assert seen.err == f"{tmp_path / 'mat.txt'}: không tìm thấy tệp; hãy kiểm tra lại tên tệp và thư mục [R101]\n"


def test_jobs_change_neither_output_nor_order_nor_problems(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Ba báo cáo đọc được, một tệp mất, một tệp hỏng: đọc song song vẫn in như đọc lần lượt."""
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 hong")
    files = [written(tmp_path, f"{name}.txt", REPORT * times) for name, times in (("a", 30), ("b", 1), ("c", 9))]
    asked = ("read", files[0], tmp_path / "mat.txt", files[1], broken, files[2], "--format", "jsonl")
    assert call(capsys, *asked, "--jobs", 2) == call(capsys, *asked)


@pytest.mark.parametrize("jobs", ["0", "-1", "62", "nhiều"])
def test_jobs_that_cannot_be_are_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, jobs: str) -> None:
    seen = call(capsys, "read", written(tmp_path), "--jobs", jobs)
    assert (seen.code, seen.out) == (2, "")
    assert seen.err.splitlines()[0] == "Giá trị của --jobs không đúng: phải là số nguyên từ 1 đến 61"
