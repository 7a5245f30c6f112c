"""How sign-in behaves: nobody signs up by themselves; a provider opens only an account an administrator made."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

from tiendo.store.models import Account
from tiendo.web.asking import language
from tiendo.words import catalogue, say

__all__ = ["ClosedDoor", "KnownAccountsOnly", "ProviderSilent", "SecondFactor", "locked_out"]


class Told(Mapping[str, str]):
    """The messages of a framework, those we have words for (`web.sign_in_<code>`) in the reader's language."""

    def __init__(self, theirs: Mapping[str, Any], request: HttpRequest | None) -> None:
        """Keep theirs for what we have no words for."""
        self.theirs, self.lang = theirs, language(request) if request else "vi"

    def __getitem__(self, code: str) -> str:
        """The words of one refusal."""
        ours = f"sign_in_{code}"
        return say(f"web.{ours}", self.lang) if ours in catalogue("web", self.lang) else str(self.theirs[code])

    def __iter__(self) -> Iterator[str]:
        """Every code they know."""
        return iter(self.theirs)

    def __len__(self) -> int:
        """How many they know."""
        return len(self.theirs)


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # untyped - allauth ships no types
    """No sign-up: accounts are made by an administrator. What goes wrong is told in the reader's language."""

    @property
    def error_messages(self) -> "Told":
        """Allauth's own refusals in our words."""
        return Told(super().error_messages, self.request)

    def add_message(self, *_: Any, **__: Any) -> None:
        """Nothing is said of a sign-in that went well: the page itself shows it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # untyped - allauth ships no types
    """The second factor's refusals, told in the reader's language."""

    @property
    def error_messages(self) -> Told:
        """Allauth's own refusals in our words."""
        return Told(super().error_messages, self.request)


class KnownAccountsOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]  # untyped - allauth ships no types
    """A provider's verified address is the account's address; who has no account is turned away."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join the provider's identity to the account of the same verified address; never to whoever is signed in.

        The way to the provider is a link (`SOCIALACCOUNT_LOGIN_ON_GET`): another site could lead a person there with
        `?process=connect` and have a stranger's identity open that person's account from then on.
        """
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(render(request, "no_account.html", status=403))
        if sociallogin.is_existing:
            return
        verified = [one.email for one in sociallogin.email_addresses if one.verified and one.email]
        accounts = Account.objects.filter(email__in=verified, is_active=True)[:2]
        if len(accounts) != 1:  # of two accounts with one address nobody can say which is meant
            raise ImmediateHttpResponse(render(request, "no_account.html", status=403))
        sociallogin.connect(request, accounts[0])

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


class ProviderSilent:
    """Middleware: a provider that does not answer is told as one that did not confirm; no fault of ours, no trace."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of a sign-in that failed, when it was the way to the provider that failed."""
        if not isinstance(error, RequestException):
            return None
        return render(request, "socialaccount/authentication_error.html", status=502)


def locked_out(request: HttpRequest, *_: Any) -> HttpResponse:
    """What somebody sees after too many wrong passwords: for how long, and what to do."""
    return render(request, "locked_out.html", status=429)
