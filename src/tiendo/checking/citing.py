"""Citations against each other and against the register of documents (domain.md 3.4; C111-C115).

A symbol alone may name documents of two terms or of two bodies: what is said here needs the same issuer, the
same kind or days near each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from tiendo.checking.case import Case, Rule
from tiendo.checking.citations import contradicts, meant, symbols_of
from tiendo.checking.records import Finding
from tiendo.checking.registry import SAME_DOCUMENT, Entry, entries_of
from tiendo.reading import Claim, Document
from tiendo.reading.vi.symbol import Symbol

TWO_WAYS = Rule("C111", "miscitation", "warning")
TWO_DAYS = Rule("C112", "miscitation", "warning")
OTHER_DAY = Rule("C113", "miscitation", "warning")
OTHER_KIND = Rule("C114", "miscitation", "warning")
REPLACED = Rule("C115", "miscitation", "warning")

Cited = tuple[Claim, Symbol]

_DATELINE = re.compile(
    r"^[^\W\d_][^,\n]{1,40},\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$", re.MULTILINE | re.IGNORECASE)


def citing_findings(case: Case) -> Iterator[Finding]:
    """One document cited two ways or with two days, and citations that the register speaks against."""
    cited = symbols_of(case)
    yield from _two_ways(case, cited)
    yield from _two_days(case, cited)
    written = day_of(case.document)
    for claim, symbol in cited:
        yield from _registered(case, claim, symbol, written)


def day_of(document: Document) -> date | None:
    """The day a document was written by its dateline ("Sông Tô, ngày 05 tháng 4 năm 2023"), if it has one."""
    found = _DATELINE.search(document.text, 0, 3000)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _two_ways(case: Case, cited: Sequence[Cited]) -> Iterator[Finding]:
    """The same kind, number and organ with different symbols: each place names the other way of citing."""
    groups: dict[tuple[str | None, ...], list[Cited]] = defaultdict(list)
    for claim, symbol in cited:
        if symbol.organ_known and "type: symbol" not in claim.inherited:
            named = (claim.type, symbol.number.lstrip("0"), symbol.organ, symbol.tail, claim.issuer)
            groups[named].append((claim, symbol))
    for group in groups.values():
        if len({symbol.normal for _, symbol in group}) < 2:
            continue
        best = _agreed(case, group)
        for claim, symbol in group:
            other = next(other.text for _, other in group if other.normal != symbol.normal)
            if not contradicts(claim, symbol):  # the one whose kind is wrong has its finding already
                yield TWO_WAYS.at(case.document, claim, best, symbol=symbol.text, other=other, named=claim.type)


def _agreed(case: Case, group: Sequence[Cited]) -> str | None:
    """The symbol that all places probably mean, if their suggestions agree."""
    wanted = {meant(case, claim, symbol) for claim, symbol in group}
    return wanted.pop() if len(wanted) == 1 else None


def _two_days(case: Case, cited: Sequence[Cited]) -> Iterator[Finding]:
    """One symbol of one issuer with two days of the same year, or near each other for a Party symbol."""
    groups: dict[tuple[str, str | None], list[tuple[date, Claim, Symbol]]] = defaultdict(list)
    for claim, symbol in cited:
        if claim.date and symbol.organ_known:
            groups[symbol.normal, claim.issuer].append((date.fromisoformat(claim.date), claim, symbol))
    for group in groups.values():
        for (first, _, _), (second, claim, symbol) in pairwise(group):
            same = first.year == second.year if symbol.separators == "/-" else abs(first - second) < SAME_DOCUMENT
            if first != second and same:
                yield TWO_DAYS.at(case.document, claim, symbol=symbol.text, day=_shown(second), other=_shown(first))


def _registered(case: Case, claim: Claim, symbol: Symbol, written: date | None) -> Iterator[Finding]:
    day = date.fromisoformat(claim.date) if claim.date else None
    entries = entries_of(symbol, day, case.plan)
    if not entries or contradicts(claim, symbol):
        return
    first, source = entries[0], _source(entries[0])
    if day and all(entry.days and day not in entry.days for entry in entries):
        yield OTHER_DAY.at(case.document, claim, _named(first), symbol=symbol.text, day=_shown(day),
                           known=_shown(first.days[0]), source=source)
    if not any(_same_kind(entry.kind, claim) for entry in entries):
        yield OTHER_KIND.at(case.document, claim, _named(first), symbol=symbol.text, named=claim.type,
                            known=first.kind, source=source)
    if written and all(entry.replaced_on and written >= entry.replaced_on for entry in entries):
        yield REPLACED.at(case.document, claim, first.replaced_by, symbol=symbol.text, written=_shown(written),
                          on=_shown(first.replaced_on), by=first.replaced_by, source=source)


def _same_kind(kind: str, claim: Claim) -> bool:
    """Whether the kind named in words is the registered one or a longer or shorter name of it."""
    named, known = (claim.type or "").casefold(), kind.casefold()
    vague = "type: symbol" in claim.inherited or named == "văn bản"
    return vague or named.startswith(known) or known.startswith(named) or (named + known).count("luật") == 2


def _named(entry: Entry) -> str:
    """How to cite a registered document in full."""
    return f"{entry.kind} số {entry.symbol}" + (f" ngày {_shown(entry.issued_on)}" if entry.issued_on else "")


def _shown(day: date | None) -> str:
    """A day as documents write it: 05/02/2022, 05/5/2022 (only months 1 and 2 take a zero, domain.md 3.3)."""
    if day is None:
        return ""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _source(entry: Entry) -> str:
    """Where the register has it from, with the grade of the evidence (domain.md 0)."""
    return f"{entry.source} [{entry.grade}]" if entry.grade else entry.source
