"""A plan loaded at the desk: sent, looked at, confirmed. Nothing is in the register until a person says so."""

import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tiendo.errors import NotAllowedError, Problem, RegisterError
from tiendo.plan import TABLES, Plan
from tiendo.store import body_rows, places, upload_rows
from tiendo.store.permissions import Actor, Where, permitting
from tiendo.store.transactions import tried, whole
from tiendo.usecases.gather import load_plan as read_any
from tiendo.usecases.gather import report_paths
from tiendo.usecases.register.call import Call, doing
from tiendo.usecases.register.plans import Loaded, load_plan
from tiendo.usecases.register.unpacking import unpack_plan

__all__ = ["Preview", "add_bodies", "confirm_upload", "drop_upload", "may_load", "preview_upload"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring: the plan's names and body, rows by table, reports, bodies the tree does not have yet.

    `new` is False for a plan that stands in the register already, word for word; `token` names the very bytes;
    `left_out` are files that are no part of a plan folder.
    """

    token: str
    file: str
    plan: Plan
    body: str
    new: bool
    counts: tuple[tuple[str, int], ...]
    reports: tuple[str, ...]
    new_bodies: tuple[str, ...]
    left_out: tuple[str, ...]
    warnings: tuple[Problem, ...]


def may_load(actor: Actor) -> bool:
    """Whether the table opens loading to somebody at all: at the place of one of their roles."""
    return any(permitting(actor, "load_plan", Where(grant.path, grant.path)) for grant in actor.grants)


def preview_upload(*, call: Call, name: str, data: bytes, limit: int) -> Preview:
    """Look into a file, try it on the register, keep nothing but the file itself until it is confirmed or dropped.

    Raises NotAllowedError; RegisterError (S501, S502, S504, S505), PlanError and ReviewError with every problem of
    every table and report, each at its file, row and column; RegisterError (S101 to S106) as the load itself would.
    """
    _allow(call)
    with tempfile.TemporaryDirectory(prefix="tiendo-") as room:
        unpacked = unpack_plan(name, data, limit, Path(room))
        plan = read_any(unpacked.path)
        known = body_rows.body_codes()
        with tried():
            loaded = load_plan(call=call, folder=unpacked.path)
        reports = tuple(path.name for path in report_paths(unpacked.path))
    if call.actor.account is not None:
        upload_rows.keep(call.actor.account, name[-200:], data, call.at)
    body = next((one for one in plan.bodies if one.code == plan.body), None)
    return Preview(
        sha256(data).hexdigest(), name, plan, body.name_vi if body else plan.body, loaded.new,
        tuple((table.name, len(getattr(plan, table.name))) for table in TABLES), reports,
        tuple(one.name_vi for one in plan.bodies if one.code not in known), unpacked.left_out,
        loaded.warnings)


def confirm_upload(*, call: Call, token: str, limit: int) -> Loaded:
    """Load the file that was looked at, told by its token; all of it or nothing.

    Raises RegisterError (S225) when it is not there any more: confirmed before, dropped, or another was sent since.
    """
    _allow(call)
    kept = upload_rows.kept(call.actor.account)
    if kept is None or sha256(kept[1]).hexdigest() != token:
        raise RegisterError([Problem("S225")])
    name, data = kept
    with tempfile.TemporaryDirectory(prefix="tiendo-") as room:
        loaded = load_plan(call=call, folder=unpack_plan(name, data, limit, Path(room)).path)
    drop_upload(call=call)
    return loaded


def drop_upload(*, call: Call) -> None:
    """Forget the file that waits; nothing was loaded from it."""
    upload_rows.drop(call.actor.account)


def add_bodies(*, call: Call, path: Path) -> int:
    """Take the bodies of a plan folder or workbook into the tree, so that roles can be given before any plan is there.

    Gives how many the plan names. Raises PlanError; RegisterError (S101) for a body that stands otherwise.
    """
    plan = read_any(path)
    with doing("add_bodies", call, places.nowhere(), f"bodies of {plan.name}") as now, whole():
        body_rows.insert_bodies(plan.bodies)
        now.detail = {"bodies": [one.code for one in plan.bodies]}
    return len(plan.bodies)


def _allow(call: Call) -> None:
    if not may_load(call.actor):
        raise NotAllowedError([Problem("S301", values={"who": call.actor.name, "act": "load_plan"})])
