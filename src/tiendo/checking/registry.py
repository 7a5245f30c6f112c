"""The register of documents: what is known of a document by its symbol, from our own seed and from the plan.

Party symbols start again at 01 with every committee term, and other bodies use the same organ letters, so one
symbol can name several documents: an entry speaks for a citation only where their days are near each other or
the citation gives none. A State or Party letter of a local body is never in the seed: the plan knows those.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from tiendo.plan import Plan
from tiendo.reading.vi.symbol import Symbol, parse_symbol

SAME_DOCUMENT = timedelta(days=400)  # further apart, one symbol is taken for two documents of two terms


@dataclass(frozen=True, slots=True)
class Entry:
    """One registered document. `grade` is the evidence's (domain.md 0), None for the plan's own documents."""

    symbol: str
    kind: str
    issuer: str
    title: str
    source: str
    issued_on: date | None = None
    also_dated: tuple[date, ...] = ()
    replaced_by: str | None = None
    replaced_on: date | None = None
    grade: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day a source prints for it."""
        return (self.issued_on, *self.also_dated) if self.issued_on else self.also_dated

    def may_be(self, day: date | None) -> bool:
        """Whether a citation of that day may mean this document."""
        return day is None or not self.days or any(abs(day - known) < SAME_DOCUMENT for known in self.days)


@cache
def seed() -> tuple[Entry, ...]:
    """The documents of `registry.toml`."""
    raw = tomllib.loads((files("tiendo.checking") / "registry.toml").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = raw["document"]
    return tuple(Entry(**row | {"also_dated": tuple(row.get("also_dated", ()))}) for row in rows)


def of_plan(plan: Plan | None) -> tuple[Entry, ...]:
    """The plan's own documents that have a symbol; what replaces one is named by its symbol."""
    if plan is None:
        return ()
    symbols = {document.code: document.symbol for document in plan.documents}
    return tuple(
        Entry(one.symbol, one.kind, one.issuer, one.title, one.code, one.issued_on,
              replaced_by=symbols.get(one.replaced_by or "") or one.replaced_by, replaced_on=one.replaced_on)
        for one in plan.documents if one.symbol)


def entries_of(symbol: Symbol, day: date | None, plan: Plan | None) -> tuple[Entry, ...]:
    """The registered documents a symbol cited with that day (or none) may mean, the plan's own first."""
    return tuple(entry for entry in (*of_plan(plan), *seed()) if _normal(entry.symbol) == symbol.normal
                 and entry.may_be(day))


def like(symbol: Symbol, kind: str, plan: Plan | None) -> Entry | None:
    """The registered document of the same number and organ that is of the named kind, if there is just one."""
    found = [entry for entry in (*of_plan(plan), *seed()) if entry.kind == kind and _same_place(entry, symbol)]
    return found[0] if len({entry.symbol for entry in found}) == 1 else None


def _same_place(entry: Entry, symbol: Symbol) -> bool:
    known = parse_symbol(entry.symbol)
    return known is not None and (known.number.lstrip("0"), known.organ, known.tail, known.year) == (
        symbol.number.lstrip("0"), symbol.organ, symbol.tail, symbol.year)


@cache
def _normal(text: str) -> str:
    symbol = parse_symbol(text)
    return symbol.normal if symbol else text
