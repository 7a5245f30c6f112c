"""Numbers of Party documents against their days: one kind of one committee counts up through its term (C109).

Numbering starts again at 01 with every term (domain.md 3.3), so only documents of the plan's own term are held
against each other, and none of its first months, when the old series may still run.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tiendo.checking.case import Case, Rule
from tiendo.checking.citations import contradicts, symbols_of
from tiendo.checking.records import Finding
from tiendo.checking.registry import Entry, of_plan, shown_day
from tiendo.plan import Plan
from tiendo.reading.vi.symbol import Family, Symbol, parse_symbol

ORDER = Rule("C109", "miscitation", "info")

_FIRST_MONTHS = timedelta(days=180)
_TERM_ORGANS = {"TU", "QU", "HU", "ĐU"}  # committees whose terms begin with the same round of congresses


def numbering_findings(case: Case) -> Iterator[Finding]:
    """Citations that came later than a higher number of their series, or earlier than a lower one."""
    term = _term(case.plan)
    if term is None:
        return
    for claim, symbol in symbols_of(case):
        day = date.fromisoformat(claim.date) if claim.date else None
        if day is None or not _in(term, day) or contradicts(claim, symbol):
            continue
        for entry in of_plan(case.plan):
            if entry.issued_on and _in(term, entry.issued_on) and _out_of_order(symbol, day, entry):
                yield ORDER.at(case.document, claim, symbol=symbol.text, day=shown_day(day), known=entry.symbol,
                               known_day=shown_day(entry.issued_on), source=entry.shown_source)
                break


def _term(plan: Plan | None) -> tuple[date, date] | None:
    """The term of the plan's resolution, without its first months."""
    found = next((one for one in plan.documents if one.code == plan.document), None) if plan else None
    if found is None or found.term_from is None or found.term_to is None:
        return None
    return found.term_from + _FIRST_MONTHS, found.term_to


def _in(term: tuple[date, date], day: date) -> bool:
    return term[0] <= day <= term[1]


def _out_of_order(symbol: Symbol, day: date, entry: Entry) -> bool:
    """Whether two documents of one series have their numbers the one way and their days the other."""
    other = parse_symbol(entry.symbol)
    if other is None or symbol.family is not Family.PARTY or symbol.organ not in _TERM_ORGANS:
        return False
    if (other.kind, other.organ) != (symbol.kind, symbol.organ) or not (other.number + symbol.number).isdecimal():
        return False
    ahead, first = int(symbol.number) - int(other.number), entry.issued_on or day
    return (ahead > 0 and day < first) or (ahead < 0 and day > first)
