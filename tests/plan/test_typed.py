"""What spreadsheets make of cells, undone or refused."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from strategies import numbers
from tiendo.errors import Problem
from tiendo.plan.draft import Spot
from tiendo.plan.tables import table_of
from tiendo.plan.typed import Percent, SheetError, cell_text, number_text

TARGETS, FIGURES = table_of("targets"), table_of("figures")
SPOT = Spot(FIGURES, "ke-hoach.xlsx", 2, "Số liệu")


@pytest.mark.parametrize(("name", "cell", "text"), [
    ("value", 95.91, "95.91"),
    ("value", 0.1 + 0.2, "0.3"),
    ("value", 12.0, "12"),
    ("value", 1e22, "10000000000000000000000"),
    ("value", 41562008000000.0, "41562008000000"),
    ("as_of", date(2023, 3, 31), "2023-03-31"),
    ("as_of", datetime(2023, 3, 31), "2023-03-31"),  # noqa: DTZ001 - a spreadsheet's day has no zone
    ("period", 2022.0, "2022"),
    ("id", 5.0, "5"),
    ("note", "dòng 1\r\ndòng 2", "dòng 1\ndòng 2"),
])
def test_a_typed_cell_is_the_text_a_csv_file_would_have(name: str, cell: object, text: str) -> None:
    assert cell_text(FIGURES.column(name), cell, SPOT) == text


@pytest.mark.parametrize(("name", "cell", "code", "shown"), [
    ("period", date(2022, 9, 1), "P209", "2022-09-01"),
    ("id", date(2022, 5, 1), "P209", "2022-05-01"),
    ("as_of", datetime(2023, 3, 31, 8, 30), "P209", "2023-03-31 08:30:00"),  # noqa: DTZ001 - as above
    ("note", True, "P209", "true"),
    ("value", timedelta(hours=1), "P209", "1:00:00"),
    ("value", Percent(0.9591), "P212", "95.91%"),
    ("note", SheetError("#REF!"), "P209", "#REF!"),
])
def test_what_a_spreadsheet_changed_is_refused_not_guessed(name: str, cell: object, code: str, shown: str) -> None:
    found = cell_text(FIGURES.column(name), cell, SPOT)
    assert isinstance(found, Problem)
    assert (found.code, found.values["text"]) == (code, shown)
    assert found.place == SPOT.at(name)


def test_a_flag_may_be_a_spreadsheets_true() -> None:
    spot = Spot(TARGETS, "ke-hoach.xlsx", 2, "Chỉ tiêu")
    assert [cell_text(TARGETS.column("strict"), cell, spot) for cell in (True, False)] == ["true", "false"]


@given(numbers)
def test_fifteen_digits_come_back(value: object) -> None:
    text = number_text(float(f"{value:.15g}"))
    assert float(text) == float(f"{value:.15g}")
