"""Who asks: the account whose token the request carries (`Authorization: Bearer tdo_…`), now."""

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from tiendo.store.queries.people import actor_of_token
from tiendo.usecases.register.call import Call

__all__ = ["Token", "call_of"]


class Token(HttpBearer):
    """A token of an account; an unknown one, one past its day or a revoked one is none."""

    def authenticate(self, request: HttpRequest, token: str) -> Call | None:  # noqa: ARG002 - ninja's signature
        """The call of the token's account."""
        at = timezone.localtime()
        actor = actor_of_token(token, at)
        return Call(actor, at) if actor else None


def call_of(request: HttpRequest) -> Call:
    """The call a request carries, once its token was taken."""
    call: Call = request.auth  # type: ignore[attr-defined]  # - ninja keeps what authenticate gave
    return call
