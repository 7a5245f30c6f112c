"""A report as a ward office writes it in Word: head in two blocks, indents, a list, a table over pages, recipients.

`files/bao-cao.pdf` is this file as LibreOffice prints it (`python word_report.py`, run in this folder, makes it and
the other PDFs anew): what is read from the Word file and from its PDF must be the same text.
"""

import subprocess
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

WordFile = type(docx.Document())
FILES = Path(__file__).parent / "files"
TARGETS = [
    ("Thu ngân sách trên địa bàn", "tỷ đồng", "128,5", "141,2"), ("Giải ngân vốn đầu tư công", "%", "95", "96,3"),
    ("Tỷ lệ hộ nghèo theo chuẩn đa chiều", "%", "0,35", "0,21"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", "93,5", "94,8"),
    ("Số lao động được giải quyết việc làm mới trong năm", "lao động", "620", "687"),
    ("Tỷ lệ rác thải sinh hoạt được thu gom trong ngày", "%", "98", "99,4"),
]
REPORT = """\
I. KẾT QUẢ THỰC HIỆN
1. Về kinh tế. Thu ngân sách trên địa bàn phường năm 2022 đạt 141,2 tỷ đồng, bằng 109,9% dự toán quận giao, tăng
 8,6% so với cùng kỳ năm trước; 14/14 khoản thu đạt và vượt dự toán. Phường đã thực hiện Kế hoạch số 21-KH/ĐU ngày
 15/3/2021 và Kế hoạch số 34/KH-UBND ngày 02/4/2021, hoàn thành 27/30 nhiệm vụ được giao.
2. Về xã hội. Đến ngày 31/12/2022, toàn phường còn 12 hộ nghèo, chiếm 0,21% tổng số hộ; 687 lao động có việc làm
 mới, bằng 110,8% kế hoạch; tỷ lệ dân số tham gia bảo hiểm y tế đạt 94,8%, tăng 1,3 điểm % so với năm 2021.
3. Về đô thị. Phường xóa 9/11 điểm tập kết rác tự phát, xử phạt 63 trường hợp với số tiền 78,5 triệu đồng; cải tạo
 4.300 m đường ngõ, 1.250 m rãnh thoát nước; lắp đặt 86 đèn chiếu sáng từ nguồn xã hội hóa 412 triệu đồng.
II. HẠN CHẾ, TỒN TẠI
1. Việc bàn giao mặt bằng tuyến đường nối khu tái định cư chậm 4 tháng so với kế hoạch; còn 7 hộ chưa nhận tiền.
2. Tình trạng lấn chiếm vỉa hè ở khu vực chợ tái diễn sau mỗi đợt ra quân, nhất là vào giờ cao điểm buổi chiều.
III. NHIỆM VỤ NĂM 2023
- Công chức địa chính phối hợp với Ban quản lý dự án hoàn thành bàn giao mặt bằng trước ngày 30/6/2023;
- Công an phường duy trì lực lượng kiểm tra vỉa hè hằng ngày, báo cáo kết quả vào thứ sáu hằng tuần.
"""
BODY = [(line, line[0] == "I") for line in REPORT.replace("\n ", " ").splitlines()]  # a text, whether it is a heading


def word_report() -> bytes:
    """The report as a Word file."""
    document = _empty(14)
    document.sections[0].header.paragraphs[0].text = "Báo cáo năm 2022 của phường Hồ Sen"
    _page_number(document.sections[0].footer.paragraphs[0])
    _blocks(document, [("ỦY BAN NHÂN DÂN", False), ("PHƯỜNG HỒ SEN", True), ("Số: 57/BC-UBND", False)],
            [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True),
             ("Hồ Sen, ngày 10 tháng 01 năm 2023", False)])
    for text in ("BÁO CÁO", "Kết quả thực hiện nhiệm vụ năm 2022 và nhiệm vụ trọng tâm năm 2023"):
        _paragraph(document, text, bold=True, align=ALIGN.CENTER)
    for text, heading in BODY:
        _paragraph(document, text, bold=heading, align=ALIGN.LEFT if heading else ALIGN.JUSTIFY, indent=not heading)
    _paragraph(document, "Kết quả các chỉ tiêu chủ yếu như sau:", indent=True)
    _table(document)
    _paragraph(document, "Trên đây là báo cáo của Ủy ban nhân dân phường.", indent=True)
    _blocks(document, [("Nơi nhận:", False), ("- UBND quận (để b/c);", False), ("- Lưu: VT.", False)],
            [("CHỦ TỊCH", True), ("(Đã ký)", False)])
    return _bytes(document)


