"""Where a person can go: the entries of the navigation that the permission table opens to them, in one plan."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from tiendo.errors import NotAllowedError, Problem
from tiendo.store import places
from tiendo.store.permissions import Actor, Where
from tiendo.store.queries import plans
from tiendo.store.queries.plans import PlanView, Skeleton, UnitView
from tiendo.usecases.register.plan_upload import may_load
from tiendo.web import asking
from tiendo.web.asking import Asking
from tiendo.web.known import known_of

__all__ = ["Desk", "Entry", "desk_of", "own_place", "unit_desk_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: where it leads and its words."""

    address: str
    key: str
    here: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """A plan as the asker's desk: the plan, its place in the tree, the units the asker answers for or looks after."""

    view: PlanView
    skeleton: Skeleton
    where: Where
    units: tuple[UnitView, ...]
    entries: tuple[Entry, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The codes of those units."""
        return frozenset(unit.code for unit in self.units)

    def place(self, unit: str | None) -> Where:
        """Where a unit of the plan (its body's code) stands; no unit is the plan's own body. NotThereError if none."""
        if unit is not None and unit not in self.skeleton.paths:
            raise places.missing("body", unit)
        return Where(self.where.plan, self.where.plan if unit is None else self.skeleton.paths[unit])


def desk_of(request: HttpRequest, name: str) -> Desk:
    """The desk of a plan by its name; raises NotThereError."""
    skeleton = known_of(request, name).skeleton
    view, every = plans.view_of(skeleton), plans.units_of(skeleton)
    who = asking.of(request)
    where = Where(view.path)
    units = tuple(unit for unit in every if who.may("view_unit", _at(where, unit)))
    shown = (
        ("today", "today", who.actor.account is not None), ("scoreboard", "board", True),
        ("inbox", "inbox", bool(units)),
        ("forms", "forms", _any(who, "submit_figure", where, units)),
        ("approvals", "approvals", _any(who, "approve_figure", where, units)),
        ("findings", "findings", bool(units)), ("periods", "periods", who.may("view_overview", where)),
        ("works", "works", bool(units) or who.may("view_overview", where)),
        ("review", "review", who.may("write_review", where)), ("log", "log", who.may("view_log", where)),
        ("accounts", "accounts", who.may("add_account", Where())),
        ("tokens", "tokens", who.may("issue_token", own_place(who.actor))), ("load", "load", may_load(who.actor)),
    )
    entries = tuple(
        Entry(address, key, request.path.startswith(address) if key == "board" else request.path == address)
        for route, key, open_ in shown if open_ for address in [reverse(route, args=[] if route == "load" else [name])]
    )
    return Desk(view, skeleton, where, units, entries)


def unit_desk_of(request: HttpRequest, name: str) -> Desk:
    """The same for a page about units' figures; raises NotAllowedError for who may see none of the plan's units."""
    desk = desk_of(request, name)
    if not desk.units:
        raise NotAllowedError([Problem("S301", values={"who": asking.of(request).actor.name, "act": "view_unit"})])
    return desk


def own_place(actor: Actor) -> Where:
    """Where an actor's first role is held: the place of what concerns only themselves."""
    return Where(actor.grants[0].path, actor.grants[0].path) if actor.grants else Where()


def _any(who: Asking, act: str, where: Where, units: tuple[UnitView, ...]) -> bool:
    """Whether an act is open to the asker for one of the units at least."""
    return any(who.may(act, _at(where, unit)) for unit in units)


def _at(where: Where, unit: UnitView) -> Where:
    return Where(where.plan, unit.path)
