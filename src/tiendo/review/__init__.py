"""Verdicts and findings to one document tree, and from it docx, html, xlsx and the bulletin. See README.md."""

from tiendo.review.compose import compose
from tiendo.review.records import (
    Chart,
    Heading,
    LedgerEntry,
    Line,
    Node,
    Number,
    Paragraph,
    Review,
    Run,
    Table,
)
from tiendo.review.write import FILES, write_review

__all__ = [
    "FILES", "Chart", "Heading", "LedgerEntry", "Line", "Node", "Number", "Paragraph", "Review", "Run", "Table",
    "compose", "write_review",
]
