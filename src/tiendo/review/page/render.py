"""From a review to the text of review.html: both languages composed, viewed, and drawn by one template."""

from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from tiendo.review.compose import compose
from tiendo.review.page.assets import policy, script, style
from tiendo.review.page.scene import day
from tiendo.review.page.view import page_view
from tiendo.review.records import Number, Paragraph, Review
from tiendo.words import LANGS, Lang, say


def page(review: Review) -> str:
    """The page of a review, complete: Vietnamese and English, fonts, style, script and policy inside.

    It opens in the review's language. The prose of both languages is composed anew from the review's verdicts and
    findings, whatever language the given review's own prose is in.
    """
    return _template().render(
        views=[page_view(_in(review, lang), lang) for lang in LANGS], first=review.lang,
        style=Markup(style()),  # noqa: S704 - our own file
        script=Markup(script()), policy=policy(),  # noqa: S704 - our own file
        words={lang: partial(_words, lang) for lang in LANGS},
    )


def _in(review: Review, lang: Lang) -> Review:
    verdicts = [line.assessment for line in review.lines]
    return compose(review.plan, verdicts, review.findings, review.as_of, lang)


def _words(lang: Lang, key: str, **values: object) -> str:
    return say(f"review.page_{key}", lang, **values)


@cache
def _template() -> Template:
    room = Environment(loader=PackageLoader("tiendo.review.page"), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True)
    room.filters["day"] = day
    room.tests["bound"] = lambda run: isinstance(run, Number)
    room.tests["paragraph"] = lambda node: isinstance(node, Paragraph)
    return room.get_template("page.html.jinja")
