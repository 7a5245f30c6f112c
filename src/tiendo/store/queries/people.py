"""Who asks: an account with the roles it holds on a day, found by its number or by a token."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import connection
from django.db.models import Q

from tiendo.store import models as rows
from tiendo.store.permissions import Actor, Grant, Role
from tiendo.store.transactions import reachable

__all__ = ["AccountView", "GrantView", "TokenView", "accounts", "accounts_at", "actor_of", "actor_of_token",
           "grants_held", "grants_of", "tokens_of"]


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account as the administrator's page shows it."""

    number: int
    username: str
    email: str
    active: bool
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token as its owner's page shows it; the secret itself is kept nowhere."""

    number: int
    name: str
    issued_at: datetime
    ends_on: date
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant as the administrator's page shows it."""

    number: int
    account: int
    username: str
    role: Role
    body: str
    body_name: str
    position: str
    from_on: date
    to_on: date | None


@reachable()
def actor_of(account: int, on: date) -> Actor | None:
    """The actor an account is on a day; None when there is none or it is shut."""
    name = rows.Account.objects.filter(pk=account, is_active=True).values_list("username", flat=True).first()
    return None if name is None else Actor(account, name, grants_held(account, on))


_HELD = """
SELECT held.role, body.path, held.position, body.code FROM store_rolegrant held JOIN store_body body
ON body.id = held.body_id WHERE held.account_id = %s AND held.from_on <= %s AND (held.to_on IS NULL OR held.to_on > %s)
ORDER BY held.id
"""  # by hand: every request of somebody signed in asks this, and building it anew takes longer than answering it


@reachable()
def grants_held(account: int, on: date) -> tuple[Grant, ...]:
    """The roles an account holds on a day."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [account, on.isoformat(), on.isoformat()])
        return tuple(Grant(Role(role), *held) for role, *held in cursor.fetchall())


@reachable()
def actor_of_token(token: str, at: datetime) -> Actor | None:
    """The actor a program's token speaks for; None for one that is unknown, revoked or past its day."""
    name = sha256(token.encode()).hexdigest()
    row = rows.ApiToken.objects.filter(sha256=name, revoked_at=None, ends_on__gt=at.date()).first()
    return actor_of(row.account_id, at.date()) if row else None


@reachable()
def accounts() -> tuple[AccountView, ...]:
    """Every account, by name."""
    return tuple(AccountView(row.pk, row.username, row.email, row.is_active, row.last_login)
                 for row in rows.Account.objects.order_by("username"))


@reachable()
def tokens_of(account: int) -> tuple[TokenView, ...]:
    """The tokens of an account, last first."""
    return tuple(TokenView(row.pk, row.name, row.issued_at, row.ends_on, row.revoked_at)
                 for row in rows.ApiToken.objects.filter(account=account).order_by("-pk"))


@reachable()
def grants_of(on: date) -> tuple[GrantView, ...]:
    """Every grant that holds on a day, by body and role."""
    found = rows.RoleGrant.objects.filter(_holds(on)).select_related("account", "body").order_by("body__path", "pk")
    return tuple(
        GrantView(one.pk, one.account_id, one.account.username, Role(one.role), one.body.code, one.body.name_vi,
                  one.position, one.from_on, one.to_on) for one in found)


@reachable()
def accounts_at(path: str, roles: frozenset[Role], on: date) -> tuple[tuple[int, str], ...]:
    """Accounts (number, address) that hold one of the roles at a body or above it on a day: who is to be reminded."""
    above = [path[:end] for end in range(rows.Body.steplen, len(path) + 1, rows.Body.steplen)]
    found = rows.RoleGrant.objects.filter(_holds(on), role__in=[role.value for role in roles], body__path__in=above,
                                          account__is_active=True)
    return tuple(found.order_by("account").values_list("account_id", "account__email").distinct())


def _holds(on: date) -> Q:
    return Q(from_on__lte=on) & (Q(to_on=None) | Q(to_on__gt=on))
