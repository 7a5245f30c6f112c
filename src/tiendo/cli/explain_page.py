"""The page of an explained document: its text with every claim marked, the claims beside it, nothing fetched.

Marks differ by their line, not by colour alone. Claims nest and cross, so a block's text is cut into runs wherever a
claim begins or ends; a run is drawn inside the marks of all claims that hold it, and links to the shortest of them.
The page has no script: a mark's link makes its claim the target, which the style sheet shows beside the text or, on
a phone, as a sheet over it.
"""

from base64 import b64encode
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from tiendo.cli.explain_words import facts_of, headline, look_of, reasons_of
from tiendo.reading import Block, BlockKind, Claim
from tiendo.reading.explain import Explained, Fired
from tiendo.words import Lang, say

if TYPE_CHECKING:
    from tiendo.usecases.read_reports import Report

__all__ = ["page"]

LOOKS = ("fact", "estimate", "plan", "cite", "award", "limit", "order")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim on the page: its number, how it is drawn, the claim, its rules, the number of its sentence."""

    number: int
    look: str
    claim: Claim
    fired: tuple[Fired, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same claims (longest first); `ends` are the claims that end with it.

    `sentence` is the number of the sentence that begins with it, if one does.
    """

    text: str
    within: tuple[Item, ...]
    ends: tuple[Item, ...]
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the document: "heading", "paragraph", or "table" with its cells by row."""

    kind: str
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


def page(report: "Report", explained: Sequence[Explained], lang: Lang) -> str:
    """The page's text: one file with its style inside, in the language of the call."""
    items = tuple(_items(explained))
    counts = Counter(item.look for item in items)
    groups = [(at, explained[at - 1], tuple(own)) for at, own in groupby(items, key=lambda item: item.sentence)]
    return _template().render(
        lang=lang, file=report.path.name, hash=report.document.sha256[:12],
        parts=tuple(_parts(report, explained, items)), groups=groups, total=len(items),
        counts=[(look, counts[look]) for look in LOOKS if counts[look]],
        parts_sum=" + ".join(_say(lang, "explain_part", count=counts[look], look=_say(lang, f"look_{look}"))
                             for look in LOOKS if counts[look]),
        say=partial(_say, lang), headline=partial(headline, lang=lang), facts=partial(facts_of, lang=lang),
        reasons=partial(reasons_of, lang=lang),
        style=Markup(_style()), policy=_policy(),  # noqa: S704 - our own file
    )


def _items(explained: Sequence[Explained]) -> Iterator[Item]:
    number = 0
    for at, sentence in enumerate(explained, start=1):
        for claim, fired in zip(sentence.claims, sentence.fired, strict=True):
            number += 1
            yield Item(number, look_of(claim), claim, fired, at)


def _parts(report: "Report", explained: Sequence[Explained], items: Sequence[Item]) -> Iterator[Part]:
    """The document's blocks; the cells of one table come together, row by row."""
    runs = partial(_runs, report.document.text, deque(items), [sentence.start for sentence in explained])
    for key, blocks in groupby(report.document.blocks, key=_table):
        if key is None:
            for block in blocks:
                yield Part(block.kind.value, ((tuple(runs(block)),),))
        else:
            rows = (tuple(cells) for _, cells in groupby(blocks, key=lambda cell: cell.row))
            yield Part("table", tuple(tuple(tuple(runs(cell)) for cell in row) for row in rows))


def _table(block: Block) -> tuple[object, ...] | None:
    return (block.page, block.sheet, block.table) if block.kind is BlockKind.CELL else None


def _runs(text: str, left: deque[Item], starts: Sequence[int], block: Block) -> Iterator[Run]:
    """The runs of a block; `left` are the items in text order, those that ended before the block are dropped.

    `starts` are where the sentences start; a run that begins there bears the sentence's number.
    """
    while left and left[0].claim.end <= block.start:
        left.popleft()
    first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
    begins = {starts[at]: at + 1 for at in range(first, last)}
    own = [item for item in _until(left, block.end) if item.claim.end > block.start]
    ends = (at for item in own for at in (item.claim.start, item.claim.end))
    inner = (at for at in (*ends, *begins) if block.start < at < block.end)
    for start, end in pairwise(sorted({block.start, block.end, *inner})):
        within = [item for item in own if item.claim.start < end and item.claim.end > start]
        within.sort(key=lambda item: item.claim.start - item.claim.end)
        ending = tuple(item for item in within if item.claim.end == end)
        yield Run(text[start:end], tuple(within), ending, begins.get(start))


def _until(items: Iterable[Item], end: int) -> Iterator[Item]:
    for item in items:
        if item.claim.start >= end:
            return
        yield item


def _say(lang: Lang, key: str, **values: object) -> str:
    return say(f"reading.{key}", lang, **values)


@cache
def _template() -> Template:
    room = Environment(loader=PackageLoader("tiendo.cli"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)
    return room.get_template("explain.html.jinja")


@cache
def _style() -> str:
    return (files("tiendo.cli") / "templates" / "explain.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """The content-security policy: this very style sheet and nothing else."""
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
