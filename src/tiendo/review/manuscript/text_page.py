"""The text of a review as one page to read and print: prose, tables, charts, and the ledger its numbers lead to."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from tiendo.quantity import say_day
from tiendo.review.charts import to_png
from tiendo.review.docx.fields import summary
from tiendo.review.naming import Naming
from tiendo.review.page.assets import source_hash
from tiendo.review.records import Review
from tiendo.words import say

__all__ = ["text_page"]


def text_page(review: Review, *, draw: Callable[[str], bytes] = to_png) -> str:
    """The page, complete; it fetches nothing and runs nothing. `draw` makes a picture of a chart's specification."""
    style = (files("tiendo.review.manuscript") / "templates" / "text.css").read_text(encoding="utf-8")
    return _template().render(
        review=review, style=Markup(style), title=summary(review),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{source_hash(style)}'; img-src data:; base-uri 'none'; "
               "form-action 'none'",
        body=Naming(review.plan, review.lang).body(review.plan.body), t=partial(_words, review),
        picture=lambda chart: "data:image/png;base64," + b64encode(draw(chart.spec)).decode(),
        day=lambda day: say_day(day, review.lang) if day else "",
    )


def _words(review: Review, key: str, **values: object) -> str:
    return say(f"review.{key}", review.lang, **values)


@cache
def _template() -> Template:
    room = Environment(loader=PackageLoader("tiendo.review.manuscript"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)
    room.filters["kind"] = _kind
    return room.get_template("text.html.jinja")


def _kind(node: object) -> str:
    """What a node or a run is, for the template: heading, paragraph, table, chart, number or str."""
    return type(node).__name__.lower()
