"""A workbook's cells as typed values, row by row: the one module that opens a workbook.

The XML is read here because the spreadsheet libraries fill the whole rectangle a sheet spans (one stray cell in the
last corner asks for 500 GB and ends the program), and drop number formats, so that 95,91% comes out as 0.9591.
"""

import io
import posixpath
import re
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from lxml import etree

from tiendo.errors import Place, Problem
from tiendo.plan.typed import Percent, SheetError

__all__ = ["LARGEST_UNPACKED", "Sheet", "read_sheets"]

LARGEST_UNPACKED = 256 * 1024 * 1024  # bytes
Sheet = tuple[tuple[int, Mapping[int, object]], ...]  # rows with cells: number, and value by column, both from 1
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_SIGNS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # words, escapes, colours and paddings of a format
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet's days have no zone
_LEAP_BUG = 61  # serials below count from a day later: the calendar of 1900 has a 29 February
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, IndexError, EOFError, NotImplementedError,
    RuntimeError, ValueError, OverflowError,
)  # what the standard library and lxml raise on files that are no sound workbook


class _Shows(StrEnum):
    """What a number format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the cells of every sheet refer to: shared texts, what each style shows, the day that counts as 0."""

    texts: tuple[str, ...]
    styles: tuple[_Shows, ...]
    epoch: datetime


def read_sheets(data: bytes, file: str) -> Mapping[str, Sheet] | Problem:
    """Every worksheet's rows by its name, in order, or why the workbook cannot be opened."""
    place = Place(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
            if size > LARGEST_UNPACKED:
                return Problem("P117", place, {"size": str(size >> 20), "limit": str(LARGEST_UNPACKED >> 20)})
            shared = _shared(package)
            return {name: tuple(_rows(package, part, shared)) for name, part in _parts(package)}
    except _BROKEN:
        return Problem("P115", place)


def _tree(package: zipfile.ZipFile, part: str) -> etree._Element:
    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each worksheet's name and its part of the package."""
    targets = {
        each.get("Id"): each.get("Target", "") for each in _tree(package, "xl/_rels/workbook.xml.rels")
        if each.get("Type", "").endswith("/worksheet")
    }
    for sheet in _tree(package, "xl/workbook.xml").iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION))
        if target:
            yield sheet.get("name", ""), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _shared(package: zipfile.ZipFile) -> _Shared:
    names = package.namelist()
    texts = _tree(package, "xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else ()
    properties = _tree(package, "xl/workbook.xml").find("{*}workbookPr")
    in_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
    return _Shared(
        tuple(_joined(item) for item in texts), _styles(package) if "xl/styles.xml" in names else (),
        _EPOCH_1904 if in_1904 else _EPOCH,
    )


def _joined(item: etree._Element) -> str:
    """The text of a cell or a shared item: its runs, without reading aids, signs like `_x000D_` undone."""
    runs = [
        run.text or "" for run in item.iter("{*}t")
        if not any(_local(above) == "rPh" for above in run.iterancestors("{*}rPh"))
    ]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(runs))


@cache
def _built_in() -> Mapping[str, frozenset[str]]:
    declared = tomllib.loads(files(__package__).joinpath("ooxml.toml").read_text(encoding="utf-8"))
    return {name: frozenset(map(str, numbers)) for name, numbers in declared.items()}


def _styles(package: zipfile.ZipFile) -> tuple[_Shows, ...]:
    """What each cell style makes of a number."""
    styles = _tree(package, "xl/styles.xml")
    declared = {each.get("numFmtId", ""): _shows(each.get("formatCode", "")) for each in styles.iter("{*}numFmt")}
    for shows in (_Shows.PERCENT, _Shows.DAY):
        declared |= {number: shows for number in _built_in()[shows] if number not in declared}
    cells = styles.find("{*}cellXfs")
    numbers = [each.get("numFmtId", "0") for each in cells] if cells is not None else []
    return tuple(declared.get(number, _Shows.NUMBER) for number in numbers)


def _shows(code: str) -> _Shows:
    """What a declared number format shows, by the signs outside its words."""
    signs = _NOT_SIGNS.sub("", code.split(";", 1)[0]).lower()
    if "%" in signs:
        return _Shows.PERCENT
    return _Shows.DAY if signs != "general" and set(signs) & set("dmyhs") else _Shows.NUMBER


def _rows(package: zipfile.ZipFile, part: str, shared: _Shared) -> Iterator[tuple[int, Mapping[int, object]]]:
    """The rows that have cells; a row or cell without an address stands right after the one before it."""
    number = 0
    with package.open(part) as stream:
        for _, element in etree.iterparse(stream, tag="{*}row", resolve_entities=False, no_network=True):
            number = int(element.get("r") or number + 1)
            cells: dict[int, object] = {}
            column = 0
            for cell in element.iterchildren("{*}c"):
                column = _column(cell.get("r"), column + 1)
                value = _value(cell, shared)
                if value != "":
                    cells[column] = value
            if cells:
                yield number, cells
            element.clear()


def _column(reference: str | None, following: int) -> int:
    """The column of an address such as B7; the following one where a cell has none."""
    found = _CELL.fullmatch(reference or "")
    if not found:
        return following
    number = 0
    for letter in found[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _value(cell: etree._Element, shared: _Shared) -> object:
    """A cell's value: text, number, day, percentage, flag or error; empty text when there is none."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _joined(cell)
    text = cell.findtext("{*}v") or ""
    if not text or kind == "str":
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if kind == "s":
        return shared.texts[int(text)]
    if kind == "b":
        return text == "1"
    if kind == "e":
        return SheetError(text)
    return datetime.fromisoformat(text) if kind == "d" else _number(float(text), cell.get("s"), shared)


def _number(value: float, style: str | None, shared: _Shared) -> object:
    """A number as its style shows it; ValueError and OverflowError for one no sheet can hold."""
    shows = shared.styles[int(style)] if style and int(style) < len(shared.styles) else _Shows.NUMBER
    if shows is _Shows.PERCENT:
        return Percent(value)
    if shows is _Shows.NUMBER:
        return value
    early = shared.epoch == _EPOCH and value < _LEAP_BUG
    moment = shared.epoch + timedelta(days=value + early)
    return date(moment.year, moment.month, moment.day) if value == int(value) else moment
