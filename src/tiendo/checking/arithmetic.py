"""Shares, growth and excess against the numbers they were computed from (C301-C304).

A relation is recomputed only where its sentence leaves no doubt which numbers belong together: the value right
before its share, the one planned amount of the sentence or of the sentence before. Printed numbers are taken
for all they may stand for (`checking.shown`), so rounding is never called wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, Shown, in_unit, part_of, readings, shown_of, spelled, stated
from tiendo.quantity import convert
from tiendo.reading import Claim, ClaimKind

SHARE = Rule("C301", "arithmetic", "error")
GROWTH = Rule("C302", "arithmetic", "error")
EXCESS = Rule("C303", "arithmetic", "error")
READING = Rule("C304", "arithmetic", "info")

_COMMENT = re.compile(
    r"[\s,;(–-]*(?:(?:và|đã|đạt|bằng|tức|tương\s+đương|hoàn\s+thành|chiếm|tăng|giảm|vượt|tăng\s+trưởng)[\s,]*){0,3}")
_PAIRS = {("attainment", "excess", "plan", "plan"), ("attainment", "growth", "same_period", "same_period")}
_DIGIT = re.compile(r"\d")


def arithmetic_findings(case: Case) -> Iterator[Finding]:
    """Stated shares, growth and excess that their own numbers contradict."""
    before: tuple[Claim, ...] = ()
    for sentence in case.sentences(ClaimKind.MEASURE):
        yield from _attainment(case, sentence, before)
        yield from _moves(case, sentence)
        yield from _differences(case, sentence)
        yield from _excess(case, sentence)
        before = sentence


def comments(case: Case, first: Claim, second: Claim) -> bool:
    """Whether a claim stands right behind another and speaks of it: "65,6 tỷ đồng, ¦bằng 19,2%¦"."""
    digit = _DIGIT.search(second.quote)
    lead = second.quote[:digit.start()] if digit else second.quote
    return second.start >= first.end and _COMMENT.fullmatch(case.between(first, second) + lead) is not None


def is_amount(claim: Claim) -> bool:
    """A level that shares can be taken of: money, hectares, tonnes; not itself a share."""
    return claim.relation == "level" and claim.unit not in {None, "%", "điểm %", "‰", "lần"}


@dataclass(frozen=True, slots=True)
class Whole:
    """The amount a share is of: what its number may be, its unit, and its words."""

    numbers: tuple[Shown, ...]
    unit: str
    text: str

    @classmethod
    def of(cls, claim: Claim) -> "Whole":
        """A whole that the text states."""
        return cls(readings(claim), claim.unit or "", stated(claim))


def check_share(case: Case, share: Claim, value: Claim, whole: Whole) -> Iterator[Finding]:
    """A share against its value and its whole, each in every way it can be read.

    C301 when nothing fits; C304 says which reading fits when only one of several does.
    """
    number, unit = shown_of(share), value.unit or ""
    pairs = [(part, all_) for part in readings(value) for all_ in whole.numbers]
    if number is None or not pairs:
        return
    fitting = [(part, all_) for part, all_ in pairs if _fits(number, part, in_unit(all_, whole.unit, unit))]
    if not fitting:
        computed = HUNDRED * pairs[0][0].value / (in_unit(pairs[0][1], whole.unit, unit) or pairs[0][1]).value
        yield SHARE.at(case.document, share, value=stated(value), plan=whole.text, stated=stated(share),
                       computed=spelled(computed))
    elif len(fitting) == 1 and len(pairs) > 1:
        part, all_ = fitting[0]
        read = f"{spelled(part.value, 3)} {unit}" if value.doubt else f"{spelled(all_.value, 3)} {whole.unit}"
        yield READING.at(case.document, value, read, share=stated(share), value=stated(value), plan=whole.text,
                         read=read)


def _fits(share: Shown, part: Shown, whole: Shown | None) -> bool:
    ends = part_of(part, whole) if whole else None
    return ends is None or share.meets(*ends)


def _attainment(case: Case, sentence: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Finding]:
    """The one share of a plan in a sentence, its value right before it and its plan in the text."""
    shares = [at for at, claim in enumerate(sentence) if claim.relation == "attainment" and claim.against == "plan"]
    if len(shares) != 1 or shares[0] == 0:
        return
    value, share = sentence[shares[0] - 1], sentence[shares[0]]
    plan = _planned(value, sentence) or _planned(value, before)
    if plan and is_amount(value) and value.status != "target" and share.unit == "%" and comments(case, value, share):
        yield from check_share(case, share, value, Whole.of(plan))


def _planned(value: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The one planned amount among the claims that the value can be a part of."""
    found = [claim for claim in claims if claim.status == "target" and is_amount(claim) and claim is not value
             and claim.value and convert(claim.value, claim.unit or "", value.unit or "") is not None]
    return found[0] if len(found) == 1 else None


def _moves(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A growth right behind a move between two values: "tăng từ 40 lên 50 trường (tăng 20%)"."""
    for move, growth in pairwise(sentence):
        old, new, number = shown_of(move), shown_of(move, end=True), _growth(growth)
        if move.relation != "from_to" or old is None or new is None or number is None or move.doubt:
            continue
        ends = part_of(new, old)
        if move.unit not in {"%", "điểm %"} and ends and comments(case, move, growth) and not _grown(number, ends):
            yield GROWTH.at(case.document, growth, stated=stated(growth), old=spelled(old.value, 3), unit=move.unit,
                            new=spelled(new.value, 3), computed=spelled(HUNDRED * new.value / old.value - HUNDRED))


def _differences(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A level, how much it grew and by how many per cent: "1.200 tấn, tăng 200 tấn (20%)"."""
    for value, gain, growth in zip(sentence, sentence[1:], sentence[2:], strict=False):
        if not (is_amount(value) and gain.relation == "growth" and gain.unit == value.unit and gain.value):
            continue
        new, more, number = shown_of(value), shown_of(gain), _growth(growth)
        one_base = comments(case, value, gain) and comments(case, gain, growth) and gain.against == growth.against
        if new is None or more is None or number is None or not one_base or value.doubt or gain.doubt:
            continue
        old = Shown(new.value - more.value, new.low - more.high, new.high - more.low)
        ends = part_of(new, old)
        if ends and not _grown(number, ends):
            yield GROWTH.at(case.document, growth, stated=stated(growth), old=spelled(old.value, 3), unit=value.unit,
                            new=spelled(new.value, 3), computed=spelled(HUNDRED * new.value / old.value - HUNDRED))


def _growth(claim: Claim) -> Shown | None:
    """The number of a growth in per cent."""
    return shown_of(claim) if claim.relation == "growth" and claim.unit == "%" and not claim.doubt else None


def _grown(growth: Shown, ends: tuple[Decimal, Decimal]) -> bool:
    """Whether a growth fits what per cent of the old the new may be."""
    return growth.meets(ends[0] - HUNDRED, ends[1] - HUNDRED)


def _excess(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """An excess (or a growth) right behind its own attainment: "đạt 112% dự toán, vượt 14%"."""
    for whole, more in pairwise(sentence):
        if (whole.relation, more.relation, whole.against, more.against) not in _PAIRS:
            continue
        first, second = shown_of(whole), shown_of(more)
        if first and second and whole.unit == more.unit == "%" and comments(case, whole, more) \
                and not second.meets(first.low - HUNDRED, first.high - HUNDRED):
            yield EXCESS.at(case.document, more, whole=stated(whole), stated=stated(more),
                            computed=spelled(first.value - HUNDRED))
