"""What Word holds and what its PDF says are the same text: reports as LibreOffice printed them (`word_report.py`)."""

import shutil
from pathlib import Path

import pytest

from reading.sources.reading_room import codes, headed, opened, places, texts
from reading.sources.word_report import BODY, FILES, printed, two_columns, word_report


def test_a_report_reads_the_same_from_word_and_from_its_pdf(tmp_path: Path) -> None:
    """Hard line breaks, a running head, page numbers, two blocks at head and foot, a table over four pages."""
    word = opened(tmp_path, "bc.docx", word_report())
    pdf = opened(tmp_path, "bc.pdf", (FILES / "bao-cao.pdf").read_bytes())
    assert pdf.text == word.text
    table = [block.table for block in word.blocks].index(2)  # the first is the frame of the official head
    cells = [(row, column, text) for row, column, text in places(pdf)]
    assert cells == [(block.row, block.column, word.text[block.start:block.end]) for block in word.blocks[table:]
                     if block.table == 2]
    assert headed(pdf) == headed(word)[6:-5]
    assert codes(pdf) == []


def test_its_blocks_know_their_pages(tmp_path: Path) -> None:
    pdf = opened(tmp_path, "bc.pdf", (FILES / "bao-cao.pdf").read_bytes())
    pages = [block.page or 0 for block in pdf.blocks]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3, 4}


def test_a_bulletin_in_two_columns_reads_like_its_word_file(tmp_path: Path) -> None:
    pdf = opened(tmp_path, "bt.pdf", (FILES / "hai-cot.pdf").read_bytes())
    assert texts(pdf) == ["BẢN TIN KINH TẾ - XÃ HỘI PHƯỜNG HỒ SEN", *[text for text, _ in BODY * 2]]
    assert pdf.text == opened(tmp_path, "bt.docx", two_columns()).text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_a_pdf_printed_now_reads_the_same(tmp_path: Path) -> None:
    """The checked-in files are not all there is: what the LibreOffice of this machine prints."""
    word = opened(tmp_path, "bc.docx", word_report())
    assert opened(tmp_path, "bc.pdf", printed(word_report(), tmp_path).read_bytes()).text == word.text
