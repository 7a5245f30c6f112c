"""Reading and writing a plan folder: what went in comes out, and everything wrong is said at once."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from small_plan import After, Told, small_plan, tell
from strategies import plans, write_reports
from tiendo.errors import OutputError, PlanError
from tiendo.plan import TABLES, Plan, plan_problems, read_plan, write_plan


@settings(max_examples=25)
@given(plans())
def test_a_plan_written_is_the_plan_read(plan: Plan) -> None:
    assert plan_problems(plan) == ()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room, "plan")
        write_plan(plan, folder)
        write_reports(plan, folder)
        assert read_plan(folder) == plan


def test_the_small_plan_has_rows_everywhere(plan: Plan, folder: Path) -> None:
    assert [table.name for table in TABLES if not getattr(plan, table.name)] == []
    assert read_plan(folder) == plan


def test_writing_twice_gives_the_same_bytes_and_leaves_other_files(plan: Plan, folder: Path) -> None:
    (folder / "README.md").write_text("ghi chú", encoding="utf-8")
    before = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write_plan(plan, folder)
    assert {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in folder.parent.iterdir()) == ["ke-hoach"]


def test_files_are_utf8_with_line_feeds_and_machine_numbers(folder: Path) -> None:
    lines = (folder / "milestones.csv").read_bytes().decode("utf-8").split("\n")
    assert lines == ["target,on,value,value_upper", "TN,2022-12-31,78.5,", ""]
    assert (folder / "figures.csv").read_bytes().count(b"\r") == 0
    assert "XL/22,XL,P,2022,2022-12-31,htxs,actual" in (folder / "figures.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("file", "old", "new", "expected"), [
    ("targets.csv", "68.5", "68,5", [("P107", "targets.csv", 2, None)]),
    ("targets.csv", "68.5", '"68,5"', [("Q102", "targets.csv", 2, "baseline")]),
    ("targets.csv", "68.5", "cao", [("Q101", "targets.csv", 2, "baseline")]),
    ("targets.csv", "68.5", "nan", [("Q101", "targets.csv", 2, "baseline")]),
    ("targets.csv", "68.5", "inf", [("Q101", "targets.csv", 2, "baseline")]),
    ("targets.csv", "2020-12-31", "31.12.2020", [("Q201", "targets.csv", 2, "baseline_on")]),
    ("targets.csv", "2020-12-31", "30/02/2020", [("Q202", "targets.csv", 2, "baseline_on")]),
    ("targets.csv", "2020-12-31", "2026-01-01",
     [("P415", "targets.csv", 2, "due_on"), ("P414", "milestones.csv", 2, "on")]),
    ("targets.csv", "triệu đồng/người/năm", "triệu đồngg", [("P304", "targets.csv", 2, "unit")]),
    ("targets.csv", "at_most", "nhiều nhất", [("P202", "targets.csv", 5, "direction")]),
    ("targets.csv", "vn.xep_loai", "vn.xep", [("P303", "targets.csv", 4, "scale")]),
    ("targets.csv", "vn.xep_loai", "", [("P408", "targets.csv", 4, "scale")]),
    ("targets.csv", "htt", "tốt", [("P208", "targets.csv", 4, "goal")]),
    ("targets.csv", ",1,year", ",0,year", [("P410", "targets.csv", row, "weight") for row in (2, 3, 4, 5)]),
    ("targets.csv", "VP,Chánh", "PV,Chánh", [("P302", "targets.csv", row, "lead_body") for row in (2, 3, 4, 5)]),
    ("figures.csv", "htxs", "tot", [("P208", "figures.csv", 4, "value")]),
    ("figures.csv", "TN/22b,TN", "TN/22,TN",
     [("P301", "figures.csv", 3, "id"), ("P505", "figures.csv", 3, "supersedes")]),
    ("figures.csv", "TN/22,Cộng", "TN/99,Cộng",
     [("P302", "figures.csv", 3, "supersedes"), ("P504", "figures.csv", 3, "id")]),
    ("figures.csv", ",bc,2,", ",bcc,2,", [("P302", "figures.csv", row, "source_document") for row in range(2, 7)]),
    ("figures.csv", ",2,Câu", ",0,Câu", [("P603", "figures.csv", row, "source_page") for row in range(2, 7)]),
    ("figures.csv", ",2,Câu", ",hai,Câu", [("P204", "figures.csv", row, "source_page") for row in range(2, 7)]),
    ("figures.csv", "P,2022,", "P,2022-Q5,", [("Q001", "figures.csv", row, "period") for row in range(2, 7)]),
    ("bodies.csv", "unit,P", "unit,Q", [("P302", "bodies.csv", 3, "parent")]),
    ("acceptances.csv", "bc-vp.txt", "bc-khac.txt", [("P306", "acceptances.csv", 2, "report")]),
    ("acceptances.csv", "bc-vp.txt", "../bc-vp.txt", [("P307", "acceptances.csv", 2, "report")]),
    ("tasks.csv", ",P,", ",P;;VP,", [("P207", "tasks.csv", 2, "co_bodies")]),
    ("tasks.csv", ",P,", ",P;P,", [("P210", "tasks.csv", 2, "co_bodies")]),
    ("projects.csv", "2021-01-01", "2024-01-01", [("P415", "projects.csv", 2, "planned_end_on")]),
    ("datapackage.json", '"body": "P"', '"body": "Q"', [("P302", "datapackage.json", None, "tiendo.body")]),
])
def test_a_bad_cell_is_told_with_its_row_and_column(
    after: After, file: str, old: str, new: str, expected: list[Told],
) -> None:
    assert after(file, old, new) == expected


def test_all_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    (folder / "bodies.csv").unlink()
    (folder / "figure.csv").write_text("id\n", encoding="utf-8")
    changes = (("targets.csv", "68.5", '"68,5"'), ("awards.csv", "year", "nam"), ("tasks.csv", "2022", "x"))
    for file, old, new in changes:
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        read_plan(folder)
    assert tell(caught.value.problems) == [
        ("P103", "figure.csv", None, None),
        ("P102", "bodies.csv", None, None),
        ("Q102", "targets.csv", 2, "baseline"),
        ("Q201", "tasks.csv", 2, "due_on"),
        ("P108", "awards.csv", 1, "nam"),
        ("P109", "awards.csv", 1, None),
    ]


def test_a_bad_target_row_does_not_orphan_its_figures(after: After) -> None:
    """One comma in a target's row is one problem, not one more for each of its figures."""
    assert after("targets.csv", ",95,", ',"95,0",') == [("Q102", "targets.csv", 2, "goal")]


