"""Commendations and yearly classifications: what was given, for which years, by whom.

An award is one of the body that reports: what it hands to others, what it hopes for or proposes, and how many
of its members were rated are none (`not_given`, `others`, `given_to` in the lexicon). The giver stands before
the giving ("được Thủ tướng Chính phủ tặng ...") or after the gift ("Cờ thi đua của Chính phủ"), and holds for the
awards that follow in the sentence. Rules: `lexicon/award.toml`; phrases: `corpus/award.tsv`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tiendo.reading.engine import Sentence
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi.clauses import after_marker, syllables, trimmed
from tiendo.reading.vi.setting import Setting, Topic
from tiendo.reading.vi.wording import fold, wording
from tiendo.reading.vi.years import years_after, years_before

__all__ = ["find_awards"]

_REASON = 160  # characters of the reason that may go with an award
_GIVER = 16  # syllables of a giver
_FURTHER = {"series", "next_class", "next_prize"}  # rules that go on from an award before
_HOPED = (Topic.PETITION, Topic.REMEDY, Topic.ORDER)  # lists of what is asked for or planned
_NEAR = 10  # characters in which a joint stands before a further award
_CLAUSE = 400  # characters of a clause that are looked back over: no sentence is walked again and again
_OPENING = {'"': '"', "”": "“"}
_ITEM = 80  # characters of a name before the colon and its award
_TAIL = 20  # characters after an item's name in which its year stands
_CLAUSE_END = re.compile(r"[;…]|\.(?=\s|\.)|, trong đó")
_PART_END = re.compile(r"[,:()]")
_COUNT = re.compile(
    r"(?<!năm )(?<!thứ )(?<![\d./,])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,/]\d+)*(?!\d|\s?[-–]\s?\d|\s?năm\b)\s?%?")
_SHARE = re.compile(r"\s*+(?:nhiệm vụ )?(?:trở lên|(?:là|đạt|chiếm|có|:)?\s*+(?:tỷ lệ )?\d+(?:[.,]\d+)*\s?%)")


@dataclass(frozen=True, slots=True)
class _Award:
    """An award in a sentence: where it is told, its name, its giver (both as spans), the rule that found it.

    `head` is what the name lacks and the award before it says ("..., hạng Nhì" after "Huân chương Lao động hạng Nhất").
    """

    start: int
    what: tuple[int, int]
    issuer: tuple[int, int] | None
    rule: str
    head: str = ""


def find_awards(sentences: Sequence[Sentence], places: Sequence[Setting]) -> tuple[Claim, ...]:
    """The awards told in the sentences of one document, given in the order of the text with their settings."""
    return tuple(claim for pair in zip(sentences, places, strict=True) for claim in _in_sentence(*pair))


def _in_sentence(sentence: Sentence, here: Setting) -> Iterator[Claim]:
    folded = fold(sentence.text)
    if not any(key in folded for key in wording("award").words["keys"]):
        return
    found = list(_awards(sentence.text, folded, listed=here.topic not in _HOPED))
    for award, later in zip(found, [*found[1:], None], strict=False):
        yield _claim(sentence, folded, award, later.start if later else len(folded))


def _awards(text: str, folded: str, *, listed: bool) -> Iterator[_Award]:
    """The awards of a sentence in their order; `listed` that a list item may name one and no more."""
    before: _Award | None = None
    judged: set[int] = set()
    for rule, told in _told(folded):
        known = before is not None and told.start() < before.what[1]
        if known or told.end() in judged or not _may_stand(folded, rule, told, before, listed=listed):
            continue
        judged.add(told.end())
        clause = _clause(folded, told.start())
        what = _name(folded, told)
        if not _is_none(folded, clause, told, rule, what[1]):
            before = _awarded(text, folded, clause, (rule, told, what), before)
            yield before


def _clause(folded: str, at: int) -> int:
    """Where the clause of a place begins: after the last semicolon."""
    since = max(0, at - _CLAUSE)
    return max(since, *(folded.rfind(sign, since, at) + 1 for sign in ";…"))


def _may_stand(folded: str, rule: str, told: re.Match[str], before: _Award | None, *, listed: bool) -> bool:
    """Whether a rule's own place is given: after another award in a series, or as an item of a list."""
    if rule in _FURTHER:
        return before is not None and _opens_a_part(folded, told.start())
    return rule != "item" or (listed and _is_item(folded, told.start(), _name(folded, told)))


