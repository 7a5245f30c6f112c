"""Phrases of our own to documents, and what a claim says in one line, for the phrase corpora in `vi/corpus`."""

from decimal import Decimal
from importlib.resources import files
from typing import NamedTuple

from tiendo.reading.read import read_claims
from tiendo.reading.records import Block, BlockKind, Claim, ClaimKind, Document

NUMERIC = {ClaimKind.MEASURE, ClaimKind.TALLY, ClaimKind.RANK}


class Row(NamedTuple):
    """A row of a phrase corpus: a rule, whether it must fire, the phrase, what the claims it made say."""

    rule: str
    fires: bool
    phrase: str
    expected: str


def corpus(name: str) -> list[Row]:
    """The rows of `vi/corpus/NAME.tsv`; lines that begin with # are comments."""
    text = (files("tiendo.reading.vi") / "corpus" / f"{name}.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [Row(cell[0], cell[1] == "+", cell[2], cell[3] if len(cell) > 3 else "") for cell in cells]


def document(phrase: str) -> Document:
    """A phrase as a document: "⏎" parts its blocks, "## " begins a heading, "a ¦ b ¦ c" is a cell with its heads."""
    blocks, lines, at = [], [], 0
    for part in phrase.split("⏎"):
        block, text = _block(part, at)
        blocks.append(block)
        lines.append(text)
        at += len(text) + 1
    return Document("phrase.txt", "0" * 64, "\n".join(lines), tuple(blocks))


def _block(part: str, at: int) -> tuple[Block, str]:
    if part.startswith("## "):
        text = part.removeprefix("## ")
        return Block(at, at + len(text), BlockKind.HEADING), text
    if part.count(" ¦ ") == 2:
        row_head, column_head, text = part.split(" ¦ ")
        return Block(at, at + len(text), BlockKind.CELL, table=1, row=2, column=2, row_head=row_head or None,
                     column_head=column_head or None), text
    return Block(at, at + len(part)), part


def read(phrase: str) -> list[Claim]:
    """The numeric claims of a phrase."""
    return [claim for claim in read_claims(document(phrase)) if claim.kind in NUMERIC]


def value(claim: Claim) -> str:
    """A claim's number with its unit: "15..18 tiêu chí", "12/18", "1 (8)"."""
    if claim.kind is ClaimKind.TALLY:
        return f"{claim.count}/{claim.of}" if claim.of is not None else str(claim.count)
    if claim.kind is ClaimKind.RANK:
        place = f"{claim.rank}/{claim.of}" if claim.of is not None else str(claim.rank)
        return f"{place} ({claim.streak})" if claim.streak else place
    to = "" if claim.value_to is None else f"..{_plain(claim.value_to)}"
    return f"{_plain(claim.value or Decimal(0))}{to} {claim.unit}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
