"""How `check` shows findings: a list by document that reads well at any width, or JSON lines.

A finding has too much to say for a table of columns: its words, what is wrong, what is suggested. So each stands as a
short paragraph, indented, under the document it is in and the unit it is a question to.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from tiendo.cli.show import console
from tiendo.errors import Lang, Place
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.checking import Finding
    from tiendo.usecases.check_files import Checked

STYLES: dict[str, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
LONGEST = 220  # characters of a quote that are shown; JSON lines give all
_SPOTS = ("page", "sheet", "table", "row", "column", "paragraph")


def show_findings(checked: "Checked", form: str, lang: Lang) -> None:
    """Everything that was found, as a list by document or as JSON lines."""
    if form == "jsonl":
        sys.stdout.writelines(json.dumps(_record(one, lang), ensure_ascii=False) + "\n" for one in checked.findings)
        return
    out = console()
    if not checked.findings:
        out.print(say("cli.no_findings", lang, count=len(checked.reports)))
        return
    for file, found in _by_file(checked.findings).items():
        out.print(_heading(file, found, lang), soft_wrap=True)
        for finding in found:
            _print(finding, lang)
    out.print(_summary(checked, lang))


def _by_file(findings: Sequence["Finding"]) -> dict[str, list["Finding"]]:
    """The findings of each document, documents in the order in which they first come."""
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.problem.place.file if finding.problem.place else "", []).append(finding)
    return files


def _heading(file: str, found: Sequence["Finding"], lang: Lang) -> Text:
    """A document, and the unit its findings are questions to when they are all one unit's."""
    units = {finding.unit for finding in found}
    asked = units.pop() if len(units) == 1 else None
    tail = f"  {say('cli.asked', lang, unit=asked)}" if asked else ""
    return Text.assemble((file, "bold"), (tail, "dim"))


def _print(finding: "Finding", lang: Lang) -> None:
    """One finding: severity, code and place; the words; what is wrong; what is suggested."""
    problem, out = finding.problem, console()
    where = ", ".join(_spots(problem.place, lang)) if problem.place else ""
    head = Text.assemble((say(f"cli.severity_{problem.severity}", lang), STYLES[problem.severity]),
                         f" {problem.code}", (f"  {where}", "dim"))
    out.print(_indented(head, 2))
    if finding.quote:
        out.print(_indented(Text(f"“{_short(finding.quote)}”", style="italic"), 4))
    message = finding.message(lang)
    out.print(_indented(Text(message[:1].upper() + message[1:]), 4))
    if finding.suggestion:
        out.print(_indented(Text(say("checking.suggest", lang, suggestion=finding.suggestion), style="green"), 4))
    out.print()


def _indented(text: Text, columns: int) -> Padding:
    return Padding(text, (0, 0, 0, columns), expand=False)


def _spots(place: Place, lang: Lang) -> list[str]:
    """Where in its document a finding stands: page, table, row, paragraph, as far as known."""
    values = ((name, getattr(place, name)) for name in _SPOTS)
    return [say(f"errors.place_{name}", lang, value=value) for name, value in values if value is not None]


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _summary(checked: "Checked", lang: Lang) -> str:
    """How many findings of each severity, and in how many documents they were looked for."""
    counts = Counter[str](finding.problem.severity for finding in checked.findings)
    parts = [say(f"cli.counted_{severity}", lang, count=counts[severity]) for severity in STYLES if counts[severity]]
    title = say("cli.findings_title", lang, count=len(checked.findings))
    return f"{title}: {', '.join(parts)}"


def _record(finding: "Finding", lang: Lang) -> dict[str, object]:
    """A finding as one JSON object; `place` and `other` hold what is known of page, sheet, table, row, cell, span."""
    problem = finding.problem
    place = problem.place
    return {
        "code": problem.code, "severity": problem.severity, "kind": finding.kind,
        "file": place.file if place else None, "page": place.page if place else None,
        "start": place.start if place else None, "end": place.end if place else None,
        "place": _place(place), "other": _place(finding.other), "unit": finding.unit, "quote": finding.quote,
        "message": finding.message(lang), "suggestion": finding.suggestion,
    }


def _place(place: Place | None) -> dict[str, object] | None:
    """The known parts of a place."""
    if place is None:
        return None
    values = ((name, getattr(place, name)) for name in ("file", *_SPOTS, "start", "end"))
    return {name: value for name, value in values if value is not None}
