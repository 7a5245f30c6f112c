"""The citation rules: each finds documents named in a sentence, as `Named` stretches of it.

Words and abbreviations come from `lexicon/citation.toml`; what each rule takes and leaves is shown by the
phrases of `corpus/citation.tsv`. Every pattern is bounded: no rule looks further than a window of characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tiendo.reading.vi.citation_lexicon import document_kinds, kind_named, ordinals, short_kinds, words
from tiendo.reading.vi.citation_tail import UPPER, bounded, issuer_in, one_of
from tiendo.reading.vi.symbol import Family, parse_symbol, symbol_of, symbol_patterns

_BACK = 140  # how far before a symbol its kind is looked for, in characters
_SO = r"(?:[Ss]ố\s*(?::\s*)?)"


@dataclass(frozen=True, slots=True)
class Named:
    """A document named at `start:end` of a sentence; `symbol` is as written; `joined` continues a list."""

    start: int
    end: int
    type: str
    rule: str
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    date: str | None = None
    joined: bool = False
    inherited: tuple[str, ...] = ()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names = one_of(tuple(kind.name for kind in document_kinds()))
    laws = one_of(tuple(kind.name for kind in document_kinds() if kind.law))
    bridges = one_of(words("reading", "bridges"))
    kind = rf"(?<!\w)(?P<type>(?i:{names})|{one_of(tuple(short_kinds()))})(?:\s+{bridges}){{0,2}}"
    stop = rf"(?!(?:{one_of(words('reading', 'law_stops'))}|[Ss]ố|{laws})(?!\w))"
    word = rf"(?:{stop}[^\W\d_]+|của(?=\s+(?:Quốc\s+hội|Nhà\s+nước)))"  # "Luật Hoạt động giám sát của Quốc hội"
    law_name = rf"(?<!\w)(?P<type>{laws})(?=\s+[{UPPER}])(?:,?\s+{word}){{1,14}}?"
    follow = (rf"(?=\s*(?:$|[.;:)\]”\"’…!?\[(]|,(?!\d))|\s+[-–]\s|\s+ngày\s+\d|\s+năm\s+(?:19|20)\d\d"
              rf"|\s+{one_of(words('reading', 'after_number'))}(?!\w))")
    ordinal = rf"(?:\d{{1,2}}|{one_of(tuple(ordinals()))})"
    return {
        "whole": bounded(symbol_patterns()["whole"]),
        "letter": bounded(symbol_patterns()["letter"]),
        "stump": bounded(symbol_patterns()["stump"]),
        "number_year": bounded(r"(?P<number>\d{1,4})/(?:19|20)\d{2}(?![\w/])"),
        "number": bounded(rf"(?P<number>\d{{1,5}}[a-c]?)(?![\w/%]|[.,–-]\d){follow}"),
        "kind_end": bounded(rf"{kind}(?P<by>\s+(?:của|do)\s+[\w\s]{{3,60}}?)?\s*[,(:]?\s*{_SO}?\(?$"),
        "law_end": bounded(rf"{law_name}\s*[,(]?\s*{_SO}?$"),
        "own_number": bounded(r"\W*(?:[Ss][Ốố]\s*:?)?\W*"),
        "kind": bounded(rf"{kind}\s*(?P<so>\s{_SO})?(?=\d)"),
        "law": bounded(rf"{law_name}\s+(?:năm\s+)?(?:19|20)\d\d(?![\w/])"),
        "join": bounded(rf"\s*(?:[,;]\s*(?:và\s+)?|(?:và|hoặc|&)\s+)(?:các\s+)?{_SO}?"),
        "plenum": bounded(
            r"(?<!\w)(?P<type>Nghị\s+quyết|Kết\s+luận)\s+(?:của\s+)?(?:Hội\s+nghị\s+)?"
            rf"(?:lần\s+thứ\s+(?P<first>{ordinal})\s+)?(?:của\s+)?(?:(?:Ban\s+Chấp\s+hành|BCH)\s+)?(?:Trung\s+ương|TW|TƯ)"
            rf"(?:\s+Đảng)?(?:\s+(?:lần\s+thứ\s+)?(?P<second>{ordinal}))?,?\s*\(?kh(?:óa|oá)\s+[IVX]{{1,5}}(?!\w)\)?"),
    }


def _kind_name(written: str) -> str:
    """The kind's name as the lexicon writes it, from a name in any case or a short form."""
    plain = " ".join(written.split())
    kind = kind_named(plain)
    return kind.name if kind else short_kinds()[plain]


