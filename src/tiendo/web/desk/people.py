"""Accounts and their roles for the administrator, tokens for those whose programs speak for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tiendo.errors import Problem, RegisterError
from tiendo.store import places
from tiendo.store.permissions import Role
from tiendo.store.queries import people
from tiendo.store.queries.people import AccountView, GrantView, TokenView
from tiendo.usecases.register import accounts as acts
from tiendo.usecases.register.call import allow
from tiendo.web import asking
from tiendo.web.answers import STRAIGHT
from tiendo.web.asking import Asking
from tiendo.web.desk.fields import day_said
from tiendo.web.desk.nav import desk_of, own_place
from tiendo.web.desk.steps import Step, carried_out, number_said, said

ROLES = tuple(role for role in Role if role is not Role.PUBLIC)
TOKEN_DAYS = 90  # how long a token holds, until somebody says otherwise


def _add(request: HttpRequest, _plan: int) -> None:
    grant = (said(request, "role"), said(request, "body"), said(request, "position"))
    acts.add_member(call=asking.of(request).call, username=said(request, "username"), email=said(request, "email"),
                    password=request.POST.get("password") or None, grant=grant)


def _grant(request: HttpRequest, _plan: int) -> None:
    acts.grant_role(call=asking.of(request).call, account=number_said(request, "account"), role=said(request, "role"),
                    body=said(request, "body"), position=said(request, "position"))


def _end(request: HttpRequest, _plan: int) -> None:
    acts.end_role(call=asking.of(request).call, grant=number_said(request, "grant"), why=said(request, "why"))


STEPS: Mapping[str, Step] = MappingProxyType({"add_account": _add, "grant_role": _grant, "end_role": _end})


@dataclass(frozen=True, slots=True)
class Held:
    """An account with the roles it holds."""

    account: AccountView
    grants: tuple[GrantView, ...]


def held(on: date) -> tuple[Held, ...]:
    """Every account with the roles that hold on a day, by name."""
    grants = people.grants_of(on)
    return tuple(Held(one, tuple(grant for grant in grants if grant.account == one.number))
                 for one in people.accounts())


@require_http_methods(["GET", "POST"])
def accounts(request: HttpRequest, name: str) -> HttpResponse:
    """Every account of the register with its roles; add one, give a role, end a role."""
    desk, who = desk_of(request, name), asking.of(request)
    allow(who.call, "add_account", places.nowhere())
    outcome = carried_out(request, STEPS, desk.view.number)
    if outcome.done:
        return HttpResponseRedirect(reverse("accounts", args=[name]))
    return asking.page(
        request, "accounts.html", outcome.status, desk=desk, accounts=held(who.at.date()), roles=ROLES,
        bodies=desk.skeleton.rest.bodies, outcome=outcome,
        typed=request.POST if outcome.problems else {},
    )


@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest, name: str) -> HttpResponse:
    """The asker's own tokens; a new one is shown once, on this page only."""
    desk, who = desk_of(request, name), asking.of(request)
    allow(who.call, "issue_token", own_place(who.actor))
    problems: tuple[Problem, ...] = ()
    fresh = ""
    if request.method == "POST":
        try:
            fresh = _token(request)
        except STRAIGHT:
            raise
        except RegisterError as error:
            problems = error.problems
        else:
            if not fresh:
                return HttpResponseRedirect(reverse("tokens", args=[name]))
    answer = asking.page(
        request, "tokens.html", 422 if problems else 200, desk=desk, problems=problems, fresh=fresh,
        tokens=held_tokens(who), ends_on=who.at.date() + timedelta(days=TOKEN_DAYS),
        typed=request.POST if problems else {},
    )
    answer["Cache-Control"] = "no-store"
    return answer


def held_tokens(who: Asking) -> tuple[TokenView, ...]:
    """The asker's tokens that still hold, last first."""
    return tuple(one for one in people.tokens_of(who.actor.account or 0)
                 if one.revoked_at is None and one.ends_on > who.at.date())


def _token(request: HttpRequest) -> str:
    """Issue a token and give it, or end one and give nothing."""
    call = asking.of(request).call
    if said(request, "act") == "revoke":
        acts.revoke_token(call=call, token=number_said(request, "token"))
        return ""
    ends = day_said(request.POST, "ends_on")
    if isinstance(ends, Problem):
        raise RegisterError([ends])
    return acts.issue_token(call=call, name=said(request, "name"), ends_on=ends)
