"""The review as one value: verdicts, prose with bound numbers, and the ledger every number points into.

A number in the report is never typed: it is a `Number` that points to a ledger entry, so docx, html, xlsx and
the bulletin show the same value and the same source.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tiendo.assessing import Assessment, Tally
from tiendo.checking import Finding
from tiendo.plan import Plan, Target
from tiendo.quantity import Figure
from tiendo.words import Lang


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One number of the report: its value, and what it stands on.

    A reported figure has a source sentence, document, page, reporter and approver. A number computed from
    others (a tally, a sum) says how in `computed` and names their entries in `inputs`.
    """

    id: str
    label: str
    shown: str
    value: Decimal
    unit: str
    figure: Figure | None = None
    document: str | None = None
    page: int | None = None
    sentence: str | None = None
    reported_by: str | None = None
    approved_by: str | None = None
    approved_on: date | None = None
    computed: str | None = None
    inputs: tuple[str, ...] = ()
    key: str = ""  # what the number is, whatever place it gets: the same in a ledger that is made again


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the prose, bound to its ledger entry; `shown` is its words with unit ("95,91%")."""

    entry: str
    shown: str


Run = str | Number


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a part ("I. …"), 2 a section, 3 a point."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose: words and bound numbers in order. `style` is body, item or quote."""

    runs: tuple[Run, ...]
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every cell is a tuple of runs; `align` has l, c or r a column."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    align: str
    widths: tuple[int, ...]  # parts of the line, any scale


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its Vega-Lite specification (JSON text), with a title that says what it shows."""

    title: str
    spec: str
    alt: str


Node = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Line:
    """One target of the scoreboard: the target, its verdict and its figures up to the day, oldest first."""

    target: Target
    assessment: Assessment
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a review says, in one language's prose; the doors only draw it.

    `lines` are in the plan's order; `by_sector` in order of first appearance.
    """

    plan: Plan
    as_of: date
    lines: tuple[Line, ...]
    tally: Tally
    by_sector: tuple[tuple[str, Tally], ...]
    findings: tuple[Finding, ...]
    nodes: tuple[Node, ...]  # the report's body
    ledger: tuple[LedgerEntry, ...]
    left_out: tuple[Figure, ...] = ()  # figures after the as-of day
    lang: Lang = "vi"  # the language of nodes and ledger
