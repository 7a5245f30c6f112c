"""A claim put in its place: quote and offsets, period, body, and what of it was inherited from where."""

import re
from bisect import bisect_right

from tiendo.reading.engine.records import revised
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.clause import Line
from tiendo.reading.vi.context import Body, Context
from tiendo.reading.vi.name import Name
from tiendo.reading.vi.organisation import find_organisations
from tiendo.reading.vi.spell import period_of
from tiendo.reading.vi.walk import Item, Walk

_HOLDS = re.compile(r"tổ chức (?:hội nghị|kỳ họp|cuộc họp|phiên họp|họp|lễ)|khai mạc|sơ kết|tổng kết")
_WHOLE_BODY = ("toàn ngành", "toàn cục", "toàn đảng bộ")
_FIRST_WORDS = 8  # of a sentence that a claim's `inherited` quotes


def saying(walk: Walk, kind: ClaimKind, subject: Name | None, rules: tuple[str, ...]) -> Claim:
    """A claim of the sentence being walked, still without its place."""
    return Claim(kind=kind, quote="", start=0, end=0, sentence=walk.sentence.text, rules=rules,
                 subject=subject.text if subject else None)


def placed(walk: Walk, item: Item, claim: Claim, span: tuple[int, int]) -> Claim:
    """The claim with the quote that a span of tokens makes, its period and body."""
    tokens, sentence, context = walk.line.tokens, walk.sentence, walk.thread.context
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    time = period_of(walk.thread, item.view, claim.status, claim.rules)
    organisation, whose = _organisation(walk, start)
    return revised(
        claim, quote=sentence.text[start:end], start=sentence.start + start, end=sentence.start + end,
        rules=(*claim.rules, *time.rules), period=time.code, organisation=organisation,
        inherited=(*_name_from(context, claim.rules), *time.inherited, *_wanted_by(context, claim.rules), *whose),
        doubt=claim.doubt or context.doubt_of(organisation, time.code),
    )


def _name_from(context: Context, rules: tuple[str, ...]) -> tuple[str, ...]:
    topic = context.topic
    return (f"subject: earlier '{topic.text}'",) if "subject.sentence_before" in rules and topic else ()


def _wanted_by(context: Context, rules: tuple[str, ...]) -> tuple[str, ...]:
    source = next((section.source for section in reversed(context.sections) if section.goals is not None), "")
    return (f"status: {source}",) if "status.section" in rules and context.goals and source else ()


def _organisation(walk: Walk, offset: int) -> tuple[str | None, tuple[str, ...]]:
    """Whose figure it is: the last body named before it, here or earlier."""
    context = walk.thread.context
    last = bisect_right(walk.bodies, offset, key=lambda body: body.start) - 1
    if last >= 0:
        name = _named(walk, last)
        if not walk.thread.saved:  # a body in a bracket owns what the bracket tells, no more
            context.organisation = Body(name, f"earlier '{_opening(walk.line.text)}'")
        return name, ()
    body = context.organisation
    if body is None and (area := context.own_area()):
        body = context.organisation = Body(area, f"document '{area}'")
    return (body.name, (f"organisation: {body.source}",)) if body else (None, ())


def _named(walk: Walk, at: int) -> str:
    """A body's name: "toàn ngành" is the body named before, "toàn tỉnh" the province the document is about."""
    name, context = walk.bodies[at].text, walk.thread.context
    if not name.lower().startswith(_WHOLE_BODY):
        return context.body_named(name)
    if at:
        return _named(walk, at - 1)
    return context.organisation.name if context.organisation else name


def _opening(text: str) -> str:
    """The first words of a sentence, to find it by."""
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def head_body(line: Line, context: Context) -> None:
    """The body at the top of the document: whose report it is, or who holds the meeting, until another is named."""
    holds = _HOLDS.search(line.text)
    names = find_organisations(line) if context.organisation is None or holds else []
    holder = bool(names) and holds is not None and names[0].start < holds.start()
    known = context.organisation is not None and not holder
    if names and not known and names[0].text.lower() not in {"cả nước", "toàn quốc"}:
        context.organisation = Body(names[0].text, f"opening '{_opening(line.text)}'")
