"""Every rule of the numeric reader has phrases of its own: ones it must read, ones it must leave alone."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import tiendo.reading.vi
from reading.numeric_phrases import Row, corpus, read, value
from tiendo.reading.records import Claim
from tiendo.reading.vi.amount import Unit

SAYS: Mapping[str, Callable[[Claim], str]] = {
    "amount": value,
    "relation": lambda claim: " ".join(filter(None, (claim.relation, value(claim), claim.against))),
    "tally": lambda claim: f"{claim.outcome} {value(claim)}",
    "rank": value,
    "status": lambda claim: f"{claim.status} {value(claim)}",
    "period": lambda claim: f"{claim.period} {value(claim)}",
    "subject": lambda claim: f"{claim.subject}: {value(claim)}",
    "table": lambda claim: f"{claim.subject}: {claim.relation or claim.kind} {value(claim)} {claim.status} "
                           f"{claim.period}",
}
ROWS = [(name, row) for name in SAYS for row in corpus(name)]
NAMED = re.compile(r'"((?:amount|relation|tally|rank|status|period|subject|bound)\.[a-z_]+)"')
MADE = {f"amount.{kind}" for kind in Unit} - {"amount.rank"}  # "amount.{kind}", put together in amount.py
BUILT = {"bound.about", "bound.over", "bound.under", "relation.column", "relation.row", "status.column"}
PERIODS = re.compile(r'_rule\("(\w+)"')


def every_rule() -> set[str]:
    """The names that the modules of `reading.vi` give to their rules."""
    room = Path(tiendo.reading.vi.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")))
    dated = {f"period.{name}" for name in PERIODS.findall((room / "period.py").read_text(encoding="utf-8"))}
    return {*NAMED.findall(source), *MADE, *BUILT, *dated}


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{row.rule} {row.phrase[:40]}" for _, row in ROWS])
def test_rule_reads_its_phrases_and_leaves_the_others(name: str, row: Row) -> None:
    claims = read(row.phrase)
    made = [claim for claim in claims if row.rule in claim.rules]
    if row.fires:
        assert " | ".join(SAYS[name](claim) for claim in made) == row.expected
    else:
        assert made == []
        assert not row.expected or " | ".join(SAYS[name](claim) for claim in claims) == row.expected


def test_every_rule_has_a_phrase_it_reads() -> None:
    assert sorted(every_rule() - {row.rule for _, row in ROWS if row.fires}) == []


def test_every_rule_has_a_phrase_it_leaves_alone() -> None:
    assert sorted(every_rule() - {row.rule for _, row in ROWS if not row.fires}) == []


def test_no_phrase_is_of_a_rule_that_is_gone() -> None:
    assert sorted({row.rule for _, row in ROWS} - every_rule()) == []