def symbols(text: str) -> Iterator[Named]:
    """Rules citation.symbol and citation.bare: whole symbols, with the kind before them or without one."""
    for found in _patterns()["whole"].finditer(text):
        symbol = symbol_of(found)
        head = _kind_before(text, found.start(), law=symbol.family is Family.NA)
        if head:
            by = issuer_in(head["by"]) if head.groupdict().get("by") else None
            yield Named(head.start(), found.end(), _kind_name(head["type"]), "citation.symbol",
                        symbol.number, symbol.text, by)
        else:
            yield Named(found.start(), found.end(), symbol.kinds[0], "citation.bare", symbol.number, symbol.text,
                        inherited=("type: symbol",))


def stands_alone(named: Named) -> bool:
    """Whether a symbol without a kind is surely one: its organ is known ("15-TC/HN" may be a road)."""
    symbol = parse_symbol(named.symbol or "")
    return symbol is not None and symbol.organ_known


def names_itself(text: str, named: Named) -> bool:
    """Whether a symbol without a kind is all a line says: the number of the document itself ("Số 312-TB/HU")."""
    return _patterns()["own_number"].fullmatch(text[:named.start] + text[named.end:]) is not None


def _kind_before(text: str, at: int, *, law: bool) -> re.Match[str] | None:
    """The kind that a symbol at `at` belongs to; a law's may stand a whole name before it."""
    window = (text, max(0, at - _BACK), at)
    near = _patterns()["kind_end"].search(*window)
    if near and near["by"] and not issuer_in(near["by"]):
        near = None
    if not law or (near and near["type"][0].isupper()):
        return near
    return _patterns()["law_end"].search(*window) or near


def numbers(text: str) -> Iterator[Named]:
    """Rules citation.letter, citation.stump and citation.number: a kind and less than a whole symbol."""
    for head in _patterns()["kind"].finditer(text):
        at = head.end()
        if _patterns()["whole"].match(text, at):
            continue
        named = _short_symbol(text, head, at) or _number(text, head, at)
        if named:
            yield named


def _short_symbol(text: str, head: re.Match[str], at: int) -> Named | None:
    kind = _kind_name(head["type"])
    for name, rule in (("letter", "citation.letter"), ("stump", "citation.stump"), ("number_year", "citation.stump")):
        found = _patterns()[name].match(text, at)
        if found and (name != "number_year" or kind in words("reading", "numbered")):
            symbol = " ".join(found[0].split())
            return Named(head.start(), found.end(), kind, rule, found["number"], symbol)
    return None


def _number(text: str, head: re.Match[str], at: int) -> Named | None:
    """A bare number after a kind that is cited so, unless it may be a count ("quyết định 3 nội dung")."""
    found = _patterns()["number"].match(text, at)
    written, kind = head["type"], _kind_name(head["type"])
    if not found:
        return None
    long = len(found["number"]) > 1
    if written in short_kinds():
        usual = written in words("reading", "short_numbered")
    else:
        usual = kind in words("reading", "numbered") or (kind in words("reading", "long_numbered") and long)
    sure = written[0].isupper() or (head["so"] and long)
    return Named(head.start(), found.end(), kind, "citation.number", found["number"]) if usual and sure else None


def laws(text: str) -> Iterator[Named]:
    """Rule citation.law: "Luật Đầu tư công năm 2019"."""
    for found in _patterns()["law"].finditer(text):
        yield Named(found.start(), found.end(), _kind_name(found["type"]), "citation.law")


def plenums(text: str) -> Iterator[Named]:
    """Rule citation.plenum: "Nghị quyết Trung ương 4 khóa XII"."""
    for found in _patterns()["plenum"].finditer(text):
        written = found["first"] or found["second"]
        if written:
            number = str(ordinals().get(written, written))
            yield Named(found.start(), found.end(), _kind_name(found["type"]), "citation.plenum", number)


def joins(text: str, start: int, end: int) -> bool:
    """Whether nothing but a comma or an "and" stands between two symbols of a list."""
    return _patterns()["join"].fullmatch(text, start, end) is not None


def next_number(text: str, named: Named) -> Named | None:
    """Rule citation.listed: a further bare number after a bare number ("Nghị quyết 57, 59 và 66")."""
    link = _patterns()["join"].match(text, named.end)
    found = _patterns()["number"].match(text, link.end()) if link and named.symbol is None else None
    if not found:
        return None
    return Named(found.start(), found.end(), named.type, "citation.listed", found["number"], joined=True)
