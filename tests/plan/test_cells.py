"""One cell: forgiving reading, one form of writing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import numbers, periods, texts
from tiendo.errors import Place, Problem
from tiendo.plan import Direction, scale_named
from tiendo.plan.cells import LONGEST, read_cell, write_cell
from tiendo.plan.tables import Column, table_of

PLACE = Place("targets.csv", row=2, column="x")
SHEET = Place("ke-hoach.xlsx", sheet="Chỉ tiêu", row=2, column="x")


def column(table: str, name: str) -> Column:
    return table_of(table).column(name)


def code_of(found: object) -> str:
    assert isinstance(found, Problem)
    return found.code


@pytest.mark.parametrize(("table", "name", "text", "value"), [
    ("targets", "direction", "at_least", Direction.AT_LEAST),
    ("targets", "direction", "Ít nhất", Direction.AT_LEAST),
    ("targets", "direction", "at least", Direction.AT_LEAST),
    ("targets", "frequency", "hằng quý", "quarter"),
    ("targets", "frequency", "", "year"),
    ("targets", "weight", "", Decimal(1)),
    ("targets", "weight", " 2.50 ", Decimal("2.5")),
    ("targets", "baseline", "", None),
    ("targets", "due_on", "31/03/2023", date(2023, 3, 31)),
    ("targets", "strict", "", False),
    ("targets", "strict", "Có", True),
    ("targets", "strict", "FALSE", False),
    ("targets", "co_bodies", " A ; B ", ("A", "B")),
    ("targets", "co_bodies", "", ()),
    ("targets", "code", " 05 ", "05"),
    ("targets", "name_vi", "đạt", "đạt"),
    ("figures", "source_sentence", " đạt 5% ", " đạt 5% "),
    ("acceptances", "status", "", "actual"),
    ("rankings", "rank", "007", 7),
])
def test_a_cell_is_read(table: str, name: str, text: str, value: object) -> None:
    assert read_cell(column(table, name), text, PLACE) == value


@pytest.mark.parametrize(("table", "name", "text", "code"), [
    ("targets", "code", "  ", "P201"),
    ("targets", "direction", "lớn hơn", "P202"),
    ("targets", "strict", "chắc", "P203"),
    ("rankings", "rank", "1.0", "P204"),
    ("rankings", "rank", "nhất", "P204"),
    ("rankings", "rank", "9" * 5000, "P204"),
    ("targets", "name_vi", "a\x00b", "P205"),
    ("targets", "name_vi", "a\rb", "P205"),
    ("targets", "name_vi", "a" * (LONGEST + 1), "P206"),
    ("targets", "co_bodies", "A;;B", "P207"),
    ("targets", "co_bodies", "A;B;A", "P210"),
    ("targets", "weight", "1,5", "Q102"),
    ("targets", "weight", "1e5", "Q101"),
    ("targets", "goal", "NaN", "Q101"),
    ("targets", "due_on", "2023", "Q201"),
    ("figures", "period", "2022-13", "Q001"),
])
def test_a_bad_cell_is_a_problem(table: str, name: str, text: str, code: str) -> None:
    assert code_of(read_cell(column(table, name), text, PLACE)) == code


def test_a_wrong_choice_names_the_allowed_ones_as_the_reader_sees_them() -> None:
    in_file, in_sheet = (read_cell(column("programmes", "kind"), "dự án", place) for place in (PLACE, SHEET))
    assert isinstance(in_file, Problem)
    assert isinstance(in_sheet, Problem)
    assert in_file.values["allowed"] == "programme, scheme, plan"
    assert in_sheet.values["allowed"] == "chương trình, đề án, kế hoạch"


def test_a_level_is_read_by_code_or_words_and_written_by_code() -> None:
    goal, scale = column("targets", "goal"), scale_named("vn.xep_loai")
    assert scale
    assert [read_cell(goal, text, PLACE, scale) for text in ("htt", "Hoàn thành tốt nhiệm vụ", "")] == [2, 2, None]
    assert code_of(read_cell(goal, "2", PLACE, scale)) == "P208"
    assert write_cell(goal, Decimal(2), scale) == "htt"
    assert write_cell(goal, Decimal(7), scale) == "7"


@given(st.one_of(
    st.tuples(st.just(column("targets", "weight")), numbers),
    st.tuples(st.just(column("targets", "baseline")), numbers),
    st.tuples(st.just(column("targets", "due_on")), st.dates()),
    st.tuples(st.just(column("targets", "strict")), st.booleans()),
    st.tuples(st.just(column("targets", "direction")), st.sampled_from(Direction)),
    st.tuples(st.just(column("figures", "period")), periods()),
    st.tuples(st.just(column("figures", "note")), texts),
    st.tuples(st.just(column("rankings", "rank")), st.integers(-10**14, 10**14)),
))
def test_a_value_written_is_the_value_read(pair: tuple[Column, object]) -> None:
    kind, value = pair
    assert read_cell(kind, write_cell(kind, value), PLACE) == value
