"""Citations against their own symbols: kind, separators, organ, spelling, year (domain.md 3.2-3.4, 8; C101-C108).

Every check speaks only of what the lexicon knows: an organ with an unknown code is never called wrong.
"""

import re
from collections.abc import Iterator
from datetime import date

from tiendo.checking.case import Case, Rule
from tiendo.checking.records import Finding
from tiendo.checking.registry import ended, entries_of, folded, graded, like, shown_day
from tiendo.reading import Claim, ClaimKind
from tiendo.reading.vi.citation_lexicon import kind_named, organs
from tiendo.reading.vi.symbol import SEPARATORS, Family, Symbol, parse_symbol

KIND = Rule("C101", "miscitation", "error")
SEPARATOR = Rule("C102", "miscitation", "error")
ORGAN = Rule("C103", "miscitation", "error")
SPELLED_TU = Rule("C104", "miscitation", "info")
CTHD = Rule("C105", "miscitation", "info")
ZERO = Rule("C106", "miscitation", "info")
YEAR = Rule("C107", "miscitation", "error")
ENDED = Rule("C108", "miscitation", "warning")

LEGAL_CODES = frozenset({"NĐ", "QĐ", "TT", "TTLT", "NQ", "NQLT", "CT", "L"})  # number/year/code-organ, domain.md 3.4


def symbols_of(case: Case) -> tuple[tuple[Claim, Symbol], ...]:
    """The citations that have a symbol, with it taken apart."""
    claims = ((claim, parse_symbol(claim.symbol or "")) for claim in case.of(ClaimKind.CITATION))
    return tuple((claim, symbol) for claim, symbol in claims if symbol is not None)


def citation_findings(case: Case) -> Iterator[Finding]:
    """What is wrong with each citation by itself, most telling first."""
    for claim, symbol in symbols_of(case):
        found = [*_kind(case, claim, symbol), *_separators(case, claim, symbol), *_organ(case, claim, symbol),
                 *_year(case, claim, symbol), *_ended(case, claim, symbol)]
        yield from found
        if not found:  # how it is spelled matters once it names the right thing
            yield from _spelling(case, claim, symbol)


def meant(case: Case, claim: Claim, symbol: Symbol) -> str | None:
    """The symbol that was probably meant: the registered document of that kind, else the kind's own letters."""
    if contradicts(claim, symbol):
        known = like(symbol, claim.type or "", case.plan)
        return known.symbol if known else _with_kind(symbol, claim.type or "")
    return _with_issuer(claim, symbol).normal


def contradicts(claim: Claim, symbol: Symbol) -> bool:
    """Whether the kind named in words is one its symbol cannot name."""
    kind = kind_named(claim.type or "")
    own_words = "type: symbol" not in claim.inherited
    return bool(own_words and kind and not kind.vague and symbol.kinds and kind.name not in symbol.kinds)


def _with_kind(symbol: Symbol, kind_name: str) -> str | None:
    """The symbol with the letters of the kind that was named: "15-CT/TW" as Nghị quyết is "15-NQ/TW"."""
    kind = kind_named(kind_name)
    codes = (kind.party if symbol.family is Family.PARTY else kind.state) if kind else ()
    if not codes or symbol.kind is None:
        return None
    if symbol.family is Family.LEGAL and codes[0] not in LEGAL_CODES:  # then the kind's name is what is wrong
        return f"{symbol.kinds[0]} số {symbol.normal}" if len(symbol.kinds) == 1 else None
    return re.sub(rf"(?<=[-/]){re.escape(symbol.kind)}(?=[-/]|$)", codes[0], symbol.normal, count=1)


def _with_issuer(claim: Claim, symbol: Symbol) -> Symbol:
    """The symbol with "TƯ" read as the issuer's letters: TU when a Thành ủy or Tỉnh ủy issued it."""
    organ = organ_named(claim.issuer or "")
    if symbol.spelled_tu and symbol.organ == "TW" and organ == "TU":
        return parse_symbol(re.sub(r"TW$", "TU", symbol.normal)) or symbol
    return symbol


def organ_named(issuer: str) -> str | None:
    """The code of the organ a name in prose stands for: its longest known beginning decides."""
    plain = folded(issuer)
    names = [(len(name), organ.code) for organ in organs() for name in organ.names
             if re.match(rf"{re.escape(folded(name))}(?!\w)", plain)]
    return max(names)[1] if names else None


def _kind(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    if contradicts(claim, symbol):
        yield KIND.at(case.document, claim, meant(case, claim, symbol), named=claim.type, symbol=symbol.text,
                      letters=symbol.kind or symbol.organ, means=" / ".join(symbol.kinds))


def _separators(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    expected, written = SEPARATORS.get(symbol.family), symbol.separators.strip()
    if symbol.organ_known and expected and len(written) == 2 and written != expected:
        yield SEPARATOR.at(case.document, claim, meant(case, claim, symbol), symbol=symbol.text, organ=symbol.organ,
                           form=f"{symbol.number}{expected[0]}{symbol.kind}{expected[1]}{symbol.organ}{symbol.tail}")


def _organ(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    """The issuer that follows the symbol is another organ; one that only leads the sentence may merely sign."""
    known = {organ.code: organ for organ in organs()}
    named = organ_named(claim.issuer or "") if claim.issuer and claim.issuer in " ".join(claim.quote.split()) else None
    organ = _with_issuer(claim, symbol).organ
    if named and organ in known and named != organ:
        yield ORGAN.at(case.document, claim, symbol=symbol.text, issuer=claim.issuer, organ=organ,
                       means=" / ".join(known[organ].names[:2]))


def _year(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    day = date.fromisoformat(claim.date) if claim.date else None
    if day and symbol.year and day.year != symbol.year:
        known = entries_of(symbol, None, case.plan)
        yield YEAR.at(case.document, claim, known[0].cited if known else None, symbol=symbol.text, year=symbol.year,
                      day=shown_day(day))


def _ended(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    """A day after the body that issued it had ended: districts could issue nothing after 30 June 2025."""
    for body in ended():
        day = date.fromisoformat(claim.date) if claim.date else None
        if day and day > body.last_on and body.issued(symbol.organ, claim.issuer):
            yield ENDED.at(case.document, claim, symbol=symbol.text, day=shown_day(day), last=shown_day(body.last_on),
                           source=graded(body.source, body.grade))


def _spelling(case: Case, claim: Claim, symbol: Symbol) -> Iterator[Finding]:
    better = meant(case, claim, symbol)
    if symbol.spelled_tu:
        yield SPELLED_TU.at(case.document, claim, better, symbol=symbol.text)
    if symbol.kind == "CTHĐ":
        yield CTHD.at(case.document, claim, symbol.normal.replace("CTHĐ", "CTr"), symbol=symbol.text)
    if len(symbol.number) == 1 and symbol.organ and symbol.organ_known:
        yield ZERO.at(case.document, claim, better, symbol=symbol.text)
