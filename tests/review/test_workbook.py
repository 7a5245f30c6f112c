"""so-lieu.xlsx as others open it: our own reader and Calamine find the same tables."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from review.reviews import DAYS, MID_TERM, example
from tiendo.errors import Problem
from tiendo.plan.ooxml import read_sheets
from tiendo.review.workbook import FIGURE_HEADS, LEDGER_HEADS, TARGET_HEADS, write_numbers
from tiendo.words import LANGS, Lang, say


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("so") / "so-lieu.xlsx"
    write_numbers(example(), made)
    return made


def rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    head, *below = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in below]


def test_sheets_have_their_heads(path: Path) -> None:
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["Chỉ tiêu", "Số liệu", "Sổ số liệu"]
    heads = [book.get_sheet_by_name(name).to_python()[0] for name in book.sheet_names]
    assert heads == [[say(f"review.column_{head}", "vi") for head in wanted]
                     for wanted in (TARGET_HEADS, FIGURE_HEADS, LEDGER_HEADS)]


def test_every_target_has_its_row(path: Path) -> None:
    found = {row["Mã"]: row for row in rows(path, "Chỉ tiêu")}
    assert list(found) == [line.target.code for line in example().lines]
    row = found["KT-03"]
    assert (row["Thực hiện"], row["Mục tiêu"], row["Đơn vị tính"], row["Đánh giá"], row["Kỳ số liệu"]) == \
        (109.78, 105, "%", "Vượt", "năm 2022")
    assert found["XD-03"]["Thực hiện"] == "Hoàn thành xuất sắc nhiệm vụ"


def test_reasons_name_the_parts_of_a_structure(path: Path) -> None:
    row = next(row for row in rows(path, "Chỉ tiêu") if row["Mã"] == "KT-02")
    assert row["Vì sao"] == ("Kỳ năm 2022: 0/3 thành phần đạt mục tiêu, còn lại theo kịp tiến độ (thương mại – dịch "
                             "vụ, công nghiệp – xây dựng, nông nghiệp).")


def test_every_figure_up_to_the_day_has_its_row(path: Path) -> None:
    """Those judged are marked; a figure without a value has its note and an empty cell, never 0."""
    found = rows(path, "Số liệu")
    assert len(found) == sum(len(line.figures) for line in example().lines)
    assert sum(row["Dùng để đánh giá"] == "có" for row in found) == 19
    empty = [row for row in found if row["Thực hiện"] == ""]
    assert {row["Mã"] for row in empty} == {"KT-02", "DT-02", "VX-02"}
    assert [row for row in empty if not row["Ghi chú"]] == []


def test_every_ledger_entry_has_its_row(path: Path) -> None:
    found = {row["Số"]: row for row in rows(path, "Sổ số liệu")}
    assert [(entry.id, float(entry.value)) for entry in example().ledger] == \
        [(number, row["Thực hiện"]) for number, row in found.items()]


def test_our_own_reader_opens_it(path: Path) -> None:
    sheets = read_sheets(path.read_bytes(), path.name)
    assert not isinstance(sheets, Problem)
    assert list(sheets) == ["Chỉ tiêu", "Số liệu", "Sổ số liệu"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_workbook_is_written_for_every_day_and_language(tmp_path: Path, day: date, lang: Lang) -> None:
    write_numbers(example(day, lang), tmp_path / "x.xlsx")
    assert len(rows(tmp_path / "x.xlsx", say("review.sheet_targets", lang))) == 17


def test_words_never_become_a_formula_or_a_link(tmp_path: Path) -> None:
    review = example(MID_TERM)
    entry = replace(review.ledger[0], label="=1+1", sentence="http://a.b", document="+84")
    write_numbers(replace(review, ledger=(entry,)), tmp_path / "x.xlsx")
    row = rows(tmp_path / "x.xlsx", "Sổ số liệu")[0]
    assert (row["Nội dung"], row["Câu nguồn"], row["Văn bản"]) == ("=1+1", "http://a.b", "+84")
