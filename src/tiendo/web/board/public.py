"""Public pages for those who are not signed in: made once a version of the register, then handed out as they are.

A page of `/plans/` shows everybody the same until an act changes the register; an ETag of that version spares readers
who have it. Who carries a session gets a page of their own. The address, the language and the day are part of the key.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from tiendo.store.queries.versions import version_of
from tiendo.web.asking import language
from tiendo.web.memory import Memory

__all__ = ["PublicPages", "forget"]

ROUTES = frozenset({"scoreboard", "target", "ranks", "cascade", "projects", "outline", "documents"})
BODY = frozenset({"Content-Type", "Content-Length", "Content-Disposition"})  # what 304 says nothing of


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was made: its bytes and what the browser is told of them."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    tag: str


PAGES: Memory[Page] = Memory(64 * 2**20, lambda page: len(page.body))


def forget() -> None:
    """Keep nothing any more: another database is asked."""
    PAGES.forget()


class PublicPages:
    """Middleware before all others, whose headers it keeps with the page: from memory what is public and unchanged."""

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
        page = PAGES.known(key)
        if page is None:
            answer = self.get_response(request)
            if answer.status_code != 200 or answer.streaming or answer.cookies:
                return answer
            page = PAGES.get(key, lambda: _page(answer, repr(key)))
        return _answer(request, page)


def _page(answer: HttpResponse, key: str) -> Page:
    """A page as it was answered, with everything the browser was told of it."""
    patch_vary_headers(answer, ["Cookie"])
    headers = {**answer.headers, "Cache-Control": "no-cache"}  # ask each time: a changed figure shows at once
    tag = f'W/"{sha256(key.encode()).hexdigest()[:24]}"'
    headers |= {"ETag": tag, "Content-Length": str(len(answer.content))}
    return Page(answer.content, tuple(headers.items()), tag)


def _public(request: HttpRequest) -> str:
    """The plan's name where the page is the same for everybody; else nothing."""
    mine = settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES
    if request.method != "GET" or mine or (settings.SECURE_SSL_REDIRECT and not request.is_secure()):
        return ""
    request.get_host()  # an address this site does not answer to is refused here too
    return _plan_of(request.path_info) if request.path_info.startswith("/plans/") else ""


@lru_cache(4096)
def _plan_of(path: str) -> str:
    """The plan whose public page an address is; nothing for another page."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    return str(match.kwargs["name"]) if match.url_name in ROUTES else ""


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    unchanged = request.headers.get("If-None-Match") == page.tag
    answer = HttpResponse(status=304) if unchanged else HttpResponse(page.body)
    for header, value in page.headers:
        if not unchanged or header not in BODY:
            answer.headers[header] = value
    return answer
