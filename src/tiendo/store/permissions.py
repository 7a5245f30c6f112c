"""Who may do what where: roles held at bodies of the tree, and one table of acts (`permissions.toml`).

A body's part of the tree is told by paths: the path of a body begins with the path of every body above it. No
database is asked here; `usecases` ask this table, pages may ask it to leave a button away.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["OPERATOR", "PUBLIC", "Actor", "Grant", "Role", "Scope", "Where", "acts", "permitting", "rules"]


class Role(StrEnum):
    """What somebody is in the register."""

    REPORTER = "reporter"
    APPROVER = "approver"
    OFFICE = "office"
    LEADER = "leader"
    SUPERIOR = "superior"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    PUBLIC = "public"


class Scope(StrEnum):
    """How far a role reaches from the body it is held at."""

    UNIT = "unit"
    PLAN = "plan"
    BENEATH = "beneath"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held at a body (its path in the tree and its name), in a position."""

    role: Role
    path: str
    position: str
    body: str = ""  # the body's code


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an account with the roles it holds on the day, the command line's operator, or the public."""

    account: int | None
    name: str
    grants: tuple[Grant, ...] = ()
    operator: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """What an act speaks of: the path of its plan's body, and of the unit's body where there is one."""

    plan: str | None = None
    unit: str | None = None


OPERATOR = Actor(None, "operator", operator=True)
PUBLIC = Actor(None, "public")


@cache
def rules() -> Mapping[str, Mapping[Role, Scope]]:
    """The table: act -> role -> how far it reaches. Unknown roles and scopes stop the import (ValueError)."""
    declared = tomllib.loads(files(__package__).joinpath("permissions.toml").read_text(encoding="utf-8"))
    return MappingProxyType({
        act: MappingProxyType({Role(role): Scope(scope) for role, scope in row.items()})
        for act, row in declared["acts"].items()
    })


def acts() -> tuple[str, ...]:
    """Every act, in the table's order."""
    return tuple(rules())


def permitting(actor: Actor, act: str, where: Where) -> Grant | None:
    """The grant by which an actor may do an act there; None: it may not. KeyError for an act not in the table."""
    row = rules()[act]
    if actor.operator:
        return Grant(Role.ADMINISTRATOR, "", actor.name)
    public = Grant(Role.PUBLIC, "", actor.name)
    for grant in (*actor.grants, public):
        scope = row.get(grant.role)
        if scope and _reaches(grant.path, scope, where):
            return grant
    return None


def _reaches(path: str, scope: Scope, where: Where) -> bool:
    """Whether a role at `path` reaches the place of the act."""
    if scope is Scope.ALL:
        return True
    if scope is Scope.UNIT:
        return where.unit is not None and where.unit.startswith(path)
    if where.plan is None:
        return False
    return where.plan == path if scope is Scope.PLAN else where.plan.startswith(path)
