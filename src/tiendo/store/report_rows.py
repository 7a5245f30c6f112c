"""Units' reports in the register: their bytes, their text with places, what was read in them and proposed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from tiendo.errors import Problem
from tiendo.quantity import Period
from tiendo.reading import Claim, Document, claim_record
from tiendo.reading.matching import Proposal
from tiendo.store import models as rows
from tiendo.store.decision_rows import keep_bytes
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp

__all__ = ["add_report", "free_name", "keep_problems", "keep_reading", "problem_record", "report_row"]


def free_name(plan: int, name: str) -> str:
    """A name for a plan's report that no other has: the sender's, less what a path or a list of codes trips on."""
    plain = "".join("-" if sign in '/\\;:*?"<>|' or ord(sign) < 32 else sign for sign in name).strip(" .") or "report"
    stem, dot, suffix = plain.rpartition(".")
    stem, suffix = (stem, f".{suffix}") if dot and len(suffix) <= 5 else (plain, "")
    taken = set(rows.Report.objects.filter(plan=plan).values_list("name", flat=True))
    taken |= set(rows.Document.objects.filter(plan=plan).values_list("code", flat=True))
    stem = stem[:120]
    number = 1
    while (found := f"{stem}{'' if number == 1 else f'-{number}'}{suffix}") in taken:
        number += 1
    return found


def add_report(
    plan: int, name: str, data: bytes, stamp: Stamp, unit: tuple[str, Period] | None = None,
) -> int:
    """Add a report with its bytes, from a unit (its body's code) for a period (a folder says neither); its number."""
    body = rows.Body.objects.get(code=unit[0]) if unit else None
    return rows.Report.objects.create(
        plan_id=plan, name=name, body=body, period=unit[1] if unit else None, blob_id=keep_bytes(data),
        received_at=stamp.at, by_id=stamp.account).pk


def keep_reading(
    report: int, document: Document, claims: Sequence[Claim], proposals: Sequence[Proposal],
) -> dict[Claim, int]:
    """Keep what was read in a report and which targets were proposed; gives the claims' numbers."""
    rows.Report.objects.filter(pk=report).update(
        text=document.text, blocks=[asdict(block) for block in document.blocks],
        problems=[problem_record(one) for one in document.problems])
    by_claim: dict[Claim, list[dict[str, object]]] = defaultdict(list)
    for one in proposals:
        by_claim[one.claim].append(_proposal(one))
    made = rows.Claim.objects.bulk_create([
        rows.Claim(report_id=report, start=claim.start, end=claim.end, quote=claim.quote, record=claim_record(claim),
                   proposals=by_claim[claim])
        for claim in claims
    ])
    return {claim: row.pk for claim, row in zip(claims, made, strict=True)}


def keep_problems(report: int, problems: Sequence[Problem]) -> None:
    """Keep why a report could not be read."""
    rows.Report.objects.filter(pk=report).update(problems=[problem_record(one) for one in problems])


def problem_record(problem: Problem) -> dict[str, object]:
    """A problem as JSON keeps it."""
    place = asdict(problem.place) if problem.place else None
    return {"code": problem.code, "place": place, "values": dict(problem.values), "severity": problem.severity}


def _proposal(one: Proposal) -> dict[str, object]:
    return {
        "target": one.target, "component": one.component, "body": one.body, "score": one.score, "why": list(one.why),
        "shared": list(one.shared), "value": None if one.value is None else format(one.value, "f"),
        "period": one.period.code if one.period else None,
    }


def report_row(report: int) -> rows.Report:
    """A report by its number; raises NotThereError."""
    row = rows.Report.objects.select_related("plan", "body").filter(pk=report).first()
    if row is None:
        raise missing("report", report)
    return row