def test_a_table_without_its_key_does_not_make_every_reference_dangle(after: After) -> None:
    assert after("documents.csv", "code,", "ma,") == [
        ("P108", "documents.csv", 1, "ma"), ("P109", "documents.csv", 1, None),
    ]


@pytest.mark.parametrize("name", [table.file for table in TABLES if not table.required])
def test_other_tables_may_be_missing(folder: Path, name: str) -> None:
    """A folder holds only what a plan has; what nothing else refers to may go."""
    needed = {"components.csv", "programmes.csv", "projects.csv"}  # the small plan refers to these
    (folder / name).unlink()
    if name in needed:
        with pytest.raises(PlanError):
            read_plan(folder)
    else:
        assert getattr(read_plan(folder), name.removesuffix(".csv")) == ()


@pytest.mark.parametrize("name", ["targets.csv", "bodies.csv", "documents.csv"])
def test_three_tables_must_be_there(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(PlanError) as caught:
        read_plan(folder)
    assert tell(caught.value.problems) == [("P102", name, None, None)]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        read_plan(tmp_path / "khong-co")
    assert tell(caught.value.problems) == [("P101", str(tmp_path / "khong-co"), None, None)]


def test_codes_days_and_choices_are_read_as_people_write_them(folder: Path, plan: Plan) -> None:
    """31/03/2023 for a day, a choice in words, spaces at the ends, letters in pieces (NFD), a byte order mark."""
    path = folder / "targets.csv"
    text = path.read_text(encoding="utf-8").replace("2025-12-31", " 31/12/2025").replace("at_least", "Ít nhất")
    path.write_text("﻿" + text.replace("Chỉ tiêu TN", "Chỉ tiêu TN "), encoding="utf-8")
    assert read_plan(folder) == plan


def test_what_could_not_be_read_back_is_never_written(plan: Plan, tmp_path: Path) -> None:
    bad = replace(plan, title_vi=" ", bodies=())
    with pytest.raises(PlanError):
        write_plan(bad, tmp_path / "moi")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_leaves_the_folder_as_it_was(plan: Plan, folder: Path) -> None:
    """`targets.csv` cannot be replaced: the tables moved in before it are put back."""
    (folder / "targets.csv").unlink()
    (folder / "targets.csv").mkdir()
    (folder / "documents.csv").unlink()
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(OutputError) as caught:
        write_plan(replace(plan, bodies=(*plan.bodies, replace(plan.bodies[1], code="X"))), folder)
    assert tell(caught.value.problems) == [("P901", str(folder), None, None)]
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert sorted(path.name for path in folder.parent.iterdir()) == ["ke-hoach"]


CELLS = ("", "x", "htt", "0", "-1", "1,5", '"', "2022", "P", "milestone")


@settings(max_examples=150)
@given(st.data())
def test_no_row_is_ever_dropped_silently(data: st.DataObject) -> None:
    """Whatever one cell becomes, reading either says a problem or gives every row."""
    plan = small_plan()
    table = data.draw(st.sampled_from([table for table in TABLES if table.name != "acceptances"]))
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room, "plan")
        write_plan(replace(plan, acceptances=()), folder)
        path = folder / table.file
        lines = [line.split(",") for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
        row = data.draw(st.integers(0, len(lines) - 1))
        column = data.draw(st.integers(0, len(lines[row]) - 1))
        lines[row][column] = data.draw(st.sampled_from(CELLS))
        path.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
        try:
            found = read_plan(folder)
        except PlanError:
            return
        assert [len(getattr(found, each.name)) for each in TABLES if each.name != "acceptances"] == [
            len(getattr(plan, each.name)) for each in TABLES if each.name != "acceptances"
        ]
