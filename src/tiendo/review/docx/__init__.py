"""bao-cao.docx: the report in the Party's or the State's form, or in an office's own Word template."""

from tiendo.review.docx.report import report

__all__ = ["report"]
