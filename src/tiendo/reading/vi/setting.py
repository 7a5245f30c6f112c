"""What the headings and leads before a sentence say about it: the topic it stands under, the list it is in.

"III. Hạn chế, tồn tại" makes every clause below it a shortcoming; "Những hệ lụy gồm:" makes the items that
follow consequences; "Yêu cầu các đơn vị:" is said to every item of its list. Rules about single sentences do
not see this, so it is worked out once for the sentences of a document, in order, as values.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tiendo.reading.engine import Sentence
from tiendo.reading.records import BlockKind
from tiendo.reading.vi.addressee import addressed, opens_with_action
from tiendo.reading.vi.clauses import after_marker, is_nominal, plain, syllables
from tiendo.reading.vi.wording import wording

__all__ = ["Setting", "Topic", "settings", "topic_of"]

_SHORT = 14  # syllables of a line that can be a heading
_FIRST = 4  # syllables of a heading among which its topic is named
_LEADS = re.compile(r":[\s*”\"]*$")
_UNFINISHED = re.compile(r"[;,][\s*]*$")
_STARRED = re.compile(r"\s*(?:\*\*[^*]+\*\*|#+ .*)\s*")
_RANKS = (  # how high a heading stands, by its mark; what bears none stands between I. and 1.
    (re.compile(r"\s*(?:phần |[ivx]+[.)-])"), 1), (re.compile(r"\s*\d+\.\d"), 4), (re.compile(r"\s*\d+[.)]"), 3),
    (re.compile(r"\s*[a-zđ][.)]"), 5),
)
_NO_MARK = 2


class Topic(StrEnum):
    """What a heading or a lead announces (lexicon/topics.toml)."""

    LIMITATION = "limitation"
    CAUSE = "cause"
    REMEDY = "remedy"
    RESULT = "result"
    ORDER = "order"
    PETITION = "petition"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: `folded` is its plain text, `lead` the index of the sentence whose list it is in.

    `topic` is the topic of the list, or else of the heading; `section` is the index of the sentence that opened
    the section. `is_heading` says the sentence is itself a heading, `is_lead` that it announces a list and states
    nothing of its own, `is_body` that among orders it only names who is to do what follows.
    """

    folded: str
    topic: Topic | None
    lead: int | None
    section: int = -1
    is_heading: bool = False
    is_lead: bool = False
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class _Section:
    """The section that is open: its topic, how high its heading stands, the sentence that opened it."""

    topic: Topic | None = None
    rank: int = 0
    opened_at: int = -1


@dataclass(frozen=True, slots=True)
class _List:
    """The list that is open: its lead, its topic, its last block, whether the next item may bear no mark."""

    lead: int
    topic: Topic | None
    block: int
    bare: bool


def settings(sentences: Sequence[Sentence]) -> tuple[Setting, ...]:
    """The setting of every sentence of a document, in order."""
    made: list[Setting] = []
    section, opened, above = _Section(), None, None
    for at, sentence in enumerate(sentences):
        folded = plain(sentence.text)
        body = _may_order(section.topic, opened) and _names_a_body(sentence, folded)
        if sentence.heading != above and sentence.heading is not None:
            above = sentence.heading
            if not (made and made[-1].is_body):
                section = _next_section(section, plain(above), at)
        opened = opened if body else _still_open(opened, sentence, folded)
        within = opened is not None or section.topic is Topic.LIMITATION
        heading = not body and _is_heading(sentence, folded, within=within)
        if heading:
            section, opened = _next_section(section, folded, at), None
        made.append(_setting(sentence, folded, section, opened, heading=heading, body=body))
        opened = _next_list(opened, at, sentence, made[-1])
    return tuple(made)


def _may_order(section: Topic | None, opened: _List | None) -> bool:
    return bool({Topic.ORDER, Topic.PETITION} & {section, opened.topic if opened else None})


def _setting(
    sentence: Sentence, folded: str, section: _Section, opened: _List | None, *, heading: bool, body: bool,
) -> Setting:
    topic = opened.topic if opened else section.topic or _topic_of_cell(sentence)
    lead = not heading and not body and bool(_LEADS.search(folded))
    return Setting(folded, topic, opened.lead if opened else None, section.opened_at, heading, lead, body)


