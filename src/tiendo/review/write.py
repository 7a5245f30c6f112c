"""Write a review's four files so that nothing half-written is ever seen.

Everything is made in a fresh folder beside the output; only when all of it is there are the files moved in,
one rename each. A failure leaves the output folder as it was.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem
from tiendo.review.records import Review

Step = Callable[[str, int, int], None]
FILES = ("bao-cao.docx", "review.html", "ban-tin.md", "so-lieu.xlsx")


def write_review(review: Review, out: Path, *, form: str, template: Path | None, on_step: Step) -> tuple[Path, ...]:
    """Write report, page, bulletin and workbook into `out` (made when missing); gives their paths.

    `form` is party or state; `template` an office's own Word file. Raises OutputError with nothing changed.
    """
    from tiendo.review.bulletin import bulletin  # noqa: PLC0415 - each writer is loaded when it writes
    from tiendo.review.docx import report  # noqa: PLC0415 - as above
    from tiendo.review.page import page  # noqa: PLC0415 - as above
    from tiendo.review.workbook import write_numbers  # noqa: PLC0415 - as above

    makers: tuple[Callable[[Path], object], ...] = (
        lambda path: path.write_bytes(report(review, form=form, template=template)),
        lambda path: path.write_text(page(review), encoding="utf-8"),
        lambda path: path.write_text(bulletin(review), encoding="utf-8"),
        lambda path: write_numbers(review, path),
    )
    try:
        return _in_one_go(out, makers, on_step)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError([Problem("V401", Place(str(error.filename or out)), {"reason": reason})]) from error


def _in_one_go(out: Path, makers: tuple[Callable[[Path], object], ...], on_step: Step) -> tuple[Path, ...]:
    out.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".tiendo-", dir=out))
    try:
        for done, (name, make) in enumerate(zip(FILES, makers, strict=True)):
            on_step(name, done, len(FILES))
            make(fresh / name)
        on_step("", len(FILES), len(FILES))
        return tuple((fresh / name).replace(out / name) for name in FILES)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
