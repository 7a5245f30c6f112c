"""Opening a workbook: every kind of cell Excel, LibreOffice and others write, and what hostile files try."""

import io
import zipfile
from datetime import date, datetime

import pytest

from tiendo.errors import Problem
from tiendo.plan.ooxml import read_sheets
from tiendo.plan.typed import Percent, SheetError

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/>'
    '<numFmt numFmtId="166" formatCode="#,##0 &quot;hộ&quot;"/><numFmt numFmtId="167" formatCode="[Red]General"/>'
    '</numFmts><cellXfs>' + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 164, 165, 166, 167, 14, 10, 49))
    + "</cellXfs>"
)
SHARED = (
    '<si><t>Phường A</t></si><si><r><t>Quận </t></r><r><t>B</t></r><rPh sb="0"><t>x</t></rPh></si>'
    "<si><t>_x000D_</t></si>"
)


def package(cells: str, workbook: str = "", doctype: str = "", target: str = "worksheets/a.xml") -> bytes:
    """A minimal workbook with one sheet "A"."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{workbook}'
                           '<sheets><sheet name="A" r:id="r1"/><sheet name="Biểu đồ" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>"
                                      f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="{target}"/>'
                                      f'<Relationship Id="r2" Type="{RELATIONS}/chartsheet" Target="c.xml"/>'
                                      "</Relationships>",
        "xl/worksheets/a.xml": f'{doctype}<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{SHARED}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as out:
        for name, text in parts.items():
            out.writestr(name, text)
    return data.getvalue()


def only(cell: str, workbook: str = "") -> object:
    """The value of a sheet's one cell."""
    sheets = read_sheets(package(f'<row r="1">{cell}</row>', workbook), "a.xlsx")
    assert not isinstance(sheets, Problem)
    ((_, cells),) = sheets["A"]
    (value,) = cells.values()
    return value


@pytest.mark.parametrize(("cell", "value"), [
    ('<c r="A1" t="s"><v>0</v></c>', "Phường A"),
    ('<c r="A1" t="s"><v>1</v></c>', "Quận B"),
    ('<c r="A1" t="s"><v>2</v></c>', "\r"),
    ('<c r="A1" t="inlineStr"><is><t>05</t></is></c>', "05"),
    ('<c r="A1" t="str"><f>A2</f><v>2022-09</v></c>', "2022-09"),
    ('<c r="A1"><v>95.91</v></c>', 95.91),
    ('<c r="A1"><f>1+1</f><v>2</v></c>', 2.0),
    ('<c r="A1" t="b"><v>1</v></c>', True),
    ('<c r="A1" t="e"><v>#REF!</v></c>', SheetError("#REF!")),
    ('<c r="A1" t="d"><v>2023-03-31</v></c>', datetime(2023, 3, 31)),  # noqa: DTZ001 - a sheet's days have no zone
    ('<c r="A1" s="1"><v>45016</v></c>', date(2023, 3, 31)),
    ('<c r="A1" s="5"><v>45016</v></c>', date(2023, 3, 31)),
    ('<c r="A1" s="5"><v>45016.5</v></c>', datetime(2023, 3, 31, 12)),  # noqa: DTZ001 - as above
    ('<c r="A1" s="5"><v>1</v></c>', date(1900, 1, 1)),
    ('<c r="A1" s="5"><v>61</v></c>', date(1900, 3, 1)),
    ('<c r="A1" s="2"><v>0.9591</v></c>', Percent(0.9591)),
    ('<c r="A1" s="6"><v>0.9591</v></c>', Percent(0.9591)),
    ('<c r="A1" s="3"><v>12</v></c>', 12.0),
    ('<c r="A1" s="4"><v>12</v></c>', 12.0),
    ('<c r="A1" s="7"><v>12</v></c>', 12.0),
    ('<c r="A1" s="99"><v>12</v></c>', 12.0),
])
def test_a_cell_is_what_a_person_sees(cell: str, value: object) -> None:
    assert only(cell) == value


def test_a_workbook_of_1904_counts_its_own_days() -> None:
    assert only('<c r="A1" s="1"><v>43554</v></c>', '<workbookPr date1904="1"/>') == date(2023, 3, 31)


def test_rows_and_cells_stand_where_their_address_says_or_right_after() -> None:
    rows = (
        '<row r="2"><c r="AB2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'
        '<row r="9"><c r="A9"/></row>'
    )
    assert read_sheets(package(rows), "a.xlsx") == {"A": ((2, {28: 1.0, 29: 2.0}), (3, {1: 3.0}))}


@pytest.mark.parametrize("target", ["/xl/worksheets/a.xml", "../xl/worksheets/a.xml", "./worksheets/a.xml"])
def test_parts_are_found_by_any_form_of_their_path(target: str) -> None:
    data = package('<row r="1"><c r="A1"><v>1</v></c></row>', target=target)
    assert read_sheets(data, "a.xlsx") == {"A": ((1, {1: 1.0}),)}


@pytest.mark.parametrize("data", [
    package('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    package('<row r="1"><c r="A1"><v>mười</v></c></row>'),
    package('<row r="1"><c r="A1" s="1"><v>1e300</v></c></row>'),
    package('<row r="một"><c/></row>'),
    package("<row>"),
    package("", target="worksheets/khac.xml"),
])
def test_a_damaged_part_is_one_problem(data: bytes) -> None:
    found = read_sheets(data, "a.xlsx")
    assert isinstance(found, Problem)
    assert found.code == "P115"


def test_entities_are_never_unfolded() -> None:
    """A billion laughs: each entity names the one before ten times."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{lines}]>'
    found = read_sheets(package('<row r="1"><c r="A1" t="str"><v>&l11;</v></c></row>', doctype=doctype), "a.xlsx")
    assert isinstance(found, Problem) or len(str(found)) < 1000
