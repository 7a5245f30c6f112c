"""The reference page of documents says what the code does: kinds, suffixes, limits."""

import re
from pathlib import Path

from tiendo.reading.sources import guard, pdf_sheets, pieces, xlsx

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "documents.md").read_text(encoding="utf-8")


def table(section: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    text = PAGE.split(f"## {section}", 1)[1].split("\n## ", 1)[0]
    lines = re.findall(r"^\|.*$", text, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines[2:]]


def test_every_suffix_that_is_read_is_named() -> None:
    named = [suffix for row in table("1. Kinds of files") for suffix in row[1].split(", ")]
    assert sorted(named) == sorted(guard.KIND_OF_SUFFIX)


def test_limits_are_those_of_the_code() -> None:
    mib = guard.MIB
    assert {row[0]: (row[1], row[2]) for row in table("8. Limits")} == {
        "size of a file": (f"{guard.MAX_BYTES // mib} MiB", "R104"),
        "one part of a Word or Excel file, unpacked": (f"{guard.MAX_PART // mib} MiB", "R114"),
        "all parts together, unpacked": (f"{guard.MAX_UNPACKED // mib} MiB", "R114"),
        f"unpacked to packed, above {guard.RATIO_MATTERS // mib} MiB": (f"{guard.MAX_RATIO} times", "R114"),
        "parts of a Word or Excel file": (str(guard.MAX_PARTS), "R114"),
        "text of a document": (f"{pieces.MOST_TEXT} characters", "R122"),
        "filled cells of a sheet": (str(xlsx.MOST_CELLS), "R129"),
        "pages of a PDF": (str(pdf_sheets.MOST_PAGES), "R126"),
        "computing for a PDF": (f"{pdf_sheets.SECONDS} s, and {pdf_sheets.SECONDS_A_MIB} s more for each MiB", "R131"),
        "memory for a PDF": (f"{pdf_sheets.MEMORY} MiB", "R131"),
    }
