"""What a user sees when something is wrong: every problem at once, an exit code of the table, nothing half-written."""

import shutil
from pathlib import Path

import pytest
from calls import call

from tiendo.usecases.gather import gather

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A copy of the example to break."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))


def edited(plan: Path, table: str, old: str, new: str) -> None:
    path = plan / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def reviewed(capsys: pytest.CaptureFixture[str], plan: Path, *more: str, as_of: str = "2023-03-31") -> tuple[int, str]:
    """Exit code and standard error of a review that must leave nothing behind."""
    out = plan.parent / "out"
    seen = call(capsys, "review", plan, "--as-of", as_of, "--out", out, *more)
    assert not out.exists()
    return seen.code, seen.err


def test_folder_without_targets_is_a_bad_plan(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    (plan / "targets.csv").unlink()
    code, said = reviewed(capsys, plan)
    assert (code, "targets.csv: thiếu bảng bắt buộc này" in said, "[P102]" in said) == (4, True, True)


def test_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert reviewed(capsys, tmp_path / "x" / "y")[0] == 4


def test_every_bad_cell_is_named_at_once(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """Đơn vị tính lạ, ngày viết sai, số viết kiểu văn bản: ba ô, ba dòng thông báo."""
    edited(plan, "targets", "triệu đồng/người/năm", "triệu xu/người/năm")
    edited(plan, "figures", "2021,2021-12-31,3.6", "2021,31.12.21,3.6")
    edited(plan, "figures", "2618.9", '"2.618,9"')
    code, said = reviewed(capsys, plan)
    places = [line.split(": ")[0].split("/")[-1] for line in said.splitlines()]
    assert (code, sorted(places)) == (4, [
        "figures.csv, dòng 2, cột as_of", "figures.csv, dòng 6, cột value", "targets.csv, dòng 6, cột unit"])


def test_figure_dated_after_its_approval_is_an_error(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    edited(plan, "figures", "2022-03-04", "2021-12-30")
    code, said = reviewed(capsys, plan)
    assert (code, said.count("\n")) == (4, 1)


def test_day_before_the_term_has_nothing_to_review(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    code, said = reviewed(capsys, plan, as_of="2019-12-31")
    assert (code, said.rstrip().endswith("[V101]")) == (5, True)


def test_figures_after_the_day_are_left_out_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    seen = call(capsys, "board", EXAMPLE, "--as-of", "2022-03-31")
    assert [line for line in seen.out.splitlines() if "không dùng" in line] == [
        "33 số liệu sau ngày 31/3/2022 không dùng."]


def test_changed_report_stops_the_review(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """Sửa báo cáo sau khi duyệt thì số liệu đã nhận từ nó phải duyệt lại."""
    report = plan / "reports" / "bc-qldt-q1-2023.txt"
    report.write_text(report.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    code, said = reviewed(capsys, plan)
    assert (code, said.count("[R702]")) == (5, 1)


def test_changed_report_does_not_stop_the_review_of_an_earlier_day(
    capsys: pytest.CaptureFixture[str], plan: Path,
) -> None:
    """A report of March 2023 was edited; now nobody can print the review of March 2022 any more (R702)."""
    report = plan / "reports" / "bc-qldt-q1-2023.txt"
    report.write_text(report.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    seen = call(capsys, "board", plan, "--as-of", "2022-03-31")
    untouched = call(capsys, "board", EXAMPLE, "--as-of", "2022-03-31")
    assert (seen.code, seen.err.count("[R702]"), seen.out.splitlines()[:-1]) == (
        0, 1, untouched.out.splitlines()[:-1])


def test_broken_report_that_figures_came_from_stops_the_review(
    capsys: pytest.CaptureFixture[str], plan: Path,
) -> None:
    (plan / "reports" / "bc-tckh-2022.docx").write_bytes(b"PK\x03\x04 broken")
    code, said = reviewed(capsys, plan)
    assert (code, "[R110]" in said) == (5, True)


def test_output_that_cannot_be_a_folder_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    seen = call(capsys, "review", EXAMPLE, "--as-of", "2023-03-31", "--out", taken)
    assert (seen.code, "[V401]" in seen.err, taken.read_text(encoding="utf-8")) == (6, True, "mine")


def test_bad_template_leaves_the_old_report_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    template, out = tmp_path / "mau.docx", tmp_path / "out"
    template.write_bytes(b"not a Word file")
    out.mkdir()
    (out / "bao-cao.docx").write_bytes(b"old")
    seen = call(capsys, "review", EXAMPLE, "--as-of", "2023-03-31", "--out", out, "--template", template)
    assert (seen.code, "[V201]" in seen.err, [path.name for path in out.iterdir()]) == (5, True, ["bao-cao.docx"])


@pytest.mark.parametrize("day", ["31-3-2023", "2023-02-30", "hôm nay", "2023"])
def test_day_in_a_wrong_form_is_a_wrong_call(capsys: pytest.CaptureFixture[str], day: str) -> None:
    seen = call(capsys, "board", EXAMPLE, "--as-of", day)
    assert (seen.code, seen.err.startswith("--as-of: ")) == (2, True)


def test_targets_with_a_header_only_are_a_bad_plan(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """A targets.csv with its header only gives a review of nothing, 0 of 0 met."""
    for table in ("targets", "components", "milestones", "assignments", "figures", "acceptances"):
        path = plan / f"{table}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert reviewed(capsys, plan) == (
        4, "targets.csv: bảng chỉ tiêu chưa có dòng nào; hãy ghi ít nhất một chỉ tiêu dưới dòng tiêu đề [P123]\n")


def test_an_unreadable_report_is_told_by_the_exit_code_when_the_rest_is_done(
    capsys: pytest.CaptureFixture[str], plan: Path,
) -> None:
    """One of our reports is a broken file; `tiendo review` ends with 0 and nobody saw the warning."""
    (plan / "reports" / "hong.docx").write_bytes(b"PK nothing")
    out = plan.parent / "out"
    for words in (["propose", plan], ["board", plan, "--as-of", "2023-03-31"],
                  ["review", plan, "--as-of", "2023-03-31", "--out", out]):
        seen = call(capsys, *words)
        assert (seen.code, "hong.docx" in seen.err, seen.out != "") == (3, True, True)
    assert len(list(out.iterdir())) == 4


def test_nothing_to_propose_from_is_said(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    """`tiendo propose` on a plan without reports prints nothing at all."""
    (plan / "acceptances.csv").unlink()
    shutil.rmtree(plan / "reports")
    seen = call(capsys, "propose", plan)
    said = f"Chưa có báo cáo nào để đề xuất; hãy để báo cáo của đơn vị vào {plan / 'reports'}, hoặc nêu tệp trong lệnh."
    assert (seen.code, seen.out, seen.err) == (0, "", said + "\n")


def test_a_plan_in_english_units_is_read(capsys: pytest.CaptureFixture[str], plan: Path) -> None:
    edited(plan, "targets", "triệu đồng/người/năm", "million VND/person/year")
    assert call(capsys, "validate", plan).code == 0
    assert gather(folder=plan).plan == gather(folder=EXAMPLE).plan