def topic_of(folded: str) -> Topic | None:
    """The topic a heading or lead announces: the one named first, after any "Bên cạnh ...," is set aside."""
    own = folded
    conceded = _conceded().match(folded)
    if conceded:
        own = folded[conceded.end():] or folded
    hits = [(found.start(), rule.name) for rule in wording("topics").rules if (found := rule.pattern.search(own))]
    return Topic(min(hits)[1]) if hits else None


def _topic_of_lead(folded: str) -> Topic | None:
    """The topic a lead announces: its last clause says it, what stands before only tells how it came about."""
    return topic_of(folded[folded.rfind(",") + 1:]) or topic_of(folded)


def _next_section(section: _Section, folded: str, at: int) -> _Section:
    """The section a heading opens; one without a topic, lower than the open one, is a part of it."""
    marked = after_marker(folded) > 0 or folded.startswith("phần ")
    topic = topic_of(folded if marked else " ".join(folded.split()[:_FIRST]))  # a title only tells a story
    rank = next((rank for mark, rank in _RANKS if mark.match(folded)), _NO_MARK)
    return section if topic is None and rank > section.rank else _Section(topic, rank, at)


def _names_a_body(sentence: Sentence, folded: str) -> bool:
    """Whether a whole line only names who is to act ("1. Đối với UBND huyện", "Các sở, ngành:")."""
    whole = sentence.start <= sentence.block.start and sentence.start + len(sentence.text) >= sentence.block.end
    bare = folded.rstrip(" :")
    if not whole or syllables(bare) > _SHORT or bare[-1:] in ".;,!?…”":
        return False
    start = after_marker(folded)
    return opens_with_action(folded, start, len(bare)) is None and addressed(sentence.text, folded, start, len(bare))


def _is_heading(sentence: Sentence, folded: str, *, within: bool) -> bool:
    """Whether a sentence is a heading: marked so, or a short open line; `within` a list short lines are items."""
    if sentence.block.kind is not BlockKind.PARAGRAPH or _STARRED.fullmatch(sentence.text):
        return sentence.block.kind is not BlockKind.CELL
    whole = sentence.start <= sentence.block.start and sentence.start + len(sentence.text) >= sentence.block.end
    if not whole or syllables(folded) > _SHORT or sentence.text.rstrip()[-1:] in ".;,:!?…”":
        return False
    start = after_marker(folded)
    first = " ".join(folded[start:].split()[:_FIRST])
    if sentence.text.isupper() or _RANKS[0][0].match(folded) or topic_of(first):
        return True
    return not within and not start and is_nominal(folded, 0, len(folded), _SHORT)


def _still_open(opened: _List | None, sentence: Sentence, folded: str) -> _List | None:
    """The open list, if this sentence belongs to it: the same paragraph, a marked item, or the one expected."""
    if opened is None or sentence.block.kind is BlockKind.HEADING:
        return None
    belongs = sentence.block.start == opened.block or opened.bare or after_marker(folded)
    return opened if belongs else None


def _next_list(opened: _List | None, at: int, sentence: Sentence, here: Setting) -> _List | None:
    """The list that is open after this sentence; a lead without a topic is a part of the list it stands in."""
    if here.is_lead:
        topic = _topic_of_lead(here.folded)
        told = opened is not None and opened.topic is Topic.ORDER and topic is Topic.REMEDY  # tasks a leader sets
        if opened is None or (topic is not None and not told):
            return _List(at, topic, sentence.block.start, bare=True)
    if opened is None:
        return None
    bare = here.is_lead or bool(_UNFINISHED.search(here.folded))
    return _List(opened.lead, opened.topic, sentence.block.start, bare)


def _topic_of_cell(sentence: Sentence) -> Topic | None:
    head = sentence.block.column_head or sentence.block.row_head
    return topic_of(plain(head)) if head else None


@cache
def _conceded() -> re.Pattern[str]:
    return re.compile(wording("prose").pattern("{concession}").pattern + "[^,]*,")
