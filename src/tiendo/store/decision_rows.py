"""People's decisions on what a machine read, and the reports they stand on, into the register."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from tiendo.plan import Acceptance
from tiendo.store import models as rows
from tiendo.store.figure_rows import References
from tiendo.store.stamp import Stamp

__all__ = ["insert_decisions", "keep_bytes"]


def keep_bytes(data: bytes) -> str:
    """Keep a file's bytes, once however often they come; gives their SHA-256, the name they are kept under."""
    name = sha256(data).hexdigest()
    if not rows.Blob.objects.filter(pk=name).exists():
        rows.Blob.objects.bulk_create([rows.Blob(sha256=name, size=len(data), data=data)], ignore_conflicts=True)
    return name


def insert_decisions(
    decisions: Sequence[Acceptance], known: References, figures: Mapping[str, int], stamp: Stamp,
    claims: Mapping[str, int] | None = None,
) -> None:
    """Add decisions; `figures` are the numbers of the figures they made and `claims` of the claims, by decision id."""
    claims = claims or {}
    rows.ClaimDecision.objects.bulk_create([
        rows.ClaimDecision(
            plan_id=known.plan, code=one.id, report_id=known.reports[one.report], claim_id=claims.get(one.id),
            sha256=one.sha256, quote=one.quote, start=one.start,
            target_id=known.targets[one.target] if one.target else None, body_id=known.bodies[one.body],
            period=one.period, as_of=one.as_of, value=one.value, decision=one.decision.value,
            decided_by=one.decided_by, decided_on=one.decided_on, status=one.status, component=one.component,
            reason=one.reason, at=stamp.at, by_id=stamp.account, figure_id=figures.get(one.id),
        ) for one in decisions
    ])
