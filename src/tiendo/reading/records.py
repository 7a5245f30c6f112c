"""What reading gives: a document as text with places, and the claims found in it."""

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.errors import Problem

PLACE_AMBIGUOUS = "place_ambiguous"  # the doubt of a claim whose commune or district has namesakes


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text and where it stands; pages, tables, rows and columns count from 1.

    For a cell, `row_head` and `column_head` are the texts of its row's and its column's head cells.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_head: str | None = None
    column_head: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text: `text[block.start:block.end]` is a block's text; blocks are in text order.

    `file` is the path as given, `sha256` the hash of the file's bytes. For a plain text file `text` is the
    decoded file itself, so offsets in it are offsets in the file. `problems` are what a reader must be told
    although the document was read: pages without text, text converted from an old encoding.
    """

    file: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, if any."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None


class ClaimKind(StrEnum):
    """The kinds of facts a report states (corpus README)."""

    MEASURE = "measure"
    TALLY = "tally"
    RANK = "rank"
    CITATION = "citation"
    AWARD = "award"
    LIMITATION = "limitation"
    DIRECTIVE = "directive"


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact a document states. Fields that do not belong to its kind are None (docs/reference/claims).

    `start` and `end` are offsets of `quote` in the document's text; `sentence` is the sentence around it.
    `rules` are the names of the rules that made the claim; `doubt` says why it might be wrong;
    `inherited` names what came from context and from where ("period: heading 'Quý I/2023'").
    """

    kind: ClaimKind
    quote: str
    start: int
    end: int
    sentence: str
    rules: tuple[str, ...]
    subject: str | None = None
    period: str | None = None
    organisation: str | None = None
    # measure
    value: Decimal | None = None
    value_to: Decimal | None = None
    unit: str | None = None
    relation: str | None = None
    bound: str | None = None
    status: str | None = None
    against: str | None = None
    plan: str | None = None
    assigned_by: str | None = None
    # tally
    count: int | None = None
    of: int | None = None
    outcome: str | None = None
    # rank
    rank: int | str | None = None
    streak: int | None = None
    # citation
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    # award
    what: str | None = None
    years: tuple[int, ...] | None = None
    # directive
    assignee: str | None = None
    deadline: str | None = None
    # every claim
    file: str | None = None
    page: int | None = None
    doubt: str | None = None
    inherited: tuple[str, ...] = ()

    @property
    def number_doubt(self) -> str | None:
        """The doubt where it is about the number: a place that several units share leaves the number as it is."""
        return None if self.doubt == PLACE_AMBIGUOUS else self.doubt
