"""Write a review's four files so that nothing half-written is ever seen.

Everything is made in a fresh folder inside the output; only when all of it is there are the files put in their
places, and when one of them cannot be, those already placed are taken back. A failure leaves the output folder as it
was, and leaves none where there was none.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tiendo.errors import OutputError, Place, Problem, reason_of
from tiendo.review.records import Review

Step = Callable[[str, int, int], None]
Maker = Callable[[Path], object]
FILES = ("bao-cao.docx", "review.html", "ban-tin.md", "so-lieu.xlsx")


def write_review(review: Review, out: Path, *, form: str, template: Path | None, on_step: Step) -> tuple[Path, ...]:
    """Write report, page, bulletin and workbook into `out` (made when missing); gives their paths.

    `form` is party, state or plain; `template` an office's own Word file. Raises OutputError where the folder cannot be
    written and ReviewError for the template, both with nothing changed.
    """
    from tiendo.review.bulletin import bulletin  # noqa: PLC0415 - each writer is loaded when it writes
    from tiendo.review.docx import report  # noqa: PLC0415 - as above
    from tiendo.review.page import page  # noqa: PLC0415 - as above
    from tiendo.review.workbook import write_numbers  # noqa: PLC0415 - as above

    makers: tuple[Maker, ...] = (
        lambda path: path.write_bytes(report(review, form=form, template=template)),
        lambda path: path.write_text(page(review), encoding="utf-8"),
        lambda path: path.write_text(bulletin(review), encoding="utf-8"),
        lambda path: write_numbers(review, path),
    )
    return write_files(out, tuple(zip(FILES, makers, strict=True)), on_step)


def write_files(out: Path, files: Sequence[tuple[str, Maker]], on_step: Step) -> tuple[Path, ...]:
    """Make every file and put all of them into `out`, or none; raises OutputError (V401)."""
    try:
        return _written(out, files, on_step)
    except OSError as error:
        raise OutputError([Problem("V401", Place(str(out)), {"reason": reason_of(error)})]) from error


def _written(out: Path, files: Sequence[tuple[str, Maker]], on_step: Step) -> tuple[Path, ...]:
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    done = False
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tiendo-", dir=out) as inside:
            fresh = Path(inside)
            for number, (name, make) in enumerate(files):
                on_step(name, number, len(files))
                make(fresh / name)
            placed = _placed(fresh, out, [name for name, _ in files])
        on_step("", len(files), len(files))
        done = True
        return placed
    finally:
        if not done:
            for folder in made:
                shutil.rmtree(folder, ignore_errors=True)


def _placed(fresh: Path, out: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Move every file into its place; when one cannot be, or the run is stopped, everything goes back where it was.

    A folder that bears a file's name is somebody's own: it is refused (OSError), never moved.
    """
    old = fresh / "old"
    old.mkdir()
    kept: list[str] = []
    new: list[str] = []
    try:
        for name in names:
            if (out / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out / name))
            if (out / name).exists():
                (out / name).rename(old / name)
                kept.append(name)
            (fresh / name).rename(out / name)
            new.append(name)
    finally:
        if len(new) < len(names):
            for name in new:
                (out / name).unlink(missing_ok=True)
            for name in kept:
                (old / name).rename(out / name)
    return tuple(out / name for name in names)
