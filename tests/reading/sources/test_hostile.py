"""Files nobody wrote: bytes turned, cut and mixed. Each is read or refused with a reason; none crashes or hangs."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.sources.docx_files import docx_file
from reading.sources.pdf_pages import LEFT, PdfPages
from reading.sources.reading_room import assert_blocks_hold, opened, texts
from reading.sources.word_report import FILES
from tiendo.errors import ReadError
from tiendo.reading.files import read_document

SAID = "Thu ngân sách đạt 5.480 tỷ đồng, bằng 112,5% dự toán."
GOOD = {
    "bc.docx": docx_file(SAID, SAID), "bc.pdf": PdfPages().page().text(LEFT, 100, SAID).content(),
    "bc.html": f"<!doctype html><body><table><tr><td>{SAID}</td><td>1</td></tr></table><p>{SAID}".encode(),
    "tin.md": f"# {SAID}\n\n- {SAID}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
    "bc.txt": (SAID + "\n").encode() * 3,
    "in.pdf": (FILES / "hai-cot.pdf").read_bytes(),
}


def read_or_refused(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    try:
        assert_blocks_hold(read_document(path))
    except ReadError as error:
        assert error.problems[0].say("vi")  # noqa: PT017 - a refusal is as good as a document


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=60)
@given(turned=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12), cut=st.floats(0.3, 1))
def test_damaged_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, turned: list[tuple[float, int]], cut: float,
) -> None:
    content = bytearray(GOOD[name])
    for place, value in turned:
        content[int(place * (len(content) - 1))] = value
    read_or_refused(tmp_path_factory.getbasetemp(), name, bytes(content[:max(1, int(cut * len(content)))]))


@pytest.mark.parametrize("name", ["bc.txt", "tin.md", "bc.html"])
@given(content=st.binary(min_size=1, max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
    read_or_refused(tmp_path_factory.getbasetemp(), name, content)


def test_noise_behind_every_known_beginning_is_refused_or_read(tmp_path: Path) -> None:
    noise = random.Random(3).randbytes(20_000)  # noqa: S311 - the same bytes in every run
    starts = (b"%PDF-1.7\n", b"PK\x03\x04",
              b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf")
    for start in starts:
        for name in ("bc.docx", "bc.xlsx", "bc.pdf", "bc.txt", "bc.html"):
            read_or_refused(tmp_path, name, start + noise)


MARKED = "\u202eThu\u202c ngân\u200b sách \u2066đạt\u2069 5.480 tỷ\ufeff đồng"


@pytest.mark.parametrize(("name", "content"), [("bc.txt", MARKED), ("bc.docx", docx_file(MARKED))])
def test_marks_of_direction_and_zero_width_stay_as_they_are(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert texts(opened(tmp_path, name, content)) == [MARKED]


def test_markup_that_tempts_patterns_to_walk_back_takes_no_time(tmp_path: Path) -> None:
    """100,000 opening brackets, stars, ampersands or cell bars: every pattern is bounded."""
    for name in ("tin.md", "bc.txt", "bc.html"):
        for mark in ("[", "*", "_", "`", "<", "![", "](", "|", "- ", "> ", "1. ", "&", "\\", " ", "((", "a) "):
            read_or_refused(tmp_path, name, (mark * (100_000 // len(mark))).encode())