def _awarded(
    text: str, folded: str, clause: int, found: tuple[str, re.Match[str], tuple[int, int]], before: _Award | None,
) -> _Award:
    """The award with its giver; a giver named once gives those that follow in a series."""
    rule, told, what = found
    since = max(clause, before.what[1] if before else 0)
    own = _giver(text, folded, since, told, rule) or _named_giver(folded, what)
    start = own[0] if own and clause <= own[0] < told.start() else told.start()
    issuer = own or (before.issuer if rule in _FURTHER and before else None)
    return _Award(start, what, issuer, rule, _head(text, before) if rule == "next_class" and before else "")


def _head(text: str, before: _Award) -> str:
    """The name of the award before without its class: "Huân chương Lao động "."""
    name = before.head + text[slice(*before.what)]
    return name[:max(0, fold(name).rfind("hạng"))]


def _is_item(folded: str, at: int, what: tuple[int, int]) -> bool:
    """Whether an award stands as an item of its own, after a mark or a name and a colon, and says by whom or when."""
    opened = folded[max(0, at - _NEAR):at].rstrip(' “"')
    first = after_marker(folded) == at or (opened.endswith(":") and at <= _ITEM)
    tail = folded[what[1]:what[1] + _TAIL]
    return first and bool(" của " in folded[what[0]:what[1]] or _pattern("hạng {class}").search(folded, *what)
                          or years_after(tail, 0, len(tail)))


def _told(folded: str) -> list[tuple[str, re.Match[str]]]:
    """Where an award is told, in the order of the text; of two rules at one name the earlier rule comes first."""
    rules = enumerate(wording("award").rules)
    found = [(told.end(), order, rule.name, told) for order, rule in rules for told in rule.pattern.finditer(folded)]
    return [(name, told) for _, _, name, told in sorted(found, key=lambda one: one[:2])]


def _name(folded: str, told: re.Match[str]) -> tuple[int, int]:
    """The name of the award: a level as matched, a prize up to the words that tell why, when and to whom."""
    if "what" not in told.re.groupindex or not told["what"]:
        return told.span("known")
    start, end = told.span("what")
    quoted = _quoted().match(folded, end)
    if quoted:
        return quoted.span("name")
    if not _pattern("{prize}").match(folded, start, end):
        return start, end
    stop = _name_stop().search(folded, end)
    end = stop.start() if stop else len(folded)
    title = _title().match(folded, start, end)
    return trimmed(folded, title.end() if title and title.end() < end else start, end)


def _is_none(folded: str, clause: int, told: re.Match[str], rule: str, after: int) -> bool:
    """Whether what is told is no award of the body: hoped for, handed to others, or a count of those rated."""
    at = told.start()
    if _pattern("{not_given}").search(folded, clause, at):
        return True
    if _pattern(r"\d+(?: \w+)? {people}").search(folded, max(clause, folded.rfind(",", clause, at) + 1), at):
        return True
    if rule in {"presented", "item"} | _FURTHER:
        handed = _pattern("cho {given_to}").search(folded, after, after + 60)
        return bool(handed) and not _pattern("được|đón nhận").search(folded, clause, at)
    part = max(clause, folded.rfind(",", clause, at) + 1)
    if rule == "received":
        shared = "%" in folded[part:at] or _pattern("{mass_title}").search(folded, told.start("what"), after + _TAIL)
        return bool(shared or _pattern("không|chưa").search(folded, part, at))
    counted = _COUNT.search(folded, part, at) or _SHARE.match(folded, after)
    return bool(counted or _pattern("{others}").search(folded, part, at))


def _opens_a_part(folded: str, at: int) -> bool:
    """Whether nothing but a joint stands before a further award: a comma, a semicolon, "và"."""
    before = folded[max(0, at - _NEAR):at].rstrip(' “"')
    return before.endswith((",", ";", "…", ".", " và", " cùng"))


