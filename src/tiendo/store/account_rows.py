"""Accounts, grants and tokens in the register."""

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tiendo.errors import Problem, RegisterError
from tiendo.store import models as rows
from tiendo.store.permissions import Actor, Role, Where
from tiendo.store.places import missing
from tiendo.store.stamp import Stamp
from tiendo.store.transactions import reachable

__all__ = ["add", "end", "first_place", "grant", "keep_token", "place_of_grant", "revoke", "shut"]


def add(username: str, password: str | None, email: str, at: datetime) -> int:
    """Add an account; gives its number. Raises RegisterError (S401 the name, S402 the password)."""
    name = username.strip()
    if not name or len(name) > 150 or rows.Account.objects.filter(username=name).exists():
        raise RegisterError([Problem("S401", values={"name": name})])
    account = rows.Account(username=name, email=email.strip(), joined_at=at)
    if password is None:
        account.set_unusable_password()
    else:
        _check(password, account)
        account.set_password(password)
    account.save(force_insert=True)
    return account.pk


def _check(password: str, account: rows.Account) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise RegisterError([Problem("S402", values={"reason": text}) for text in error.messages]) from error


def shut(account: int, at: datetime) -> None:
    """Shut an account and end its tokens; raises NotThereError."""
    if rows.Account.objects.filter(pk=account).update(is_active=False) != 1:
        raise missing("account", account)
    rows.ApiToken.objects.filter(account=account, revoked_at=None).update(revoked_at=at)


def grant(account: int, role: Role, body: str, position: str, from_on: date) -> int:
    """Add a grant; gives its number. Raises NotThereError for no such account."""
    if not rows.Account.objects.filter(pk=account).exists():
        raise missing("account", account)
    row = rows.RoleGrant.objects.create(
        account_id=account, role=role.value, body=rows.Body.objects.get(code=body), position=position, from_on=from_on)
    return row.pk


@reachable()
def place_of_grant(grant: int) -> Where:
    """Where a grant holds; raises NotThereError."""
    path = rows.RoleGrant.objects.filter(pk=grant).values_list("body__path", flat=True).first()
    if path is None:
        raise missing("grant", grant)
    return Where(path, path)


def end(grant: int, on: date) -> None:
    """End a grant on a day: it no longer holds on it."""
    rows.RoleGrant.objects.filter(pk=grant).update(to_on=on)


def first_place(actor: Actor) -> Where:
    """Where an actor acts first; nowhere for one without a role."""
    return Where(actor.grants[0].path, actor.grants[0].path) if actor.grants else Where()


def keep_token(stamp: Stamp, name: str, sha256: str, ends_on: date) -> None:
    """Keep a token's SHA-256 for the account that acts; raises RegisterError (S404) for an act without an account."""
    if stamp.account is None or ends_on <= stamp.on:
        raise RegisterError([Problem("S404")])
    rows.ApiToken.objects.create(
        account_id=stamp.account, name=name, sha256=sha256, issued_at=stamp.at, ends_on=ends_on)


def revoke(actor: Actor, token: int, at: datetime) -> None:
    """End one of an actor's own tokens at an instant; raises NotThereError for another's."""
    if rows.ApiToken.objects.filter(pk=token, account=actor.account or 0, revoked_at=None).update(revoked_at=at) != 1:
        raise missing("token", token)
