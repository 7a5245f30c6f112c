"""Show why a document is read as it is: as text in a terminal, or as one page that stands by itself."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tiendo.cli.explain_words import facts_of, headline, reasons_of
from tiendo.cli.show import console
from tiendo.errors import OutputError, Place, Problem, reason_of
from tiendo.reading import Claim
from tiendo.reading.explain import Explained, Fired, explain
from tiendo.words import Lang, say

if TYPE_CHECKING:
    from tiendo.usecases.read_reports import Report

__all__ = ["show_text", "write_page"]


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


def _tagged(sentence: Explained) -> str:
    return " ".join(f"{word.text}⟨{' '.join(word.tags)}⟩" if word.tags else word.text for word in sentence.words)


def _claim_lines(number: int, claim: Claim, fired: tuple[Fired, ...], lang: Lang) -> Iterator[str]:
    kind = say(f"reading.kind_{claim.kind}", lang)
    yield f"  [{number}] {' '.join(filter(None, (kind, headline(claim, lang))))}: “{claim.quote}”"
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
