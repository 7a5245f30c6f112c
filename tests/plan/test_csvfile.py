"""Bytes to rows: encodings, delimiters, quotes and lengths, as spreadsheets and text editors leave them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_plan import Told, tell
from tiendo.plan.csvfile import LARGEST, csv_text, read_csv
from tiendo.plan.tables import table_of

BODIES = table_of("bodies")
HEADER = "code,name_vi,name_en,level\n"


def told(path: Path) -> list[Told]:
    return tell(read_csv(path, BODIES)[1])


def rows(path: Path) -> tuple[tuple[int, tuple[object, ...]], ...]:
    raw, problems = read_csv(path, BODIES)
    assert problems == ()
    assert raw
    assert raw.header == ("code", "name_vi", "name_en", "level")
    return raw.rows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bodies.csv"


@pytest.mark.parametrize("data", [
    f"{HEADER}P,Phường A,Ward A,ward\n".encode(),
    f"\ufeff{HEADER}P,Phường A,Ward A,ward\n".encode(),
    f"{HEADER}P,Phường A,Ward A,ward\n".replace("\n", "\r\n").encode(),
    f"{HEADER}P,Phường A,Ward A,ward\n".replace(",", ";").encode(),
    f"{HEADER}P,Phường A,Ward A,ward\n".replace(",", "\t").encode(),
    f"{HEADER}P,Phường A,Ward A,ward".encode(),
    b"code,name_vi,name_en,level,,\n" + "P,Phường A,Ward A,ward,,\n".encode(),
])
def test_the_forms_spreadsheets_write_are_read(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert rows(file) == ((2, ("P", "Phường A", "Ward A", "ward")),)


def test_rows_are_counted_as_a_person_counts_them(file: Path) -> None:
    """An empty row counts; two lines inside quotes are one row, as a spreadsheet shows them."""
    file.write_text(f'{HEADER}\nA,"hai\ndòng",A,x\n,,,\nB,b,B,x\n', encoding="utf-8")
    assert rows(file) == ((3, ("A", "hai\ndòng", "A", "x")), (5, ("B", "b", "B", "x")))


@pytest.mark.parametrize(("data", "expected"), [
    (HEADER.encode() + "P,Phường A,Ward A,ward\n".encode("cp1258", "ignore"), ("P105", "bodies.csv", 2, None)),
    (f"{HEADER}P,a,b,c\n".encode("utf-16"), ("P119", "bodies.csv", None, None)),
    (b"", ("P111", "bodies.csv", None, None)),
    (b"\n\n", ("P111", "bodies.csv", None, None)),
    (f'{HEADER}A,a,b,c\nB,"chưa đóng,b,c\nC,a,b,c\n'.encode(), ("P106", "bodies.csv", 3, None)),
    (f'{HEADER}A,"a" b,b,c\n'.encode(), ("P106", "bodies.csv", 2, None)),
    (f"{HEADER}A,a,b\n".encode(), ("P107", "bodies.csv", 2, None)),
    (f"{HEADER}A,a,b,c,\n".encode(), ("P107", "bodies.csv", 2, None)),
])
def test_what_cannot_be_cut_into_cells_is_said(file: Path, data: bytes, expected: Told) -> None:
    file.write_bytes(data)
    assert told(file) == [expected]


def test_rows_beside_a_ragged_one_are_still_read(file: Path) -> None:
    file.write_text(f"{HEADER}A,a,b\nB,b,b,x\nC,c,c,x,x\n", encoding="utf-8")
    raw, problems = read_csv(file, BODIES)
    assert raw
    assert raw.rows == ((3, ("B", "b", "b", "x")),)
    assert tell(problems) == [("P107", "bodies.csv", 2, None), ("P107", "bodies.csv", 4, None)]


def test_a_file_of_200_megabytes_is_refused_by_its_size(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    problems = read_csv(file, BODIES)[1]
    assert tell(problems) == [("P104", "bodies.csv", None, None)]
    assert dict(problems[0].values) == {"size": "200", "limit": str(LARGEST >> 20)}


def test_a_folder_in_the_place_of_a_file_is_said(file: Path) -> None:
    file.mkdir()
    assert told(file) == [("P120", "bodies.csv", None, None)]


TEXT = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]))


@given(st.lists(st.lists(TEXT, min_size=4, max_size=4)))
def test_cells_written_are_the_cells_read(tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]) -> None:
    path = tmp_path_factory.getbasetemp() / "bodies.csv"
    path.write_text(csv_text(("code", "name_vi", "name_en", "level"), cells), encoding="utf-8", newline="\n")
    filled = [(number, tuple(row)) for number, row in enumerate(cells, start=2) if any(cell.strip() for cell in row)]
    assert list(rows(path)) == filled


def test_what_looks_like_a_formula_is_a_text(file: Path) -> None:
    file.write_text(csv_text(("code", "name_vi", "name_en", "level"), [("=1+1", "+84", "-5", "@a")]), encoding="utf-8")
    assert rows(file) == ((2, ("=1+1", "+84", "-5", "@a")),)
