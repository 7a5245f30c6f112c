"""The log of acts: one line each, added and never changed; its last line is the register's version for a plan."""

from collections.abc import Mapping

from django.db import connection

from tiendo.store import models as rows
from tiendo.store.permissions import Where
from tiendo.store.stamp import Stamp

__all__ = ["write_line"]

_LOCK = 20_241  # the log's, among the locks people may take in this database


def write_line(name: str, stamp: Stamp, where: Where, subject: str, why: str, detail: Mapping[str, object]) -> None:
    """Add a line: who did which act where, to what, why.

    Lines of one plan become visible in the order of their numbers: whoever sees a line sees what every earlier act
    did, so pages may be kept by the last line's number (`queries.versions`).
    """
    paths = {where.plan, where.unit} - {None}
    bodies = dict(rows.Body.objects.filter(path__in=paths).values_list("path", "pk"))
    _one_by_one(bodies.get(where.plan))
    rows.Act.objects.create(
        at=stamp.at, by_id=stamp.account, position=stamp.position, name=name, subject=subject, why=why,
        plan_body_id=bodies.get(where.plan), unit_id=bodies.get(where.unit), detail=dict(detail),
    )


def _one_by_one(plan_body: int | None) -> None:
    """Wait for acts of the same plan that have their line and are not yet kept; SQLite has one writer at a time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, (plan_body or 0) % 2**31])
