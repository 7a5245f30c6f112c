"""The register of documents: every row as domain.md has it, and which row a citation may mean."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from checking.plans import a_document, finance_plan
from tiendo.checking.registry import Entry, ended, entries_of, graded, known, like, seed, shown_day
from tiendo.reading.vi.citation_lexicon import kind_named
from tiendo.reading.vi.symbol import Symbol, parse_symbol

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"


def symbol(text: str) -> Symbol:
    found = parse_symbol(text)
    assert found
    return found


@pytest.mark.parametrize("entry", seed(), ids=lambda entry: entry.symbol)
def test_every_row_has_a_symbol_of_its_kind_a_source_and_a_grade(entry: Entry) -> None:
    parsed = parse_symbol(entry.symbol)
    assert parsed
    assert (parsed.normal, entry.grade in {"A", "B", "C"}, bool(entry.source)) == (entry.symbol, True, True)
    assert kind_named(entry.kind) is not None
    assert entry.kind in parsed.kinds


def test_no_symbol_is_registered_twice_and_successors_are_registered_too() -> None:
    symbols = [entry.symbol for entry in seed()]
    assert sorted(set(symbols)) == sorted(symbols)
    assert {entry.replaced_by for entry in seed() if entry.replaced_by} - set(symbols) == set()


def test_replaced_means_since_a_day_not_before_its_own() -> None:
    late = [entry.symbol for entry in seed() if entry.replaced_on and entry.issued_on
            and entry.replaced_on <= entry.issued_on]
    half = [entry.symbol for entry in seed() if bool(entry.replaced_on) != bool(entry.replaced_by)]
    assert (late, half) == ([], [])


def test_state_documents_bear_the_year_of_their_day() -> None:
    wrong = [entry.symbol for entry in seed() if entry.issued_on and (year := symbol(entry.symbol).year)
             and year != entry.issued_on.year]
    assert wrong == []


def test_reference_page_shows_every_row_with_its_source_and_grade() -> None:
    rows = re.findall(r"^\| (\d\S+) \| (.*) \| (.*) \| ([ABC]) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    known_rows = [(entry.symbol, shown_day(entry.issued_on) or "–", entry.source, entry.grade) for entry in seed()]
    assert rows == known_rows


def test_file_of_the_register_holds_only_documents_and_ended_bodies() -> None:
    raw = tomllib.loads((files("tiendo.checking") / "registry.toml").read_text(encoding="utf-8"))
    assert sorted(raw) == ["document", "ended"]


@pytest.mark.parametrize(("day", "titles"), [
    (None, 1), (date(2022, 5, 5), 1), (date(2022, 12, 5), 1), (date(2012, 6, 10), 0),
])
def test_symbol_may_mean_a_row_only_near_its_day(day: date | None, titles: int) -> None:
    assert len(entries_of(symbol("15-NQ/TW"), day, None)) == titles


def test_plans_own_documents_come_first() -> None:
    assert [entry.symbol for entry in known(finance_plan())][:3] == ["01-NQ/ĐH", "4630/QĐ-UBND", "27/BC-TC"]


def test_like_needs_the_same_number_organ_and_kind() -> None:
    found = like(symbol("15-CT/TW"), "Nghị quyết", None)
    assert found
    assert found.symbol == "15-NQ/TW"
    assert [like(symbol("15-CT/TU"), "Nghị quyết", None), like(symbol("15-CT/TW"), "Kết luận", None)] == [None, None]


def test_ended_bodies_are_the_districts() -> None:
    (districts,) = ended()
    assert districts.last_on == date(2025, 6, 30)
    assert [districts.issued("QU", None), districts.issued("UBND", "Uỷ ban nhân dân huyện Lam Trà"),
            districts.issued("UBND", "UBND phường"), districts.issued("TU", "Thành ủy")] == [True, True, False, False]


@pytest.mark.parametrize(("grade", "shown"), [
    ("A", "x [A]"), ("C", "x [C: chưa đối chiếu bản gốc / not checked against the original]"), (None, "x"),
])
def test_source_shows_its_grade(grade: str | None, shown: str) -> None:
    assert graded("x", grade) == shown


@pytest.mark.parametrize(("day", "shown"), [
    (date(2022, 2, 5), "05/02/2022"), (date(2022, 5, 5), "05/5/2022"), (date(2022, 11, 30), "30/11/2022"), (None, ""),
])
def test_day_is_written_as_documents_write_it(day: date | None, shown: str) -> None:
    assert shown_day(day) == shown


def test_document_of_the_plan_is_cited_in_full() -> None:
    plan = finance_plan()
    assert a_document("x", "Kế hoạch", None, None).symbol is None
    assert known(plan)[0].cited == "Nghị quyết số 01-NQ/ĐH ngày 14/8/2020"
