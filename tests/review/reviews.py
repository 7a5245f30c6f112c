"""The example's reviews, made once a run, and reviews of small invented plans."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from tiendo.assessing import assess_plan
from tiendo.plan import Plan
from tiendo.review import Heading, Number, Paragraph, Review, Run, Table, compose
from tiendo.review.docx import report
from tiendo.review.prose import plain
from tiendo.usecases.gather import Gathered, gather
from tiendo.words import Lang

EXAMPLE = Path(__file__).parents[2] / "examples" / "quan-song-to"
MID_TERM, YEAR_BEFORE = date(2023, 3, 31), date(2022, 3, 31)
DAYS = (MID_TERM, YEAR_BEFORE)


@cache
def gathered() -> Gathered:
    return gather(folder=EXAMPLE)


@cache
def example(day: date = MID_TERM, lang: Lang = "vi") -> Review:
    """The example's review as of a day."""
    return review_of(gathered().plan, day, lang)


@cache
def example_docx(day: date = MID_TERM, form: str = "party", lang: Lang = "vi") -> bytes:
    """The example's report as a Word file."""
    return report(example(day, lang), form=form)


def review_of(plan: Plan, day: date = MID_TERM, lang: Lang = "vi") -> Review:
    """The review of any plan as of a day, without findings."""
    return compose(plan, assess_plan(plan, day), (), day, lang)


def texts(review: Review, title: str) -> list[str]:
    """The paragraphs below the heading that ends with a title, up to the next heading of its rank."""
    out: list[str] = []
    level = 0
    for node in review.nodes:
        if isinstance(node, Heading):
            level = node.level if node.text.endswith(title) else 0 if node.level <= level else level
        elif isinstance(node, Paragraph) and level:
            out.append(plain(node.runs))
    return out


def table(review: Review, caption: str) -> list[list[str]]:
    """The rows of the table whose caption begins so, as text."""
    found = next(node for node in review.nodes if isinstance(node, Table) and node.caption.startswith(caption))
    return [[plain(cell) for cell in row] for row in found.rows]


def stretches(review: Review) -> list[tuple[Run, ...]]:
    """Every paragraph and every cell of the report."""
    out: list[tuple[Run, ...]] = []
    for node in review.nodes:
        if isinstance(node, Paragraph):
            out.append(node.runs)
        elif isinstance(node, Table):
            out.extend(cell for row in node.rows for cell in row)
    return out


def numbers(stretch: Sequence[Run]) -> list[Number]:
    return [run for run in stretch if isinstance(run, Number)]
