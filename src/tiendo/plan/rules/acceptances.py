"""Acceptances: what a person decided on a claim is complete, and names a report and not a path elsewhere."""

import re
from collections.abc import Iterator

from tiendo.errors import Problem
from tiendo.plan.draft import Draft, Spot
from tiendo.plan.records import Acceptance, Component, Decision, Target
from tiendo.plan.rules.figures import component_problems

_HASH = re.compile(r"[0-9a-f]{64}")


def acceptance_problems(draft: Draft) -> Iterator[Problem]:
    """Decisions that lack what they need, or point where nothing may be read."""
    targets = {target.code: target for _, target in draft.of(Target)}
    parts = {(part.target, part.code) for _, part in draft.of(Component)}
    for spot, row in draft.of(Acceptance):
        yield from _report(spot, row)
        yield from _decision(spot, row)
        if row.decision is not Decision.REFUSED:
            yield from component_problems(spot, row.component, targets.get(row.target or ""), parts)


def _report(spot: Spot, row: Acceptance) -> Iterator[Problem]:
    """A report is one file's name inside `reports/`, its hash 64 hexadecimal digits."""
    if "/" in row.report or "\\" in row.report or row.report.startswith("."):
        yield Problem("P307", spot.at("report"), {"report": row.report})
    if not _HASH.fullmatch(row.sha256):
        yield Problem("P514", spot.at("sha256"))
    if row.start < 0:
        yield Problem("P603", spot.at("start"), {"value": str(row.start), "least": "0"})


def _decision(spot: Spot, row: Acceptance) -> Iterator[Problem]:
    if row.decision is not Decision.REFUSED:
        for column in ("target", "period", "as_of", "value"):
            if getattr(row, column) is None:
                yield Problem("P512", spot.at(column), {"decision": row.decision.value})
    if row.decision is not Decision.ACCEPTED and not row.reason:
        yield Problem("P513", spot.at("reason"), {"decision": row.decision.value})
    if row.as_of and row.as_of > row.decided_on:
        values = {"as_of": row.as_of.isoformat(), "decided_on": row.decided_on.isoformat()}
        yield Problem("P515", spot.at("as_of"), values)
    if row.as_of and row.period and row.as_of < row.period.start:
        yield Problem("P511", spot.at("as_of"), {"as_of": row.as_of.isoformat(), "period": row.period.code})
