"""A table of a million cells in each kind of file: how long until it is read, or refused, and the most memory it took.

Each in a process of its own. A workbook has a limit of cells (R129); what a web page or a text holds is bounded by the
size of the file, so such a table is read whole.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS, COLUMNS = 10_000, 100


def write(folder: Path, kind: str) -> Path:
    """A table of plain numbers."""
    import xlsxwriter  # noqa: PLC0415 - a measured process imports only what reading needs

    path = folder / f"cells.{kind}"
    if kind == "html":
        row = "<tr>" + "<td>5,1</td>" * COLUMNS + "</tr>"
        path.write_text(f"<table>{row * ROWS}</table>", encoding="utf-8")
    elif kind == "md":
        row = "|" + "5,1|" * COLUMNS + "\n"
        path.write_text(row + "|" + "-|" * COLUMNS + "\n" + row * ROWS, encoding="utf-8")
    else:
        book = xlsxwriter.Workbook(path, {"constant_memory": True})
        sheet = book.add_worksheet()
        for row_number in range(ROWS):
            sheet.write_row(row_number, 0, [5.1] * COLUMNS)
        book.close()
    return path


def alone(path: Path) -> None:
    """Read one file in this process and print what it took."""
    from tiendo.errors import ReadError  # noqa: PLC0415
    from tiendo.reading import read_claims  # noqa: PLC0415
    from tiendo.reading.files import read_document  # noqa: PLC0415

    began = time.process_time()
    try:
        document = read_document(path)
        claims: object = len(read_claims(document))
        said = f"{len(document.blocks):,} cells, {claims} claims"
    except ReadError as error:
        said = f"refused: {', '.join(problem.code for problem in error.problems)}"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"said": said, "seconds": time.process_time() - began, "memory": memory}))


def run() -> None:
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as place:
        for kind in ("html", "md", "xlsx"):
            path = write(Path(place), kind)
            done = subprocess.run(
                [sys.executable, __file__, str(path)], check=True, capture_output=True, text=True, timeout=1200)
            found = json.loads(done.stdout)
            print(f"{kind:6}{path.stat().st_size / 1e6:7.1f} MB {found['seconds']:8.1f} s of processor time"
                  f" {found['memory']:7.0f} MB of memory   {found['said']}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        alone(Path(sys.argv[1]))
    else:
        run()
