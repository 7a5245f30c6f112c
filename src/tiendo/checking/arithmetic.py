"""Stated shares, growth and excess whose own numbers the text states beside them (C301-C304, C307, C308).

A relation is recomputed only where its sentence leaves no doubt which numbers belong together (`checking.bases`);
`checking.changes` judges it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tiendo.checking.bases import Base, bracket_base, follows, is_amount, planned_base, value_before
from tiendo.checking.case import Case
from tiendo.checking.changes import EXCESS, Reckoning, check_change, check_share
from tiendo.checking.records import Finding
from tiendo.checking.shown import HUNDRED, difference, shown_of, spelled, spelled_amount, stated
from tiendo.checking.wholes import quota_told_after, told_wholes
from tiendo.reading import Claim, ClaimKind

_PAIRS = {("attainment", "excess", "plan", "plan"), ("attainment", "growth", "same_period", "same_period")}
_PAST = {"same_period", "previous"}
_YEARLY = re.compile(r"\bbình\s+quân\b|\bmỗi\s+năm\b|\bh[àằ]ng\s+năm\b|/\s*năm\b", re.IGNORECASE)


def arithmetic_findings(case: Case) -> Iterator[Finding]:
    """Stated shares, growth and excess that their own numbers contradict."""
    before: tuple[Claim, ...] = ()
    for sentence in case.sentences(ClaimKind.MEASURE):
        for at in range(len(sentence)):
            if at:
                yield from _measured(case, sentence, at, before)
            for rate, part, whole in quota_told_after(case, sentence, at):
                yield from check_share(case, rate, part, whole)
        yield from _moves(case, sentence)
        yield from _gains(case, sentence)
        yield from _beyond(case, sentence)
        before = sentence


def check_relation(case: Case, relation: Claim, value: Claim, base: Base) -> Iterator[Finding]:
    """A relation against its value and its base."""
    if relation.relation in {"attainment", "share"}:
        yield from check_share(case, relation, value, base)
    elif relation.relation in {"growth", "excess"}:
        yield from check_change(case, relation, Reckoning.of(value, base))


def _measured(case: Case, sentence: Sequence[Claim], at: int, before: Sequence[Claim]) -> Iterator[Finding]:
    """One relation whose value stands before it and whose base stands in the text."""
    relation = sentence[at]
    if relation.value_to is not None or _is_average(relation):
        return
    value = value_before(case, sentence, at)
    base = value and (bracket_base(case, sentence, at) or _only_plan(relation, value, sentence, before))
    if value and base:
        yield from check_relation(case, relation, value, base)
        return
    for share, part, whole in told_wholes(case, sentence, at, value):
        yield from check_share(case, share, part, whole)


def _only_plan(relation: Claim, value: Claim, sentence: Sequence[Claim], before: Sequence[Claim]) -> Base | None:
    """The plan's amount, where the sentence has one share of a plan: two shares may have two plans.

    A share of nothing named ("đạt 25%") is of the plan its own sentence tells, never of one told before.
    """
    shares = [claim for claim in sentence if claim.relation == "attainment" and claim.against in {None, "plan"}]
    if len(shares) != 1 or shares[0] is not relation or not is_amount(value):
        return None
    return planned_base(value, sentence, before if relation.against else ())


def _is_average(claim: Claim) -> bool:
    """Whether a change is told per year of several: the change over all of them says nothing against it."""
    return claim.relation == "growth" and _YEARLY.search(claim.quote) is not None


def _moves(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A growth right behind a move between two values: "tăng từ 40 lên 50 trường (tăng 25%)"."""
    for move, growth in pairwise(sentence):
        old, new, unit = shown_of(move), shown_of(move, end=True), move.unit or ""
        if move.relation != "from_to" or old is None or new is None or move.number_doubt:
            continue
        own_base = growth.relation == "growth" and growth.against is None and growth.value_to is None
        if own_base and follows(case, move, growth) and not _is_average(growth):
            value, base = (spelled_amount(number.value, unit) for number in (new, old))
            yield from check_change(case, growth, Reckoning(((new, old),), unit, value, base))


def _gains(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """A level, how much it grew and by how many per cent: "1.200 tấn, tăng 200 tấn (20%)"."""
    for value, gain, growth in zip(sentence, sentence[1:], sentence[2:], strict=False):
        told = gain.relation == growth.relation == "growth" and (gain.unit, growth.unit) == (value.unit, "%")
        one_base = gain.against == growth.against or (gain.against is None and growth.against in _PAST)
        if not (is_amount(value) and told and one_base) or value.number_doubt or gain.number_doubt:
            continue
        new, more = shown_of(value), shown_of(gain)
        linked = follows(case, value, gain) and follows(case, gain, growth) and not _is_average(growth)
        if new is None or more is None or not linked or (old := difference(new, more)).low <= 0:
            continue
        unit = value.unit or ""
        base = spelled_amount(old.value, unit)
        yield from check_change(case, growth, Reckoning(((new, old),), unit, stated(value), base))


def _beyond(case: Case, sentence: Sequence[Claim]) -> Iterator[Finding]:
    """An excess (or a growth) right behind its own attainment: "đạt 112% dự toán, vượt 14%"."""
    for whole, more in pairwise(sentence):
        if (whole.relation, more.relation, whole.against, more.against) not in _PAIRS:
            continue
        first, second = shown_of(whole), shown_of(more)
        if first is None or second is None or {whole.unit, more.unit} != {"%"} or _has_own_base(case, sentence, more):
            continue
        one_way = (first.value >= HUNDRED) is (second.value >= 0)  # a rate above its goal: "đạt 95,9%, vượt 0,9%"
        if one_way and follows(case, whole, more) and not second.meets(first.low - HUNDRED, first.high - HUNDRED):
            yield EXCESS.at(case.document, more, stated=stated(more), value=stated(whole), base="100%",
                            computed=f"{spelled(first.value - HUNDRED)}%")


def _has_own_base(case: Case, sentence: Sequence[Claim], more: Claim) -> bool:
    return bracket_base(case, sentence, sentence.index(more)) is not None
