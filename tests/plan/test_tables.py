"""The schema is the records: nothing declared twice, nothing forgotten, every word there in both langs."""

import tomllib
from dataclasses import fields, is_dataclass
from importlib.resources import files

import pytest

from tiendo.plan import TABLES, Plan, Table
from tiendo.plan.tables import table_of
from tiendo.words import LANGS, Lang, catalogue

EACH = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_tables_are_the_tuples_of_a_plan_in_its_order() -> None:
    own = {"name", "title_vi", "title_en", "body", "document", "units", "outline"}
    assert [table.name for table in TABLES] == [field.name for field in fields(Plan) if field.name not in own]


@EACH
def test_columns_are_the_fields_of_the_record(table: Table) -> None:
    assert is_dataclass(table.record)
    expected = []
    for field in fields(table.record):
        expected += ["source_document", "source_page", "source_sentence"] if field.name == "source" else [field.name]
    assert [column.name for column in table.columns] == expected


@EACH
def test_what_tables_toml_declares_is_there(table: Table) -> None:
    declared = tomllib.loads(files("tiendo.plan").joinpath("tables.toml").read_text(encoding="utf-8"))[table.name]
    names = {column.name for column in table.columns}
    told = {*declared["key"], *declared.get("refers", {}), *declared.get("allowed", {}), *declared.get("value", ()),
            *declared.get("verbatim", ())}
    assert told - names == set()
    assert {len(table_of(other).key) for other in declared.get("refers", {}).values()} <= {1}


def test_tables_toml_declares_every_table_and_no_other() -> None:
    declared = tomllib.loads(files("tiendo.plan").joinpath("tables.toml").read_text(encoding="utf-8"))
    assert sorted(declared) == sorted(table.name for table in TABLES)


def test_the_key_of_a_table_is_required() -> None:
    assert [f"{table.name}.{name}" for table in TABLES for name in table.key if not table.column(name).required] == []


@EACH
@pytest.mark.parametrize("lang", LANGS)
def test_every_table_column_and_choice_has_words_of_its_own(table: Table, lang: Lang) -> None:
    """Titles tell columns apart, and a choice's words tell choices apart: the workbook is read by them."""
    titles = [column.title(lang) for column in table.columns]
    assert len(set(titles)) == len(titles)
    assert all([table.title(lang), table.meaning(lang), *(each.meaning(lang) for each in table.columns)])
    for column in table.columns:
        words = [column.word(code, lang).casefold() for code in column.allowed]
        assert len(set(words)) == len(words)


def test_sheet_names_fit_a_workbook() -> None:
    names = [table.title("vi") for table in TABLES]
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if len(name) > 31 or set(name) & set("[]:*?/\\'")] == []


def test_required_optional_and_default_come_from_the_record() -> None:
    columns = [table_of("targets").column(name) for name in ("code", "goal", "frequency")]
    assert [(column.required, column.default) for column in columns] == [(True, None), (False, None), (False, "year")]


def test_no_word_for_a_column_is_left_over() -> None:
    """A shared word that every table overrides is never shown."""
    words = catalogue("plan", "vi")
    shown = set()
    for table in TABLES:
        for column in table.columns:
            keys = [(what, "") for what in ("column", "about")] + [("choice", f"_{code}") for code in column.allowed]
            for what, end in keys:
                own = f"{what}_{table.name}_{column.name}{end}"
                shown.add(own if own in words else f"{what}_{column.name}{end}")
    others = ("about_table_", "about_head_", "choice_flag_")
    left = {key for key in words if key.startswith(("column_", "about_", "choice_")) and not key.startswith(others)}
    assert left - shown == set()
