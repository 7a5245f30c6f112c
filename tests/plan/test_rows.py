"""Raw tables to records: rows that fail say so, and one failure does not make another."""

import pytest

from small_plan import After, Told
from tiendo.plan.raw import RawTable, columns_of
from tiendo.plan.rows import read_lines, scales_of
from tiendo.plan.tables import table_of

HEADER = ("code", "name_vi", "name_en", "level")


def raw(*rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> RawTable:
    return RawTable(table_of("bodies"), "bodies.csv", None, header, tuple(enumerate(rows, start=2)))


def test_a_row_with_a_bad_cell_keeps_its_good_ones() -> None:
    lines, problems = read_lines(raw(("P", "", "Ward", "ward"), ("Q", "Phường", "Ward", "ward")), {})
    assert [each.code for each in problems] == ["P201"]
    assert [line.record is None for line in lines] == [True, False]
    assert lines[0].values["code"] == "P"


def test_headers_forgive_case_and_spaces() -> None:
    columns, problems = columns_of(raw(header=(" Code ", "NAME_VI", "name_en\n", "level")))
    assert problems == []
    assert [column.name for column in columns.values()] == ["code", "name_vi", "name_en", "level"]


def test_unknown_doubled_and_missing_columns_are_all_told() -> None:
    _, problems = columns_of(raw(header=("code", "code", "name_v", "level")))
    assert [(each.code, each.values["column"]) for each in problems] == [
        ("P110", "code"), ("P108", "name_v"), ("P109", "name_vi"), ("P109", "name_en"),
    ]
    assert problems[1].values["allowed"] == "name_vi, name_en"


def test_vietnamese_headers_belong_to_the_workbook_only() -> None:
    """A CSV file's header is for machines: a Data Package tool would not find `Mã`."""
    _, problems = columns_of(raw(header=("Mã", *HEADER[1:])))
    assert [each.code for each in problems] == ["P108", "P109"]


@pytest.mark.parametrize(("scale", "expected"), [
    ("vn.xep", [("P303", "targets.csv", 4, "scale")]),
    ("", [("P408", "targets.csv", 4, "scale")]),
])
def test_values_of_a_target_without_its_scale_are_not_judged(after: After, scale: str, expected: list[Told]) -> None:
    """`htxs` is no number, and nobody can say whether it is a level: one problem, on the target."""
    assert after("targets.csv", "vn.xep_loai", scale) == expected


def test_a_wrong_number_is_told_even_then(after: After) -> None:
    (problem, *others) = after("figures.csv", "XL,P,2022,2022-12-31,htxs", 'YY,P,2022,2022-12-31,"9,5"')
    assert problem == ("Q102", "figures.csv", 4, "value")
    assert others == [("P302", "figures.csv", 4, "target")]


def test_without_targets_there_are_no_scales() -> None:
    assert scales_of(None) == {}
