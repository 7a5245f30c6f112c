"""Which targets a report's claims speak of: proposals for a person, never figures.

A proposal needs a unit that converts into the target's and a relation that fits the target's kind; its score is
how much of the two names is shared (rare syllables count more), lowered by what fits less well. Word lists and
the table of relations are data (`vi/lexicon/matching.toml`).
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from math import log
from typing import Any

from tiendo.plan import Component, Kind, Plan, Target, scale_named
from tiendo.quantity import Period, convert
from tiendo.reading.records import Claim, ClaimKind, Document

__all__ = ["Proposal", "claimed_values", "propose"]

_SYLLABLE = re.compile(r"[^\W\d_]+")
_LEAST = 0.4  # proposals below this are noise
_MOST = 3  # proposals for one claim


@dataclass(frozen=True, slots=True)
class Proposal:
    """One target (and part of it) a claim may speak of, with the value in the target's unit.

    `score` is from 0 to 1; `why` are keys of words/*/reading.toml, best reason first; `shared` are the syllables
    that both names have, in the target's order.
    """

    claim: Claim
    target: str
    body: str
    score: float
    why: tuple[str, ...]
    shared: tuple[str, ...]
    value: Decimal | None = None
    component: str | None = None
    period: Period | None = None


def propose(claims: Sequence[Claim], plan: Plan, document: Document) -> tuple[Proposal, ...]:
    """Proposals for the claims of a document, claim by claim in text order, best first, at most three a claim.

    Plans and goals are not proposed: only what was reached, or is estimated. Rating and milestone targets are
    proposed for awards and citations whose words speak of them.
    """
    names = _Names.of(plan)
    found: list[Proposal] = []
    for claim in claims:
        if claim.status == "target" or not _stands_in(claim, document):
            continue
        scored = [one for target in plan.targets for one in _for_target(claim, target, plan, names)]
        best = sorted((one for one in scored if one.score >= _LEAST), key=lambda one: (-one.score, one.target))
        found.extend(best[:_MOST])
    return tuple(found)


def claimed_values(claim: Claim, unit: str) -> tuple[Decimal, ...]:
    """What a claim may say in a unit, the likeliest first; empty where it says nothing in that unit.

    A move's value is where it arrived; a tally is its count, or its share for a `%`; a comma before three digits
    (doubt `comma_three_digits`) may also be thousands.
    """
    if claim.kind is ClaimKind.TALLY:
        return _tally_values(claim, unit)
    value = claim.value_to if claim.relation == "from_to" else claim.value
    if value is None or claim.unit is None:
        return ()
    readings = [value, value * 1000] if claim.doubt == "comma_three_digits" else [value]
    converted = (_converted(reading, claim.unit, unit) for reading in readings)
    return tuple(one for one in converted if one is not None)


def _converted(value: Decimal, said: str, unit: str) -> Decimal | None:
    """A value in the target's unit; "80,4 triệu đồng" may leave "/người/năm" to the name of what is measured."""
    _, slash, per = unit.partition("/")
    exact = convert(value, said, unit)
    if exact is not None or not slash or "/" in said:
        return exact
    return convert(value, f"{said}/{per}", unit)


def _tally_values(claim: Claim, unit: str) -> tuple[Decimal, ...]:
    if claim.count is None:
        return ()
    if unit == "%":
        return (Decimal(100 * claim.count) / claim.of,) if claim.of else ()
    return (Decimal(claim.count),) if (claim.subject or "").casefold().startswith(unit.casefold()) else ()


def _stands_in(claim: Claim, document: Document) -> bool:
    """Whether the claim's words are the document's: a proposal on other words could never be found again."""
    return document.text[claim.start:claim.end] == claim.quote


@dataclass(frozen=True, slots=True)
class _Names:
    """The targets' names as syllables, and how telling each syllable is among them."""

    weights: Mapping[str, float]
    common: float

    @classmethod
    def of(cls, plan: Plan) -> "_Names":
        names = [set(_syllables(target.name_vi)) for target in plan.targets]
        counts = Counter(syllable for name in names for syllable in name)
        size = len(names) + 1
        return cls({syllable: log(1 + size / count) for syllable, count in counts.items()}, log(1 + size))

    def weight(self, syllables: Iterable[str]) -> float:
        """How much a set of syllables tells; one that no target has tells as much as a rare one."""
        return sum(self.weights.get(syllable, self.common) for syllable in syllables)

    def likeness(self, subject: Sequence[str], name: Sequence[str], sentence: Sequence[str]) -> float:
        """How alike a claim's subject and a name are; the rest of the sentence helps a little."""
        shared, around = set(subject) & set(name), set(sentence) & set(name)
        both = self.weight(set(subject)) + self.weight(set(name))
        if not shared or not both:
            return 0.0
        return 0.8 * (2 * self.weight(shared) / both) + 0.2 * self.weight(around) / self.weight(set(name))


@cache
def _lexicon() -> Mapping[str, Any]:
    return tomllib.loads((files("tiendo.reading.vi") / "lexicon" / "matching.toml").read_text(encoding="utf-8"))


def _syllables(text: str | None) -> tuple[str, ...]:
    """The telling syllables of a text, each once, in its order."""
    stop = set(_lexicon()["stop"])
    return tuple(dict.fromkeys(word for word in _SYLLABLE.findall((text or "").casefold()) if word not in stop))


def _for_target(claim: Claim, target: Target, plan: Plan, names: _Names) -> Iterator[Proposal]:
    """The proposal of a target, or of each of its parts."""
    parts = tuple(part for part in plan.components if part.target == target.code)
    for part in parts or (None,):
        one = _scored(claim, target, part, names)
        if one:
            yield _placed(one, target, plan)


def _scored(claim: Claim, target: Target, part: Component | None, names: _Names) -> Proposal | None:
    """Name, unit and relation; None where unit or relation rule the target out."""
    fit = _lexicon()["relations"][target.kind.value].get(_relation(claim, target), 0.0)
    value = _value(claim, target)
    if not fit or (value is None and target.kind not in {Kind.RATING, Kind.MILESTONE}):
        return None
    name = _syllables(part.name_vi if part else target.name_vi)
    words = _syllables(_about(claim))
    likeness = names.likeness(words, name, _syllables(claim.sentence))
    shared = tuple(syllable for syllable in name if syllable in set(words))
    why = ("why_name", "why_unit", "why_relation") if fit == 1 else ("why_name", "why_unit")
    return Proposal(claim, target.code, target.body, likeness * fit, why, shared, value, part.code if part else None)


def _about(claim: Claim) -> str:
    """The words that say what a claim is about."""
    return claim.sentence if claim.kind in {ClaimKind.AWARD, ClaimKind.CITATION} else claim.subject or ""


def _relation(claim: Claim, target: Target) -> str:
    """A claim's relation as the table of relations names it."""
    if claim.kind is ClaimKind.MEASURE:
        return claim.relation or ""
    if claim.kind is ClaimKind.TALLY:
        return "share" if target.unit == "%" else "level"
    return {ClaimKind.AWARD: "rating", ClaimKind.CITATION: "milestone"}.get(claim.kind, "")


def _value(claim: Claim, target: Target) -> Decimal | None:
    """The value in the target's unit; a level's place for a rating."""
    if target.scale:
        scale = scale_named(target.scale)
        return scale.ordinal(claim.what) if scale and claim.what else None
    values = claimed_values(claim, target.unit)
    return values[0] if values else None


def _placed(one: Proposal, target: Target, plan: Plan) -> Proposal:
    """With period and body: said and fitting raises nothing, unsaid or other lowers the score."""
    period = Period.parse(one.claim.period) if one.claim.period else None
    score, why = one.score, one.why
    if period and period.start <= target.due_on:
        why = (*why, "why_period")
    else:
        score *= 0.85
    body = _body_fit(one.claim.organisation, target, plan)
    if body == 1 and one.claim.organisation:
        why = (*why, "why_body")
    estimate = 0.95 if one.claim.status == "estimate" else 1.0
    return replace(one, score=round(min(1.0, score * body * estimate), 2), why=why, period=period)


def _body_fit(organisation: str | None, target: Target, plan: Plan) -> float:
    """1 for the target's own bodies or none said, less for a name that is none of them."""
    if organisation is None:
        return 1.0
    own = {target.body, target.lead_body, *target.co_bodies, plan.body}
    said = set(_SYLLABLE.findall(organisation.casefold()))
    names = [set(_SYLLABLE.findall(body.name_vi.casefold())) for body in plan.bodies if body.code in own]
    return 1.0 if not names or any(len(said & name) * 2 >= len(said) for name in names) else 0.8
