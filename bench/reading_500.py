"""How fast a 500-page report is read: docx, pdf and html, each in a process of its own, against the limits.

The limits are those the project set itself: 60 s and 500 MB for `read_document` and `read_claims` together. The
report is written here, of invented sentences with changing figures, tables and headings, about as dense as an office
writes; its PDF is what LibreOffice makes of the Word file. On a busy machine the computing time ("cpu s") is the
figure to compare, of this process and of the one that PDFs are opened in. Run as `python bench/reading_500.py`, or
call `run()`.
"""

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PAGES = 500
PARAGRAPHS_A_PAGE = 4
TABLE_EVERY = 10  # pages
SECONDS = 60.0
MEGABYTES = 500.0

SENTENCES = (
    "Năm {year}, thu ngân sách trên địa bàn đạt {a} tỷ đồng, bằng {b},{c}% dự toán, tăng {d},{e}% so với cùng kỳ.",
    "Đến hết quý {quarter} năm {year}, đơn vị giải quyết {a} hồ sơ, {b} hồ sơ trước hạn, tỷ lệ đúng hạn {b},{e}%.",
    "Tỷ lệ hộ nghèo theo chuẩn đa chiều giảm từ {d},{e}% xuống còn {quarter},{c}%, thấp hơn mức Nghị quyết đề ra.",
    "Thực hiện Kế hoạch số {a}-KH/QU ngày {d}/{quarter}/{year}, toàn ngành đã hoàn thành {d}/1{e} nhiệm vụ.",
    "Tuy nhiên, việc phối hợp giữa các phòng chưa chặt chẽ, hồ sơ của {d} dự án còn chậm so với yêu cầu.",
    "Đề nghị các phường rà soát {d} công trình còn vướng mặt bằng, báo cáo trước ngày {d}/{quarter}/{year}.",
)


def sentence(number: int) -> str:
    return SENTENCES[number % len(SENTENCES)].format(
        a=100 + number * 7 % 8900, b=60 + number % 60, c=number % 10, d=1 + number % 9, e=number * 3 % 10,
        quarter=1 + number % 4, year=2020 + number % 5,
    )


def paragraphs() -> Iterator[tuple[str, str]]:
    """What the report says, block by block: ("heading" or "text", its words)."""
    number = 0
    for page in range(PAGES):
        yield "heading", f"{page + 1}. Kết quả thực hiện nhiệm vụ của ngành"
        for _ in range(PARAGRAPHS_A_PAGE):
            yield "text", " ".join(sentence(number + at) for at in range(5))
            number += 5


def rows(page: int) -> list[tuple[str, ...]]:
    """A table of the report: a head and eight rows."""
    head = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện")
    body = [(str(row + 1), f"Số công trình hoàn thành ở khu vực {row + 1}", "công trình", f"{page + row}",
             f"{page + row + 3}") for row in range(8)]
    return [head, *body]


def write_docx(path: Path) -> None:
    import docx  # noqa: PLC0415 - a measured process must not import what it does not need
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    document = docx.Document()
    document.styles["Normal"].font.size = Pt(14)
    page = 0
    for kind, text in paragraphs():
        added = document.add_paragraph()
        added.add_run(text).bold = kind == "heading"
        if kind == "heading":
            if page % TABLE_EVERY == 0:
                table = document.add_table(0, 5, style="Table Grid")
                for row in rows(page):
                    for cell, words in zip(table.add_row().cells, row, strict=True):
                        cell.text = words
            page += 1
        else:
            added.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            added.paragraph_format.first_line_indent = Cm(1.27)
    document.save(str(path))


def write_html(path: Path) -> None:
    parts = ["<!doctype html><meta charset=utf-8><title>Báo cáo</title><nav><a href='/'>Trang chủ</a></nav>"]
    page = 0
    for kind, text in paragraphs():
        parts.append(f"<h2>{text}</h2>" if kind == "heading" else f"<p>{text}</p>")
        if kind == "heading":
            if page % TABLE_EVERY == 0:
                cells = ["".join(f"<td>{words}</td>" for words in row) for row in rows(page)]
                parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
            page += 1
    path.write_text("".join(parts), encoding="utf-8")


def write_pdf(docx: Path) -> Path | None:
    """The Word file as LibreOffice prints it, None where LibreOffice is not installed."""
    if shutil.which("soffice") is None:
        return None
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(docx.parent), str(docx)],
        check=True, capture_output=True, timeout=600,
    )
    return docx.with_suffix(".pdf")


def measure(path: Path) -> dict[str, float]:
    """Seconds and peak memory of reading one file, in this process."""
    start = time.perf_counter()
    from tiendo.reading import read_claims  # noqa: PLC0415 - the import is part of what a person waits for
    from tiendo.reading.files import read_document  # noqa: PLC0415

    document = read_document(path)
    opened = time.perf_counter()
    claims = read_claims(document)
    done = time.perf_counter()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "pages": max((block.page or 0 for block in document.blocks), default=0), "characters": len(document.text),
        "claims": len(claims), "document_s": opened - start, "claims_s": done - opened, "seconds": done - start,
        "cpu_s": sum(one.ru_utime + one.ru_stime for one in used), "peak_mb": max(one.ru_maxrss for one in used) / 1024,
    }


def measured_alone(path: Path) -> dict[str, float]:
    """The same, in a fresh process, so that nothing but this file counts."""
    done = subprocess.run(
        [sys.executable, __file__, str(path)], check=True, capture_output=True, text=True, timeout=1200)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def run() -> dict[str, dict[str, float]]:
    """Write the reports, read each in a process of its own, print the table; the figures by kind of file."""
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        docx = Path(folder) / "report.docx"
        write_docx(docx)
        write_html(docx.with_suffix(".html"))
        files = {"docx": docx, "pdf": write_pdf(docx), "html": docx.with_suffix(".html")}
        print(f"{'kind':6}{'pages':>7}{'characters':>12}{'claims':>8}", end="")
        print(f"{'open s':>9}{'claims s':>10}{'total s':>9}{'cpu s':>8}{'peak MB':>9}")
        for kind, path in files.items():
            if path is None:
                print(f"{kind:6} not measured: soffice (LibreOffice) is not installed")
                continue
            found = figures[kind] = measured_alone(path)
            pages = int(found["pages"]) or PAGES
            print(f"{kind:6}{pages:>7}{found['characters']:>12,.0f}{found['claims']:>8.0f}{found['document_s']:>9.2f}"
                  f"{found['claims_s']:>10.2f}{found['seconds']:>9.2f}{found['cpu_s']:>8.2f}{found['peak_mb']:>9.0f}")
    print(f"limits: {SECONDS:.0f} s, {MEGABYTES:.0f} MB")
    return figures


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(Path(sys.argv[1]))))
    else:
        run()
