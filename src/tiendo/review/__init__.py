"""Verdicts and findings to one document tree, and from it docx, html, xlsx and the bulletin. See README.md."""

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

__all__ = ["Chart", "Heading", "LedgerEntry", "Line", "Node", "Number", "Paragraph", "Review", "Run", "Table"]
