"""Accounts, the roles they hold where, and the tokens by which programs speak for them."""

import secrets
from datetime import date
from hashlib import sha256

from tiendo.errors import Place, Problem, RegisterError
from tiendo.store import account_rows, places
from tiendo.store.permissions import Role
from tiendo.store.transactions import whole
from tiendo.usecases.register.call import Call, doing

__all__ = ["add_account", "add_member", "end_role", "grant_role", "issue_token", "revoke_token",
           "shut_account"]


def add_account(*, call: Call, username: str, password: str | None, email: str = "") -> int:
    """Make an account; without a password it can only sign in through the office's provider. Gives its number.

    Raises RegisterError: S401 a name that is taken or empty, S402 each way the password is too weak.
    """
    with doing("add_account", call, places.nowhere(), f"account {username}"):
        return account_rows.add(username, password, email, call.at)


def shut_account(*, call: Call, account: int, why: str) -> None:
    """Shut an account: it signs in no more, its tokens speak no more, what it did stays. S210 without a reason."""
    with doing("shut_account", call, places.nowhere(), f"account {account}", why) as now:
        if not why.strip():
            raise RegisterError([Problem("S210", Place("form", column="why"))])
        account_rows.shut(account, now.stamp.at)


def add_member(
    *, call: Call, username: str, password: str | None, email: str, grant: tuple[str, str, str],
) -> int:
    """Make an account with a role (`grant`: role, body's code, position) at once, or neither; gives its number."""
    role, body, position = grant
    with whole():
        account = add_account(call=call, username=username, password=password, email=email)
        grant_role(call=call, account=account, role=role, body=body, position=position)
    return account


def grant_role(*, call: Call, account: int, role: str, body: str, position: str, from_on: date | None = None) -> int:
    """Give an account a role at a body (by its code) in a position, from a day on; gives the grant's number."""
    with doing("grant_role", call, places.of_body(body), f"account {account}", f"{role} {body} {position}") as now:
        if role not in set(Role) - {Role.PUBLIC} or not position.strip():
            raise RegisterError([Problem("S403", values={"role": role})])
        return account_rows.grant(account, Role(role), body, position.strip(), from_on or now.stamp.on)


def end_role(*, call: Call, grant: int, why: str) -> None:
    """End a role from today on; the grant stays in the history."""
    with doing("end_role", call, account_rows.place_of_grant(grant), f"grant {grant}", why) as now:
        account_rows.end(grant, now.stamp.on)


def issue_token(*, call: Call, name: str, ends_on: date) -> str:
    """A token for a program that speaks for the caller until a day; shown once, only its SHA-256 is kept."""
    token = "tdo_" + secrets.token_urlsafe(32)
    with doing("issue_token", call, account_rows.first_place(call.actor), f"token {name}") as now:
        account_rows.keep_token(now.stamp, name, sha256(token.encode()).hexdigest(), ends_on)
    return token


def revoke_token(*, call: Call, token: int) -> None:
    """End one of the caller's own tokens at once."""
    with doing("issue_token", call, account_rows.first_place(call.actor), f"token {token}", "revoked"):
        account_rows.revoke(call.actor, token, call.at)
