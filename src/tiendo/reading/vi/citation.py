"""Citations: documents a report names by symbol or number ("Nghị quyết số 15-NQ/TW ngày 05/5/2022 của …").

A document named only by what it is about ("Nghị quyết Đại hội Đảng bộ") is no citation: nobody could look it
up by the name. Right and wrong forms are read alike ("07/NQ-TW", "126–KL/TW", "15-NQ/TƯ"): what is wrong with
a symbol is for `checking` to say. Rules, each with phrases in `corpus/citation.tsv`:

- `citation.symbol`: a kind, perhaps "số", and a symbol; `citation.letter`: a letter's number ("125/SGDĐT-VP");
- `citation.stump`: a symbol that stops early ("07/NQ", "43/2022"); `citation.number`: a number only;
- `citation.listed`: a further one under the same kind; `citation.bare`: a symbol without a kind before it;
- `citation.law`: a law by name and year; `citation.plenum`: a resolution of a numbered Central plenum.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tiendo.reading.engine import Sentence
from tiendo.reading.records import Claim, ClaimKind
from tiendo.reading.vi import citation_rules as rules
from tiendo.reading.vi import citation_tail as tail
from tiendo.reading.vi.citation_rules import Named
from tiendo.reading.vi.symbol import parse_symbol

_DIGIT = re.compile(r"\d")
_CUT = re.compile(r"\d[/–-]\s?\Z")
_GAP = 2  # characters between two lines
NUMBER_ONLY = "number_only"  # a doubt: several documents may bear the number


def find_citations(sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Every document the sentences cite, in text order; offsets are in the document's text."""
    return tuple(_claim(sentence, named) for sentence in _unbroken(sentences) if _may_cite(sentence.text)
                 for named in _cited(sentence.text))


def _unbroken(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences; one that a line break cuts within a symbol ("38/2021/ ¦ NĐ-CP") goes with the next."""
    held: Sentence | None = None
    for sentence in sentences:
        gap = sentence.start - held.start - len(held.text) if held else 0
        now = replace(held, text=f"{held.text}{' ' * gap}{sentence.text}") if held and 0 < gap <= _GAP else sentence
        if held and now is sentence:
            yield held
        held = now if _CUT.search(sentence.text) and now is sentence else None
        if held is None:
            yield now
    if held:
        yield held


def _may_cite(text: str) -> bool:
    """A citation has a digit; only a plenum in words ("lần thứ bảy, khóa XII") has none."""
    return _DIGIT.search(text) is not None or "lần thứ" in text


def _cited(text: str) -> list[Named]:
    """The documents a sentence names, each with its day and issuer."""
    found = [*rules.symbols(text), *rules.numbers(text), *rules.plenums(text), *rules.laws(text)]
    out: list[Named] = []
    for named in (_continued(text, out, item) for item in _without_overlaps(found)):
        if named.rule == "citation.bare" and (rules.names_itself(text, named) or not rules.stands_alone(named)):
            continue
        out.append(_with_tail(text, named))
        while more := rules.next_number(text, out[-1]):
            out.append(_with_tail(text, more))
    return _shared(out)


def _without_overlaps(found: Iterable[Named]) -> list[Named]:
    """In text order; of two that overlap the one that starts first, the longer of two that start together."""
    out: list[Named] = []
    for named in sorted(found, key=lambda item: (item.start, -item.end)):
        if not out or named.start >= out[-1].end:
            out.append(named)
    return out


def _continued(text: str, out: Sequence[Named], named: Named) -> Named:
    """A symbol without a kind takes the kind of the one it is listed with, if its own letters allow that."""
    if named.rule != "citation.bare" or not out or not rules.joins(text, out[-1].end, named.start):
        return named
    symbol = parse_symbol(named.symbol or "")
    if symbol and out[-1].type in symbol.kinds:
        return replace(named, type=out[-1].type, rule="citation.listed", joined=True, inherited=())
    return named


def _with_tail(text: str, named: Named) -> Named:
    """With the day and the issuer that follow, or that lead to it."""
    behind = tail.after(text, named.end)
    ahead = tail.Around(None, None, 0) if named.joined else tail.before(text, named.start)
    day = behind.day or ahead.day
    issuer = behind.issuer or named.issuer or ahead.issuer
    return replace(named, end=behind.end, date=day.isoformat() if day else None, issuer=issuer)


def _shared(listed: Sequence[Named]) -> list[Named]:
    """Documents of one list share the issuer said once: after the last or before the first."""
    out = list(listed)
    for at in range(len(out) - 2, -1, -1):
        if out[at + 1].joined and not out[at].issuer:
            out[at] = _lend(out[at], out[at + 1].issuer)
    for at in range(1, len(out)):
        if out[at].joined and not out[at].issuer:
            out[at] = _lend(out[at], out[at - 1].issuer)
    return out


def _lend(named: Named, issuer: str | None) -> Named:
    return replace(named, issuer=issuer, inherited=(*named.inherited, "issuer: list")) if issuer else named


def _claim(sentence: Sentence, named: Named) -> Claim:
    return Claim(
        kind=ClaimKind.CITATION, quote=sentence.text[named.start:named.end], start=sentence.start + named.start,
        end=sentence.start + named.end, sentence=sentence.text, rules=(named.rule,), type=named.type,
        number=named.number, symbol=named.symbol, date=named.date, issuer=named.issuer, page=sentence.block.page,
        doubt=NUMBER_ONLY if named.symbol is None and named.number else None, inherited=named.inherited,
    )
