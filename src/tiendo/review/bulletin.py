"""The short news bulletin of a review, as Markdown: what an office puts on its page the same afternoon."""

from collections.abc import Iterator

from tiendo.plan import amount_text
from tiendo.quantity import say_period
from tiendo.review.compose_targets import parts_of
from tiendo.review.prose import plain
from tiendo.review.records import Heading, Line, Paragraph, Review
from tiendo.words import Lang, say


def bulletin(review: Review, lang: Lang = "vi") -> str:
    """Headline, tally, one paragraph a sector with every target's value, what is left to do; ends with a newline."""
    return "\n\n".join(_paragraphs(review, lang)) + "\n"


def _paragraphs(review: Review, lang: Lang) -> Iterator[str]:
    plan = review.plan
    yield "# " + (plan.title_vi if lang == "vi" else plan.title_en)
    yield "*" + say("review.bulletin_day", lang, day=f"{review.as_of:%d/%m/%Y}") + "*"
    yield from _texts_under(review, say("review.head_overall", lang))
    for sector, _ in review.by_sector:
        lines = [line for line in review.lines if line.target.sector == sector]
        name = sector if lang == "vi" else lines[0].target.sector_en or sector
        yield f"**{name}.** " + " ".join(_sentence(line, lang) for line in lines)
    shortcomings = [one.text for one in plan.limitations
                    if one.since_on <= review.as_of and (one.closed_on is None or one.closed_on > review.as_of)]
    if shortcomings:
        yield say("review.limitations", lang)
        yield "\n".join(f"- {text}." for text in shortcomings)
    yield say("review.bulletin_source", lang)


def _texts_under(review: Review, heading: str) -> Iterator[str]:
    """The report's own first two paragraphs under a heading: the tally and its sum."""
    start = review.nodes.index(Heading(2, heading))
    for node in review.nodes[start + 1:start + 3]:
        if isinstance(node, Paragraph):
            yield plain(node.runs)


def _sentence(line: Line, lang: Lang) -> str:
    target, figure = line.target, line.assessment.figure
    name = target.name_vi if lang == "vi" else target.name_en
    parts = parts_of(line)
    if parts:
        shown = "; ".join(f"{part.component} {amount_text(part.value, target.unit, None, lang)}"
                          for part in parts if part.value is not None)
        return f"{name}: {shown}."
    if figure is None or figure.value is None:
        return say("review.bulletin_no_data", lang, name=name)
    key = "target_level" if target.scale else f"target_{target.direction}"
    return say(f"review.{key}", lang, name=name, period=say_period(figure.period.code, lang),
               value=amount_text(figure.value, target.unit, target.scale, lang)) + "."
