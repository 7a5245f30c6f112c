"""How well found claims meet the facts someone wrote down for a passage before the reader read it.

A fact is met in four steps, each on top of the one before: its number (value, unit, place in the text), its relation
(with bound and status; outcome; years running), its subject (half of the words of each name are the other's), its
period. The levels are those of the corpus these passages follow.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tiendo.quantity import convert
from tiendo.reading import claim_record, read_claims
from tiendo.reading.files import read_document

LEVELS = ("number", "relation", "subject", "period")
NUMERIC = frozenset({"measure", "tally", "rank"})
SAID = {"measure": ("relation", "bound", "status"), "tally": ("outcome",), "rank": ("streak",)}
WORD = re.compile(r"[^\W_]+")
Fact = Mapping[str, Any]


def passages(folder: Path) -> list[Path]:
    """The texts of a corpus, in order of their names."""
    return sorted(folder.glob("*.txt"))


def facts_of(text: Path) -> list[Fact]:
    """The facts written down for a passage."""
    lines = text.with_suffix(".facts.jsonl").read_text(encoding="utf-8").splitlines()
    return [fact for fact in map(json.loads, lines) if fact["kind"] in NUMERIC]


def claims_of(text: Path) -> list[Fact]:
    """What the reader finds in a passage."""
    return [record for record in map(claim_record, read_claims(read_document(text))) if record["kind"] in NUMERIC]


def marks(texts: Iterable[Path]) -> dict[str, float]:
    """F1 of each level over passages."""
    met: Counter[str] = Counter()
    wanted = found = 0
    for text in texts:
        facts, claims = facts_of(text), claims_of(text)
        wanted, found = wanted + len(facts), found + len(claims)
        for level in _met(facts, claims):
            met.update(LEVELS[:level])
    return {level: round(2 * met[level] / (wanted + found), 3) for level in LEVELS}


def _met(facts: Sequence[Fact], claims: Sequence[Fact]) -> list[int]:
    """How far each fact is met; the best pairs are made first, each claim meets one fact."""
    reached = [(steps, at, by) for at, fact in enumerate(facts) for by, claim in enumerate(claims)
               if (steps := _steps(fact, claim))]
    met: dict[int, int] = {}
    used: set[int] = set()
    for steps, at, by in sorted(reached, reverse=True):
        if at not in met and by not in used:
            met[at] = steps
            used.add(by)
    return list(met.values())


def _steps(fact: Fact, claim: Fact) -> int:
    tests: tuple[Callable[[Fact, Fact], bool], ...] = (_same_number, _same_saying, _same_subject, _same_period)
    return next((at for at, test in enumerate(tests) if not test(fact, claim)), len(tests))


def _same_number(fact: Fact, claim: Fact) -> bool:
    apart = claim["end"] <= fact["start"] or claim["start"] >= fact["start"] + len(fact["quote"])
    if fact["kind"] != claim["kind"] or apart:
        return False
    if fact["kind"] == "measure":
        return _same_amount(fact, claim, "value") and _same_amount(fact, claim, "value_to")
    keys = ("count", "of") if fact["kind"] == "tally" else ("rank", "of")
    return all(fact.get(key) == claim.get(key) for key in keys)


def _same_amount(fact: Fact, claim: Fact, key: str) -> bool:
    wanted, found = fact.get(key), claim.get(key)
    if wanted is None or found is None:
        return wanted is found
    unit, said = fact["unit"], claim["unit"] or ""
    number = Decimal(str(found)) if unit.casefold() == said.casefold() else convert(Decimal(str(found)), said, unit)
    return number is not None and abs(number - Decimal(str(wanted))) <= abs(Decimal(str(wanted))) * Decimal("1e-6")


def _same_saying(fact: Fact, claim: Fact) -> bool:
    return all(fact.get(key) == claim.get(key) for key in SAID[fact["kind"]])


def _same_period(fact: Fact, claim: Fact) -> bool:
    return bool(fact["period"] == claim["period"])


def _same_subject(fact: Fact, claim: Fact) -> bool:
    wanted, found = (set(WORD.findall((one["subject"] or "").lower())) for one in (fact, claim))
    shared = len(wanted & found)
    return not wanted or (2 * shared >= len(wanted) and 2 * shared >= len(found) > 0)
