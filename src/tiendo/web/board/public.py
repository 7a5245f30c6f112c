"""Public pages for those who are not signed in: made once a version of the register, then handed out as they are.

A page of `/plans/` shows everybody the same until an act changes the register; an ETag of that version spares readers
who have it. Who carries a session gets a page of their own. The address, the language and the day are part of the key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from tiendo.store.queries.versions import version_of
from tiendo.web.asking import language
from tiendo.web.board.memory import Memory

__all__ = ["PublicPages", "forget"]

ROUTES = frozenset({"scoreboard", "target", "ranks", "cascade", "projects", "documents"})
HELD = ("Content-Type", "Content-Disposition", "X-Content-Type-Options")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was made: its bytes and what the browser is told of them."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


PAGES: Memory[Page] = Memory(256)


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    PAGES.forget()


class PublicPages:
    """Middleware before sessions: answer from memory where the page is public and nothing changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The kept page, 304 for who has it, or the page made now and kept."""
        name = _public(request)
        found = version_of(name) if name else None
        if found is None:
            return self.get_response(request)
        key = (request.get_full_path(), language(request), found[1], timezone.localdate())
        tag = f'W/"{sha256(repr(key).encode()).hexdigest()[:24]}"'
        page = PAGES.known(key)
        if page is None:
            answer = self.get_response(request)
            if answer.status_code != 200 or answer.streaming or answer.cookies:
                return answer
            kept = tuple((header, answer[header]) for header in HELD if header in answer)
            page = PAGES.get(key, lambda: Page(answer.content, kept))
        return _answer(request, page, tag)


def _public(request: HttpRequest) -> str:
    """The plan's name where the page is the same for everybody; else nothing."""
    mine = settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES
    if request.method != "GET" or mine or not request.path_info.startswith("/plans/"):
        return ""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return ""
    return str(match.kwargs["name"]) if match.url_name in ROUTES else ""


def _answer(request: HttpRequest, page: Page, tag: str) -> HttpResponse:
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304)
    else:
        answer = HttpResponse(page.body)
        for header, value in page.headers:
            answer[header] = value
    answer["ETag"], answer["Cache-Control"] = tag, "no-cache"  # ask each time: a changed figure shows at once
    patch_vary_headers(answer, ["Cookie"])
    return answer
