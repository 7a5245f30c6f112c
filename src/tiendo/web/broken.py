"""What cannot be answered at all: a wrong address, a stale form, a fault of ours. Calm, in the reader's words.

These pages ask the register nothing: it may be what is broken.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tiendo.web.asking import language
from tiendo.words import say

__all__ = ["failed", "forged", "missing", "refused", "unreadable"]


def _told(request: HttpRequest, status: int) -> HttpResponse:
    shown = {"lang": language(request), "status": status, "say": say}
    return HttpResponse(render_to_string("broken.html", shown), status=status)  # no request: nothing is looked up


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """400: the request itself makes no sense."""
    return _told(request, 400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a right is missing."""
    return _told(request, 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a form that was open longer than its sign-in, or another site's."""
    return _told(request, 403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: nothing is at this address."""
    return _told(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program's; the log has it whole."""
    return _told(request, 500)
