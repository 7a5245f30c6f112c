"""The log of acts: one line each, added and never changed."""

from collections.abc import Mapping

from tiendo.store import models as rows
from tiendo.store.permissions import Where
from tiendo.store.stamp import Stamp

__all__ = ["write_line"]


def write_line(name: str, stamp: Stamp, where: Where, subject: str, why: str, detail: Mapping[str, object]) -> None:
    """Add a line: who did which act where, to what, why."""
    paths = {where.plan, where.unit} - {None}
    bodies = dict(rows.Body.objects.filter(path__in=paths).values_list("path", "pk"))
    rows.Act.objects.create(
        at=stamp.at, by_id=stamp.account, position=stamp.position, name=name, subject=subject, why=why,
        plan_body_id=bodies.get(where.plan), unit_id=bodies.get(where.unit), detail=dict(detail),
    )
