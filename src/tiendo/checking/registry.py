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
    replaced_grade: str | None = None
    grade: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day a source prints for it."""
        return (self.issued_on, *self.also_dated) if self.issued_on else self.also_dated

    def may_be(self, day: date | None) -> bool:
        """Whether a citation of that day may mean this document."""
        return day is None or not self.days or any(abs(day - known) < SAME_DOCUMENT for known in self.days)


    @property
    def cited(self) -> str:
        """How to cite it in full."""
        return f"{self.kind} số {self.symbol}" + (f" ngày {shown_day(self.issued_on)}" if self.issued_on else "")

    @property
    def shown_source(self) -> str:
        """Where it is known from, with the grade of the evidence; the plan's own documents have none."""
        return graded(self.source, self.grade)


@dataclass(frozen=True, slots=True)
class Ended:
    """Bodies that ended: the codes of their symbols, how their names begin, and their last day."""

    organs: tuple[str, ...]
    issuers: tuple[str, ...]
    last_on: date
    source: str
    grade: str

    def issued(self, organ: str | None, issuer: str | None) -> bool:
        """Whether one of these bodies issued a document of that organ and issuer."""
        return organ in self.organs or folded(issuer or "").startswith(tuple(map(folded, self.issuers)))


def shown_day(day: date | None) -> str:
    """A day as documents write it: 05/02/2022, 05/5/2022 (only months 1 and 2 take a zero, domain.md 3.3)."""
    if day is None:
        return ""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def folded(issuer: str) -> str:
    """An issuer's name in small letters, with one way to put the tone of "ủy"."""
    return issuer.casefold().replace("uỷ", "ủy")


def graded(source: str, grade: str | None) -> str:
    """A source with the grade of the evidence; grade C always says that nobody saw the original (domain.md 0)."""
    unchecked = ": chưa đối chiếu bản gốc / not checked against the original" if grade == "C" else ""
    return f"{source} [{grade}{unchecked}]" if grade else source


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files("tiendo.checking") / "registry.toml").read_text(encoding="utf-8"))


@cache
def seed() -> tuple[Entry, ...]:
    """The documents of `registry.toml`."""
    return tuple(Entry(**row | {"also_dated": tuple(row.get("also_dated", ()))}) for row in _raw()["document"])


@cache
def ended() -> tuple[Ended, ...]:
    """The bodies of `registry.toml` that ended."""
    return tuple(Ended(**row | {"organs": tuple(row["organs"]), "issuers": tuple(row["issuers"])})
                 for row in _raw()["ended"])


def of_plan(plan: Plan | None) -> tuple[Entry, ...]:
    """The plan's own documents that have a symbol; what replaces one is named by its symbol."""
    if plan is None:
        return ()
    symbols = {document.code: document.symbol for document in plan.documents}
    return tuple(
        Entry(one.symbol, one.kind, one.issuer, one.title, one.code, one.issued_on,
              replaced_by=symbols.get(one.replaced_by or "") or one.replaced_by, replaced_on=one.replaced_on)
        for one in plan.documents if one.symbol)


def known(plan: Plan | None) -> tuple[Entry, ...]:
    """Every registered document, the plan's own first."""
    return (*of_plan(plan), *seed())


def entries_of(symbol: Symbol, day: date | None, plan: Plan | None) -> tuple[Entry, ...]:
    """The registered documents a symbol cited with that day (or none) may mean, the plan's own first."""
    return tuple(entry for entry in known(plan) if _normal(entry.symbol) == symbol.normal
                 and entry.may_be(day))


def like(symbol: Symbol, kind: str, plan: Plan | None) -> Entry | None:
    """The registered document of the same number and organ that is of the named kind, if there is just one."""
    found = [entry for entry in known(plan) if entry.kind == kind and _same_place(entry, symbol)]
    return found[0] if len({entry.symbol for entry in found}) == 1 else None


def _same_place(entry: Entry, symbol: Symbol) -> bool:
    known = parse_symbol(entry.symbol)
    return known is not None and (known.number.lstrip("0"), known.organ, known.tail, known.year) == (
        symbol.number.lstrip("0"), symbol.organ, symbol.tail, symbol.year)


@cache
def _normal(text: str) -> str:
    symbol = parse_symbol(text)
    return symbol.normal if symbol else text