def _giver(text: str, folded: str, clause: int, told: re.Match[str], rule: str) -> tuple[int, int] | None:
    """Who gives, before the giving: between "được" and it, or the subject of an active giving."""
    received = _last_received(folded, clause, told.start())
    if received is None and rule != "presented":
        return None
    part = max(clause, folded.rfind(",", clause, told.start()) + 1)
    start, end = trimmed(folded, part if received is None else received, told.start())
    start, end = _without_honours(folded, start, end)
    if start >= end or syllables(folded[start:end]) > _GIVER:
        return None
    named = text[start].isupper() or _pattern("(?:{many} )*(?:{body}|{leader})").match(folded, start, end)
    return (start, end) if named else None


def _named_giver(folded: str, what: tuple[int, int]) -> tuple[int, int] | None:
    """Who gives, as the gift's own name says: "Cờ thi đua của Chính phủ"."""
    at = folded.find(" của ", *what)
    return (at + len(" của "), what[1]) if at >= 0 else None


def _last_received(folded: str, clause: int, at: int) -> int | None:
    found = list(_pattern("được").finditer(folded, clause, at))
    return found[-1].end() if found else None


def _without_honours(folded: str, start: int, end: int) -> tuple[int, int]:
    """A giver without "vinh dự", "đã", "năm 2021" around it."""
    while found := _pattern("{honoured}").match(folded, start, end):
        start, end = trimmed(folded, found.end(), end)
    while found := _last_honour().search(folded, start, end):
        start, end = trimmed(folded, start, found.start())
    return start, end


def _claim(sentence: Sentence, folded: str, award: _Award, limit: int) -> Claim:
    after = award.what[1]
    stop = _CLAUSE_END.search(folded, after, min(limit, after + _REASON))
    limit = stop.start() if stop else min(limit, after + _REASON)
    years = years_after(folded, after, limit)
    if years and _other_matter().search(folded, after, years.start):
        years = None
    end = years.end if years else _reason_end(folded, after, limit)
    clause = _clause(folded, award.start)
    dated = years or years_before(folded, clause, award.start)
    text, (first, last) = sentence.text, award.what
    return Claim(
        ClaimKind.AWARD, text[award.start:end], sentence.start + award.start, sentence.start + end, text, (award.rule,),
        what=award.head + text[first:last], years=dated.years if dated else (),
        issuer=text[slice(*award.issuer)] if award.issuer else None,
    )


def _reason_end(folded: str, after: int, limit: int) -> int:
    """Where an award without years ends: at the first comma, colon or bracket."""
    stop = _PART_END.search(folded, after, limit)
    end = _with_quote(folded, trimmed(folded, 0, stop.start() if stop else limit)[1])
    joint = _last_joint().search(folded, after, end)
    return joint.start() if joint else end


def _with_quote(folded: str, end: int) -> int:
    """The end after a closing quote whose opening one stands before it."""
    return end + 1 if folded[end:end + 1] in {'"', "”"} and folded.rfind(_OPENING[folded[end]], 0, end) >= 0 else end


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"danh hiệu\s+[“\"]?")


@cache
def _quoted() -> re.Pattern[str]:
    """A name in quotes after "danh hiệu"."""
    return re.compile(r"(?<=danh hiệu)\s*[“\"](?P<name>[^“”\"]{2,80})[”\"]")


@cache
def _name_stop() -> re.Pattern[str]:
    return re.compile(rf"[,;:.…()“”\"]|{_pattern('{name_ends}').pattern}")


@cache
def _last_honour() -> re.Pattern[str]:
    return re.compile(_pattern("{honoured}").pattern + r"\s*\Z")


@cache
def _last_joint() -> re.Pattern[str]:
    return re.compile(rf"(?<!\s)(?:\s++{_pattern('và|được|cùng|vinh dự|đã').pattern}){{1,8}}\s*\Z")


@cache
def _other_matter() -> re.Pattern[str]:
    return re.compile(r"[,:]\s*" + _pattern("{another_matter}").pattern)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return wording("award").pattern(text)
