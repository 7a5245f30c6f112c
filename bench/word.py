"""The Word report of the example beside docxtpl filling a template of the same size: CPU seconds, at most 1.5 times.

The peer is what an office would write without us: a docxtpl template with a loop over the paragraphs, a loop over the
rows of each table (as many rows, columns and characters as our report has) and the same picture as an InlineImage.
Both are made from values in memory: composing the review is part of neither, filling and saving are. Two lines: with
the picture ready made, and with the chart drawn on both sides (the peer by our own drawing, having none).
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, StrictUndefined

from tiendo.assessing import assess_plan
from tiendo.review import Chart, Heading, Paragraph, Review, Table, compose
from tiendo.review.charts import to_png
from tiendo.review.docx import report
from tiendo.review.prose import plain
from tiendo.usecases.gather import gather

EXAMPLE = Path(__file__).parents[1] / "examples" / "quan-song-to"
AS_OF = date(2023, 3, 31)
ROUNDS = 9
LIMIT = 1.5


def example() -> Review:
    plan = gather(folder=EXAMPLE).plan
    return compose(plan, assess_plan(plan, AS_OF), (), AS_OF)


def content(review: Review) -> tuple[list[str], list[list[list[str]]]]:
    """The paragraphs and the tables of the report as plain text; the ledger is the last table."""
    paragraphs: list[str] = []
    tables: list[list[list[str]]] = []
    for node in review.nodes:
        match node:
            case Heading(_, text):
                paragraphs.append(text)
            case Paragraph(runs, _):
                paragraphs.append(plain(runs))
            case Table():
                tables.append([list(node.head), *([plain(cell) for cell in row] for row in node.rows)])
            case Chart():
                paragraphs.append(node.title)
    rows = [[entry.id, entry.label, entry.shown, entry.sentence or entry.computed or "", entry.document or "",
             entry.approved_by or "", f"{entry.approved_on or ''}"] for entry in review.ledger]
    return paragraphs, [*tables, rows]


def peer_template(folder: Path, tables: list[list[list[str]]]) -> Path:
    """Our Party template's head and foot, and loops where our body and ledger stand."""
    word = Document(BytesIO((files("tiendo.review.docx") / "templates" / "party.docx").read_bytes()))
    for paragraph in list(word.paragraphs):
        if "noi_dung" in paragraph.text:
            for text in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}", "{{ picture }}"):
                paragraph.insert_paragraph_before(text)
        if "so_so_lieu" in paragraph.text:
            paragraph.text = ""
    for number, rows in enumerate(tables):
        table = word.add_table(rows=3, cols=len(rows[0]))
        table.style = "Table Grid"
        table.rows[0].cells[0].text = f"{{%tr for row in tables[{number}] %}}"
        for column, cell in enumerate(table.rows[1].cells):
            cell.text = f"{{{{ row[{column}] }}}}"
        table.rows[2].cells[0].text = "{%tr endfor %}"
    for paragraph in word.paragraphs:
        if "noi_dung" in paragraph.text:
            paragraph.text = ""
    path = folder / "peer.docx"
    word.save(str(path))
    return path


def peer(template: Path, fields: dict[str, Any], png: bytes) -> bytes:
    word = DocxTemplate(template)
    picture = InlineImage(word, BytesIO(png), width=Mm(165))
    word.render({**fields, "picture": picture}, jinja_env=Environment(undefined=StrictUndefined, autoescape=True))
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def cpu(act: Callable[[], bytes]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def size(data: bytes) -> str:
    word = Document(BytesIO(data))
    rows = sum(len(table.rows) for table in word.tables)
    pictures = len(word.inline_shapes)
    return f"{len(word.paragraphs)} paragraphs, {rows} table rows, {pictures} picture, {len(data) // 1024} KiB"


def run() -> None:
    """Alternate ours and the peer's in one process; print medians, their spread and the ratio."""
    from tiendo.review.docx.fields import fields  # noqa: PLC0415 - what both templates are filled with

    review = example()
    spec = next(node.spec for node in review.nodes if isinstance(node, Chart))
    png = to_png(spec)
    paragraphs, tables = content(review)
    given = {**fields(review, "party"), "paragraphs": paragraphs, "tables": tables}
    with tempfile.TemporaryDirectory() as folder:
        template = peer_template(Path(folder), tables)
        print(f"ours: {size(report(review, form='party'))}\npeer: {size(peer(template, given, png))}\n")
        filled = pairs(lambda: report(review, form="party", draw=lambda _spec: png), lambda: peer(template, given, png))
        drawn = pairs(lambda: report(review, form="party"), lambda: peer(template, given, to_png(spec)))
    print(f"{'CPU seconds, median (min to max)':<36}{'tiendo':>24}{'docxtpl':>24}{'ratio':>8}")
    ratios = [shown("filling, the picture ready made", filled), shown("filling and drawing the picture", drawn)]
    print(f"\nlimit {LIMIT}: {'kept' if max(ratios) <= LIMIT else 'BROKEN'}")
    if max(ratios) > LIMIT:
        sys.exit(1)


def pairs(ours: Callable[[], bytes], theirs: Callable[[], bytes]) -> list[tuple[float, float]]:
    """CPU seconds of both, one after the other, several times, after one round to warm up."""
    return [(cpu(ours), cpu(theirs)) for _ in range(ROUNDS + 1)][1:]


def shown(name: str, times: list[tuple[float, float]]) -> float:
    """Print one line; gives the median of the pairs' ratios."""
    sides = [f"{statistics.median(side):.3f} ({min(side):.3f} to {max(side):.3f})"
             for side in zip(*times, strict=True)]
    ratio = statistics.median(one / two for one, two in times)
    print(f"{name:<36}{sides[0]:>24}{sides[1]:>24}{ratio:>8.2f}")
    return ratio


if __name__ == "__main__":
    run()
