"""Show why a document is read as it is: as text in a terminal, or as one page that stands by itself."""

import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tiendo.cli.show import console
from tiendo.errors import OutputError, Place, Problem, reason_of
from tiendo.quantity import format_amount
from tiendo.reading import Claim, ClaimKind
from tiendo.reading.claim_json import OWN
from tiendo.reading.explain import Explained, Fired, Inherited, explain, inherited_of
from tiendo.words import Lang, catalogue, say

if TYPE_CHECKING:
    from tiendo.usecases.read_reports import Report

__all__ = ["facts_of", "headline", "look_of", "reasons_of", "show_text", "words_of", "write_page"]

_LOOKS = {
    ClaimKind.CITATION: "cite", ClaimKind.AWARD: "award", ClaimKind.LIMITATION: "limit", ClaimKind.DIRECTIVE: "order",
}
_BY_STATUS = {"estimate": "estimate", "target": "plan"}
_SAID = ("value", "value_to", "unit", "count", "of", "rank", "what", "symbol")  # fields that the headline already says


def show_text(report: "Report", lang: Lang) -> None:
    """For each sentence its words with their tags, its claims, the rules that made them, what they took over."""
    out = console()
    number = 0
    for at, sentence in enumerate(explain(report.document, report.claims), start=1):
        out.print(f"{say('reading.explain_sentence', lang, number=at)}: {sentence.text}", markup=False, style="bold")
        out.print(f"  {say('reading.explain_words', lang)}: {_tagged(sentence)}", markup=False)
        for claim, fired in zip(sentence.claims, sentence.fired, strict=True):
            number += 1
            for line in _claim_lines(number, claim, fired, lang):
                out.print(line, markup=False)
        out.print()


def write_page(report: "Report", path: Path, lang: Lang) -> None:
    """Write the document with its claims as one page; raises OutputError with an older page left as it was."""
    from tiendo.cli.explain_page import page  # noqa: PLC0415 - the template engine is loaded when a page is made

    text = page(report, explain(report.document, report.claims), lang)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".tiendo-") as fresh:
            made = Path(fresh) / path.name
            made.write_text(text, encoding="utf-8")
            made.replace(path)
    except OSError as error:
        raise OutputError([Problem("V401", Place(str(path)), {"reason": reason_of(error)})]) from error


def look_of(claim: Claim) -> str:
    """How a claim is drawn: figures by their status, the other kinds each in one way."""
    return _LOOKS.get(claim.kind) or _BY_STATUS.get(claim.status or "", "fact")


def headline(claim: Claim) -> str:
    """What a claim states, in few words: its number, symbol or form; a clause for what is stated in words."""
    if claim.kind is ClaimKind.MEASURE and claim.value is not None:
        values = [claim.value] if claim.value_to is None else [claim.value, claim.value_to]
        return " → ".join(format_amount(value, claim.unit or "") for value in values)
    if claim.kind is ClaimKind.TALLY:
        return f"{claim.count}" if claim.of is None else f"{claim.count}/{claim.of}"
    if claim.kind is ClaimKind.RANK:
        return f"{claim.rank}" if claim.of is None else f"{claim.rank}/{claim.of}"
    return claim.symbol or claim.what or claim.number or ""


def facts_of(claim: Claim, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The fields of a claim that say something beside its headline, each with its name in words."""
    names = ("subject", *(name for name in OWN[claim.kind] if name not in _SAID), "period", "organisation")
    return tuple((say(f"reading.field_{name}", lang), words_of(name, value, lang))
                 for name in names if (value := getattr(claim, name)) not in (None, ()))


def words_of(field: str, value: object, lang: Lang) -> str:
    """A field's value in words: a choice by its name, a list with commas, the rest as it is."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    known = catalogue("reading", lang).get(f"value_{field}_{value}")
    return known or (f"{value:f}" if isinstance(value, Decimal) else str(value))


def reasons_of(claim: Claim, lang: Lang) -> tuple[tuple[str, str], ...]:
    """What a claim took over and why it might be wrong, each with what it is."""
    rows = [(say("reading.explain_inherited", lang), _source(one, lang)) for one in inherited_of(claim)]
    if claim.doubt:
        words = catalogue("reading", lang).get(f"doubt_{claim.doubt}", claim.doubt)
        rows.append((say("reading.explain_doubt", lang), words))
    return tuple(rows)


def _source(one: Inherited, lang: Lang) -> str:
    """A field and where it came from; a rule of the text before is named as such."""
    words = catalogue("reading", lang)
    place = words.get(f"place_{one.place}") or say("reading.place_before", lang, rule=one.place)
    return f"{words.get(f'field_{one.field}', one.field)}: {place}" + (f" “{one.words}”" if one.words else "")


def _tagged(sentence: Explained) -> str:
    return " ".join(f"{word.text}⟨{' '.join(word.tags)}⟩" if word.tags else word.text for word in sentence.words)


def _claim_lines(number: int, claim: Claim, fired: tuple[Fired, ...], lang: Lang) -> Iterator[str]:
    kind = say(f"reading.kind_{claim.kind}", lang)
    yield f"  [{number}] {' '.join(filter(None, (kind, headline(claim))))}: “{claim.quote}”"
    facts = "; ".join(f"{name}: {value}" for name, value in facts_of(claim, lang))
    if facts:
        yield f"      {facts}"
    rules = ", ".join(_rule(one, lang) for one in fired)
    yield f"      {say('reading.explain_rules', lang)}: {rules}"
    for name, value in reasons_of(claim, lang):
        yield f"      {name}: {value}"


def _rule(fired: Fired, lang: Lang) -> str:
    words = f" ({say('reading.explain_rule_words', lang, words=fired.words)})" if fired.words else ""
    return fired.rule + words
