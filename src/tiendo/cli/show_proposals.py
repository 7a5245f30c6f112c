"""How `propose` shows which targets a report's claims speak of: a person accepts, changes or refuses each."""

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from tiendo.assessing import rounded
from tiendo.cli.show import console, table
from tiendo.errors import Lang
from tiendo.plan import value_text
from tiendo.quantity import say_period
from tiendo.reading import claim_record
from tiendo.words import say

if TYPE_CHECKING:
    from tiendo.reading.matching import Proposal
    from tiendo.usecases.propose_figures import Proposed

STATED = 6  # decimals: more were never written, they come of a division


def show_proposals(proposed: "Proposed", form: str, lang: Lang) -> None:
    """The proposals of each report, best first, as JSON lines or as tables."""
    for path, found in proposed.proposals:
        if form == "jsonl":
            sys.stdout.writelines(json.dumps(_record(path, one), ensure_ascii=False) + "\n" for one in found)
        else:
            _show(path, found, lang)


def _record(path: Path, one: "Proposal") -> dict[str, object]:
    """A proposal with the claim it stands on."""
    return {
        "report": path.name, "target": one.target, "component": one.component, "body": one.body,
        "value": None if one.value is None else str(one.value), "period": one.period.code if one.period else None,
        "score": one.score, "why": list(one.why), "claim": claim_record(one.claim),
    }


def _show(path: Path, found: tuple["Proposal", ...], lang: Lang) -> None:
    rows = table(lang, "score", "target", "value", "period", "quote", "why",
                 title=say("cli.proposals_title", lang, file=path.name, count=len(found)))
    for one in found:
        target = one.target if one.component is None else f"{one.target} ({one.component})"
        value = "" if one.value is None else value_text(_short(one.value), None, lang)
        why = ", ".join(say(f"reading.{reason}", lang) for reason in one.why)
        rows.add_row(f"{one.score:.2f}", target, value, say_period(one.period.code, lang) if one.period else "",
                     one.claim.quote, why)
    console().print(rows)


def _short(value: Decimal) -> Decimal:
    """A value as a text states it; one worked out of two counts (48/52) with two decimals."""
    plain = value.normalize()
    return plain if -int(plain.as_tuple().exponent) <= STATED else rounded(value)
