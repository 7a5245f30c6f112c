"""What every part of the page needs at hand: the review in one language, its words, names and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tiendo.plan import Target
from tiendo.quantity import say_day
from tiendo.review.page.anchors import Anchors
from tiendo.review.prose import runs
from tiendo.review.records import Heading, Node, Paragraph, Review, Run, Table
from tiendo.words import Lang, say

Row = Mapping[str, tuple[Run, ...]]
CELLS = ("baseline", "goal", "value")


@dataclass(frozen=True, slots=True)
class Scene:
    """A review in the language of its prose, and the page's numbers in it.

    `names` are the bodies' by code; `rows` the report's cells on each target by the column's word, and `sentences`
    its sentence on each, by the target's code.
    """

    review: Review
    lang: Lang
    anchors: Anchors
    names: Mapping[str, str]
    rows: Mapping[str, Row]
    sentences: Mapping[str, tuple[Run, ...]]

    def word(self, key: str, **values: object) -> str:
        """The page's own words: `review.page_<key>`."""
        return say(f"review.page_{key}", self.lang, **values)

    def runs(self, key: str, **parts: Run) -> tuple[Run, ...]:
        """The page's own words with bound numbers in them."""
        return runs(f"page_{key}", self.lang, **parts)

    def body(self, code: str) -> str:
        """A body's name by its code; words that are no code stay as they are."""
        return self.names.get(code, code)

    def target(self, target: Target) -> str:
        """A target's name."""
        return target.name_vi if self.lang == "vi" else target.name_en

    def sector(self, target: Target) -> str:
        """The name of a target's sector."""
        return target.sector if self.lang == "vi" else target.sector_en or target.sector

    def part(self, key: str) -> tuple[Node, ...]:
        """The nodes of one part of the report (`review.head_<key>`), without its heading; empty where it has none."""
        title = say(f"review.head_{key}", self.lang)
        nodes = self.review.nodes
        tops = [place for place, node in enumerate(nodes) if isinstance(node, Heading) and node.level == 1]
        for place, end in zip(tops, [*tops[1:], len(nodes)], strict=True):
            heading = nodes[place]
            if isinstance(heading, Heading) and heading.text.endswith(title):
                return nodes[place + 1:end]
        return ()

    def table(self, key: str) -> Table | None:
        """The report's table by its caption (`review.table_<key>`)."""
        return _table(self.review, key, self.lang)


def scene_of(review: Review, lang: Lang) -> Scene:
    """The scene of a review that was composed in this language."""
    names = {one.code: one.name_vi if lang == "vi" else one.name_en for one in review.plan.bodies}
    table = _table(review, "targets", lang)
    if table is None:
        raise ValueError("the review has no table of targets")
    place = {cell: table.head.index(say(f"review.column_{cell}", lang)) for cell in CELLS}
    rows = {line.target.code: {cell: row[column] for cell, column in place.items()}
            for line, row in zip(review.lines, table.rows, strict=True)}
    return Scene(review, lang, Anchors(review, lang), names, rows, _sentences(review, table))


def _table(review: Review, key: str, lang: Lang) -> Table | None:
    caption = say(f"review.table_{key}", lang)
    return next((node for node in review.nodes if isinstance(node, Table) and node.caption == caption), None)


def _sentences(review: Review, table: Table) -> dict[str, tuple[Run, ...]]:
    """The report's sentences on the targets: the first items after its table, sector by sector."""
    after = review.nodes[review.nodes.index(table) + 1:]
    items = [node.runs for node in after if isinstance(node, Paragraph) and node.style == "item"]
    codes = [line.target.code for sector, _ in review.by_sector for line in review.lines
             if line.target.sector == sector]
    return dict(zip(codes, items, strict=False))  # more items follow: the lists of names, the work


def day(one: date | None, lang: Lang) -> str:
    """A day as papers of the language write it; a dash for none."""
    return say_day(one, lang) if one else "–"


def lower(text: str) -> str:
    """Words for the middle of a sentence."""
    return text[:1].lower() + text[1:]
