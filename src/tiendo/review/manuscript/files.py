"""The files of a draft, made from the review it was woven into; each alone or all, nothing half-written."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tiendo.review.records import Review
from tiendo.review.write import FILES, Maker, Step, write_files

__all__ = ["KINDS", "write_draft"]

KINDS: Mapping[str, str] = MappingProxyType({Path(name).suffix.removeprefix("."): name for name in FILES})


def write_draft(review: Review, out: Path, *, form: str, kinds: tuple[str, ...], on_step: Step) -> tuple[Path, ...]:
    """Write the kinds asked for (docx, html, md, xlsx) into `out`; gives their paths. Raises OutputError."""
    return write_files(out, [(KINDS[kind], _maker(review, kind, form)) for kind in kinds], on_step)


def _maker(review: Review, kind: str, form: str) -> Maker:
    from tiendo.review.bulletin import bulletin  # noqa: PLC0415 - each writer is loaded when it writes
    from tiendo.review.docx import report  # noqa: PLC0415 - as above
    from tiendo.review.manuscript.text_page import text_page  # noqa: PLC0415 - as above
    from tiendo.review.workbook import write_numbers  # noqa: PLC0415 - as above

    return {
        "docx": lambda path: path.write_bytes(report(review, form=form)),
        "html": lambda path: path.write_text(text_page(review), encoding="utf-8"),
        "md": lambda path: path.write_text(bulletin(review), encoding="utf-8"),
        "xlsx": lambda path: write_numbers(review, path),
    }[kind]
