"""What an error of an act becomes at the door: one table from class to status, drawn in the reader's language."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tiendo.errors import (
    ConflictError,
    NotAllowedError,
    NotThereError,
    OutputError,
    PlanError,
    ReadError,
    RegisterError,
    ReviewError,
    StoreDownError,
    TiendoError,
)
from tiendo.web import asking

__all__ = ["STATUS", "STRAIGHT", "Answers", "status_of"]

STATUS: tuple[tuple[type[TiendoError], int], ...] = (
    (NotAllowedError, 403), (NotThereError, 404), (ConflictError, 409), (StoreDownError, 503), (RegisterError, 422),
    (PlanError, 422), (ReadError, 422), (ReviewError, 422), (OutputError, 503),
)  # the first class that fits


STRAIGHT = (NotAllowedError, NotThereError, StoreDownError)  # nothing a person can mend in a form: a page of its own


def status_of(error: TiendoError) -> int:
    """The HTTP status of an error."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


class Answers:
    """Middleware: an error that a view let through becomes a page (or, for htmx, a fragment) that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what is answered to somebody signed in is kept by no browser and no proxy."""
        answer = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not answer.has_header("Cache-Control"):
            answer["Cache-Control"] = "no-store"  # the next one at an office's machine goes back to no page of theirs
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to an error of ours; anything else is a broken contract and stays one."""
        if not isinstance(error, TiendoError):
            return None
        status = status_of(error)
        fragment = bool(request.headers.get("HX-Request"))
        answer = asking.page(request, "error_part.html" if fragment else "error.html", status,
                             problems=error.problems, status=status)
        if fragment:
            answer["HX-Retarget"], answer["HX-Reswap"] = "#said", "innerHTML"
        return answer
