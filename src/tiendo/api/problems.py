"""What an error becomes: one table from class to HTTP status, and always a list of problems in JSON."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from tiendo.api.shapes import Problems, problem_out
from tiendo.errors import (
    ConflictError,
    NotAllowedError,
    NotThereError,
    Place,
    Problem,
    RegisterError,
    StoreDownError,
    TiendoError,
)

__all__ = ["ANSWERS", "STATUS", "tell_problems"]

STATUS: tuple[tuple[type[TiendoError], int], ...] = (
    (NotAllowedError, 403), (NotThereError, 404), (ConflictError, 409), (StoreDownError, 503), (RegisterError, 422),
    (TiendoError, 422),
)  # the first class that fits
ANSWERS = {400: Problems, 401: Problems, 403: Problems, 404: Problems, 409: Problems, 422: Problems, 503: Problems}


def tell_problems(api: NinjaAPI) -> None:
    """Have every error of an API told as problems."""
    def told(request: HttpRequest, status: int, *problems: Problem) -> HttpResponse:
        body = Problems(problems=[problem_out(one) for one in problems])
        return api.create_response(request, body.model_dump(), status=status)

    @api.exception_handler(TiendoError)
    def _ours(request: HttpRequest, error: TiendoError) -> HttpResponse:
        return told(request, next(status for kind, status in STATUS if isinstance(error, kind)), *error.problems)

    @api.exception_handler(ValidationError)
    def _shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return told(request, 422, *_wrong(error))

    @api.exception_handler(AuthenticationError)
    def _stranger(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return told(request, 401, Problem("S806"))

    @api.exception_handler(HttpError)
    def _broken(request: HttpRequest, error: HttpError) -> HttpResponse:
        return told(request, error.status_code, Problem("S805", Place("body"), {"reason": str(error)}))


def _wrong(error: ValidationError) -> Iterator[Problem]:
    """Each field that has not its shape."""
    for one in error.errors:
        field = ".".join(str(part) for part in one["loc"][1:] if part != "entry") or str(one["loc"][0])
        yield Problem("S805", Place("body", column=field), {"reason": str(one["msg"])})
