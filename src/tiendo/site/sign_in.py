"""How sign-in behaves: nobody signs up by themselves; a provider opens only an account an administrator made."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tiendo.store.models import Account

__all__ = ["ClosedDoor", "KnownAccountsOnly", "locked_out"]


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # untyped - allauth ships no types
    """No sign-up: accounts are made by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


class KnownAccountsOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]  # untyped - allauth ships no types
    """A provider's verified address is the account's address; who has no account is turned away."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join the provider's identity to the account of the same verified address."""
        if sociallogin.is_existing:
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified and one.email]
        account = Account.objects.filter(email__in=verified, is_active=True).order_by("pk").first()
        if account is None:
            raise ImmediateHttpResponse(render(request, "no_account.html", status=403))
        sociallogin.connect(request, account)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


def locked_out(request: HttpRequest, *_: Any) -> HttpResponse:
    """What somebody sees after too many wrong passwords: for how long, and what to do."""
    return render(request, "locked_out.html", status=429)