def two_columns() -> bytes:
    """A bulletin: a title over the page, two columns below."""
    document = _empty(12)
    _paragraph(document, "BẢN TIN KINH TẾ - XÃ HỘI PHƯỜNG HỒ SEN", bold=True, align=ALIGN.CENTER)
    columns = document.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")
    for text, heading in BODY * 2:
        _paragraph(document, text, bold=heading, indent=not heading, align=ALIGN.JUSTIFY)
    return _bytes(document)


def _empty(size: int) -> "docx.document.Document":
    document = docx.Document()
    font = document.styles["Normal"].font
    font.name, font.size = "Liberation Serif", Pt(size)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    return document


def _paragraph(
    document: "docx.document.Document", text: str, *, bold: bool = False, indent: bool = False,
    align: ALIGN = ALIGN.JUSTIFY,
) -> None:
    added = document.add_paragraph()
    added.add_run(text).bold = bold
    added.alignment = align
    added.paragraph_format.space_after = Pt(6)
    added.paragraph_format.first_line_indent = Cm(1.27) if indent else None


def _blocks(
    document: "docx.document.Document", left: list[tuple[str, bool]], right: list[tuple[str, bool]],
) -> None:
    """Two blocks side by side in a table without borders."""
    for cell, lines in zip(document.add_table(1, 2).rows[0].cells, (left, right), strict=True):
        for at, (text, bold) in enumerate(lines):
            added = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            run = added.add_run(text)
            run.bold, run.font.size = bold, Pt(12)
            added.alignment = ALIGN.LEFT if left[0][0].endswith(":") and lines is left else ALIGN.CENTER


def _table(document: "docx.document.Document") -> None:
    """A table of two head rows that every page repeats, long enough to run over a page."""
    table = document.add_table(2, 5, style="Table Grid")
    head = [("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2022", ""), ("", "", "", "Kế hoạch", "Thực hiện")]
    for row, words in enumerate(head):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    table.cell(0, 3).merge(table.cell(0, 4))
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    for line in table.rows:
        line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for at, target in enumerate(TARGETS * 4, start=1):
        for cell, text in zip(table.add_row().cells, (str(at), *target), strict=True):
            cell.text = text


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = ALIGN.CENTER
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = OxmlElement("w:r")
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = code
        run.append(mark)
        paragraph._p.append(run)


def _bytes(document: "docx.document.Document") -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def printed(content: bytes, folder: Path, **options: str) -> Path:
    """A Word file as LibreOffice prints it; options are those of its PDF export."""
    source = folder / "in.docx"
    source.write_bytes(content)
    settings = ",".join(
        f'"{name}":{{"type":"{"boolean" if value in {"true", "false"} else "string"}","value":"{value}"}}'
        for name, value in options.items())
    target = f"pdf:writer_pdf_Export:{{{settings}}}" if settings else "pdf"
    subprocess.run(["soffice", "--headless", "--convert-to", target, "--outdir", str(folder), str(source)],
                   check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")


def _make() -> None:
    short = _empty(14)
    _paragraph(short, "Thu ngân sách trên địa bàn đạt 5.480 tỷ đồng, bằng 112,5% dự toán.")
    locked = {"EncryptFile": "true", "DocumentOpenPassword": "mat-khau"}
    no_print = {"RestrictPermissions": "true", "PermissionPassword": "chu", "Printing": "0"}
    for name, content, options in [("bao-cao", word_report(), {}), ("hai-cot", two_columns(), {}),
                                   ("co-mat-khau", _bytes(short), locked), ("cam-in", _bytes(short), no_print)]:
        printed(content, FILES, **options).rename(FILES / f"{name}.pdf")
    (FILES / "in.docx").unlink()


if __name__ == "__main__":
    _make()
