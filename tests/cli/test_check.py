"""`tiendo check`: a list for people at any width, JSON lines for programs, exit code 1 when something is wrong."""

import contextlib
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calls import call

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"
WRONG = "Thực hiện Nghị quyết số 15-CT/TW của Bộ Chính trị.\n"
SPELLED = "Thực hiện Nghị quyết số 15-NQ/TƯ của Bộ Chính trị.\n"


def written(folder: Path, text: str, name: str = "bao-cao.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_list_shows_severity_code_place_words_problem_and_suggestion(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    path = written(tmp_path, WRONG)
    seen = call(capsys, "check", path)
    todo = "hãy đối chiếu bản gốc và sửa tên loại hoặc ký hiệu"
    assert (seen.code, seen.err) == (1, "")
    assert seen.out.splitlines() == [
        str(path),
        "  lỗi C101  đoạn 1",
        "    “Nghị quyết số 15-CT/TW của Bộ Chính trị”",
        f"    Tên loại “Nghị quyết” trái với ký hiệu 15-CT/TW: CT là Chỉ thị; {todo}",
        "    → có phải là: 15-NQ/TW",
        "",
        "1 phát hiện: 1 lỗi",
    ]


def test_english_call_gets_english_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """"1 findings: 1 error"."""
    seen = call(capsys, "check", written(tmp_path, WRONG), "--lang", "en")
    assert [line for line in seen.out.splitlines() if "→" in line or "finding" in line] == [
        "    → perhaps meant: 15-NQ/TW", "1 finding: 1 error"]


@pytest.mark.parametrize(("text", "code"), [(WRONG, 1), (SPELLED, 0), ("Không có gì đáng nói.\n", 0)])
def test_exit_code_is_one_only_for_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, code: int,
) -> None:
    """Cách viết TƯ chỉ là lưu ý: không phải lỗi."""
    assert call(capsys, "check", written(tmp_path, text)).code == code


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert call(capsys, "check", written(tmp_path, "Không có gì đáng nói.\n")).out == (
        "Đã đọc 1 văn bản, không phát hiện sai sót.\n")


def test_jsonl_prints_one_object_a_finding_with_places(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = "Triển khai Chương trình số 06-CT/TU của Thành ủy.\n\nSơ kết Chương trình số 06-CTr/TU của Thành ủy.\n"
    path = written(tmp_path, text)
    seen = call(capsys, "check", path, "--format", "jsonl")
    first, second = map(json.loads, seen.out.splitlines())
    start = text.index("Chương trình số 06-CT/TU")
    assert first == {
        "code": "C101", "severity": "error", "kind": "miscitation", "file": str(path), "page": None, "start": start,
        "end": start + len(first["quote"]), "other": None, "unit": None,
        "place": {"file": str(path), "paragraph": 1, "start": start, "end": start + len(first["quote"])},
        "quote": "Chương trình số 06-CT/TU của Thành ủy", "suggestion": "06-CTr/TU", "message": first["message"]}
    assert (second["code"], second["other"]["paragraph"], text[second["start"]:second["end"]]) == (
        "C111", 1, second["quote"])


def test_contradiction_between_files_is_shown_at_the_later_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:
    text = "Năm 2022, thu ngân sách nhà nước của quận Sông Tô đạt {} tỷ đồng.\n"
    first, second = (written(tmp_path, text.format(value), f"{value}.txt") for value in ("2.914,7", "2.941,7"))
    seen = call(capsys, "check", first, second, "--format", "jsonl")
    (found,) = map(json.loads, seen.out.splitlines())
    assert (found["code"], found["file"], found["other"]["file"]) == ("C402", str(second), str(first))


def test_examples_reports_hold_the_three_mistakes_of_its_readme(capsys: pytest.CaptureFixture[str]) -> None:
    seen = call(capsys, "check", *sorted((EXAMPLE / "reports").iterdir()), "--format", "jsonl")
    found = [(Path(one["file"]).name, one["code"]) for one in map(json.loads, seen.out.splitlines())]
    assert (seen.code, found) == (1, [
        ("bc-btc-2022.docx", "C101"), ("bc-btc-2022.docx", "C202"), ("bc-tckh-2022.docx", "C301")])


def test_plan_alone_is_checked_as_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Hỏi riêng kế hoạch: hai văn bản của Thành ủy chưa có kế hoạch thực hiện."""
    seen = call(capsys, "check", "--plan", EXAMPLE, "--as-of", "2023-03-31", "--format", "jsonl")
    found = [(one["code"], one["unit"], one["place"]) for one in map(json.loads, seen.out.splitlines())]
    place = {"file": "documents.csv", "column": "implements"}
    assert (seen.code, found) == (0, [
        ("C511", "Quận ủy Sông Tô", place | {"row": 4}), ("C511", "Quận ủy Sông Tô", place | {"row": 5})])


def test_plan_names_the_unit_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    report = EXAMPLE / "reports" / "bc-tckh-2022.docx"
    seen = call(capsys, "check", report, "--plan", EXAMPLE, "--as-of", "2023-03-31")
    assert seen.out.splitlines()[0] == f"{report}  hỏi: Phòng Tài chính – Kế hoạch"


def test_call_without_files_and_plan_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    seen = call(capsys, "check")
    assert (seen.code, seen.out, seen.err) == (
        2, "", "Chưa nêu văn bản nào; hãy nêu tệp cần kiểm tra, hoặc --plan với một kế hoạch.\n")


def test_unreadable_file_hides_no_findings(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    seen = call(capsys, "check", tmp_path / "mat.txt", written(tmp_path, WRONG), "--format", "jsonl")
    assert (seen.code, [json.loads(line)["code"] for line in seen.out.splitlines()]) == (3, ["C101"])
    assert seen.err == f"{tmp_path / 'mat.txt'}: không tìm thấy tệp; hãy kiểm tra lại tên tệp và thư mục [R101]\n"


def seen_in_terminal(columns: int, path: Path) -> list[str]:
    """What a person sees in a terminal of that many columns, without its colours."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm-256color", "LANG": "vi_VN.UTF-8"}
    words = [sys.executable, "-c", "from tiendo.cli import main; main()", "check", str(path)]
    parts = []
    with subprocess.Popen(words, stdout=theirs, stderr=subprocess.DEVNULL, env=environment):
        os.close(theirs)
        with contextlib.suppress(OSError):  # the program has left and closed its end
            while part := os.read(ours, 65536):
                parts.append(part)
    os.close(ours)
    return re.sub(r"\x1b\[[0-9;]*m", "", b"".join(parts).decode()).splitlines()


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_list_keeps_to_the_terminal_at_any_width(tmp_path: Path, columns: int) -> None:
    path = written(tmp_path, "Trong 833 nhiệm vụ được giao, đã hoàn thành 585 nhiệm vụ, 76 nhiệm vụ đang thực hiện,"
                             " 181 nhiệm vụ quá hạn.\n")
    title, *lines = seen_in_terminal(columns, path)
    assert title == str(path)
    assert max(len(line.rstrip()) for line in lines) <= columns
    assert " ".join(" ".join(lines).split()).startswith("lỗi C202 đoạn 1 “833 nhiệm vụ được giao, đã hoàn thành 585")
