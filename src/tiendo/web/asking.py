"""Who asks, when and in which language: what every view is told of a request, and how it draws its page."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tiendo.errors import Lang
from tiendo.store.permissions import PUBLIC, Actor, Where, permitting
from tiendo.store.queries.people import grants_held
from tiendo.usecases.register.call import Call
from tiendo.words import LANGS

COOKIE = "tiendo_lang"

__all__ = ["COOKIE", "Asking", "context", "of", "page"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when, in which language."""

    actor: Actor
    at: datetime
    lang: Lang

    @property
    def call(self) -> Call:
        """The same, as acts take it."""
        return Call(self.actor, self.at)

    def may(self, act: str, where: Where) -> bool:
        """Whether the permission table lets the asker do an act there."""
        return permitting(self.actor, act, where) is not None


def of(request: HttpRequest) -> Asking:
    """The asking of a request; made once."""
    known: Asking | None = getattr(request, "asking", None)
    if known is None:
        at = timezone.localtime()
        user = request.user
        known = Asking(PUBLIC, at, language(request))
        if user.is_authenticated:
            known = replace(known, actor=Actor(user.pk, user.get_username(), grants_held(user.pk, at.date())))
        request.asking = known  # type: ignore[attr-defined]  # - a request carries what was found out about it
    return known


def language(request: HttpRequest) -> Lang:
    """The language asked for: the reader's own choice, else Vietnamese."""
    chosen = request.COOKIES.get(COOKIE, "")
    return next((lang for lang in LANGS if lang == chosen), "vi")


def context(request: HttpRequest) -> dict[str, Asking]:
    """What every template knows, those of sign-in too."""
    return {"asking": of(request)}


def page(request: HttpRequest, name: str, answer: int = 200, /, **shown: Any) -> HttpResponse:
    """A page drawn by its template, with an HTTP status."""
    return render(request, name, shown, status=answer)
