"""Sentences with bound numbers: a phrase of the catalogue whose placeholders are words or numbers."""

import string
from collections.abc import Sequence
from decimal import Decimal

from tiendo.review.records import Number, Paragraph, Run
from tiendo.words import Lang, catalogue


def runs(key: str, lang: Lang, **parts: Run) -> tuple[Run, ...]:
    """The phrase `review.<key>` as runs: words joined, each number kept as itself."""
    out: list[Run] = []
    for literal, name, _, _ in string.Formatter().parse(catalogue("review", lang)[key]):
        for part in (literal, parts[name] if name else ""):
            if isinstance(part, str) and out and isinstance(out[-1], str):
                out[-1] += part
            elif part:
                out.append(part)
    return tuple(out)


def paragraph(key: str, lang: Lang, style: str = "body", **parts: Run) -> Paragraph:
    """One paragraph of one phrase."""
    return Paragraph(runs(key, lang, **parts), style)


def joined(parts: Sequence[tuple[Run, ...]], between: str) -> tuple[Run, ...]:
    """Several stretches of runs one after the other with words between them."""
    out: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            out.append(between)
        out.extend(part)
    return tuple(out)


def plain(part: tuple[Run, ...]) -> str:
    """Runs as plain text."""
    return "".join(run.shown if isinstance(run, Number) else run for run in part)


def whole(count: int) -> Decimal:
    """A count as the Decimal a ledger entry holds."""
    return Decimal(count)
