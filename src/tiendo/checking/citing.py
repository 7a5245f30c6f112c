"""Citations against each other and against the register of documents (domain.md 3.4; C111-C116).

A symbol alone may name documents of two terms or of two bodies: what is said here needs the same issuer, the
same kind or days near each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tiendo.checking.case import Case, Rule, place_of
from tiendo.checking.citations import contradicts, meant, symbols_of
from tiendo.checking.records import Finding
from tiendo.checking.registry import SAME_DOCUMENT, Entry, entries_of, graded, known, shown_day
from tiendo.reading import Claim, Document
from tiendo.reading.vi.symbol import Symbol, parse_symbol

TWO_WAYS = Rule("C111", "miscitation", "warning")
TWO_DAYS = Rule("C112", "miscitation", "warning")
OTHER_DAY = Rule("C113", "miscitation", "warning")
OTHER_KIND = Rule("C114", "miscitation", "warning")
REPLACED = Rule("C115", "miscitation", "warning")
OTHER_NUMBER = Rule("C116", "miscitation", "warning")

Cited = tuple[Claim, Symbol]

_DAY = r"[^\W\d_][^,\n]{1,40},\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_DATELINES = (  # on a line of its own, or behind the national header where a PDF runs its lines together
    re.compile(rf"^{_DAY}\s*$", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"(?:hạnh\s+phúc|cộng\s+sản\s+việt\s+nam)\s+{_DAY}", re.IGNORECASE),
)
_HEAD = 3000  # characters in which a document's dateline stands
_ABOUT = re.compile(r"[\s,]*(?:của\s[^“\"]{0,80}?)?\bvề\s*[“\":]?\s*([^”\";.\n]{12,240})", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SAME_TITLE = 0.85  # of a registered title's words, said behind the citation


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
    found = next((match for line in _DATELINES if (match := line.search(document.text, 0, _HEAD))), None)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _two_ways(case: Case, cited: Sequence[Cited]) -> Iterator[Finding]:
    """The same kind, number and organ with different symbols: each place names the other way of citing."""
    groups: dict[tuple[str | int | None, ...], list[Cited]] = defaultdict(list)
    for claim, symbol in cited:
        if symbol.organ_known and "type: symbol" not in claim.inherited:
            named = (claim.type, symbol.number.lstrip("0"), symbol.organ, symbol.tail, symbol.year, claim.issuer)
            groups[named].append((claim, symbol))
    for group in groups.values():
        if len({symbol.normal for _, symbol in group}) < 2:
            continue
        best = _agreed(case, group)
        for claim, symbol in group:
            other = next(one for one in group if one[1].normal != symbol.normal)
            if not contradicts(claim, symbol):  # the one whose kind is wrong has its finding already
                found = TWO_WAYS.at(
                    case.document, claim, best, symbol=symbol.text, other=other[1].text, named=claim.type)
                yield replace(found, other=place_of(case.document, other[0]))


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
        for (first, earlier, _), (second, claim, symbol) in pairwise(group):
            same = first.year == second.year if symbol.separators == "/-" else abs(first - second) < SAME_DOCUMENT
            if first != second and same:
                found = TWO_DAYS.at(
                    case.document, claim, symbol=symbol.text, day=shown_day(second), other=shown_day(first))
                yield replace(found, other=place_of(case.document, earlier))


def _registered(case: Case, claim: Claim, symbol: Symbol, written: date | None) -> Iterator[Finding]:
    day = date.fromisoformat(claim.date) if claim.date else None
    entries = entries_of(symbol, day, case.plan)
    if contradicts(claim, symbol):
        return
    if not entries:
        yield from _other_number(case, claim, symbol, day)
        return
    first, source = entries[0], entries[0].shown_source
    own_year = day is None or symbol.year in {None, day.year}  # else the symbol itself says so (C107)
    if day and own_year and all(entry.days and day not in entry.days for entry in entries):
        yield OTHER_DAY.at(case.document, claim, first.cited, symbol=symbol.text, day=shown_day(day),
                           known=shown_day(first.days[0]), source=source)
    if not any(_same_kind(entry.kind, claim) for entry in entries):
        yield OTHER_KIND.at(case.document, claim, first.cited, symbol=symbol.text, named=claim.type,
                            known=first.kind, source=source)
    if written and all(_is_replaced(entry, claim, written) for entry in entries):
        yield REPLACED.at(case.document, claim, first.replaced_by, symbol=symbol.text, written=shown_day(written),
                          on=shown_day(first.replaced_on), by=first.replaced_by,
                          source=graded(first.source, first.replaced_grade or first.grade))


def _is_replaced(entry: Entry, claim: Claim, written: date) -> bool:
    """Whether another document stood in its place, and the sentence does not say so itself."""
    return bool(entry.replaced_on and written >= entry.replaced_on and (entry.replaced_by or "?") not in claim.sentence)


def _other_number(case: Case, claim: Claim, symbol: Symbol, day: date | None) -> Iterator[Finding]:
    """A number nobody knows with the title of a document that is known: "Nghị quyết số 51-NQ/TW ... về ..."."""
    about = _ABOUT.match(case.document.text, claim.end)
    said = set(_WORD.findall(about[1].casefold())) if about else set()
    for entry in known(case.plan):
        title, its = set(_WORD.findall(entry.title.casefold())), parse_symbol(entry.symbol)
        same = its is not None and (its.kind, its.organ, its.tail) == (symbol.kind, symbol.organ, symbol.tail)
        if same and len(title) > 3 and len(title & said) >= _SAME_TITLE * len(title) and day in {None, *entry.days}:
            yield OTHER_NUMBER.at(case.document, claim, entry.cited, symbol=symbol.text, title=entry.title,
                                  known=entry.symbol, source=entry.shown_source)
            return


def _same_kind(kind: str, claim: Claim) -> bool:
    """Whether the kind named in words is the registered one or a longer or shorter name of it."""
    named, known = (claim.type or "").casefold(), kind.casefold()
    vague = "type: symbol" in claim.inherited or named == "văn bản"
    return vague or named.startswith(known) or known.startswith(named) or (named + known).count("luật") == 2
