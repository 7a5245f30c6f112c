"""What every act of the register is told: who asks and when; and what every act does around its own work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from tiendo.errors import NotAllowedError, Problem
from tiendo.store.log_rows import write_line
from tiendo.store.permissions import Actor, Where, permitting
from tiendo.store.stamp import Stamp
from tiendo.store.transactions import whole

__all__ = ["Call", "Doing", "allow", "doing"]


@dataclass(frozen=True, slots=True)
class Call:
    """Who asks, and when: an instant with its zone, in the register's own zone (the day of a figure is its day)."""

    actor: Actor
    at: datetime


@dataclass(slots=True)
class Doing:
    """An act under way: its stamp for the rows it adds, and what its log line will say."""

    stamp: Stamp
    subject: str
    why: str = ""
    detail: dict[str, object] = field(default_factory=dict)


def allow(call: Call, act: str, where: Where) -> Stamp:
    """The stamp of an act that is permitted there; raises NotAllowedError (S301)."""
    grant = permitting(call.actor, act, where)
    if grant is None:
        raise NotAllowedError([Problem("S301", values={"who": call.actor.name, "act": act})])
    return Stamp(call.at, call.at.date(), call.actor.account, grant.position, grant.body)


@contextmanager
def doing(act: str, call: Call, where: Where, subject: str, why: str = "") -> Iterator[Doing]:
    """Do an act: ask the table, open one transaction, and add the log line at its end; all of it or none."""
    now = Doing(allow(call, act, where), subject, why)
    with whole():
        yield now
        write_line(act, now.stamp, where, now.subject, now.why, now.detail)
