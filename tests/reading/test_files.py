"""The door: which files it opens, and what it says of those it does not. Nothing hostile costs memory or time."""

import os
import random
import subprocess
import sys
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reading.sources.docx_files import docx_file, package
from reading.sources.reading_room import opened, refusals, refused, texts
from tiendo.errors import ReadError
from tiendo.reading.files import read_document

NOISE = random.Random(7).randbytes(800_000)  # noqa: S311 - the same bytes in every run
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(parts: dict[str, bytes | str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return out.getvalue()


def code_of(path: Path) -> list[str]:
    with pytest.raises(ReadError) as caught:
        read_document(path)
    return [problem.code for problem in caught.value.problems]


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert code_of(tmp_path / "bc.docx") == ["R101"]


def test_a_file_below_a_file_is_missing_too(tmp_path: Path) -> None:
    (tmp_path / "bc.txt").write_text("x")
    assert code_of(tmp_path / "bc.txt" / "phu-luc.docx") == ["R101"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert code_of(tmp_path) == ["R102"]


def test_a_file_nobody_may_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mat.txt"
    path.write_text("Thu 5.480 tỷ đồng")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # root may read everything: look as somebody else
        os.seteuid(65534)
    try:
        assert code_of(path) == ["R103"]
    finally:
        if root:
            os.seteuid(0)


def test_a_name_the_system_refuses_is_an_error_with_its_reason(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("x" * 300 + ".txt")) == ["R106"]


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    assert refused(tmp_path, "bc.docx", b"") == ["R105"]


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    assert code_of(tmp_path / "ong.txt") == ["R107"]


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(ReadError) as caught:
        read_document(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.problems[0].values == {"size": "200", "limit": "100"}
    assert caught.value.problems[0].code == "R104"
    assert peak < 2_000_000


def test_the_limit_may_be_set_lower(tmp_path: Path) -> None:
    path = tmp_path / "bc.txt"
    path.write_text("Thu ngân sách", encoding="utf-8")
    with pytest.raises(ReadError, match="R104"):
        read_document(path, max_bytes=5)


@pytest.mark.parametrize(("name", "content", "code"), [
    ("anh.png", b"\x89PNG\r\n\x1a\n", "R107"),
    ("bc", b"Thu ng\xc3\xa2n s\xc3\xa1ch", "R107"),
    ("bc.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "R108"),
    ("bc.pptx", zipped({"ppt/presentation.xml": "<p/>"}), "R108"),
    ("goi.zip", zipped({"bc.txt": "x"}), "R107"),
    ("bc.rtf", b"{\\rtf1 x}", "R108"),
    ("bc.txt", b"{\\rtf1 x}", "R108"),
    ("bc.doc", OLE + "WordDocument".encode("utf-16-le"), "R108"),
    ("bc.docx", OLE + "WordDocument".encode("utf-16-le"), "R108"),
    ("so.xls", OLE + "Workbook".encode("utf-16-le"), "R108"),
    ("bc.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "R115"),
    ("so.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "R115"),
    ("bc.docx", b"khong phai goi nen", "R110"),
    ("bc.pdf", b"khong phai PDF", "R117"),
])
def test_what_cannot_be_read_is_told_by_its_bytes_first(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    assert refused(tmp_path, name, content) == [code]


def test_an_old_word_file_is_named_by_what_it_is_not_by_its_suffix(tmp_path: Path) -> None:
    (found,) = refusals(tmp_path, "bc.docx", OLE + "WordDocument".encode("utf-16-le"))
    assert found.values == {"suffix": ".doc"}


@pytest.mark.parametrize(("name", "content"), [
    ("bc.txt", docx_file("Thu ngân sách đạt 5.480 tỷ đồng.")),
    ("bc.bin", docx_file("Thu ngân sách đạt 5.480 tỷ đồng.")),
    ("bc.txt", "<!DOCTYPE html><p>Thu ngân sách đạt 5.480 tỷ đồng.</p>"),
])
def test_a_file_with_another_suffix_is_read_as_what_it_is(tmp_path: Path, name: str, content: bytes | str) -> None:
    assert texts(opened(tmp_path, name, content)) == ["Thu ngân sách đạt 5.480 tỷ đồng."]


@pytest.mark.parametrize("content", [
    b"\x89PNG\r\n\x1a\n" + bytes(64), b"\xff\xd8\xff\xe0" + bytes(64), b"\x7fELF" + bytes(64),
    bytes(range(256)) * 8, NOISE[:4000],
])
def test_binary_data_with_the_name_of_a_text_is_no_text(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, "bc.txt", content) == ["R109"]


def test_a_zip_bomb_is_refused_by_its_declared_size(tmp_path: Path) -> None:
    bomb = package({"word/document.xml": b"<w/>", "word/media/a.bin": bytes(300 * 1024 * 1024)})
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    assert refused(tmp_path, "bc.docx", bomb) == ["R114"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_package_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    many = package({"word/document.xml": b"<w/>"} | {f"word/{at}": b"" for at in range(20_001)})
    assert refused(tmp_path, "bc.docx", many) == ["R114"]


def test_one_part_that_inflates_too_far_is_refused(tmp_path: Path) -> None:
    """140 MB beside a photograph: no ratio betrays it, but no document needs it."""
    content = package({"word/document.xml": bytes(140 * 1024 * 1024), "word/a.jpg": NOISE})
    (found,) = refusals(tmp_path, "bc.docx", content)
    assert (found.code, dict(found.values)) == ("R114", {"size": "140", "limit": "128", "parts": "1"})


def test_a_part_that_is_longer_than_its_header_says_is_cut_there(tmp_path: Path) -> None:
    """The central directory says 40 bytes; the stream holds 50 MB of spaces behind a good beginning."""
    honest = package({"word/document.xml": b"<w:document>" + b" " * 50_000_000})
    at = honest.index(b"PK\x01\x02")
    while not honest[at + 46:].startswith(b"word/document.xml"):
        at = honest.index(b"PK\x01\x02", at + 1)
    lying = honest[:at + 24] + (40).to_bytes(4, "little") + honest[at + 28:]
    tracemalloc.start()
    assert refused(tmp_path, "bc.docx", lying) in (["R110"], ["R119"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_package_cut_in_half_is_damaged(tmp_path: Path) -> None:
    content = docx_file("Thu ngân sách đạt 5.480 tỷ đồng.")
    assert refused(tmp_path, "bc.docx", content[:len(content) // 2]) == ["R110"]


def test_a_package_with_a_broken_stream_is_damaged(tmp_path: Path) -> None:
    content = bytearray(docx_file("Thu ngân sách đạt 5.480 tỷ đồng. " * 40))
    at = content.index(b"word/document.xml") + 60
    content[at:at + 30] = bytes(30)
    assert refused(tmp_path, "bc.docx", bytes(content)) == ["R110"]


def test_a_locked_zip_has_a_password(tmp_path: Path) -> None:
    content = bytearray(package({"word/document.xml": b"<w/>"}))
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1  # bit 0 of the flags: encrypted
        at = content.find(b"PK\x01\x02", at + 1)
    assert refused(tmp_path, "bc.docx", bytes(content)) == ["R115"]


def test_a_page_of_plain_text_loads_no_office_library(tmp_path: Path) -> None:
    (tmp_path / "bc.txt").write_text("Thu ngân sách đạt 5.480 tỷ đồng.", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from tiendo.reading.files import read_document; "
        "read_document(Path(sys.argv[1])); "
        "print([name for name in ('lxml', 'pypdfium2', 'docx', 'python_calamine') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "bc.txt")], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
